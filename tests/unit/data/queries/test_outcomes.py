"""What followed the statement, apart from what it says."""

from data import queries
from data.queries import Selection
from tests.unit.data.queries.four_sentences import records


def test_outcomes_come_earliest_first_with_what_they_follow(ds):
    found = queries.outcomes(ds)
    assert records(found, "outcome_id", "follows", "passage_ids") == [
        ("money", "Rise", "p02.s1"),
        ("both", "Ships", "p01.s2;p02.s1"),
    ]


def test_an_outcome_is_named_after_the_pledge_where_its_commitment_is_hidden(ds):
    by_north = queries.select(ds, Selection(actors=("north",)))
    assert records(queries.outcomes(by_north), "follows", "passage_ids") == [("Fund", "p01.s2")]


def test_a_passage_knows_what_followed_it(ds):
    assert [row["outcome_id"] for row in queries.outcomes_of(ds, "p01.s2")] == ["both"]
    assert queries.outcomes_of(ds, "p01.s1") == []
