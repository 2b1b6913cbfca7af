"""The Dataset, and load(), which reads and checks all files of a folder and returns them as one."""

from collections.abc import Hashable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import pandas as pd

from data.load import country_names, proposals
from data.load.about import About, read_about
from data.load.corpus import Corpus, read_corpus
from data.load.descriptor import (
    Descriptor,
    check_descriptor,
    check_sources,
    read_descriptor,
    resources_by_name,
)
from data.load.errors import DatasetError, Problem
from data.load.files import read_grid, read_text
from data.load.frames import frame
from data.load.parse import parse_tables
from data.load.rules import check_tables
from data.load.source_text import Statement, read_statement

__all__ = ["FOLDER", "TABLES", "Dataset", "DatasetError", "Problem", "Statement", "load"]

FOLDER = Path(__file__).parents[1]
CODEBOOK_FILE = "CODEBOOK.md"


@dataclass(frozen=True, eq=False)
class Dataset:
    """One statement as data: a row per unit, its columns as descriptor["resources"] says.

    Text is str and "" where the cell is empty; whole numbers and years are Int64
    and <NA> where empty; coordinates are float, in degrees; dates are datetime64
    and NaT where empty; yes and no are bool. Columns keep the file's order.

    descriptor: the parsed datapackage.json. about: who made the dataset, how, and under which licence.
    corpus: the neighbouring statements; None if the folder has none.
    """

    statement: Statement
    about: About
    descriptor: dict[str, Any]
    codes: pd.DataFrame
    passages: pd.DataFrame
    secondary_themes: pd.DataFrame
    second_coding: pd.DataFrame
    commitments: pd.DataFrame
    pledges: pd.DataFrame
    places: pd.DataFrame
    place_mentions: pd.DataFrame
    bodies: pd.DataFrame
    body_mentions: pd.DataFrame
    dates: pd.DataFrame
    figures: pd.DataFrame
    terms: pd.DataFrame
    outcomes: pd.DataFrame
    map_views: pd.DataFrame
    corpus: Corpus | None = None
    # Query results about these tables: data.queries.cache. A copy by `replace` begins without any.
    results: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)


TABLES = tuple(column.name for column in fields(Dataset) if column.type is pd.DataFrame)


def load(folder: Path = FOLDER) -> Dataset:
    """The dataset of a folder: datapackage.json, statement.md, CODEBOOK.md, tables/*.csv, perhaps corpus/.

    Its descriptor may name other codes and further columns than the shipped one, but no fewer
    tables and columns, optional columns aside. Raises DatasetError with every Problem of the
    folder; a proposal (proposals.py) is one. If the descriptor itself is wrong, cells cannot be
    checked: then the error holds the descriptor's Problems and those of files that cannot be read.
    """
    problems: list[Problem] = []
    descriptor = _read_checked_descriptor(folder, problems)
    statement = read_statement(folder, problems)
    read_text(folder / CODEBOOK_FILE, problems)
    files = {name: read_grid(folder / "tables" / f"{name}.csv", problems) for name in TABLES}
    if descriptor is None:
        raise DatasetError(problems)
    resources = resources_by_name(descriptor)
    read = {name: grid for name, grid in files.items() if grid is not None}
    for name, grid in read.items():
        problems.extend(proposals.check_rows(name, grid))
    problems.extend(proposals.check_properties(descriptor))
    grids = {name: proposals.without_column(grid) for name, grid in read.items()}
    tables = parse_tables(grids, resources, problems)
    problems.extend(check_tables(tables, resources, statement, country_names.names(FOLDER)))
    about = read_about(descriptor, problems)
    if statement:
        problems.extend(check_sources(descriptor, statement.url))
    corpus = read_corpus(folder, FOLDER, statement, tables, problems)
    if problems or statement is None or about is None:
        raise DatasetError(problems)
    frames = {name: frame(table, resources[name], problems) for name, table in tables.items()}
    if problems:
        raise DatasetError(problems)
    return Dataset(statement, about, descriptor, **frames, corpus=corpus)


def _read_checked_descriptor(folder: Path, problems: list[Problem]) -> Descriptor | None:
    """The folder's descriptor; None after adding a Problem for everything that it lacks."""
    own = read_descriptor(folder, problems)
    shipped = own if folder == FOLDER else read_descriptor(FOLDER, problems)
    if own is None or shipped is None:
        return None
    found = list(check_descriptor(own, shipped))
    problems.extend(found)
    return None if found else own
