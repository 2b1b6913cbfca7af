"""The dataset, loaded and checked: load() returns all of it, or says everything that is wrong."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd

from data.load.checks import check
from data.load.descriptor import columns, differences, read_descriptor, tables
from data.load.errors import DatasetError, Problem
from data.load.files import read_grid
from data.load.parse import Sheet, read_sheets
from data.load.source_text import Statement, read_statement

__all__ = ["FOLDER", "Dataset", "DatasetError", "Problem", "Statement", "load"]

FOLDER = Path(__file__).parents[1]
DTYPES = {
    "integer": "Int64",
    "year": "Int64",
    "number": "float64",
    "boolean": "bool",
    "date": "datetime64[us]",
}


@dataclass(frozen=True)
class Dataset:
    """One statement as data: a row per unit, its columns as descriptor["resources"] says.

    Text is str and "" where the cell is empty; whole numbers and years are Int64
    and <NA> where empty; coordinates are float, in degrees; dates are datetime64
    and NaT where empty; yes and no are bool. Columns keep the file's order.

    descriptor: the parsed datapackage.json.
    """

    statement: Statement
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


TABLES = tuple(field.name for field in fields(Dataset) if field.type is pd.DataFrame)


def load(folder: Path = FOLDER) -> Dataset:
    """The dataset of a folder that holds datapackage.json, statement.md and tables/*.csv.

    Its descriptor may name other codes and further columns than the shipped one,
    but no fewer tables and columns. Raises DatasetError with every Problem of the
    folder; where the descriptor itself is at fault, cells cannot be judged, and
    its Problems stand beside those of files that cannot be read at all.
    """
    problems: list[Problem] = []
    descriptor = _descriptor(folder, problems)
    statement = read_statement(folder, problems)
    grids = {name: read_grid(folder / "tables" / f"{name}.csv", problems) for name in TABLES}
    if descriptor is None:
        raise DatasetError(problems)
    described = tables(descriptor)
    readable = {name: grid for name, grid in grids.items() if grid is not None}
    sheets = read_sheets(readable, described, problems)
    problems.extend(check(sheets, described, statement))
    if problems or statement is None:
        raise DatasetError(problems)
    frames = {name: _frame(sheet, described[name], problems) for name, sheet in sheets.items()}
    if problems:
        raise DatasetError(problems)
    return Dataset(statement, descriptor, **frames)


def _descriptor(folder: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """The folder's descriptor; None after adding a Problem for whatever it lacks."""
    own = read_descriptor(folder, problems)
    shipped = own if folder == FOLDER else read_descriptor(FOLDER, problems)
    if own is None or shipped is None:
        return None
    lacking = list(differences(own, shipped))
    problems.extend(lacking)
    return None if lacking else own


def _frame(sheet: Sheet, table: dict[str, Any], problems: list[Problem]) -> pd.DataFrame:
    """A sheet as a DataFrame with the dtypes that Dataset promises."""
    kinds = {name: column.get("type") for name, column in columns(table).items()}
    frame = {}
    for name in sheet.header:
        values = [row[name] for row in sheet.rows]
        try:
            frame[name] = _series(values, kinds.get(name))
        except (OverflowError, TypeError) as error:
            # Only limits wider than the shipped descriptor's let a number this long come so far.
            expected = "numbers of at most 18 digits"
            problems.append(Problem(sheet.file, None, name, str(error), expected))
    return pd.DataFrame(frame)


def _series(values: list[Any], kind: str | None) -> pd.Series:
    """Values of one column of a Frictionless type; None stands for an empty cell."""
    if kind not in DTYPES:
        return pd.Series(["" if value is None else str(value) for value in values], dtype="str")
    # A column that says yes or no but may be empty cannot be a plain bool.
    dtype = "boolean" if kind == "boolean" and None in values else DTYPES[kind]
    return pd.Series(values, dtype=dtype)
