"""Makes a table of the corpus again, from the texts and the tables that people write.

    python -m data.corpus passages
    python -m data.corpus mentions
    python -m data.corpus links

README.md beside this file says what each command reads and keeps.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from data.corpus import links, mentions, passages
from data.corpus.tables import HERE, write

# Command: the table it makes, and the module that makes its rows.
TABLES = {
    "passages": ("passages", passages),
    "mentions": ("topic_mentions", mentions),
    "links": ("links", links),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the table that the command names. arguments: those of the command line, if not others."""
    parser = argparse.ArgumentParser(
        prog="python -m data.corpus", description="Make a table of the corpus again."
    )
    parser.add_argument("command", choices=TABLES)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE, help="a folder of this shape")
    given = parser.parse_args(arguments)
    table, maker = TABLES[given.command]
    try:
        rows = maker.make(given.folder)
        write(given.folder, table, maker.COLUMNS, rows)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    print(f"{table}.csv: {len(rows):,} rows")


if __name__ == "__main__":
    main()
