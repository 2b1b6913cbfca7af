"""Reads and writes the tables of a corpus folder, for the commands that make them."""

import csv
from collections.abc import Iterable
from pathlib import Path

from data.load.source_text import split_front_matter
from data.load.splitter import Sentence, sentences

HERE = Path(__file__).parent
Row = dict[str, str]


def read(folder: Path, name: str) -> list[Row]:
    """The rows of a table, every cell as text; [] if there is no such file."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, name: str, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Write a table: UTF-8, lines that end with `\\n`."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def split_text(folder: Path, statement_id: str) -> list[Sentence]:
    """The sentences of texts/<statement_id>.md. Raises OSError if there is no such file."""
    source = (folder / "texts" / f"{statement_id}.md").read_text(encoding="utf-8")
    return sentences(split_front_matter(source)[1])
