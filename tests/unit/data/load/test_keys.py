"""A key is used once, and a reference leads to one."""

import pytest

from data.load import Problem
from tests.unit.data.load.breaking import set_cell


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("commitments", "commitment_id"),
        ("places", "place_id"),
        ("second_coding", "passage_id"),
        ("outcomes", "outcome_id"),
    ],
)
def test_a_key_used_twice(grids, problems, table, column):
    key = grids[table][1][0]
    set_cell(grids[table], 3, column, key)
    expected = f"a {column} that no other row has"
    assert problems(table) == [Problem(f"{table}.csv", 3, column, key, expected)]


def test_a_key_of_two_columns_used_twice(grids, problems):
    grids["secondary_themes"].append(grids["secondary_themes"][1])
    (problem,) = problems("secondary_themes")
    assert (problem.row, problem.column, problem.value) == (3, "passage_id, theme", "p01.s1, trade")


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "target"),
    [
        ("secondary_themes", 2, "passage_id", "p09.s9", "passages"),
        ("second_coding", 2, "passage_id", "p09.s9", "passages"),
        ("commitments", 3, "passage_id", "p09.s9", "passages"),
        ("pledges", 2, "passage_id", "p09.s9", "passages"),
        ("place_mentions", 2, "passage_id", "p09.s9", "passages"),
        ("place_mentions", 3, "place_id", "uptown", "places"),
        ("body_mentions", 2, "passage_id", "p09.s9", "passages"),
        ("body_mentions", 2, "body_id", "no-pact", "bodies"),
        ("map_views", 2, "place_id", "uptown", "places"),
        ("dates", 2, "passage_id", "p09.s9", "passages"),
        ("figures", 2, "passage_id", "p09.s9", "passages"),
        ("outcomes", 2, "commitment_id", "no-promise", "commitments"),
        ("outcomes", 3, "pledge_id", "no-money", "pledges"),
    ],
)
def test_a_reference_that_leads_nowhere(grids, problems, table, row, column, value, target):
    set_cell(grids[table], row, column, value)
    problem = Problem(f"{table}.csv", row, column, value, f"a {column} of {target}.csv")
    assert [one for one in problems(table, target) if one.row] == [problem]


def test_a_reference_that_is_no_passage_id_at_all_is_reported_once(grids, problems):
    set_cell(grids["dates"], 2, "passage_id", "first page")
    problem = Problem("dates.csv", 2, "passage_id", "first page", "text like p13.s8")
    assert problems("dates", "passages") == [problem]


@pytest.mark.parametrize("table", ["dates", "place_mentions", "body_mentions", "outcomes", "map_views"])
def test_a_reference_to_a_table_that_could_not_be_read_is_not_reported(problems, table):
    assert problems(table) == []
