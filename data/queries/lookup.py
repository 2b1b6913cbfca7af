"""Codes in words, and the small steps that the other questions share."""

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import remembered


def codes(ds: Dataset, facet: str) -> pd.DataFrame:
    """The codes of one facet in order, indexed by code: label, definition, colour, icon."""
    return _facet(ds.codes, facet)


@remembered
def _facet(codes: pd.DataFrame, facet: str) -> pd.DataFrame:
    rows = codes[codes["facet"] == facet].sort_values("order")
    return rows.set_index("code")[["label", "definition", "colour", "icon"]]


def label(ds: Dataset, facet: str, code: str) -> str:
    """The word that readers see for a code. KeyError for a code the facet lacks."""
    return codes(ds, facet).at[code, "label"]


def joined(ids: Iterable[str]) -> str:
    """Passage ids of a mark: each once, in reading order, `;`-separated."""
    return ";".join(sorted(set(ids), key=reading_order))


def reading_order(passage_id: str) -> list[int]:
    """A sort key: `p02.s10` comes after `p02.s9`."""
    return [int(number) for number in re.findall(r"\d+", passage_id)]


@remembered
def with_passage(table: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """The table with its passage's `theme` and `paragraph` beside each row."""
    passages = ds.passages.set_index("passage_id")
    return table.assign(
        theme=table["passage_id"].map(passages["theme"]),
        paragraph=table["passage_id"].map(passages["paragraph"]),
    ).reset_index(drop=True)


@remembered
def _by_passage(table: pd.DataFrame) -> dict[str, list[dict]]:
    return grouped(table, "passage_id")


def of_passage(table: pd.DataFrame, passage_id: str) -> list[dict]:
    """The rows of a loaded table that were read from a passage, as records."""
    return _by_passage(table).get(passage_id, [])


def most_frequent(values: Iterable[str], order: Iterable[str] = ()) -> list[str]:
    """The values that occur, each once, the most frequent first; on a tie the earlier in `order`,
    or else the one that came first."""
    counts, rank = Counter(values), {value: place for place, value in enumerate(order)}
    return sorted(counts, key=lambda value: (-counts[value], rank.get(value, 0)))


def grouped(rows: pd.DataFrame, by: str) -> dict[str, list[dict]]:
    """The rows as records under each value of a column, in the order of first appearance.

    A few dozen rows: plain lists are many times faster here than groupby and agg.
    """
    groups: dict[str, list[dict]] = {}
    for row in rows.to_dict("records"):
        groups.setdefault(row[by], []).append(row)
    return groups
