"""What a program proposed and nobody has confirmed yet: the loader refuses it.

A row of a table is a proposal as long as its cell in the column `proposal` says something: what was proposed,
and from what. Of the descriptor, the properties named in its object `proposals` are. Who has checked a
proposal empties the cell, or takes the name out of the object.
"""

from collections.abc import Iterator

from data.load.descriptor import DESCRIPTOR_FILE, Descriptor
from data.load.errors import Problem, as_text
from data.load.files import Grid

COLUMN = "proposal"
PROPERTY = "proposals"
CONFIRMED = "nothing, once this row is checked"


def check_rows(name: str, grid: Grid) -> Iterator[Problem]:
    """A Problem for each row of a table that is a proposal."""
    position = _position(grid)
    for number, row in enumerate(grid[1:], start=2):
        if position is not None and position < len(row) and (words := row[position].strip()):
            yield Problem(f"{name}.csv", number, COLUMN, words, CONFIRMED)


def without_column(grid: Grid) -> Grid:
    """The cells of a table without the column that marks proposals."""
    position = _position(grid)
    if position is None:
        return grid
    return [[*row[:position], *row[position + 1 :]] for row in grid]


def check_properties(descriptor: Descriptor) -> Iterator[Problem]:
    """A Problem for each property of the descriptor that is a proposal."""
    proposed = descriptor.get(PROPERTY)
    if not isinstance(proposed, dict):
        if proposed is not None:
            expected = "an object, or no such property"
            yield Problem(DESCRIPTOR_FILE, None, PROPERTY, as_text(proposed), expected)
        return
    for name, words in proposed.items():
        expected = f"no such name, once the property {name} is checked"
        yield Problem(DESCRIPTOR_FILE, None, f"{PROPERTY}.{name}", as_text(words), expected)


def _position(grid: Grid) -> int | None:
    """The place of the column in the header; None if the table has none."""
    header = [label.strip() for label in grid[0]]
    return header.index(COLUMN) if COLUMN in header else None
