"""Findings say what their numbers are, in correct English, with the passages they counted."""

import re

import pandas as pd
import pytest

from components.content.text import findings
from data import queries
from data.queries import Selection
from tests.unit.content.views import kept, whole

# Binding


def test_binding_counts_sentences_and_commitments_apart(tiny):
    text, ids = findings.binding(whole(tiny))
    assert text.startswith("**2** of 3 sentences hold **3 commitments**")
    assert sorted(ids) == ["p01.s2", "p02.s1"]


def test_binding_of_one_commitment_is_singular(tiny):
    text, ids = findings.binding(kept(tiny, commitments=[2]))
    assert text.startswith("**1** of 3 sentences holds **1 commitment**")
    assert ids == ["p02.s1"]


def test_without_a_commitment_none_of_the_sentences_binds(tiny):
    text, ids = findings.binding(kept(tiny, commitments=[]))
    assert text == "None of the 3 sentences holds a commitment."
    assert ids == []


def test_one_sentence_without_a_commitment_is_singular(tiny):
    text, _ = findings.binding(kept(tiny, commitments=[], passages=[0]))
    assert "None of the 1" not in text


def test_where_every_sentence_holds_a_commitment_no_rest_is_mentioned(tiny):
    text, _ = findings.binding(kept(tiny, passages=[1, 2]))
    assert "the rest" not in text


# Firmness


def test_firmness_lists_strengths_from_firm_to_loose(tiny):
    text, _ = findings.firmness(whole(tiny))
    assert ": 1 done, 1 pledged and 1 considered." in text


def test_firmness_leaves_out_strengths_without_a_commitment(tiny):
    text, _ = findings.firmness(kept(tiny, commitments=[2]))
    assert ": 1 pledged." in text


def test_firmness_says_who_has_to_act(tiny):
    text, _ = findings.firmness(whole(tiny))
    assert text.endswith("Who has to act: North 1 and South 2.")


def test_firmness_opens_every_commitment_that_it_counts(tiny):
    _, ids = findings.firmness(whole(tiny))
    assert set(ids) == set(tiny.commitments["passage_id"])
    _, ids = findings.firmness(kept(tiny, commitments=[1]))
    assert set(ids) == {"p01.s2"}


# Themes


def test_the_busiest_theme_is_named_with_its_share(tiny):
    [(text, ids)] = findings.busiest_theme(whole(tiny))
    assert text == "**Trade** holds the most commitments: 3 of 3."
    assert set(ids) == {"p01.s2", "p02.s1"}


def test_themes_that_tie_are_named_together(tiny):
    tied = tiny.passages.assign(theme=["peace", "trade", "sport"])
    rows = tiny.commitments.iloc[[0, 2]]
    [(text, ids)] = findings.busiest_theme(whole(tiny, passages=tied, commitments=rows))
    assert text == "**Trade** and **Sport** hold the most commitments: 1 each of 2."
    assert set(ids) == {"p01.s2", "p02.s1"}


# Money


def test_money_lists_sums_of_each_kind_from_the_largest_and_adds_none(tiny):
    text, ids = findings.money(whole(tiny))
    assert "3 sums" in text and "cannot be added" in text
    assert re.findall(r"\$\d+ million \(.*?\)", text) == [
        "$500 million (acknowledged)",
        "$110 million (total)",
        "$70 million (new money)",
    ]
    assert set(ids) == set(tiny.pledges["passage_id"])


@pytest.mark.parametrize(
    ("rows", "said", "unsaid"),
    [
        ([0], r"^One sum .* is named.*\$70 million \(new money\)\.$", "entr|added|sums"),
        ([0, 3], r"^One sum .*; 1 entry .* states no figure\.$", "entries|added|sums"),
        ([0, 1], r"^2 sums .* are named .*cannot be added", "entr"),
        ([3], r"^1 entry .* states no figure\.$", "sum|entries"),
        ([3, 4], r"^2 entries .* state no figure\.$", "sum"),
    ],
)
def test_money_is_singular_for_one_and_silent_about_none(tiny, rows, said, unsaid):
    text, _ = findings.money(kept(tiny, pledges=rows))
    assert re.search(said, text), text
    assert not re.search(rf"\b({unsaid})\b", text), text


