"""Every table of the shipped dataset, broken in many ways: each is refused with the file named,
none with a traceback, none in silence. What spreadsheets do to a file is no harm."""

import csv
import io
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.load.dataset import FOLDER, TABLES, DatasetError, load

WAYS = 40
DESCRIPTOR = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
SCHEMAS = {resource["name"]: resource["schema"] for resource in DESCRIPTOR["resources"]}
STRAY = {
    "date": ["2021-13-01", "2021-02-30", "21 May 2021", "05/21/2021", "1066-10-14"],
    "year": ["21", "two", "2021.5"],
    "integer": ["four", "12,5", "1e3"],
    "number": ["four", "12,5", "sNaN"],
    "boolean": ["yes", "1", "TRUE!"],
}
# Bytes that are no UTF-8 text, or no table.
FILES = {
    "empty": b"",
    "utf-16": "passage_id,text\n".encode("utf-16"),
    "a lone byte": b"\xff",
    "a workbook": b"PK\x03\x04" + bytes(range(256)),
    "a page": b"<!doctype html><title>404</title>",
    "json": b'{"rows": []}',
    "line ends alone": b"\n\n\n",
}

Rows = list[list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER / "tables", tmp_path / "tables")
    for name in ("datapackage.json", "statement.md"):
        shutil.copy(FOLDER / name, tmp_path)
    return tmp_path


def written(rows: Rows) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def broken(name: str, source: bytes) -> Iterator[tuple[str, bytes]]:
    """What was done to the table, and the file that came of it."""
    rows = list(csv.reader(io.StringIO(source.decode(), newline="")))
    yield from FILES.items()
    yield "latin-1", "é".encode("latin-1") + source
    yield "cp1252 quotes", source.replace(b",", b"\x92,", 1)
    yield "semicolons", source.replace(b",", b";")
    yield "tabs", source.replace(b",", b"\t")
    yield "a note above", b"Exported on 21 May 2021\n" + source
    yield "the header again", written([*rows[:2], rows[0], *rows[2:]])
    yield "a column without a name", written([[*row, ""] for row in rows])
    yield from _by_place(rows)
    for place, field in enumerate(SCHEMAS[name]["fields"]):
        yield from _by_column(name, rows, place, field)
    for key in SCHEMAS[name].get("foreignKeys", []):
        (column,) = [key["fields"]] if isinstance(key["fields"], str) else key["fields"]
        yield (
            f"{column} of nothing",
            _with(rows, 1, rows[0].index(column), "p99.s99" if column == "passage_id" else "no-such-id"),
        )
    if "quote" in rows[0]:
        yield "swapped sentences", _swapped(rows)


def _by_place(rows: Rows) -> Iterator[tuple[str, bytes]]:
    """What befalls the first, the middle and the last row."""
    for place in sorted({1, len(rows) // 2, len(rows) - 1}):
        row = rows[place]
        for what, changed in (
            ("an extra cell", [[*row, "extra"]]),
            ("a cell too few", [row[:-1]]),
            ("an empty row above", [[""] * len(row), row]),
            ("a blank line above", [[], row]),
            ("a row of one cell above", [["total"], row]),
            ("the row twice", [row, row]),
        ):
            if what == "the row twice" and "quote" in rows[0] and rows[0][0] == "passage_id":
                continue  # a mention may be made twice
            yield f"{what}, row {place + 1}", written([*rows[:place], *changed, *rows[place + 1 :]])
        head, tail = written(rows[:place]), written(rows[place:])
        yield f"an open quote, row {place + 1}", head + b'"' + tail.replace(b'"', b"")


def _by_column(name: str, rows: Rows, place: int, field: dict) -> Iterator[tuple[str, bytes]]:
    """What befalls one column: gone, renamed, doubled, stray, empty, huge."""
    column, limits = field["name"], field.get("constraints", {})
    at = rows[0].index(column)
    yield f"no {column}", written([row[:at] + row[at + 1 :] for row in rows])
    yield f"{column} twice", written([[*row, row[at]] for row in rows])
    yield f"{column} in capitals", written([[*rows[0][:at], column.upper(), *rows[0][at + 1 :]], *rows[1:]])
    yield f"a huge {column}", _with(rows, 1, at, "x" * 200_000)
    stray = STRAY.get(field["type"], ["no such code!"] if "enum" in limits or "pattern" in limits else [])
    for value in stray:
        yield f"{column} {value!r}", _with(rows, len(rows) - 1, at, value)
    if limits.get("required"):
        yield f"an empty {column}", _with(rows, 1, at, "")


def _with(rows: Rows, row: int, column: int, value: str) -> bytes:
    changed = [list(cells) for cells in rows]
    changed[row][column] = value
    return written(changed)


def _swapped(rows: Rows) -> bytes:
    """The first and the last row point to each other's sentence."""
    at = rows[0].index("passage_id")
    changed = [list(cells) for cells in rows]
    changed[1][at], changed[-1][at] = rows[-1][at], rows[1][at]
    return written(changed)


@pytest.mark.parametrize("name", TABLES)
def test_a_broken_table_is_refused_by_name(folder: Path, name: str) -> None:
    path = folder / "tables" / f"{name}.csv"
    source = path.read_bytes()
    found = {what: content for what, content in broken(name, source) if content != source}
    assert len(found) >= WAYS
    chosen = random.Random(name).sample(sorted(found), WAYS)
    silent = []
    for what in chosen:
        path.write_bytes(found[what])
        try:
            load(folder)
        except DatasetError as error:
            assert any(problem.file == path.name for problem in error.problems), (what, str(error)[:300])
            assert all("\n" not in str(problem) for problem in error.problems), what
        else:
            silent.append(what)
    assert silent == []


def test_what_spreadsheets_write_is_read_as_it_was(folder: Path) -> None:
    whole = load(folder)
    for path in (folder / "tables").iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    again = load(folder)
    for name in TABLES:
        assert getattr(again, name).equals(getattr(whole, name)), name
