"""Says what is left to do in the folder of a coded statement, in the order in which it is best done.

    python -m data.check <folder>

It asks what the app asks of a folder, and the rules of the codebook that the shipped tables keep. Its exit
status is 1 as long as something is left.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.load import TABLES, DatasetError, Problem, load
from data.load.codebook_rules import check_codebook
from data.load.descriptor import read_descriptor, resources_by_name
from data.load.files import read_grid
from data.load.parse import Table, parse_tables
from data.load.proposals import COLUMN, without_column

# What is done before what: a later step rests on the rows of an earlier one.
STEPS = (
    ("What the folder says of itself", ("statement.md", "CODEBOOK.md", "datapackage.json")),
    ("The codes", ("codes.csv",)),
    ("The sentences", ("passages.csv", "secondary_themes.csv")),
    ("What they name", (
        "bodies.csv", "body_mentions.csv", "places.csv", "place_mentions.csv", "map_views.csv", "dates.csv",
        "figures.csv", "terms.csv",
    )),
    ("What they promise", ("pledges.csv", "commitments.csv")),
    ("The second coding: python -m data.second", ("second_coding.csv",)),
    ("What followed", ("outcomes.csv",)),
)  # fmt: skip
REST = "Other files"
SHOWN = 10  # problems of a file, at most
AROUND = 30  # letters on each side of a differing one


def left_to_do(folder: Path) -> list[Problem]:
    """Everything that is wrong or unconfirmed in the folder: first by step and file, then by row."""
    found: list[Problem] = []
    try:
        load(folder)
    except DatasetError as error:
        found.extend(error.problems)
    found.extend(check_codebook(_tables(folder)))
    order = [file for _, files in STEPS for file in files]
    position = {file: index for index, file in enumerate(order)}
    # A row's own faults stand before the word that it is a proposal: who has mended them confirms it.
    return sorted(
        found, key=lambda one: (position.get(one.file, len(order)), one.row or 0, one.column == COLUMN)
    )


def lines(problems: Sequence[Problem]) -> Iterator[str]:
    """The problems as a person reads them: under a heading for each step, a wrong text with its letter."""
    known = {file for _, files in STEPS for file in files}
    steps = [*STEPS, (REST, tuple(dict.fromkeys(one.file for one in problems if one.file not in known)))]
    for number, (title, files) in enumerate(steps, start=1):
        in_step = [one for one in problems if one.file in files]
        if in_step:
            yield f"{number}. {title}: {len(in_step):,} left"
        for file in files:
            of_file = [one for one in in_step if one.file == file]
            for one in of_file[:SHOWN]:
                yield f"   {one}"
                if one.at and one.value:
                    yield f"      first differing letter: number {one.at + 1}, {_marked(one.value, one.at)}"
            if len(of_file) > SHOWN:
                yield f"   {file}: {len(of_file) - SHOWN:,} more"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what is left to do. arguments: those of the command line, if not others."""
    parser = argparse.ArgumentParser(
        prog="python -m data.check", description="Say what is left to do in the folder of a coded statement."
    )
    parser.add_argument("folder", type=Path)
    problems = left_to_do(parser.parse_args(arguments).folder)
    if not problems:
        print("Nothing is left to do.")
        return
    print("\n".join(lines(problems)))
    sys.exit(1)


def _tables(folder: Path) -> dict[str, Table]:
    """The folder's tables as far as they can be read; load() says what cannot."""
    unheard: list[Problem] = []
    descriptor = read_descriptor(folder, unheard)
    resources = resources_by_name(descriptor) if descriptor else {}
    grids = {
        name: read_grid(folder / "tables" / f"{name}.csv", unheard) for name in TABLES if name in resources
    }
    confirmed = {name: without_column(grid) for name, grid in grids.items() if grid}
    return parse_tables(confirmed, resources, unheard)


def _marked(value: str, at: int) -> str:
    """The part of a text around a letter, that in brackets: `the b[u]dget`; at its end `budget[]`."""
    start, end = max(0, at - AROUND), at + 1 + AROUND
    before, after = "…" if start else "", "…" if end < len(value) else ""
    return f"“{before}{value[start:at]}[{value[at : at + 1]}]{value[at + 1 : end]}{after}”"


if __name__ == "__main__":
    main()
