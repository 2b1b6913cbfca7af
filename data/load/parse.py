"""Cells read and checked by what the descriptor says of them, with Frictionless."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.load.descriptor import NAME as DESCRIPTOR
from data.load.descriptor import columns, expectation
from data.load.errors import Problem

Grid = list[list[str]]
Tables = dict[str, dict[str, Any]]
VALID_SCHEMA = "a valid table schema"


@dataclass(frozen=True)
class Sheet:
    """One table as read.

    rows: one dict a row, values typed by the descriptor; None where a cell is
    empty or cannot be read.
    """

    name: str
    header: list[str]
    rows: list[dict[str, Any]]

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    def numbered(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows with their numbers in a spreadsheet."""
        return enumerate(self.rows, start=2)


def read_sheets(grids: dict[str, Grid], tables: Tables, problems: list[Problem]) -> dict[str, Sheet]:
    """Every grid as a Sheet, after adding a Problem for each cell, key and reference at fault.

    tables: the descriptor's tables by name; all of `grids` are among them.
    """
    # Imported here because it takes a quarter of a second that importing this need not take.
    from frictionless import FrictionlessException, Package

    grids = {name: _named(name, grid, tables[name], problems) for name, grid in grids.items()}
    package = Package()
    sheets = {}
    for name, grid in grids.items():
        try:
            package.add_resource(_resource(name, grid, tables[name], grids))
        except FrictionlessException as error:
            reasons = "; ".join(reason.note for reason in error.reasons or [error.error])
            problems.append(Problem(DESCRIPTOR, None, name, reasons, VALID_SCHEMA))
    for resource in package.resources:
        name = resource.name
        try:
            sheets[name] = _read_sheet(resource, grids[name], columns(tables[name]), problems)
        except (FrictionlessException, re.error, TypeError) as error:
            # Frictionless takes a malformed pattern or limit on trust and trips over it here.
            problems.append(Problem(DESCRIPTOR, None, name, str(error), VALID_SCHEMA))
    return sheets


def _named(name: str, grid: Grid, table: dict[str, Any], problems: list[Problem]) -> Grid:
    """The grid with a header of distinct names, so that its cells can be checked even so."""
    header: list[str] = []
    for place, label in enumerate(map(str.strip, grid[0]), start=1):
        if not label:
            problems.append(Problem(f"{name}.csv", 1, f"number {place}", "", "a column name"))
        elif label in header:
            problems.append(Problem(f"{name}.csv", 1, label, label, "a column name used once"))
        else:
            header.append(label)
            continue
        header.append(f"number {place}")
    for label in columns(table):
        if label not in header:
            problems.append(Problem(f"{name}.csv", 1, label, None, "a column of this name"))
    return [header, *grid[1:]]


def _resource(name: str, grid: Grid, table: dict[str, Any], grids: dict[str, Grid]) -> Any:
    """A Frictionless table over cells in memory; nothing is read from a path or an address."""
    from frictionless import Schema
    from frictionless.resources import TableResource

    def readable(key: dict[str, Any]) -> bool:
        # Without the table referred to, every single reference would look broken.
        target = key["reference"]
        names = target["fields"] if isinstance(target["fields"], list) else [target["fields"]]
        return target["resource"] in grids and set(names) <= set(grids[target["resource"]][0])

    schema = {
        "fields": [_as_float(column) for column in columns(table).values()],
        "fieldsMatch": "subset",
        "missingValues": [""],
        "primaryKey": table["schema"].get("primaryKey", []),
        "foreignKeys": [key for key in table["schema"].get("foreignKeys", []) if readable(key)],
    }
    # All rows of one width, or Frictionless would guess which of them is the header.
    width = len(grid[0])
    cells = [(row + [""] * width)[:width] for row in grid]
    return TableResource(name=name, data=cells, schema=Schema.from_descriptor(copy.deepcopy(schema)))


def _as_float(column: dict[str, Any]) -> dict[str, Any]:
    """A column of numbers read as float: a Decimal "sNaN" cannot even be compared with a limit."""
    return {**column, "floatNumber": True} if column.get("type") == "number" else column


def _read_sheet(
    resource: Any, grid: Grid, fields: dict[str, dict[str, Any]], problems: list[Problem]
) -> Sheet:
    sheet = Sheet(resource.name, grid[0], [])
    key = resource.schema.primary_key
    with resource:
        for row in resource.row_stream:
            cells = grid[row.row_number - 1]
            if len(cells) == len(sheet.header) and any(cells):
                raw = dict(zip(sheet.header, cells, strict=True))
                problems.extend(_row_problems(sheet.file, row, raw, key, fields))
                sheet.rows.append(row.to_dict())
            else:
                counted = f"{len(cells)} cells" if any(cells) else ""
                wanted = f"{len(sheet.header)} cells, one for each column"
                problems.append(Problem(sheet.file, row.row_number, "", counted, wanted))
                # Which cell belongs to which column is anyone's guess.
                sheet.rows.append(dict.fromkeys(sheet.header))
    return sheet


def _row_problems(
    file: str, row: Any, raw: dict[str, str], key: list[str], fields: dict[str, dict[str, Any]]
) -> Iterator[Problem]:
    """One Problem for each cell at fault: what is wrong first explains the rest."""
    reported: set[str] = set()
    for error in row.errors:
        if error.type == "primary-key":
            names, expected = key, f"a {', '.join(key)} that no other row has"
        elif error.type == "foreign-key":
            target = f"{', '.join(error.reference_field_names)} of {error.reference_name}.csv"
            names, expected = error.field_names, f"a {target}"
        else:
            names, expected = [error.field_name], expectation(fields[error.field_name])
        if reported.isdisjoint(names):
            value = ", ".join(raw[name] for name in names)
            yield Problem(file, row.row_number, ", ".join(names), value, expected)
        reported.update(names)
