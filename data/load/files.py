"""Files as text and as grids of cells, with a Problem instead of an exception."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from data.load.errors import Problem

LONGEST = 10_000  # characters of a cell: a file put in the wrong place is no cell
# No document can hold these, and a line that ends in \r alone would end a row of a downloaded table.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\r(?!\n)")
# How a spreadsheet knows a formula, as which it would run a cell of a downloaded table. A number may
# have a sign, and a sign may stand alone.
FORMULA = re.compile(r"[=@＝＠\t\r\n]|[-+－＋](?!$|\d+([.,]\d+)*$)")


def read_text(path: Path, problems: list[Problem]) -> str | None:
    """The UTF-8 text of a file, a byte order mark dropped; None after adding a Problem."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(path.name, None, "", None, "a file of this name"))
    except OSError as error:
        problems.append(Problem(path.name, None, "", error.strerror, "a file that can be read"))
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02x} at position {error.start}"
        problems.append(Problem(path.name, None, "", byte, "UTF-8 text"))
    else:
        if found := CONTROL.search(text):
            where = f"U+{ord(found[0]):04X} in line {text.count(chr(10), 0, found.start()) + 1}"
            problems.append(Problem(path.name, None, "", where, "text without control characters"))
        return text
    return None


def read_grid(path: Path, problems: list[Problem]) -> list[list[str]] | None:
    """The cells of a CSV file, header first; None after adding a Problem."""
    text = read_text(path, problems)
    if text is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    grid: list[list[str]] = []
    try:
        grid.extend(reader)
    except csv.Error as error:
        row = len(grid) + 1
        problems.append(Problem(path.name, row, "", str(error), "comma-separated values"))
        return None
    if not grid:
        problems.append(Problem(path.name, None, "", "", "a header and rows"))
        return None
    huge = False
    for row, column, cell in _cells(grid):
        if len(cell) > LONGEST:
            huge = True
            problems.append(Problem(path.name, row, column, cell, f"at most {LONGEST:,} characters"))
        elif FORMULA.match(cell):
            expected = "text that no spreadsheet takes for a formula"
            problems.append(Problem(path.name, row, column, cell, expected))
    return None if huge else grid


def _cells(grid: list[list[str]]) -> Iterator[tuple[int, str, str]]:
    """Row, column and content of every cell."""
    header = grid[0]
    for number, row in enumerate(grid, start=1):
        for place, cell in enumerate(row):
            named = place < len(header) and number > 1
            yield number, header[place][:LONGEST] if named else f"number {place + 1}", cell