# Places


def test_few_places_are_all_named(tiny):
    text, ids = findings.places(whole(tiny))
    assert text == "2 places are named: Bay (2) and Town (1)."
    assert set(ids) == {"p01.s1", "p01.s2", "p02.s1"}


def test_one_place_is_singular(tiny):
    text, ids = findings.places(kept(tiny, place_mentions=[2]))
    assert text == "1 place is named: Town (1)."
    assert ids == ["p02.s1"]


def test_of_many_places_the_first_three_are_named(shipped):
    text, _ = findings.places(whole(shipped))
    first = queries.places(whole(shipped))["short_name"].head(3)
    assert ", most often " in text
    assert all(name in text for name in first)
    assert len(re.findall(r"\(\d+\)", text)) == 3


PLACES = pd.DataFrame(
    [
        ("isles", "Isles", "area", "AAA;BBB"),
        ("aland", "Aland", "country", "AAA"),
        ("bland", "Bland", "country", "BBB"),
        ("aport", "Aport", "city", "AAA"),
        ("world", "World", "area", "AAA;BBB;CCC"),
        ("strait", "Strait", "sea", ""),
    ],
    columns=["place_id", "short_name", "kind", "members"],
).assign(name=lambda rows: rows["short_name"], lon=0.0, lat=0.0)
NEUTRAL = "Where the statement looks"


@pytest.mark.parametrize(
    ("mentioned", "title"),
    [
        ("aland aland bland isles aport world", "Isles and what lies in it: 5 of 6 mentions"),
        ("aland aland aport aport world strait", "Aland and what lies in it: 4 of 6 mentions"),
        ("aport aport aport aport strait", "Aport: 4 of 5 mentions"),
        ("world world world aland aland", "World: 3 of 5 mentions"),
        ("world world strait strait bland", "Strait and World: 2 of 5 mentions each"),
        ("world world strait strait aland aland", NEUTRAL),  # three with as many
        ("strait strait strait strait strait", NEUTRAL),  # nothing beside it
        ("aland aland world", NEUTRAL),  # too few
        ("", NEUTRAL),
    ],
)
def test_the_title_of_the_map_names_the_group_with_the_most_mentions(tiny, mentioned, title):
    rows = pd.DataFrame({"place_id": mentioned.split()}, dtype=str)
    mentions = rows.assign(passage_id="p01.s1", role="topic", quote="Peace")
    view = whole(tiny, places=PLACES, place_mentions=mentions)
    assert findings.where(view) == title


# Leads of pages


def test_commitments_count_what_they_name(tiny):
    assert findings.commitments(whole(tiny)) == "**3 commitments**: 2 name an amount and 1 a date."


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([0], "**1 of 3 commitments**: 1 names an amount."),
        ([0, 1], "**2 of 3 commitments**: 2 name an amount and 1 a date."),
        ([2], "**1 of 3 commitments**; none names an amount, a date or a mechanism."),
        ([], "None of 3 commitments."),
    ],
)
def test_commitments_of_a_view_are_counted_among_all(tiny, rows, expected):
    assert findings.commitments(kept(tiny, commitments=rows)) == expected


def test_dates_are_counted_by_how_they_lie_to_the_statement(tiny):
    text = findings.dates(whole(tiny))
    assert text == "**2 dates**: 1 under way and 1 ahead; 1 is not printed in full."


def test_one_date_is_singular_and_what_is_printed_is_not_implied(tiny):
    text = findings.dates(kept(tiny, dates=[0]))
    assert text.startswith("**1 date**")
    assert "ahead" not in text and "implied" not in text


def test_without_a_date_none_is_counted(tiny):
    assert findings.dates(kept(tiny, dates=[])) == "The statement has no date."


def test_what_followed_is_counted_from_the_first_to_the_last(tiny):
    assert findings.followed(whole(tiny)) == (
        "**2 events that followed are** listed, from March 2001 to 5 April 2002. "
        "1 of 3 commitments has a known follow-up. Where nothing is listed, something may still have "
        "happened."
    )
    assert findings.followed(kept(tiny, outcomes=[0])).startswith(
        "**1 event that followed is** listed, March 2001. "
    )
    assert findings.followed(kept(tiny, outcomes=[])) == "Nothing that followed is listed."


