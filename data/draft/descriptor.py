"""The descriptor of another statement's folder, made from the shipped one.

    python -m data.draft.descriptor <folder>

writes it again after a change to the folder's tables/codes.csv: the codes that each column may hold, and the
optional columns that its tables have. What the folder's descriptor says of itself is kept.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from data.draft.files import header, read_rows, shipped_descriptor, write_descriptor
from data.load.descriptor import OPTIONAL, Descriptor, read_descriptor
from data.load.errors import Problem
from data.load.proposals import PROPERTY
from data.load.source_text import Statement

SHIPPED_WORDS = ("description", "licenses")  # properties that are carried over as they stand


def describe(folder: Path, own: Descriptor) -> Descriptor:
    """The shipped descriptor with the properties in `own`, and with the codes and columns of the folder.

    Raises OSError if a table is missing.
    """
    descriptor = shipped_descriptor() | own
    codes: dict[str, list[str]] = defaultdict(list)
    for row in read_rows(folder, "codes"):
        codes[row["facet"]].append(row["code"])
    for resource in descriptor["resources"]:
        columns, schema = header(folder, resource["name"]), resource["schema"]
        schema["fields"] = [
            field for field in schema["fields"] if field["name"] in columns or not field.get(OPTIONAL)
        ]
        for field in schema["fields"]:
            if "facet" in field:
                field["constraints"]["enum"] = codes[field["facet"]]
    return descriptor


def own_properties(statement: Statement, name: str) -> Descriptor:
    """What a new folder says of itself, from the front matter of its statement.

    The texts of `about` are empty: nobody but the people who code can write them. Every other property is a
    proposal.
    """
    shipped = shipped_descriptor()
    properties: Descriptor = {
        "name": name,
        "title": f"{statement.title}, as data",
        "description": shipped["description"],
        "version": "0.1.0",
        "created": f"{statement.date.isoformat()}T00:00:00Z",
        "licenses": shipped["licenses"],
        "sources": [{"title": statement.title, "path": statement.url}],
        "about": dict.fromkeys(shipped["about"], ""),
    }
    proposals = {
        "name": "from the name of the folder",
        "title": "from the title of the statement",
        "version": "a first version",
        "created": "the day of the statement, in place of the day on which the tables are finished",
        "sources": "from the front matter; who published it is not in there",
        **dict.fromkeys(SHIPPED_WORDS, "carried over from the shipped dataset"),
    }
    return properties | {PROPERTY: proposals}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the descriptor of a folder again. arguments: those of the command line, if not others."""
    parser = argparse.ArgumentParser(
        prog="python -m data.draft.descriptor", description="Write a folder's datapackage.json again."
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    problems: list[Problem] = []
    own = read_descriptor(folder, problems)
    if own is None:
        sys.exit("\n".join(map(str, problems)))
    try:
        described = describe(folder, {key: value for key, value in own.items() if key != "resources"})
    except (OSError, KeyError) as error:
        parser.error(str(error))
    write_descriptor(folder, described)


if __name__ == "__main__":
    main()
