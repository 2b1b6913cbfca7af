"""Codes in words, and the small steps that the other queries share."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple, cast

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached

Record = dict[str, Any]  # one row: value by column


class Code(NamedTuple):
    """A code of a facet as readers see it; colour and icon are empty where the table gives none."""

    label: str
    definition: str
    colour: str
    icon: str


Codes = dict[str, Code]  # the codes of one facet, by code and in their order


@cached
def codes(ds: Dataset, facet: str) -> Codes:
    """The codes of one facet in order."""
    rows = ds.codes[ds.codes["facet"] == facet].sort_values("order")
    return {
        row["code"]: Code(row["label"], row["definition"], row["colour"], row["icon"])
        for row in records(rows)
    }


@cached
def labels(ds: Dataset, facet: str) -> dict[str, str]:
    """The words that readers see for the codes of a facet, by code and in order."""
    return {code: look.label for code, look in codes(ds, facet).items()}


def label(ds: Dataset, facet: str, code: str) -> str:
    """The word that readers see for a code. KeyError for a code the facet lacks."""
    return codes(ds, facet)[code].label


def joined(ids: Iterable[str]) -> str:
    """Passage ids of a mark: each once, in reading order, `;`-separated."""
    return ";".join(sorted(set(ids), key=reading_order))


def reading_order(passage_id: str) -> list[int]:
    """A sort key: `p02.s10` comes after `p02.s9`."""
    return [int(number) for number in re.findall(r"\d+", passage_id)]


def passage(ds: Dataset, passage_id: str) -> Record:
    """One passage. KeyError for an id that does not exist."""
    return _passages(ds)[passage_id]


def passages(ds: Dataset, passage_ids: Iterable[str]) -> list[Record]:
    """The passages of these ids, each once, in reading order. KeyError for an id that does not exist."""
    return [passage(ds, passage_id) for passage_id in sorted(set(passage_ids), key=reading_order)]


@cached
def _passages(ds: Dataset) -> dict[str, Record]:
    return {row["passage_id"]: row for row in records(ds.passages)}


def with_passage(ds: Dataset, table: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table with the `theme` and `paragraph` of their passage."""
    found = ds.passages.set_index("passage_id")
    return table.assign(
        theme=table["passage_id"].map(found["theme"]), paragraph=table["passage_id"].map(found["paragraph"])
    ).reset_index(drop=True)


def of_passage(ds: Dataset, table: str, passage_id: str) -> list[Record]:
    """The rows that a table of the dataset, given by its name, holds for a passage."""
    return _by_passage(ds, table).get(passage_id, [])


@cached
def _by_passage(ds: Dataset, table: str) -> dict[str, list[Record]]:
    return grouped(getattr(ds, table), "passage_id")


def most_frequent(values: Iterable[str], order: Iterable[str] = ()) -> list[str]:
    """The values that occur, each once, the most frequent first; on a tie the earlier in `order`,
    or else the one that came first."""
    counts, rank = Counter(values), {value: place for place, value in enumerate(order)}
    return sorted(counts, key=lambda value: (-counts[value], rank.get(value, 0)))


def grouped(rows: pd.DataFrame, by: str) -> dict[str, list[Record]]:
    """The rows as records under each value of a column, in the order of first appearance.

    Plain lists: for a few dozen rows they are many times faster than groupby and agg.
    """
    groups: dict[str, list[Record]] = {}
    for row in records(rows):
        groups.setdefault(row[by], []).append(row)
    return groups


def records(rows: pd.DataFrame) -> list[Record]:
    """The rows as dictionaries, by column name."""
    return cast("list[Record]", rows.to_dict("records"))