def test_commitments_are_counted_by_what_is_known_to_have_followed(tiny):
    assert findings.follow_up(whole(tiny)) == "1 of 3 commitments has a known follow-up"
    gone = tiny.outcomes.assign(commitment_id=["ships", "tariffs"], relation="reversed")
    assert (
        findings.follow_up(whole(tiny, outcomes=gone))
        == "2 of 3 commitments have a known follow-up, 2 were reversed"
    )
    twice = gone.assign(commitment_id="ships")
    assert findings.follow_up(whole(tiny, outcomes=twice)).endswith("has a known follow-up, 1 was reversed")
    of_money = tiny.outcomes[tiny.outcomes["commitment_id"] == ""]
    none = "None of 3 commitments has a known follow-up"
    assert findings.follow_up(whole(tiny, outcomes=of_money)) == none


def test_a_dataset_without_outcomes_says_nothing_of_them(tiny):
    assert findings.followed_up(whole(tiny, outcomes=tiny.outcomes.head(0))) == ""


@pytest.mark.parametrize(
    ("verbs", "said"),
    [
        (["agree", "agreed", "will"], "The word “agree” carries 2 of 3 commitments, “will” 1"),
        (["agree", "agree", "agree"], "The word “agree” carries 3 of 3 commitments"),
        (["agree", "will", "pledge"], ""),
    ],
)
def test_the_word_that_carries_most_is_named_where_one_does(tiny, verbs, said):
    rows = tiny.commitments.assign(verb=verbs)
    assert findings.verbs(whole(tiny, commitments=rows)) == said
    one = findings.verbs(whole(tiny, commitments=rows.head(1)))
    assert one == "The word “agree” carries the one commitment"


# All together


@pytest.fixture(scope="module")
def found(filtered_views):
    """The findings of every view that one theme, one actor or both leave, and of the whole."""
    views = [view for view in filtered_views if len(view.ds.passages)]
    return [(view, *finding) for view in views for finding in findings.key(view)]


WRONG = {
    "one of many": r"\b1 (sentences|commitments|sums|entries|places|dates)\b",
    "many of one": r"\b(0|[2-9]|\d\d+) (sentence|commitment|sum|entry|place|date)\b",
    "all of one": r"\b(None|all) of the 1\b",
    "marks without words": r"  |\s[,.;:]|[,;:]{2}|: ?\.|\.\.|\(\)",
    "missing values": r"\b(nan|NaN|NaT)\b|<NA>",
    "no sentence": r"^[*]*[a-z]|[^.]$",
}


@pytest.mark.parametrize("fault", WRONG)
def test_findings_are_good_english_in_every_view(found, fault):
    assert found
    for _, text, _ in found:
        assert not re.search(WRONG[fault], text.replace("**", "")), text


def test_findings_hold_only_passages_of_their_view(found):
    for view, text, ids in found:
        assert set(ids) <= set(view.ds.passages["passage_id"]), text


def test_a_view_has_findings_only_on_what_it_holds(tiny):
    bare = kept(tiny, commitments=[], pledges=[], place_mentions=[])
    assert findings.key(bare) == [findings.binding(bare)]
    assert len(findings.key(whole(tiny))) == 5


def test_one_theme_alone_is_not_said_to_hold_the_most(tiny):
    trade = queries.select(tiny, Selection(themes=("trade",)))
    assert len(trade.ds.commitments) and findings.busiest_theme(trade) == []
    assert len(findings.key(trade)) == len(findings.key(whole(tiny))) - 1


def test_what_a_filter_leaves_nothing_of_is_said_of_the_filter(tiny):
    view = queries.select(tiny, queries.Selection(themes=("sport",)))
    assert findings.dates(view) == "No date under this filter."
    assert findings.money_entries(view) == "No entry about money under this filter."
    assert findings.places(view) == ("No place under this filter.", [])
    assert findings.followed(view) == "Nothing that followed is listed under this filter."
