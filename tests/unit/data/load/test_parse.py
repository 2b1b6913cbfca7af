"""A cell that the descriptor does not allow is named with what it should hold."""

import random

import pytest

from data.load import FOLDER, TABLES
from data.load.descriptor import resources_by_name
from data.load.parse import _parse_by_row, _read_clean_tables
from tests.unit.data.load.breaking import read, set_cell, table_path


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "expected"),
    [
        ("passages", 3, "theme", "piece", "one of peace, trade, sport"),
        ("passages", 2, "theme", "Peace", "one of peace, trade, sport"),
        ("passages", 4, "speech_act", "", "one of commissive, assertive"),
        ("passages", 2, "paragraph", "one", "a whole number from 1 to 99"),
        ("passages", 2, "paragraph", "0", "a whole number from 1 to 99"),
        ("secondary_themes", 2, "theme", "war", "one of peace, trade, sport"),
        ("second_coding", 3, "actor", "both", "one of north, south"),
        ("commitments", 2, "commitment_id", "The Bridge", "text like"),
        ("commitments", 3, "names_date", "yes", "true or false"),
        ("commitments", 3, "names_date", "", "true or false"),
        ("commitments", 3, "title", "", "some text"),
        ("pledges", 2, "payer", "us", "one of north, south"),
        ("pledges", 2, "amount_usd", "5 million", "a whole number from 0 to"),
        ("pledges", 2, "amount_usd", "-5", "or nothing"),
        ("pledges", 2, "amount_usd", "5000000.5", "a whole number"),
        ("pledges", 2, "amount_usd", "9" * 30, "a whole number"),
        ("pledges", 2, "amount_usd", "9" * 5000, "a whole number"),
        ("pledges", 2, "period_start", "soon", "a year from 1900 to 2100"),
        ("places", 2, "lon", "180.5", "a number from -180 to 180"),
        ("places", 2, "lat", "-90.5", "a number from -90 to 90"),
        ("places", 2, "lat", "10 N", "a number from -90 to 90"),
        ("places", 2, "lat", "", "a number from -90 to 90"),
        ("places", 2, "lat", "nan", "a number from -90 to 90"),
        ("places", 2, "lat", "sNaN", "a number from -90 to 90"),
        ("places", 2, "lat", "inf", "a number from -90 to 90"),
        ("places", 3, "members", "FJI,TON", "text like"),
        ("places", 3, "members", "FJI;TON;", "text like"),
        ("places", 3, "members", "aaa", "text like"),
        ("dates", 2, "start", "1 January 2001", "a date like 2021-05-21"),
        ("dates", 2, "start", "2001-02-30", "a date like 2021-05-21"),
        ("dates", 2, "start", "1001-01-01", "from 1900-01-01 to 2100-12-31"),
        ("dates", 3, "end", "later", "or nothing"),
        ("figures", 2, "value", "many", "a whole number"),
        ("terms", 2, "source", "", "some text"),
        ("codes", 2, "colour", "red", "text like #"),
        ("map_views", 2, "north", "86", "a number from -85 to 85"),
    ],
)
def test_a_cell_that_the_descriptor_does_not_allow(grids, problems, table, row, column, value, expected):
    set_cell(grids[table], row, column, value)
    (problem,) = problems(table)
    assert (problem.file, problem.row, problem.column) == (f"{table}.csv", row, column)
    assert problem.value == value
    assert expected in problem.expected


def test_clean_tables_are_read_as_row_by_row(shipped):
    """The quick way and Frictionless's give the same values of every type."""
    grids = {name: read(table_path(FOLDER, name)) for name in TABLES}
    resources = resources_by_name(shipped.descriptor)
    problems = []
    assert _read_clean_tables(grids, resources) == _parse_by_row(grids, resources, problems)
    assert problems == []


@pytest.mark.parametrize("seed", range(30))
def test_the_quick_way_finds_a_fault_exactly_where_frictionless_does(tiny, grids, seed):
    """A cell is overwritten with a value that its column may or may not hold, or a row is cut or doubled."""
    pick = random.Random(seed)
    resources = resources_by_name(tiny.descriptor)
    name = pick.choice(TABLES)
    keys = resources[name]["schema"].get("foreignKeys", [])
    few = {key: grids[key] for key in {name, *(key["reference"]["resource"] for key in keys)}}
    grid = grids[name]
    row = pick.choice(grid[1:])
    values = ["", " ", "0", "7", "-1", "1e3", "true", "no", "2001-02-03", "p01.s1", "a;b", "peace", "nan"]
    match pick.randrange(6):
        case 0:
            grid.append(list(row))
        case 1:
            row.pop()
        case 2:
            row.append("more")
        case _:
            row[pick.randrange(len(row))] = pick.choice(values)
    problems = []
    by_row = _parse_by_row(few, resources, problems)
    assert _read_clean_tables(few, resources) == (None if problems else by_row)
