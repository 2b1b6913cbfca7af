"""Makes links.csv: which sentence of a later meeting took up which sentence of an earlier one."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from data.corpus.tables import Row, read
from data.queries.corpus import BY_RULE, REVIEWED
from data.queries.link_rule import related

KEY = ("old_statement", "old_passage", "new_statement", "new_passage")
COLUMNS = (*KEY, "relation", "how")


class Meeting(NamedTuple):
    """The sentences of a meeting, as (statement_id, passage_id) and as text, and who met."""

    parties: set[str]
    keys: list[tuple[str, str]]
    texts: list[str]


def make(folder: Path) -> list[Row]:
    """A row per link between two meetings of a series, in the order of passages.csv.

    The reviewed rows of links.csv are kept as they are; the pairs of rejected_links.csv are left out.
    """
    reviewed = {_key(row): row for row in read(folder, "links") if row["how"] == REVIEWED}
    rejected = {_key(row) for row in read(folder, "rejected_links")}
    found = {_key(row): row for row in _by_rule(folder)} | reviewed
    passages = enumerate(read(folder, "passages"))
    place: dict[tuple[str, ...], int] = {(row["statement_id"], row["passage_id"]): n for n, row in passages}
    kept = [row for key, row in found.items() if key not in rejected]
    return sorted(kept, key=lambda row: (place[_key(row)[:2]], place[_key(row)[2:]]))


def _by_rule(folder: Path) -> Iterator[Row]:
    """The links of any two meetings of a series."""
    names = read(folder, "names")
    for meetings in _meetings(folder).values():
        for old, new in combinations(meetings, 2):
            parties = {"", *old.parties, *new.parties}
            spoken = [row["name"] for row in names if row["party"] in parties]
            for row, column, relation in related(old.texts, new.texts, spoken):
                key = (*old.keys[row], *new.keys[column])
                yield dict(zip(COLUMNS, (*key, relation, BY_RULE), strict=True))


def _meetings(folder: Path) -> dict[str, list[Meeting]]:
    """The meetings of each series, by date. All texts of a meeting count as one."""
    passages = defaultdict(list)
    for passage in read(folder, "passages"):
        passages[passage["statement_id"]].append(passage)
    series: dict[str, dict[str, Meeting]] = defaultdict(dict)
    for statement in sorted(read(folder, "statements"), key=lambda row: row["date"]):
        meetings = series[statement["series"]]
        meeting = meetings.setdefault(statement["meeting_id"], Meeting(set(), [], []))
        meeting.parties.update(statement["parties"].split(";"))
        for passage in passages[statement["statement_id"]]:
            meeting.keys.append((passage["statement_id"], passage["passage_id"]))
            meeting.texts.append(passage["text"])
    return {name: list(meetings.values()) for name, meetings in series.items()}


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in KEY)
