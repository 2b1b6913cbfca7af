"""A key is used once, and a reference leads to one."""

import pytest

from data.load import Problem
from tests.unit.data.load.three_sentences import only_problem, set_cell, table_path


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "key", "found"),
    [
        ("commitments", 3, "commitment_id", "bridge", "commitment_id", "bridge"),
        ("terms", 3, "term", "HP", "term", "HP"),
        ("second_coding", 3, "passage_id", "p01.s1", "passage_id", "p01.s1"),
        ("map_views", 3, "view", "world", "view", "world"),
    ],
)
def test_a_key_used_twice(folder, table, row, column, value, key, found):
    set_cell(folder, table, row, column, value)
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.column, problem.value) == (
        f"{table}.csv",
        row,
        key,
        found,
    )
    assert problem.expected == f"a {key} that no other row has"


def test_a_key_of_two_columns_used_twice(folder):
    table_path(folder, "secondary_themes").write_text("passage_id,theme\np01.s2,trade\np01.s2,trade\n")
    problem = only_problem(folder)
    assert (problem.row, problem.column, problem.value) == (3, "passage_id, theme", "p01.s2, trade")


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "target"),
    [
        ("secondary_themes", 2, "passage_id", "p09.s9", "passages.csv"),
        ("second_coding", 2, "passage_id", "p09.s9", "passages.csv"),
        ("commitments", 3, "passage_id", "p09.s9", "passages.csv"),
        ("pledges", 2, "passage_id", "p09.s9", "passages.csv"),
        ("place_mentions", 2, "passage_id", "p09.s9", "passages.csv"),
        ("place_mentions", 3, "place_id", "uptown", "places.csv"),
        ("body_mentions", 2, "passage_id", "p09.s9", "passages.csv"),
        ("body_mentions", 2, "body_id", "no-pact", "bodies.csv"),
        ("map_views", 3, "place_id", "uptown", "places.csv"),
        ("dates", 2, "passage_id", "p09.s9", "passages.csv"),
        ("figures", 2, "passage_id", "p09.s9", "passages.csv"),
    ],
)
def test_a_reference_that_leads_nowhere(folder, table, row, column, value, target):
    set_cell(folder, table, row, column, value)
    assert only_problem(folder) == Problem(f"{table}.csv", row, column, value, f"a {column} of {target}")


def test_a_reference_that_is_no_passage_id_at_all_is_reported_once(folder):
    set_cell(folder, "dates", 2, "passage_id", "first page")
    assert only_problem(folder) == Problem("dates.csv", 2, "passage_id", "first page", "text like p13.s8")
