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


# Titles of pictures


def coded(tiny, themes, strengths):
    """A view of one sentence a theme, each with a commitment of the strength beside it; "" for none."""
    ids = [f"p01.s{number}" for number in range(1, len(themes) + 1)]
    passages = tiny.passages.iloc[[0] * len(themes)].assign(passage_id=ids, theme=list(themes))
    holding = [(id_, strength) for id_, strength in zip(ids, strengths, strict=True) if strength]
    commitments = tiny.commitments.iloc[[0] * len(holding)].assign(
        passage_id=[id_ for id_, _ in holding],
        strength=[strength for _, strength in holding],
        commitment_id=[f"c{number}" for number in range(len(holding))],
    )
    return whole(tiny, passages=passages, commitments=commitments)


FIRM, LOOSE = "done", "considered"


@pytest.mark.parametrize(
    ("themes", "strengths", "title"),
    [
        (
            ["peace"] * 4 + ["trade"] * 3,
            [FIRM, FIRM, FIRM, LOOSE, FIRM, FIRM, ""],
            "6 of 7 sentences commit, 5 firmly",
        ),
        (["peace"] * 3 + ["trade"] * 3, [FIRM] * 6, "All 6 sentences commit"),
        (["peace", "peace", "trade"], [FIRM, FIRM, ""], "2 of 3 sentences commit"),
        (["peace"] * 4, [FIRM] * 3 + [""], "3 of 4 sentences commit"),
        (["peace", "trade"], ["", LOOSE], "1 of 2 sentences commits"),
        (["peace", "trade"], ["", ""], "None of the 2 sentences commits"),
        (["peace"], [""], "The one sentence commits to nothing"),
        (["peace"], [LOOSE], "The one sentence commits"),
    ],
)
def test_the_ribbon_is_titled_by_how_many_sentences_commit(tiny, themes, strengths, title):
    assert findings.ribbon(coded(tiny, themes, strengths)) == title


def test_the_longest_run_of_firm_sentences_is_told_if_there_is_one(tiny):
    view = coded(tiny, ["peace"] * 4 + ["trade"] * 3, [FIRM, FIRM, FIRM, LOOSE, FIRM, FIRM, ""])
    run = "In reading order, the longest run of sentences that commit firmly is about Peace: 3."
    assert findings.longest_run(view) == run
    for themes in (["peace"] * 3 + ["trade"] * 3, ["peace"] * 2 + ["trade"], ["peace"] * 4):
        assert findings.longest_run(coded(tiny, themes, [FIRM] * len(themes))) == ""  # tie, short, one theme


@pytest.mark.parametrize(
    ("themes", "strengths", "title"),
    [
        (["peace"] * 4 + ["trade"] * 4, [FIRM] * 4 + [LOOSE] * 4, "Peace firm, Trade loose"),
        (["peace"] * 4 + ["trade"] * 4, [FIRM] * 8, "Peace and Trade are firm"),
        (["peace"] * 4 + ["trade"] * 4, [FIRM, LOOSE] * 2 + [LOOSE] * 4, "Trade is loose"),
        (["peace"] * 3 + ["trade"], [FIRM] * 3 + [LOOSE], "3 of 4 commitments are firm"),  # too few to say
        (["peace", "trade"], [FIRM, LOOSE], "1 of 2 commitments is firm"),
        (["peace"] * 4, [FIRM] * 4, "All 4 commitments are firm"),
        (["peace"] * 4, [LOOSE] * 4, "None of 4 commitments is firm"),
        (["peace"], [FIRM], "The one commitment is firm: done"),
        (["peace"], [LOOSE], "The one commitment is loose: considered"),
    ],
)
def test_the_balance_is_titled_by_which_themes_are_firm(tiny, themes, strengths, title):
    assert findings.balance(coded(tiny, themes, strengths)) == title


def test_words_and_promises_are_titled_by_the_theme_that_promises_beyond_its_words(tiny):
    promised = coded(tiny, ["peace", "trade", "trade"], ["", FIRM, FIRM])
    assert findings.emphasis(promised) == "Trade: 67% of the words, 100% of the commitments"
    for plain in (["peace", "trade"], [FIRM, FIRM]), (["peace"] * 2, [FIRM, FIRM]), (["peace"], [""]):
        assert findings.emphasis(coded(tiny, *plain)) == ""


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


