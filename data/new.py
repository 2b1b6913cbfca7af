"""Drafts the folder of a coded statement from a text.

    python -m data.new <text> <folder>

The text is Markdown with front matter: a title, a date and a source_url. Whatever is guessed is marked
as a proposal, in the column `proposal` of the tables and in `proposals` of datapackage.json, and the app
refuses it until a person has confirmed it: CONTRIBUTING.md, "To code another statement".
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data.draft import folder as drafts
from data.load.errors import Problem
from data.load.files import read_text
from data.load.proposals import COLUMN
from data.load.source_text import parse_statement


def main(arguments: Sequence[str] | None = None) -> None:
    """Draft a folder. arguments: those of the command line, if not others."""
    parser = argparse.ArgumentParser(
        prog="python -m data.new", description="Draft the folder of a coded statement from a text."
    )
    parser.add_argument("text", type=Path, help="Markdown with front matter: title, date, source_url")
    parser.add_argument("folder", type=Path, help="the folder to write: a new one, or an empty one")
    given = parser.parse_args(arguments)
    problems: list[Problem] = []
    source = read_text(given.text, problems)
    statement = None if source is None else parse_statement(source, problems)
    if source is None or statement is None or problems:
        sys.exit("\n".join(str(replace(one, file=given.text.name)) for one in problems))
    drafted = drafts.draft(statement)
    try:
        drafts.write(drafted, statement, source, given.folder)
    except OSError as error:
        parser.error(str(error))
    print("\n".join(report(drafted, given.folder)))


def report(drafted: drafts.Draft, folder: Path) -> list[str]:
    """What was drafted, the doubtful cuts, and what to do next."""
    lines = [f"{folder}: drafted."]
    for name, rows in drafted.tables.items():
        proposed = sum(bool(row.get(COLUMN)) for row in rows)
        lines.append(f"  {name}.csv: {len(rows)} rows, {proposed} of them proposals")
    lines.append(f"Doubtful cuts: {len(drafted.doubts) or 'none'}")
    lines.extend(f"  {doubt}" for doubt in drafted.doubts)
    lines.append(f"Next: python -m data.check {folder} says what is left to do, in order.")
    return lines


if __name__ == "__main__":
    main()
