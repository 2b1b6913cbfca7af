"""Titles that say what a picture shows: short sentences computed from a view."""

import pandas as pd
import pytest

from components.content.text import findings
from data import queries
from data.queries import Selection
from tests.unit.content.views import kept, whole

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
