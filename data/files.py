"""Files as text and as grids of cells, with a Problem instead of an exception."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from data.problems import Problem

LONGEST = 10_000  # characters of a cell: a file put in the wrong place is no cell


def read_text(path: Path, problems: list[Problem]) -> str | None:
    """The UTF-8 text of a file, a byte order mark dropped; None after adding a Problem."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(path.name, None, "", None, "a file of this name"))
    except OSError as error:
        problems.append(Problem(path.name, None, "", error.strerror, "a file that can be read"))
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02x} at position {error.start}"
        problems.append(Problem(path.name, None, "", byte, "UTF-8 text"))
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
    huge = [
        Problem(path.name, *place, cell, f"at most {LONGEST:,} characters") for place, cell in _huge(grid)
    ]
    problems.extend(huge)
    return None if huge else grid


def _huge(grid: list[list[str]]) -> Iterator[tuple[tuple[int, str], str]]:
    """Row, column and content of every cell that is longer than a cell may be."""
    header = grid[0]
    for number, row in enumerate(grid, start=1):
        for place, cell in enumerate(row):
            if len(cell) > LONGEST:
                column = (
                    header[place][:LONGEST] if place < len(header) and number > 1 else f"number {place + 1}"
                )
                yield (number, column), cell
