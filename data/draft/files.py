"""Reads and writes the files of a folder that is being drafted or checked."""

import csv
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.load import FOLDER
from data.load.descriptor import DESCRIPTOR_FILE, Descriptor

Row = dict[str, str]


def read_rows(folder: Path, name: str) -> list[Row]:
    """The rows of a table, every cell as text."""
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def header(folder: Path, name: str) -> list[str]:
    """The column names of a table."""
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Row], encoding: str = "utf-8") -> None:
    """Write a table. A column that a row lacks is empty; what a row has beyond the columns is left out."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def shipped_descriptor() -> Descriptor:
    """The descriptor of the shipped dataset."""
    return json.loads((FOLDER / DESCRIPTOR_FILE).read_text(encoding="utf-8"))


def write_descriptor(folder: Path, descriptor: Descriptor) -> None:
    """Write the folder's datapackage.json, laid out as the shipped one."""
    text = json.dumps(descriptor, ensure_ascii=False, indent=2)
    (folder / DESCRIPTOR_FILE).write_text(text + "\n", encoding="utf-8")


def slug(words: str, longest: int = 40) -> str:
    """Words as an id: `Extended Deterrence` is extended-deterrence; "row" if no letters are left."""
    parts = re.findall(r"[a-z0-9]+", words.lower())
    while len("-".join(parts)) > longest and len(parts) > 1:
        parts.pop()
    return "-".join(parts)[:longest].strip("-") or "row"


def number_ids(rows: list[Row], column: str) -> None:
    """Make the ids in a column differ: the second `summit` becomes summit-2."""
    used: set[str] = set()
    for row in rows:
        wanted, count = row[column], 1
        while row[column] in used:
            count += 1
            row[column] = f"{wanted}-{count}"
        used.add(row[column])
