"""Makes links.csv: which sentence of a later meeting took up which sentence of an earlier one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.corpus.tables import Row, read

if TYPE_CHECKING:
    import numpy as np

KEY = ("old_statement", "old_passage", "new_statement", "new_passage")
COLUMNS = (*KEY, "relation", "how")

# Cosine of two sentences. Measured by reading: README.md.
RELATED = 0.26
SAME_IF_BEST = 0.34  # if neither sentence is closer to any other
SAME = 0.45


class Meeting(NamedTuple):
    """The sentences of a meeting, as (statement_id, passage_id) and as text, and who met."""

    parties: set[str]
    keys: list[tuple[str, str]]
    texts: list[str]


def make(folder: Path) -> list[Row]:
    """A row per link between two meetings of a series, in the order of passages.csv.

    The reviewed rows of links.csv are kept as they are; the pairs of rejected_links.csv are left out.
    """
    reviewed = {_key(row): row for row in read(folder, "links") if row["how"] == "reviewed"}
    rejected = {_key(row) for row in read(folder, "rejected_links")}
    found = {_key(row): row for row in _by_rule(folder)} | reviewed
    passages = enumerate(read(folder, "passages"))
    place: dict[tuple[str, ...], int] = {(row["statement_id"], row["passage_id"]): n for n, row in passages}
    kept = [row for key, row in found.items() if key not in rejected]
    return sorted(kept, key=lambda row: (place[_key(row)[:2]], place[_key(row)[2:]]))


def related(old: Sequence[str], new: Sequence[str], names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Places in `old` and `new`, and relation, of each pair of sentences that the rule links."""
    scores = similarity(old, new, names)
    best = (scores == scores.max(axis=0, keepdims=True)) & (scores == scores.max(axis=1, keepdims=True))
    same = (scores >= SAME) | (best & (scores >= SAME_IF_BEST))
    for row, column in zip(*(scores >= RELATED).nonzero(), strict=True):
        yield int(row), int(column), "same_point" if same[row, column] else "related"


def similarity(old: Sequence[str], new: Sequence[str], names: Sequence[str]) -> "np.ndarray":
    """Cosine of each old sentence (row) with each new one (column), from 0 to 1.

    Compared are runs of three to five letters within words, each weighed by how rare it is in these
    sentences (TF-IDF). `names` are taken out first: who speaks is not what is said.
    """
    # Imported here: only this function needs it, and the app does not have it.
    from sklearn.feature_extraction.text import TfidfVectorizer

    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    named = re.compile(rf"(?<!\w)(?:{longest_first or '(?!)'})(?!\w)(?:[’']s)?", re.IGNORECASE)
    texts = [named.sub(" ", text) for text in (*old, *new)]
    # Rounded, so that no processor's last digit decides at a limit.
    weights = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(texts)
    return (weights[: len(old)] @ weights[len(old) :].T).toarray().round(6)


def _by_rule(folder: Path) -> Iterator[Row]:
    """The links of any two meetings of a series."""
    names = read(folder, "names")
    for meetings in _meetings(folder).values():
        for old, new in combinations(meetings, 2):
            parties = {"", *old.parties, *new.parties}
            spoken = [row["name"] for row in names if row["party"] in parties]
            for row, column, relation in related(old.texts, new.texts, spoken):
                key = (*old.keys[row], *new.keys[column])
                yield dict(zip(COLUMNS, (*key, relation, "rule"), strict=True))


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