# Headings


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([0, 1, 2, 3, 4], "Three sums of three kinds cannot be compared"),
        ([0, 2], "Two sums of two kinds cannot be compared"),
        ([1], "One sum of money: $110 million, total"),
        ([3, 4], "An increase, and no amount"),
        ([4], "Rules about money, and no sum"),
        ([], ""),
    ],
)
def test_the_heading_of_money_says_what_can_be_compared(tiny, rows, expected):
    assert findings.kinds_of_money(kept(tiny, pledges=rows)) == expected


def test_sums_of_one_kind_are_not_said_to_differ(tiny):
    alike = tiny.pledges.head(2).assign(basis="new")
    assert findings.kinds_of_money(whole(tiny, pledges=alike)) == "Two sums of one kind: new money"


def test_entries_about_money_are_counted_by_what_they_name(tiny):
    assert findings.money_entries(whole(tiny)) == (
        "**5 entries about money**: 3 sums, 1 increase without a figure and 1 without a sum."
    )
    assert findings.money_entries(kept(tiny, pledges=[0])) == "**1 entry about money**: 1 sum."
    assert findings.money_entries(kept(tiny, pledges=[])) == "The statement has no entry about money."


def with_dates(ds, *rows):
    """A view of these (passage_id, kind, start)."""
    ids, kinds, starts = zip(*rows, strict=True)
    days = pd.to_datetime(list(starts))
    dates = ds.dates.iloc[[0] * len(rows)].reset_index(drop=True)
    return whole(ds, dates=dates.assign(passage_id=ids, kind=kinds, start=days, end=days))


def test_the_heading_of_dates_says_what_is_due(tiny):
    past, due = ("p01.s1", "past", "1999-01-01"), ("p02.s1", "deadline", "2030-01-01")
    assert findings.due(with_dates(tiny, past, due, due)) == "Every deadline is about trade"
    other = ("p01.s1", "deadline", "2030-01-01")
    assert findings.due(with_dates(tiny, past, due, due, other)) == "2 of 3 deadlines are about trade"


def test_without_a_theme_that_is_due_the_heading_says_how_dates_lie(tiny):
    past, due = ("p01.s1", "past", "1999-01-01"), ("p02.s1", "deadline", "2030-01-01")
    other = ("p01.s1", "deadline", "2030-01-01")
    assert findings.due(with_dates(tiny, past, due, other)) == "2 of 3 dates lie ahead"
    assert findings.due(with_dates(tiny, due, due)) == "Both dates lie ahead", "all are of one theme"
    assert findings.due(with_dates(tiny, past, due)) == "", "as many behind as ahead"
    assert findings.due(with_dates(tiny, past)) == ""
    asked_for = queries.select(tiny, Selection(kinds=("deadline",)))
    assert findings.due(asked_for) == "", "what was asked for is no finding"


# Agreement


@pytest.mark.parametrize(
    ("alphas", "said"),
    [
        ([0.9876, 1.0, 1.0], "Two passes agree: alpha 0.987 or more"),
        ([0.9996, 1.0, 1.0], "Two passes agree: alpha 0.999 or more"),
        ([0.8, 0.9, float("nan")], "Two passes agree: alpha 0.800 or more"),
        ([1.0, 1.0, float("nan")], "Two passes agree on every code"),
        ([0.79, 0.9, 1.0], "Two passes agree, but too little on theme"),
        ([0.79, 0.5, 1.0], "Two passes agree, but too little on theme and speech act"),
        ([0.1, 0.2, 0.3], "Two passes agree too little on theme, speech act and actor"),
        ([-0.2, float("nan"), float("nan")], "Two passes agree too little on theme"),
        ([float("nan")] * 3, ""),
    ],
)
def test_agreement_names_the_lowest_alpha_or_the_facets_below_reliable(alphas, said):
    table = pd.DataFrame({"facet": ["theme", "speech_act", "actor"], "alpha": alphas})
    assert findings.agreement(table) == said


def test_what_a_filter_leaves_nothing_of_is_said_of_the_filter(tiny):
    view = queries.select(tiny, queries.Selection(themes=("sport",)))
    assert findings.dates(view) == "No date under this filter."
    assert findings.money_entries(view) == "No entry about money under this filter."
    assert findings.places(view) == ("No place under this filter.", [])
    assert findings.followed(view) == "Nothing that followed is listed under this filter."
