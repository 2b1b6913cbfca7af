"""The tiny dataset as files and as cells, to be broken one way at a time."""

import shutil

import pytest

from data.load import FOLDER, TABLES, country_names
from data.load.descriptor import resources_by_name
from data.load.parse import parse_tables
from data.load.rules import check_tables
from tests.unit.data.load.breaking import read, table_path


@pytest.fixture
def folder(tiny_folder, tmp_path):
    return shutil.copytree(tiny_folder, tmp_path / "tiny")


@pytest.fixture(scope="session")
def tiny_grids(tiny_folder):
    return {name: read(table_path(tiny_folder, name)) for name in TABLES}


@pytest.fixture
def grids(tiny_grids):
    """The cells of every table, header first."""
    return {name: [list(row) for row in grid] for name, grid in tiny_grids.items()}


@pytest.fixture(scope="session")
def countries():
    return country_names.names(FOLDER)


@pytest.fixture
def problems(tiny, grids, countries):
    """Parses and checks the named tables alone, as load() does with all, and returns their Problems."""
    resources = resources_by_name(tiny.descriptor)

    def problems(*names):
        found = []
        tables = parse_tables({name: grids[name] for name in names}, resources, found)
        return [*found, *check_tables(tables, resources, tiny.statement, countries)]

    return problems
