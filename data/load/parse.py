"""Turns the cells of a table into values and checks them against the descriptor (with Frictionless)."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.load.descriptor import DESCRIPTOR_FILE, Field, Resource, expected_value, fields_by_name
from data.load.errors import Problem
from data.load.files import Grid

VALID_SCHEMA = "a valid table schema"
# As the shipped tables, Python and spreadsheets write them.
TRUE, FALSE = ("true", "True", "TRUE"), ("false", "False", "FALSE")


@dataclass(frozen=True)
class Table:
    """One table with typed values.

    rows: one dict for each row; None where a cell is empty or cannot be read.
    """

    name: str
    header: list[str]
    rows: list[dict[str, Any]]

    @property
    def file(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"

    def numbered_rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each row with its number in a spreadsheet, where the header is row 1."""
        return enumerate(self.rows, start=2)


def parse_tables(
    grids: dict[str, Grid], resources: dict[str, Resource], problems: list[Problem]
) -> dict[str, Table]:
    """The grids as Tables, after adding a Problem for each wrong cell, key and reference.

    resources: by table name; every grid has one.
    """
    clean = _read_clean_tables(grids, resources)
    return _parse_by_row(grids, resources, problems) if clean is None else clean


def _parse_by_row(
    grids: dict[str, Grid], resources: dict[str, Resource], problems: list[Problem]
) -> dict[str, Table]:
    """The grids as Tables, and what is wrong with them, as Frictionless finds it row by row."""
    # Imported here because it takes a quarter of a second, too long for whoever imports this module only.
    from frictionless import FrictionlessException, Package

    grids = {name: _with_unique_header(name, grid, resources[name], problems) for name, grid in grids.items()}
    # For each reference Frictionless reads the table referred to again; of that, the keys are enough.
    referenced, keys = _referenced(resources), Package()
    sources, tables = [], {}
    for name, grid in grids.items():
        try:
            source = _frictionless_table(name, grid, resources[name], grids)
            if name in referenced:
                keys.add_resource(_keys(name, grid, resources[name], referenced[name]))
        except FrictionlessException as error:
            reasons = "; ".join(reason.note for reason in error.reasons or [error.error])
            problems.append(Problem(DESCRIPTOR_FILE, None, name, reasons, VALID_SCHEMA))
        else:
            source.package = keys
            sources.append(source)
    for source in sources:
        name = source.name
        try:
            tables[name] = _parse_table(source, grids[name], fields_by_name(resources[name]), problems)
        except (FrictionlessException, re.error, TypeError) as error:
            # Frictionless does not check patterns and limits before it uses them: a malformed one fails here.
            problems.append(Problem(DESCRIPTOR_FILE, None, name, str(error), VALID_SCHEMA))
    return tables


def _with_unique_header(name: str, grid: Grid, resource: Resource, problems: list[Problem]) -> Grid:
    """The grid with a header of distinct names, so that its cells can be checked.

    A Problem is added for each name that is empty, used twice or missing.
    """
    header: list[str] = []
    for position, label in enumerate(map(str.strip, grid[0]), start=1):
        if not label:
            problems.append(Problem(f"{name}.csv", 1, f"number {position}", "", "a column name"))
        elif label in header:
            problems.append(Problem(f"{name}.csv", 1, label, label, "a column name used once"))
        else:
            header.append(label)
            continue
        header.append(f"number {position}")
    for column in fields_by_name(resource):
        if column not in header:
            problems.append(Problem(f"{name}.csv", 1, column, None, "a column of this name"))
    return [header, *grid[1:]]


def _referenced(resources: dict[str, Resource]) -> dict[str, set[str]]:
    """The columns of each table that other tables refer to."""
    columns: dict[str, set[str]] = {}
    for resource in resources.values():
        for key in resource["schema"].get("foreignKeys", []):
            columns.setdefault(key["reference"]["resource"], set()).update(_names(key["reference"]["fields"]))
    return columns


def _keys(name: str, grid: Grid, resource: Resource, columns: set[str]) -> Any:
    """A Frictionless TableResource of these columns alone, those that the grid has."""
    places = [place for place, column in enumerate(grid[0]) if column in columns]
    cells = [[row[place] for place in places if place < len(row)] for row in grid]
    fields = [field for column, field in fields_by_name(resource).items() if column in columns]
    return _frictionless_table(name, cells, {"schema": {"fields": fields}}, {})


def _frictionless_table(name: str, grid: Grid, resource: Resource, grids: dict[str, Grid]) -> Any:
    """A Frictionless TableResource over cells in memory: nothing is read from a path or an address."""
    from frictionless import Schema
    from frictionless.resources import TableResource

    def can_be_checked(key: dict[str, Any]) -> bool:
        # If the table referred to or its column is missing, every reference would be reported as broken.
        target = key["reference"]
        grid = grids.get(target["resource"])
        return grid is not None and set(_names(target["fields"])) <= set(grid[0])

    schema = {
        "fields": [_as_read(field) for field in fields_by_name(resource).values()],
        "fieldsMatch": "subset",
        "missingValues": [""],
        "primaryKey": resource["schema"].get("primaryKey", []),
        "foreignKeys": [key for key in resource["schema"].get("foreignKeys", []) if can_be_checked(key)],
    }
    # All rows have the header's width: of rows that differ, Frictionless would guess which one is the header.
    width = len(grid[0])
    cells = [(row + [""] * width)[:width] for row in grid]
    return TableResource(name=name, data=cells, schema=Schema.from_descriptor(copy.deepcopy(schema)))


