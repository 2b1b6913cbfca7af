"""Files as text and as grids of cells, with a Problem instead of an exception."""

import csv
import io
from pathlib import Path

from data.problems import Problem


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
    return grid
