"""datapackage.json: what the tables' columns are, and whether that is what the app needs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.load.errors import Problem
from data.load.files import read_text

NAME = "datapackage.json"
PACKAGE_PROPERTIES = ("name", "title", "description", "version", "created", "licenses", "sources")
KINDS = {
    "integer": "a whole number",
    "number": "a number",
    "year": "a year",
    "date": "a date like 2021-05-21",
    "boolean": "true or false",
}


def read_descriptor(folder: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """The parsed descriptor of a folder; None after adding a Problem."""
    text = read_text(folder / NAME, problems)
    if text is None:
        return None
    try:
        descriptor = json.loads(text)
    except (ValueError, RecursionError) as error:
        problems.append(Problem(NAME, None, "", str(error), "JSON"))
        return None
    if not isinstance(descriptor, dict):
        problems.append(Problem(NAME, None, "", type(descriptor).__name__, "a JSON object"))
        return None
    return descriptor


def tables(descriptor: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The tables of a descriptor by name; whatever is not shaped like a table is left out."""
    return _by_name(descriptor.get("resources"))


def columns(table: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The columns of a table by name; whatever is not shaped like a column is left out."""
    return _by_name(_object(table.get("schema")).get("fields"))


def constraints(column: dict[str, Any]) -> dict[str, Any]:
    """The constraints of a column; none where there are none."""
    return _object(column.get("constraints"))


def differences(own: dict[str, Any], shipped: dict[str, Any]) -> Iterator[Problem]:
    """Where a descriptor lacks what the shipped one has, or says otherwise.

    Codes, patterns, limits, titles and descriptions are each dataset's own, and
    so are tables and columns beyond the shipped ones.
    """
    for name in PACKAGE_PROPERTIES:
        if not isinstance(own.get(name), type(shipped[name])):
            yield Problem(NAME, None, name, None, "this property")
    for name, table in tables(shipped).items():
        if name in tables(own):
            yield from _table_differences(name, tables(own)[name], table)
        else:
            yield Problem(NAME, None, name, None, "a table of this name")
    for name, table in tables(own).items():
        for column, field in columns(table).items():
            if "facet" in field and not _is_coded(field):
                codes = _text(constraints(field).get("enum"))
                yield Problem(NAME, None, f"{name}.{column}", codes, "a facet and a list of codes")


def expectation(column: dict[str, Any]) -> str:
    """What a cell of the column holds, in words that follow "expected"."""
    limits = constraints(column)
    if "enum" in limits:
        words = "one of " + ", ".join(map(str, limits["enum"]))
    elif "example" in column:
        words = f"text like {column['example']}"
    elif "pattern" in limits:
        words = f"text of the form {limits['pattern']}"
    else:
        words = KINDS.get(column.get("type", "string"), "some text")
    if "minimum" in limits and "maximum" in limits:
        words += f" from {limits['minimum']} to {limits['maximum']}"
    return words if limits.get("required") else words + ", or nothing"


def _table_differences(name: str, own: dict[str, Any], shipped: dict[str, Any]) -> Iterator[Problem]:
    if own.get("path") != shipped["path"]:
        yield Problem(NAME, None, f"{name}.path", _text(own.get("path")), shipped["path"])
    for key in ("primaryKey", "foreignKeys"):
        said = _object(own.get("schema")).get(key)
        wanted = shipped["schema"].get(key)
        if said != wanted:
            yield Problem(NAME, None, f"{name}.{key}", _text(said), _text(wanted) or "none")
    for column, field in columns(shipped).items():
        if column in columns(own):
            yield from _column_differences(f"{name}.{column}", columns(own)[column], field)
        else:
            yield Problem(NAME, None, f"{name}.{column}", None, "a column of this name")


def _column_differences(name: str, own: dict[str, Any], shipped: dict[str, Any]) -> Iterator[Problem]:
    for key in ("type", "facet"):
        if own.get(key) != shipped.get(key):
            wanted = f"{key} {shipped[key]}" if key in shipped else f"no {key}"
            yield Problem(NAME, None, name, _text(own.get(key)), wanted)
    limits = constraints(own)
    for key in constraints(shipped):
        if limits.get(key) is None or limits[key] is False:
            yield Problem(NAME, None, name, None, f"a constraint {key}")


def _is_coded(column: dict[str, Any]) -> bool:
    codes = constraints(column).get("enum")
    listed = isinstance(codes, list) and all(isinstance(code, str) for code in codes)
    return listed and isinstance(column["facet"], str)


def _by_name(items: Any) -> dict[str, dict[str, Any]]:
    named = items if isinstance(items, list) else []
    return {item["name"]: item for item in named if isinstance(_object(item).get("name"), str)}


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
