"""Makes the sheet of a second coder, without the first codes, and takes it in again when it is filled in.

    python -m data.second <folder>
    python -m data.second <folder> --filled <sheet>

The first writes `<folder>/second/`: what the coder needs and may see, which is the sheet, the codes and the
general rules. The second writes `<folder>/tables/second_coding.csv`.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.draft.files import Row, read_rows, write_rows
from data.draft.folder import general_codebook
from data.load.dataset import CODEBOOK_FILE
from data.load.errors import Problem
from data.load.files import read_grid

SECOND = "second"  # the folder that is given to the coder
SHEET = "sheet.csv"
FACETS = ("theme", "speech_act", "actor")  # what is coded twice, by the columns of the sheet
# Excel reads UTF-8 rightly only behind a byte order mark.
ENCODING = "utf-8-sig"


def write_sheet(folder: Path) -> list[Path]:
    """Write what a second coder gets; the paths of the files. Raises FileExistsError if it is there."""
    given = folder / SECOND
    if given.exists():
        raise FileExistsError(f"{given} is there already")
    passages, codes = read_rows(folder, "passages"), read_rows(folder, "codes")
    given.mkdir()
    sheet = [{column: row[column] for column in ("passage_id", "section", "text")} for row in passages]
    write_rows(given / SHEET, ["passage_id", "section", "text", *FACETS], sheet, ENCODING)
    choice = [row for row in codes if row["facet"] in FACETS]
    write_rows(given / "codes.csv", ["facet", "code", "label", "definition"], choice, ENCODING)
    (given / CODEBOOK_FILE).write_text(general_codebook(folder), encoding="utf-8")
    return sorted(given.iterdir())


def take_in(folder: Path, sheet: Path) -> list[Problem]:
    """Write second_coding.csv from a filled sheet; if anything is wrong with that, only say what."""
    problems: list[Problem] = []
    grid = read_grid(sheet, problems)
    if grid is None:
        return problems
    columns = ["passage_id", *FACETS]
    missing = [column for column in columns if column not in grid[0]]
    problems.extend(Problem(sheet.name, 1, column, None, "a column of this name") for column in missing)
    if problems:
        return problems
    rows = [dict(zip(grid[0], cells, strict=False)) for cells in grid[1:]]
    problems.extend(_check(sheet.name, rows, folder))
    if not problems:
        write_rows(folder / "tables" / "second_coding.csv", columns, rows)
    return problems


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the sheet, or take it in. arguments: those of the command line, if not others."""
    parser = argparse.ArgumentParser(
        prog="python -m data.second", description="Make a second coder's sheet, or take it in."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--filled", type=Path, metavar="SHEET", help="the sheet, filled in")
    given = parser.parse_args(arguments)
    try:
        if given.filled is None:
            print("For the second coder:", *write_sheet(given.folder), sep="\n  ")
            return
        problems = take_in(given.folder, given.filled)
    except (OSError, KeyError) as error:
        parser.error(str(error))
    if problems:
        sys.exit("\n".join(map(str, problems)))
    print(f"{given.folder / 'tables' / 'second_coding.csv'}: taken in.")


def _check(file: str, rows: Sequence[Row], folder: Path) -> list[Problem]:
    """A Problem for each wrong code, and each sentence that the sheet lacks, has twice or does not know."""
    allowed: dict[str, list[str]] = {facet: [] for facet in FACETS}
    for code in read_rows(folder, "codes"):
        allowed.get(code["facet"], []).append(code["code"])
    due = [row["passage_id"] for row in read_rows(folder, "passages")]
    found: list[Problem] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        passage_id = row.get("passage_id", "")
        if passage_id not in due or passage_id in seen:
            expected = "a passage_id of passages.csv that no row above has"
            found.append(Problem(file, number, "passage_id", passage_id, expected))
        seen.add(passage_id)
        for facet, codes in allowed.items():
            if row.get(facet, "") not in codes:
                found.append(Problem(file, number, facet, row.get(facet, ""), f"one of {', '.join(codes)}"))
    found.extend(
        Problem(file, None, "passage_id", None, f"a row for {one}") for one in due if one not in seen
    )
    return found


if __name__ == "__main__":
    main()
