"""What the loader says when the dataset is wrong: where, what is there, what should be."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 120


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one file.

    row: as a spreadsheet counts, so the header is row 1; None for a whole file.
    column: the column's name, or "" for a whole row or file.
    value: what the file says; "" where it is empty, None where nothing is there at all.
    expected: what should be there, in words that follow "expected".
    """

    file: str
    row: int | None
    column: str
    value: str | None
    expected: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{row}{column}: {_shown(self.value)} - expected {self.expected}"


class DatasetError(Exception):
    """The dataset cannot be used. `problems` holds everything found, sorted by file and row."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda found: (found.file, found.row or 0)))
        super().__init__("\n".join(map(str, self.problems)))


def _shown(value: str | None) -> str:
    """A value on one line, however long it is and whatever characters it holds."""
    if value is None:
        return "missing"
    if not value:
        return "empty"
    short = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    visible = (char if char.isprintable() else repr(char)[1:-1] for char in short)
    return f'"{"".join(visible)}"'
