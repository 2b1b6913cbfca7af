"""Ways to put a fault into the tiny dataset, and to read what the loader says of it."""

import csv
import json

import pytest

from data.load import DatasetError, load


def table_path(folder, name):
    return folder / "tables" / f"{name}.csv"


def read(path):
    """The cells of a table without a fault, header first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path, grid):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(grid)


def set_cell(grid, row, column, value):
    """Overwrite one cell; rows as a spreadsheet counts them."""
    grid[row - 1][grid[0].index(column)] = value


def set_cell_in(folder, name, row, column, value):
    """Overwrite one cell of a file."""
    grid = read(table_path(folder, name))
    set_cell(grid, row, column, value)
    write(table_path(folder, name), grid)


def load_problems(folder):
    """Every Problem of the folder."""
    with pytest.raises(DatasetError) as caught:
        load(folder)
    return caught.value.problems


def describe_as(folder, change):
    """Rewrite the descriptor after `change` has edited it in place."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def resource(descriptor, name):
    return next(item for item in descriptor["resources"] if item["name"] == name)


def field(descriptor, table, column):
    return next(item for item in resource(descriptor, table)["schema"]["fields"] if item["name"] == column)
