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
        ([0], r"^One sum .* is named.*\$70 million \(new money\)\.$", "undertaking|added|sums"),
        ([0, 3], r"^One sum .*; 1 undertaking .* states no figure\.$", "undertakings|added|sums"),
        ([0, 1], r"^2 sums .* are named .*cannot be added", "undertaking"),
        ([3], r"^1 undertaking .* states no figure\.$", "sum|undertakings"),
        ([3, 4], r"^2 undertakings .* state no figure\.$", "sum"),
    ],
)
def test_money_is_singular_for_one_and_silent_about_none(tiny, rows, said, unsaid):
    text, _ = findings.money(kept(tiny, pledges=rows))
    assert re.search(said, text), text
    assert not re.search(rf"\b({unsaid})\b", text), text


# Places


def test_few_places_are_all_named(tiny):
    text, ids = findings.places(whole(tiny))
    assert text == "2 places are named: The Bay (2) and The Town (1)."
    assert set(ids) == {"p01.s1", "p01.s2", "p02.s1"}


def test_one_place_is_singular(tiny):
    text, ids = findings.places(kept(tiny, place_mentions=[2]))
    assert text == "1 place is named: The Town (1)."
    assert ids == ["p02.s1"]


def test_of_many_places_the_first_three_are_named(shipped):
    text, _ = findings.places(whole(shipped))
    first = queries.places(whole(shipped))["name"].head(3)
    assert ", most often " in text
    assert all(name in text for name in first)
    assert len(re.findall(r"\(\d+\)", text)) == 3


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


def test_dates_are_counted_by_kind(tiny):
    text = findings.dates(whole(tiny))
    assert text.startswith("**2 dates**")
    assert "past 1 and deadline 1" in text and "1 of them is implied" in text


def test_one_date_is_singular_and_what_is_printed_is_not_implied(tiny):
    text = findings.dates(kept(tiny, dates=[0]))
    assert text.startswith("**1 date**")
    assert "deadline" not in text and "implied" not in text


def test_without_a_date_none_is_counted(tiny):
    assert findings.dates(kept(tiny, dates=[])) == "No date under this filter."


def test_what_followed_is_counted_from_the_first_to_the_last(tiny):
    assert findings.followed(whole(tiny)) == (
        "**2 events that followed are** listed, from March 2001 to 5 April 2002."
    )
    assert findings.followed(kept(tiny, outcomes=[0])) == "**1 event that followed is** listed, March 2001."
    assert findings.followed(kept(tiny, outcomes=[])) == "Nothing that followed is listed under this filter."


# All together


@pytest.fixture(scope="module")
def found(filtered_views):
    """The findings of every view that one theme, one actor or both leave, and of the whole."""
    views = [view for view in filtered_views if len(view.ds.passages)]
    return [(view, *finding) for view in views for finding in findings.key(view)]


WRONG = {
    "one of many": r"\b1 (sentences|commitments|sums|undertakings|places|dates)\b",
    "many of one": r"\b(0|[2-9]|\d\d+) (sentence|commitment|sum|undertaking|place|date)\b",
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


# Agreement


@pytest.mark.parametrize(
    ("alphas", "said"),
    [
        ([0.987, 1.0, 1.0], "Two passes agree: alpha 0.98 or more"),
        ([0.996, 1.0, 1.0], "Two passes agree: alpha 0.99 or more"),
        ([0.8, 0.9, float("nan")], "Two passes agree: alpha 0.80 or more"),
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
