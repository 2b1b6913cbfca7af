"""The tables behind the charts and lists, one question each."""

import pandas as pd
import pytest

from data import queries
from data.queries import Selection
from tests.unit.data.queries.four_sentences import ids, records

# Themes


def test_a_theme_counts_what_choosing_it_would_show(ds):
    counts = queries.theme_counts(ds, Selection(("peace",), ("south",)))
    assert counts.to_dict() == {"peace": 0, "trade": 2, "sport": 1}
    assert counts.index.tolist() == ["peace", "trade", "sport"]


def test_emphasis_counts_words_and_commitments_by_theme(ds):
    rows = queries.emphasis(ds)
    assert records(rows, "theme", "words", "sentences", "commitments") == [
        ("peace", 8, 1, 0),
        ("trade", 7, 2, 4),
        ("sport", 3, 1, 0),
    ]
    assert rows["share_words"].tolist() == pytest.approx([8 / 18, 7 / 18, 3 / 18])
    assert rows["share_commitments"].tolist() == [0, 1, 0]


def test_emphasis_of_nothing_is_empty(nothing):
    assert queries.emphasis(nothing).empty


# Commitments


def test_the_fingerprint_has_every_sentence_with_its_firmest_commitment(ds):
    view = queries.select(ds, Selection(themes=("trade",)))
    table = queries.fingerprint(ds, view)
    assert records(table, "position", "passage_id", "section", "theme", "strength", "shown") == [
        (1, "p01.s1", "", "peace", "", False),
        (2, "p01.s2", "", "trade", "sworn", True),
        (3, "p02.s1", "Deeds", "trade", "hoped", True),
        (4, "p02.s2", "Deeds", "sport", "", False),
    ]


def test_the_fingerprint_of_an_empty_view_hides_every_sentence(ds, nothing):
    assert not queries.fingerprint(ds, nothing)["shown"].any()


def test_commitments_come_firmest_first_with_how_specific_they_are(ds):
    rows = queries.commitments(ds)
    assert records(rows, "commitment_id", "theme", "paragraph", "specific") == [
        ("tariffs", "trade", 1, 1),
        ("markets", "trade", 1, 3),
        ("ships", "trade", 2, 0),
        ("harbours", "trade", 2, 1),
    ]
    assert list(rows) == [*ds.commitments, "theme", "paragraph", "specific"]


def test_the_ladder_counts_commitments_and_names_their_sentences_once(ds):
    assert sorted(records(queries.ladder(ds), "theme", "strength", "count", "passage_ids")) == [
        ("trade", "hoped", 3, "p01.s2;p02.s1"),
        ("trade", "sworn", 1, "p01.s2"),
    ]


def test_who_acts_counts_by_the_actor_of_the_commitment(ds):
    assert sorted(records(queries.who_acts(ds), "actor", "strength", "count", "passage_ids")) == [
        ("both", "hoped", 1, "p02.s1"),
        ("north", "hoped", 1, "p02.s1"),
        ("north", "sworn", 1, "p01.s2"),
        ("south", "hoped", 1, "p01.s2"),
    ]


# Money


def test_sums_leave_rules_out_and_keep_a_rise_without_a_figure(ds):
    assert ids(queries.sums(ds), "pledge_id") == ["fund", "rise", "grant"]


def test_a_year_of_a_pledge_is_its_amount_over_all_years_of_its_period(ds):
    sums = queries.sums(ds).set_index("pledge_id")
    assert sums.loc["fund", ["years", "per_year", "theme", "paragraph"]].tolist() == [5, 2, "trade", 1]


def test_what_lacks_amount_or_period_has_no_amount_a_year(ds):
    sums = queries.sums(ds).set_index("pledge_id")
    assert pd.isna(sums.at["rise", "per_year"]) and sums.at["rise", "years"] == 1
    assert pd.isna(sums.at["grant", "per_year"]) and pd.isna(sums.at["grant", "years"])


def test_money_without_number_is_every_pledge_without_an_amount(ds):
    rows = queries.money_without_number(ds)
    assert records(rows, "pledge_id", "theme") == [("rise", "trade"), ("rule", "trade")]


# Dates


def test_dates_come_earliest_first_and_say_what_is_implied(ds):
    assert records(queries.dates(ds), "date_id", "implied", "theme") == [
        ("first", False, "trade"),
        ("race", True, "sport"),
        ("later", False, "trade"),
    ]


def test_dates_of_chosen_kinds_only(ds):
    assert ids(queries.dates(queries.with_kinds(ds, ["window"])), "date_id") == ["later"]
    assert queries.dates(queries.with_kinds(ds, ["deadline"])).empty


# Bodies


def test_bodies_are_those_named_the_most_named_first(ds):
    table = queries.bodies(ds)
    assert records(table, "body_id", "mentions", "themes", "passage_ids") == [
        ("pact", 3, "trade;peace", "p01.s1;p01.s2;p02.s1"),
        ("bank", 1, "trade", "p01.s2"),
    ]
    assert set(ds.bodies) < set(table)
