"""The descriptor, datapackage.json: what it says of tables and columns, and whether the app can use it.

A resource is its entry for a table, a field its entry for a column: the words of the
Data Package standard.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.load.errors import Problem, as_text
from data.load.files import read_text

Descriptor = dict[str, Any]
Resource = dict[str, Any]
Field = dict[str, Any]

DESCRIPTOR_FILE = "datapackage.json"
PACKAGE_PROPERTIES = ("name", "title", "description", "version", "created", "licenses", "sources")
OPTIONAL = "optional"  # true in a field of the shipped descriptor that another dataset need not have
TYPE_NAMES = {
    "integer": "a whole number",
    "number": "a number",
    "year": "a year",
    "date": "a date like 2021-05-21",
    "boolean": "true or false",
}


def read_descriptor(folder: Path, problems: list[Problem]) -> Descriptor | None:
    """The parsed descriptor of a folder; None after adding a Problem."""
    text = read_text(folder / DESCRIPTOR_FILE, problems)
    if text is None:
        return None
    try:
        descriptor = json.loads(text)
    except (ValueError, RecursionError) as error:
        problems.append(Problem(DESCRIPTOR_FILE, None, "", str(error), "JSON"))
        return None
    if not isinstance(descriptor, dict):
        problems.append(Problem(DESCRIPTOR_FILE, None, "", type(descriptor).__name__, "a JSON object"))
        return None
    return descriptor


def resources_by_name(descriptor: Descriptor) -> dict[str, Resource]:
    """The descriptor's resources; entries that are no objects with a name are left out."""
    return _by_name(descriptor.get("resources"))


def fields_by_name(resource: Resource) -> dict[str, Field]:
    """The resource's fields; entries that are no objects with a name are left out."""
    return _by_name(_object(resource.get("schema")).get("fields"))


def constraints(field: Field) -> dict[str, Any]:
    """The constraints of a field; {} if it has none."""
    return _object(field.get("constraints"))


def check_descriptor(own: Descriptor, shipped: Descriptor) -> Iterator[Problem]:
    """A Problem for everything that the shipped descriptor has and `own` lacks or says otherwise.

    Not compared, since each dataset has its own: codes, patterns, limits, titles and
    descriptions. Further tables and columns are allowed, and columns that are optional (OPTIONAL) may be
    left out.
    """
    for name in PACKAGE_PROPERTIES:
        if not isinstance(own.get(name), type(shipped[name])):
            yield Problem(DESCRIPTOR_FILE, None, name, None, "this property")
    own_resources = resources_by_name(own)
    for name, resource in resources_by_name(shipped).items():
        if name in own_resources:
            yield from _check_resource(name, own_resources[name], resource)
        else:
            yield Problem(DESCRIPTOR_FILE, None, name, None, "a table of this name")
    for name, resource in own_resources.items():
        for column, field in fields_by_name(resource).items():
            if "facet" in field and not _lists_codes(field):
                codes = as_text(constraints(field).get("enum"))
                expected = "a facet and a list of codes"
                yield Problem(DESCRIPTOR_FILE, None, f"{name}.{column}", codes, expected)


def check_sources(own: Descriptor, address: str) -> Iterator[Problem]:
    """One of the sources that the descriptor names is the statement, which is at this address."""
    paths = [source.get("path") for source in own["sources"] if isinstance(source, dict)]
    if address not in paths:
        expected = f"a source whose path is the source_url of the statement, {address}"
        yield Problem(DESCRIPTOR_FILE, None, "sources", as_text(paths or None), expected)


def expected_value(field: Field) -> str:
    """What a cell of the column should hold, in words that follow "expected"."""
    limits = constraints(field)
    if "enum" in limits:
        words = "one of " + ", ".join(map(str, limits["enum"]))
    elif "example" in field:
        words = f"text like {field['example']}"
    elif "pattern" in limits:
        words = f"text of the form {limits['pattern']}"
    else:
        words = TYPE_NAMES.get(field.get("type", "string"), "some text")
    if "minimum" in limits and "maximum" in limits:
        words += f" from {limits['minimum']} to {limits['maximum']}"
    return words if limits.get("required") else words + ", or nothing"


def _check_resource(name: str, own: Resource, shipped: Resource) -> Iterator[Problem]:
    if own.get("path") != shipped["path"]:
        path = as_text(own.get("path"))
        yield Problem(DESCRIPTOR_FILE, None, f"{name}.path", path, shipped["path"])
    for key in ("primaryKey", "foreignKeys"):
        value = _object(own.get("schema")).get(key)
        expected = shipped["schema"].get(key)
        if value != expected:
            words = as_text(expected) or "none"
            yield Problem(DESCRIPTOR_FILE, None, f"{name}.{key}", as_text(value), words)
    own_fields = fields_by_name(own)
    for column, field in fields_by_name(shipped).items():
        if column in own_fields:
            yield from _check_field(f"{name}.{column}", own_fields[column], field)
        elif not field.get(OPTIONAL):
            yield Problem(DESCRIPTOR_FILE, None, f"{name}.{column}", None, "a column of this name")


def _check_field(name: str, own: Field, shipped: Field) -> Iterator[Problem]:
    for key in ("type", "facet"):
        if own.get(key) != shipped.get(key):
            expected = f"{key} {shipped[key]}" if key in shipped else f"no {key}"
            yield Problem(DESCRIPTOR_FILE, None, name, as_text(own.get(key)), expected)
    limits = constraints(own)
    for key in constraints(shipped):
        if limits.get(key) is None or limits[key] is False:
            yield Problem(DESCRIPTOR_FILE, None, name, None, f"a constraint {key}")


def _lists_codes(field: Field) -> bool:
    """Whether the field names its facet and lists the codes that its cells may hold."""
    codes = constraints(field).get("enum")
    are_codes = isinstance(codes, list) and all(isinstance(code, str) for code in codes)
    return are_codes and isinstance(field["facet"], str)


def _by_name(entries: Any) -> dict[str, dict[str, Any]]:
    listed = entries if isinstance(entries, list) else []
    return {entry["name"]: entry for entry in listed if isinstance(_object(entry).get("name"), str)}


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
