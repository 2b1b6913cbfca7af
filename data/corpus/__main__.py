"""Makes a table of the corpus again, from the texts and the tables that people write.

    python -m data.corpus passages
    python -m data.corpus mentions
    python -m data.corpus links

README.md beside this file says what each command reads and keeps.
"""

import argparse
from pathlib import Path

from data.corpus import links, mentions, passages
from data.corpus.tables import HERE, write

# Command: the table it makes, and the module that makes its rows.
TABLES = {
    "passages": ("passages", passages),
    "mentions": ("topic_mentions", mentions),
    "links": ("links", links),
}


def main() -> None:
    """Make the table that the command names."""
    parser = argparse.ArgumentParser(prog="python -m data.corpus", description=__doc__)
    parser.add_argument("command", choices=TABLES)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE, help="a folder of this shape")
    given = parser.parse_args()
    table, maker = TABLES[given.command]
    rows = maker.make(given.folder)
    write(given.folder, table, maker.COLUMNS, rows)
    print(f"{table}.csv: {len(rows):,} rows")


if __name__ == "__main__":
    main()
