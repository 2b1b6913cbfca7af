"""The shipped tables, broken in many places at once: load() names the file, row and column of every fault."""

import shutil

import pytest

from data.load import FOLDER, TABLES
from data.load.descriptor import constraints, fields_by_name, read_descriptor, resources_by_name
from tests.unit.data.load.breaking import load_problems, read, table_path, write

RESOURCES = resources_by_name(read_descriptor(FOLDER, []))
# What no column of a type may hold; for text, what no column with a list of codes or a pattern may.
STRAY = {
    "date": ["2021-13-01", "2021-02-30", "21 May 2021", "05/21/2021", "1066-10-14"],
    "year": ["21", "two", "2021.5", "1066"],
    "integer": ["four", "12,5", "1e3", "-1"],
    "number": ["four", "12,5", "sNaN", "1e9"],
    "boolean": ["yes", "1", "TRUE!"],
    "string": ["no such code!", "no,such;code"],
}
ROWS = 4  # as many as the shortest table has


@pytest.fixture
def grids():
    """The cells of every shipped table, header first."""
    return {name: read(table_path(FOLDER, name)) for name in TABLES}


@pytest.fixture
def faults(tmp_path):
    """Writes the grids beside the shipped statement, and returns (file, row, column) of every Problem."""
    (tmp_path / "tables").mkdir()
    for name in ("datapackage.json", "statement.md", "CODEBOOK.md"):
        shutil.copy(FOLDER / name, tmp_path)

    def faults(grids):
        for name, grid in grids.items():
            write(table_path(tmp_path, name), grid)
        found = load_problems(tmp_path)
        assert all("\n" not in str(problem) for problem in found)
        return {(problem.file, problem.row, problem.column) for problem in found}

    return faults


def strays(field):
    """Values that a column may not hold."""
    limits = constraints(field)
    free = field["type"] == "string" and not limits.keys() & {"enum", "pattern"}
    return [*([""] if limits.get("required") else []), *([] if free else STRAY[field["type"]])]


@pytest.mark.parametrize("turn", [0, 1])
def test_every_stray_cell_is_named(grids, faults, turn):
    expected = set()
    for name, grid in grids.items():
        for place, (column, field) in enumerate(fields_by_name(RESOURCES[name]).items()):
            for number, value in enumerate(strays(field)[turn * ROWS : (turn + 1) * ROWS]):
                row = 1 + (place + number) % ROWS  # else the first row would be wholly empty
                grid[row][grid[0].index(column)] = value
                expected.add((f"{name}.csv", row + 1, column))
    assert expected - faults(grids) == set()


def test_every_row_of_the_wrong_shape_is_named_and_every_row_that_stands_twice(grids, faults):
    expected = set()
    for name, (header, *rows) in grids.items():
        key = ", ".join(RESOURCES[name]["schema"].get("primaryKey", []))
        grid = [header]
        for place, row in enumerate(rows):
            grid.append(row)
            if place in (0, len(rows) // 2, len(rows) - 1):
                for broken in ([*row, "extra"], row[:-1], [""] * len(row), [], ["total"]):
                    grid.append(broken)
                    expected.add((f"{name}.csv", len(grid), ""))
                if key:
                    grid.append(row)
                    expected.add((f"{name}.csv", len(grid), key))
        grids[name] = grid
    assert expected - faults(grids) == set()


@pytest.mark.parametrize("turn", [0, 1])
def test_every_column_that_is_doubled_or_misspelt_is_named(grids, faults, turn):
    expected = set()
    for name, grid in grids.items():
        for place, column in enumerate(fields_by_name(RESOURCES[name])):
            at = grid[0].index(column)
            if (place + turn) % 2:
                grid[:] = [[*row, row[at]] for row in grid]
            else:
                grid[0][at] = column.upper()
            expected.add((f"{name}.csv", 1, column))
    assert expected - faults(grids) == set()
