"""What followed the statement, apart from what it says."""

from dataclasses import replace

from data import queries
from data.queries import Selection
from tests.unit.data.queries.rows import records


def test_outcomes_come_earliest_first_with_what_they_follow(tiny):
    view = queries.select(replace(tiny, outcomes=tiny.outcomes[::-1]), Selection())
    assert records(queries.outcomes(view), "outcome_id", "follows", "passage_ids") == [
        ("sailed", "Ships", "p02.s1"),
        ("risen", "Rise", "p02.s1"),
    ]


def test_an_outcome_is_named_after_the_pledge_where_its_commitment_is_hidden(tiny):
    both = replace(tiny, outcomes=tiny.outcomes.assign(commitment_id="ships", pledge_id="fund").head(1))
    (found,) = records(queries.outcomes(queries.select(both, Selection())), "follows", "passage_ids")
    assert found == ("Ships", "p01.s2;p02.s1")
    by_north = queries.select(both, Selection(actors=("north",)))
    assert records(queries.outcomes(by_north), "follows", "passage_ids") == [("Fund", "p01.s2")]


def test_a_passage_knows_what_followed_it(tiny):
    assert [row["outcome_id"] for row in queries.outcomes_of(tiny, "p02.s1")] == ["sailed", "risen"]
    assert queries.outcomes_of(tiny, "p01.s1") == []
