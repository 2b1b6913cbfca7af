"""Makes a table of the corpus again, from the texts and the tables that people write.

    python -m data.corpus passages
    python -m data.corpus mentions
    python -m data.corpus links

and adds a text to them:

    python -m data.corpus add <folder, zip or document> [--series … --date … --url …]

README.md beside this file says what each command reads and keeps.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from data.corpus import add, links, mentions, passages
from data.corpus.tables import HERE, write

# Command: the table it makes, and the module that makes its rows.
TABLES = {
    "passages": ("passages", passages),
    "mentions": ("topic_mentions", mentions),
    "links": ("links", links),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Do what the command names. arguments: those of the command line, if not others."""
    parser = argparse.ArgumentParser(prog="python -m data.corpus", description="Make or extend the corpus.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (table, _) in TABLES.items():
        command = commands.add_parser(name, help=f"make {table}.csv again")
        command.add_argument("folder", nargs="?", type=Path, default=HERE, help="a folder of this shape")
    command = commands.add_parser("add", help="add a text, its review still to be done")
    command.add_argument("source", type=Path, help="a folder or zip of this shape, or a document")
    command.add_argument("--to", dest="folder", type=Path, default=HERE, help="the corpus to add it to")
    for column in add.STATEMENT:
        command.add_argument(f"--{add.option(column)}", dest=column, help=f"{column} in statements.csv")
    given = parser.parse_args(arguments)
    try:
        if given.command == "add":
            _add(given)
        else:
            table, maker = TABLES[given.command]
            rows = maker.make(given.folder)
            write(given.folder, table, maker.COLUMNS, rows)
            print(f"{table}.csv: {len(rows):,} rows")
    except (OSError, ValueError) as error:
        parser.error(str(error))


def _add(given: argparse.Namespace) -> None:
    """Add a text, and say what to read first."""
    stated = {column: value for column in add.STATEMENT if (value := getattr(given, column))}
    for name in add.add(given.folder, given.source, stated):
        print(f"Added {name}. Nobody has reviewed it yet. To read first:")
        print("\n".join(add.read_first(given.folder, name)))


if __name__ == "__main__":
    main()
