"""The faults found in the files of a dataset: a Problem is one of them, a DatasetError holds them all."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

SHOWN_CHARACTERS = 120  # of a value in a message


@dataclass(frozen=True)
class Problem:
    """One fault in one file.

    row: counted as a spreadsheet does, so the header is row 1; None for a whole file.
    column: the column's name, or the key in a file that is no table; "" for a whole row or file.
    value: what the file says; "" where it is empty, None where nothing is there at all.
    expected: what should be there, in words that follow "expected".
    at: where in the value the fault begins; a long value is shown around it.
    """

    file: str
    row: int | None
    column: str
    value: str | None
    expected: str
    at: int = 0

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{row}{column}: {_one_line(self.value, self.at)} - expected {self.expected}"


class DatasetError(Exception):
    """The dataset cannot be used. `problems` holds every Problem, sorted by file and row."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.file, problem.row or 0)))
        super().__init__("\n".join(map(str, self.problems)))


def as_text(value: Any) -> str | None:
    """A value read from JSON or YAML as the `value` of a Problem: lists and objects as JSON."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def part(text: str, at: int) -> str:
    """What a message shows of a long text: SHOWN_CHARACTERS of it, a third of them before `at`."""
    if len(text) <= SHOWN_CHARACTERS:
        return text
    room = SHOWN_CHARACTERS - 1  # for an ellipsis
    start = max(0, min(at - room // 3, len(text) - room))
    if start + room == len(text):
        return "…" + text[start:]
    return ("…" + text[start : start + room - 1] if start else text[:room]) + "…"


def _one_line(value: str | None, at: int) -> str:
    """The value in quotes on one line: shortened, and with escapes for what cannot be printed."""
    if value is None:
        return "missing"
    if not value:
        return "empty"
    printable = (char if char.isprintable() else repr(char)[1:-1] for char in part(value, at))
    return f'"{"".join(printable)}"'