def _as_read(field: Field) -> Field:
    """The field as cells are read: yes and no also as spreadsheets write them, and numbers as float, not
    Decimal, since Decimal("sNaN") cannot be compared with a limit."""
    if field.get("type") == "number":
        return {**field, "floatNumber": True}
    if field.get("type") == "boolean":
        return {
            **field,
            "trueValues": sorted({*field.get("trueValues", []), *TRUE}),
            "falseValues": sorted({*field.get("falseValues", []), *FALSE}),
        }
    return field


def _parse_table(source: Any, grid: Grid, fields: dict[str, Field], problems: list[Problem]) -> Table:
    """The rows of a TableResource as a Table; the grid holds its cells as they are in the file."""
    table = Table(source.name, grid[0], [])
    key = source.schema.primary_key
    with source:
        for row in source.row_stream:
            cells = grid[row.row_number - 1]
            if len(cells) == len(table.header) and any(cells):
                raw = dict(zip(table.header, cells, strict=True))
                problems.extend(_row_problems(table.file, row, raw, key, fields))
                table.rows.append(_readable(row))
            else:
                found = f"{len(cells)} cells" if any(cells) else ""
                expected = f"{len(table.header)} cells, one for each column"
                problems.append(Problem(table.file, row.row_number, "", found, expected))
                # Nobody can tell which cell belongs to which column, so the row counts as empty.
                table.rows.append(dict.fromkeys(table.header))
    return table


def _readable(row: Any) -> dict[str, Any]:
    """The values of a row, None for a cell that its column does not allow."""
    wrong = {error.field_name for error in row.errors if error.type not in ("primary-key", "foreign-key")}
    return {column: None if column in wrong else value for column, value in row.to_dict().items()}


def _row_problems(
    file: str, row: Any, raw: dict[str, str], key: list[str], fields: dict[str, Field]
) -> Iterator[Problem]:
    """The Problems of a row, at most one for each cell: a cell's first error explains its others."""
    reported: set[str] = set()
    for error in row.errors:
        if error.type == "primary-key":
            columns, expected = key, f"a {', '.join(key)} that no other row has"
        elif error.type == "foreign-key":
            target = f"{', '.join(error.reference_field_names)} of {error.reference_name}.csv"
            columns, expected = error.field_names, f"a {target}"
        else:
            columns, expected = [error.field_name], expected_value(fields[error.field_name])
        if reported.isdisjoint(columns):
            value = ", ".join(raw[column] for column in columns)
            yield Problem(file, row.row_number, ", ".join(columns), value, expected)
        reported.update(columns)


def _read_clean_tables(grids: dict[str, Grid], resources: dict[str, Resource]) -> dict[str, Table] | None:
    """The Tables that _parse_by_row gives, in a fifth of its time; None if anything is wrong with them.

    Frictionless reads row by row. Here each distinct cell of a column is read once, by the reader that
    Frictionless makes for the column, and keys are compared as sets.
    """
    from frictionless import FrictionlessException

    try:
        tables = {name: _read_clean_table(name, grid, resources[name]) for name, grid in grids.items()}
    except (FrictionlessException, re.error, TypeError):
        return None
    clean = {name: table for name, table in tables.items() if table}
    if len(clean) < len(tables):
        return None
    hold = (_keys_hold(table, resources[name]["schema"], clean) for name, table in clean.items())
    return clean if all(hold) else None


def _read_clean_table(name: str, grid: Grid, resource: Resource) -> Table | None:
    """The rows of a grid as a Table; None if a cell, a row or the header is wrong or has a further column."""
    header, *rows = grid
    fields = _frictionless_table(name, [header], resource, {}).schema.fields
    if sorted(header) != sorted(field.name for field in fields):
        return None
    if not all(len(row) == len(header) and any(row) for row in rows):
        return None
    values: dict[str, list[Any]] = {column: [] for column in header}
    for column, cells in zip(header, zip(*rows, strict=True), strict=False):
        read_cell = next(field for field in fields if field.name == column).create_cell_reader()
        read = {cell: read_cell(cell) for cell in set(cells)}
        if any(errors for _, errors in read.values()):
            return None
        values[column] = [read[cell][0] for cell in cells]
    return Table(
        name, header, [dict(zip(header, row, strict=True)) for row in zip(*values.values(), strict=True)]
    )


def _keys_hold(table: Table, schema: dict[str, Any], tables: dict[str, Table]) -> bool:
    """Whether no two rows have one primary key, and every foreign key is in the table that it refers to.

    False too if that table or its column is not there.
    """
    if primary := schema.get("primaryKey"):
        keys = _key_values(table, primary)
        if len(set(keys)) < len(keys) or any(set(key) == {None} for key in keys):
            return False
    for foreign in schema.get("foreignKeys", []):
        reference = foreign["reference"]
        target = tables.get(reference["resource"])
        if target is None or not set(_names(reference["fields"])) <= set(target.header):
            return False
        known = set(_key_values(target, reference["fields"]))
        if any(key not in known for key in _key_values(table, foreign["fields"]) if set(key) != {None}):
            return False
    return True


def _key_values(table: Table, columns: str | list[str]) -> list[tuple[Any, ...]]:
    """The values of a key in each row."""
    names = _names(columns)
    return [tuple(row[name] for name in names) for row in table.rows]


def _names(columns: str | list[str]) -> list[str]:
    """The columns of a key, which the descriptor gives as a list or, if it is one, as its name."""
    return [columns] if isinstance(columns, str) else columns
