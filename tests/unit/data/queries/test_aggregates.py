"""The tables behind the charts and lists, one question each."""

from dataclasses import replace

import pandas as pd
import pytest

from data import queries
from data.queries import Selection
from tests.unit.data.queries.rows import frame, ids, records


def view_of(ds, **tables):
    """The whole of a dataset with other tables under these names."""
    return queries.select(replace(ds, **tables), Selection())


# Themes


def test_a_theme_counts_what_choosing_it_would_show(tiny):
    counts = queries.theme_counts(queries.select(tiny, Selection(("peace",), ("south",))))
    assert list(counts.items()) == [("peace", 0), ("trade", 2), ("sport", 0)]


def test_themes_are_counted_under_the_shared_filters_alone(tiny):
    view = queries.select(tiny, Selection(roles=("venue",), kinds=("past",)))
    assert list(queries.theme_counts(view)) == [1, 2, 0]


def test_emphasis_counts_words_and_commitments_by_theme(whole):
    rows = queries.emphasis(whole)
    assert records(rows, "theme", "words", "sentences", "commitments", "passage_ids") == [
        ("peace", 3, 1, 0, "p01.s1"),
        ("trade", 7, 2, 3, "p01.s2;p02.s1"),
    ]
    assert rows["share_words"].tolist() == pytest.approx([0.3, 0.7])
    assert rows["share_commitments"].tolist() == [0, 1]


def test_emphasis_follows_the_codebook_and_counts_no_mark_as_a_word(tiny):
    texts = ["Peace – soon.", "- 5 %", "…"]
    backwards = tiny.passages.assign(text=texts)[::-1]
    rows = queries.emphasis(view_of(tiny, passages=backwards))
    assert records(rows, "theme", "words") == [("peace", 2), ("trade", 1)]


def test_emphasis_of_nothing_is_empty(nothing):
    assert queries.emphasis(nothing).empty


# Commitments


def test_the_ribbon_has_every_sentence_with_its_firmest_commitment(trade):
    table = queries.ribbon(trade)
    assert records(table, "position", "passage_id", "section", "theme", "strength", "shown") == [
        (1, "p01.s1", "", "peace", "", False),
        (2, "p01.s2", "", "trade", "done", True),
        (3, "p02.s1", "Deeds: all", "trade", "pledged", True),
    ]


def test_the_firmest_commitment_is_that_of_the_codebook_in_whatever_order_the_rows_stand(tiny):
    view = view_of(tiny, commitments=tiny.commitments[::-1], codes=tiny.codes[::-1])
    assert queries.ribbon(view)["strength"].tolist() == ["", "done", "pledged"]


def test_the_ribbon_of_an_empty_view_hides_every_sentence(nothing):
    assert queries.ribbon(nothing)["shown"].tolist() == [False, False, False]


def test_commitments_come_firmest_first_with_how_specific_they_are(tiny, whole):
    rows = queries.commitments(whole)
    assert records(rows, "commitment_id", "theme", "paragraph", "specific") == [
        ("markets", "trade", 1, 1),
        ("ships", "trade", 2, 0),
        ("tariffs", "trade", 1, 2),
    ]
    assert list(rows) == [*tiny.commitments, "theme", "paragraph", "specific"]


def test_commitments_of_one_strength_come_in_reading_order(tiny):
    passages = tiny.passages.assign(passage_id=["p01.s2", "p01.s10", "p02.s1"])
    commitments = tiny.commitments.assign(strength="done", passage_id=["p02.s1", "p01.s10", "p01.s2"])
    rows = queries.commitments(view_of(tiny, passages=passages, commitments=commitments))
    assert ids(rows) == ["p01.s2", "p01.s10", "p02.s1"]


def test_the_balance_counts_commitments_by_theme_and_strength(whole):
    assert sorted(records(queries.balance(whole), "theme", "strength", "count", "passage_ids")) == [
        ("trade", "considered", 1, "p01.s2"),
        ("trade", "done", 1, "p01.s2"),
        ("trade", "pledged", 1, "p02.s1"),
    ]


def test_the_balance_names_a_sentence_once_for_all_its_commitments(tiny):
    view = view_of(tiny, commitments=tiny.commitments.assign(strength="done")[::-1])
    assert records(queries.balance(view), "count", "passage_ids") == [(3, "p01.s2;p02.s1")]


# Money


def test_sums_leave_rules_out_and_keep_a_rise_without_a_figure(whole):
    assert ids(queries.sums(whole), "pledge_id") == ["fund", "rise", "gift", "level"]


def test_pledges_are_by_payer_the_largest_first_and_rules_last(whole):
    assert records(queries.pledges(whole), "pledge_id", "payer", "rule") == [
        ("fund", "north", False),
        ("rise", "north", False),
        ("rule", "north", True),
        ("gift", "south", False),
        ("level", "south", False),
    ]


# Dates


def test_dates_come_earliest_first_and_say_what_is_implied(tiny):
    rows = queries.dates(view_of(tiny, dates=tiny.dates[::-1]))
    assert records(rows, "date_id", "implied", "theme", "paragraph") == [
        ("first", False, "trade", 1),
        ("last", True, "trade", 2),
    ]


def test_dates_of_one_day_come_in_reading_order(tiny):
    passages = tiny.passages.assign(passage_id=["p01.s1", "p01.s2", "p01.s10"])
    dates = tiny.dates.assign(start=pd.Timestamp(2001, 1, 1), end=pd.NaT, passage_id=["p01.s10", "p01.s2"])
    rows = queries.dates(view_of(tiny, passages=passages, dates=dates))
    assert ids(rows) == ["p01.s2", "p01.s10"]


def test_dates_of_chosen_kinds_only(whole):
    assert ids(queries.dates(whole.narrowed(kinds=["deadline"])), "date_id") == ["last"]
    assert queries.dates(whole.narrowed(kinds=["window"])).empty


# Bodies


def test_bodies_are_those_named_the_most_named_first(tiny):
    bodies = frame(
        "body_id name acronym kind",
        ("club", "A Club", "", "agreement"),
        ("bank", "Bank", "B", "agreement"),
        ("pact", "Pact", "", "agreement"),
    )
    mentions = frame(
        "passage_id body_id quote",
        ("p02.s1", "pact", "Ships"),
        ("p01.s2", "bank", "Trade"),
        ("p01.s1", "pact", "Peace"),
        ("p01.s2", "pact", "Trade"),
        ("p01.s1", "bank", "Peace"),
    )
    table = queries.bodies(view_of(tiny, bodies=bodies, body_mentions=mentions))
    assert records(table, "body_id", "mentions", "themes", "passage_ids") == [
        ("pact", 3, "trade;peace", "p01.s1;p01.s2;p02.s1"),
        ("bank", 2, "peace;trade", "p01.s1;p01.s2"),  # on a tie the order of the codebook
    ]
    assert set(tiny.bodies) < set(table)


def test_verbs_are_counted_with_their_forms_the_most_frequent_first(tiny):
    def verbs(*words):
        view = view_of(tiny, commitments=tiny.commitments.assign(verb=words))
        return records(queries.verbs(view), "verb", "forms", "count", "passage_ids")

    assert verbs("pledge", "agreed", "agree") == [
        ("agree", "agreed, agree", 2, "p01.s2;p02.s1"),
        ("pledge", "pledge", 1, "p01.s2"),
    ]
    # Longer endings make another word.
    words = ["will", "willingness", "commit"]
    assert [verb for verb, *_ in verbs(*words)] == words
