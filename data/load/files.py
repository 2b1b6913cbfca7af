"""Reads a file as text, and a CSV file as a grid of cells. A fault becomes a Problem, not an exception."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from data.load.errors import Problem

Grid = list[list[str]]

LONGEST_CELL = 10_000  # characters; a longer cell is a whole file put in the wrong place
# Characters that no Word or PowerPoint file can hold. A carriage return without a line feed is among them
# because it would end a row of a downloaded table.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|\r(?!\n)")
# The start of a cell that a spreadsheet would run as a formula. A number may have a sign, and a sign may
# stand alone.
FORMULA = re.compile(r"[=@＝＠\t\r\n]|[-+－＋](?!$|\d+([.,]\d+)*$)")

# What spreadsheets of some countries write between columns in place of a comma.
SEPARATORS = {";": "semicolons", "\t": "tabs"}
# How the bytes of UTF-16 text and of a workbook begin.
BEGINNINGS = {b"\xff\xfe": "UTF-16 text", b"\xfe\xff": "UTF-16 text", b"PK\x03\x04": "a workbook or zip file"}


def read_text(path: Path, problems: list[Problem]) -> str | None:
    """The UTF-8 text of a file, without its byte order mark; None after adding a Problem."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(path.name, None, "", None, "a file of this name"))
    except OSError as error:
        problems.append(Problem(path.name, None, "", error.strerror, "a file that can be read"))
    except UnicodeDecodeError as error:
        problems.append(Problem(path.name, None, "", _encoding(error), "UTF-8 text"))
    else:
        if found := CONTROL.search(text):
            line = text.count("\n", 0, found.start()) + 1
            value = f"U+{ord(found[0]):04X} in line {line}"
            problems.append(Problem(path.name, None, "", value, "text without control characters"))
        return text
    return None


def read_grid(path: Path, problems: list[Problem]) -> Grid | None:
    """The cells of a CSV file, header first; None after adding a Problem."""
    text = read_text(path, problems)
    if text is None:
        return None
    grid: Grid = []
    try:
        grid.extend(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        row = len(grid) + 1
        problems.append(Problem(path.name, row, "", str(error), "comma-separated values"))
        return None
    if not grid:
        problems.append(Problem(path.name, None, "", "", "a header and rows"))
        return None
    if len(grid[0]) == 1 and (separator := re.search("[;\t]", grid[0][0])):
        value = f"columns separated by {SEPARATORS[separator[0]]}"
        problems.append(Problem(path.name, 1, "", value, "columns separated by commas"))
        return None
    too_long = False
    for row, column, cell in _cells(grid):
        if len(cell) > LONGEST_CELL:
            too_long = True
            problems.append(Problem(path.name, row, column, cell, f"at most {LONGEST_CELL:,} characters"))
        elif FORMULA.match(cell):
            expected = "text that no spreadsheet takes for a formula"
            problems.append(Problem(path.name, row, column, cell, expected))
    return None if too_long else grid


def _encoding(error: UnicodeDecodeError) -> str:
    """What bytes that are no UTF-8 seem to be, and the first of them that shows it, with its line."""
    content = error.object
    for beginning, name in BEGINNINGS.items():
        if content.startswith(beginning):
            return name
    found = content[error.start : error.start + 1]
    line = content.count(b"\n", 0, error.start) + 1
    byte = f"byte 0x{found.hex()} in line {line}"
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return byte
    return f"{byte}, which is “{found.decode('cp1252')}” in Windows-1252 (cp1252) text"


def _cells(grid: Grid) -> Iterator[tuple[int, str, str]]:
    """Row number, column name and content of every cell; a column without a name is "number 3"."""
    header = grid[0]
    for row, cells in enumerate(grid, start=1):
        for position, cell in enumerate(cells):
            has_name = row > 1 and position < len(header)
            yield row, header[position][:LONGEST_CELL] if has_name else f"number {position + 1}", cell
