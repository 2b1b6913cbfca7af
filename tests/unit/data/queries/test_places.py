"""Where the statement looks, and the narrowest place that holds a country."""

import pytest

from data import queries
from data.queries import Selection
from tests.unit.data.queries.four_sentences import records


def test_places_are_those_mentioned_the_most_mentioned_first(ds):
    table = queries.places(ds)
    assert records(table, "place_id", "mentions", "passage_ids") == [
        ("bay", 3, "p01.s1;p01.s2;p02.s1"),
        ("ocean", 2, "p01.s1;p01.s2"),
        ("town", 2, "p01.s2"),
        ("island", 1, "p02.s2"),
    ]
    assert set(ds.places) < set(table)


def test_a_place_takes_the_theme_of_most_of_its_mentions_and_of_the_codebook_on_a_tie(ds):
    themes = queries.places(ds).set_index("place_id")["theme"]
    assert themes["bay"] == "trade"
    assert themes["ocean"] == "peace"


def test_roles_of_a_place_stand_the_most_frequent_first(ds):
    roles = queries.places(ds).set_index("place_id")["roles"]
    assert roles["bay"] == "venue;topic"
    assert roles["town"] == "topic"


@pytest.mark.parametrize(
    ("country", "place"), [("AAA", "island"), ("BBB", "bay"), ("CCC", "ocean"), ("DDD", None)]
)
def test_a_country_belongs_to_the_narrowest_mentioned_place(ds, country, place):
    assert queries.narrowest_place(queries.places(ds), country) == place


def test_a_narrower_place_that_the_view_does_not_mention_does_not_count(ds):
    view = queries.select(ds, Selection(themes=("peace",)))
    assert queries.narrowest_place(queries.places(view), "AAA") == "bay"


def test_no_place_holds_a_country_where_none_is_mentioned(nothing):
    assert queries.narrowest_place(queries.places(nothing), "AAA") is None
