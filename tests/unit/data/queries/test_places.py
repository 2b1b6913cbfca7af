"""Where the statement looks, and the narrowest place that holds a country."""

from dataclasses import replace

import pytest

from data import queries
from data.queries import Selection
from tests.unit.data.queries.rows import frame, records


def view_with(ds, *mentions):
    """The whole of a dataset with these mentions of places: passage_id, place_id, role."""
    rows = frame("passage_id place_id role", *mentions)
    return queries.select(replace(ds, place_mentions=rows.assign(quote="")), Selection())


def test_places_are_those_mentioned_the_most_mentioned_first(tiny, whole):
    table = queries.places(whole)
    assert records(table, "place_id", "mentions", "theme", "roles", "passage_ids") == [
        ("bay", 2, "peace", "topic;venue", "p01.s1;p01.s2"),
        ("town", 1, "trade", "topic", "p02.s1"),
    ]
    assert set(tiny.places) < set(table)


def test_a_place_takes_the_theme_and_first_the_role_of_most_of_its_mentions(tiny):
    view = view_with(tiny, ("p01.s1", "bay", "topic"), ("p01.s2", "bay", "venue"), ("p02.s1", "bay", "venue"))
    assert records(queries.places(view), "mentions", "theme", "roles") == [(3, "trade", "venue;topic")]


def test_on_a_tie_a_place_takes_the_theme_that_the_codebook_has_first(tiny):
    view = view_with(tiny, ("p01.s2", "bay", "venue"), ("p01.s1", "bay", "topic"))
    assert records(queries.places(view), "theme", "roles") == [("peace", "venue;topic")]


def test_a_place_that_a_sentence_mentions_twice_has_the_sentence_once(tiny):
    view = view_with(tiny, ("p02.s1", "town", "topic"), ("p02.s1", "town", "venue"))
    assert records(queries.places(view), "mentions", "passage_ids") == [(2, "p02.s1")]


@pytest.mark.parametrize(("country", "place"), [("FJI", "bay"), ("TON", "ocean"), ("CCC", None)])
def test_a_country_belongs_to_the_narrowest_mentioned_place(tiny, country, place):
    view = view_with(
        tiny, ("p01.s1", "ocean", "topic"), ("p01.s2", "ocean", "topic"), ("p01.s2", "bay", "topic")
    )
    assert queries.narrowest_place(queries.places(view), country) == place


def test_a_narrower_place_that_the_view_does_not_mention_does_not_count(tiny):
    view = view_with(tiny, ("p01.s1", "ocean", "topic"))
    assert queries.narrowest_place(queries.places(view), "FJI") == "ocean"


def test_a_city_holds_no_country(tiny):
    cities = replace(tiny, places=tiny.places.assign(members=["FJI;TON", "FJI", "FJI"]))
    view = view_with(cities, ("p01.s1", "town", "topic"), ("p01.s1", "ocean", "topic"))
    assert queries.narrowest_place(queries.places(view), "FJI") == "ocean"


def test_no_place_holds_a_country_where_none_is_mentioned(nothing):
    assert queries.narrowest_place(queries.places(nothing), "FJI") is None
