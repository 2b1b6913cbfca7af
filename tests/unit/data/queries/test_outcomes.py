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


def test_an_outcome_of_a_passage_goes_with_the_passage(tiny):
    alone = tiny.outcomes.head(1).assign(commitment_id="", passage_id="p01.s1")
    ds = replace(tiny, outcomes=alone)
    found = records(queries.outcomes(queries.select(ds, Selection())), "follows", "passage_ids")
    assert found == [("", "p01.s1")]
    assert queries.outcomes(queries.select(ds, Selection(themes=("trade",)))).empty
    assert [row["outcome_id"] for row in queries.outcomes_of(ds, "p01.s1")] == ["sailed"]


def test_a_commitment_has_each_relation_once_in_the_order_of_the_codebook(tiny):
    rows = tiny.outcomes.iloc[[1, 0, 0]].assign(commitment_id="ships")
    ds = replace(tiny, outcomes=rows)
    assert queries.relations(queries.select(ds, Selection())) == {"ships": ["step", "reversed"]}
    assert queries.relations(queries.select(ds, Selection(actors=("north",)))) == {}


def test_a_passage_knows_what_followed_it(tiny):
    assert [row["outcome_id"] for row in queries.outcomes_of(tiny, "p02.s1")] == ["sailed", "risen"]
    assert queries.outcomes_of(tiny, "p01.s1") == []
