"""Look-ups by code and by passage, and small functions that the other queries share."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached

Record = dict[str, Any]  # a row of a table: value by column name


class Code(NamedTuple):
    """A code of a facet as readers see it. Colours and icon are "" where the table has none.

    colour: on a light ground. colour_dark: on a dark one.
    """

    label: str
    definition: str
    colour: str
    icon: str
    colour_dark: str = ""


# Facets whose codes stand in the corpus: the table, and its column of definitions.
_OF_CORPUS = {"series": ("series", ""), "topic": ("topics", "definition")}
Codes = dict[str, Code]  # all codes of one facet, by the name of the code, in the codebook's order


@cached
def codes(ds: Dataset, facet: str) -> Codes:
    """The codes of one facet, in the codebook's order; none for an unknown facet.

    The series, topics and meetings of the corpus are facets, too.
    """
    if facet == "meeting":
        return _meetings(ds)
    if facet in _OF_CORPUS:
        return _of_corpus(ds, facet, *_OF_CORPUS[facet])
    rows = ds.codes[ds.codes["facet"] == facet].sort_values("order")
    return {
        row["code"]: Code(row["label"], row["definition"], row["colour"], row["icon"], row["colour_dark"])
        for row in records(rows)
    }


def _of_corpus(ds: Dataset, facet: str, table: str, definition: str) -> Codes:
    """The rows of a table of the corpus as codes. definition: its column of definitions, "" for none."""
    rows = records(getattr(ds.corpus, table).sort_values("order")) if ds.corpus else []
    return {row[facet]: Code(row["label"], row.get(definition, ""), "", "") for row in rows}


def _meetings(ds: Dataset) -> Codes:
    """The meetings of the corpus as codes, in the order of statements.csv, labelled by their first text."""
    rows = records(ds.corpus.statements.drop_duplicates("meeting_id")) if ds.corpus else []
    return {row["meeting_id"]: Code(row["short_title"], "", "", "") for row in rows}


@cached
def labels(ds: Dataset, facet: str) -> dict[str, str]:
    """The label of each code of a facet, in the codebook's order."""
    return {name: code.label for name, code in codes(ds, facet).items()}


def label(ds: Dataset, facet: str, code: str) -> str:
    """The label of a code. Raises KeyError for a code that the facet does not have."""
    return codes(ds, facet)[code].label


@cached
def ranks(ds: Dataset, facet: str) -> dict[str, int]:
    """The place of each code of a facet in the codebook's order, from 0."""
    return {code: rank for rank, code in enumerate(codes(ds, facet))}


@cached
def firm(ds: Dataset) -> tuple[str, ...]:
    """The strengths that are called firm, firmest first: half of the codes, with the middle one if there is.

    The others are called loose. This is a reading aid of the charts: the codebook draws no such line.
    """
    strengths = list(codes(ds, "strength"))
    return tuple(strengths[: (len(strengths) + 1) // 2])


def levels(strengths: Collection[str]) -> dict[str, int]:
    """How firm each of the strengths is, given from firmest to loosest: from their number down to 1."""
    return {strength: len(strengths) - rank for rank, strength in enumerate(strengths)}


def joined(ids: Iterable[str]) -> str:
    """Passage ids as one text: each once, in reading order, `;`-separated."""
    return ";".join(sorted(set(ids), key=reading_order))


def reading_order(passage_id: str) -> list[int]:
    """A sort key for passage ids, by their numbers: `p02.s10` comes after `p02.s9`."""
    return [int(number) for number in re.findall(r"\d+", passage_id)]


def passage(ds: Dataset, passage_id: str) -> Record:
    """One passage. Raises KeyError for an unknown id."""
    return _passages(ds)[passage_id]


def passages(ds: Dataset, passage_ids: Iterable[str]) -> list[Record]:
    """The passages with these ids, each once, in reading order. Raises KeyError for an unknown id."""
    return [passage(ds, passage_id) for passage_id in sorted(set(passage_ids), key=reading_order)]


@cached
def _passages(ds: Dataset) -> dict[str, Record]:
    return {row["passage_id"]: row for row in records(ds.passages)}


def with_passage(ds: Dataset, table: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table with the theme and the paragraph of their passage, and a new index."""
    passages = ds.passages.set_index("passage_id")
    ids = table["passage_id"]
    table = table.assign(theme=ids.map(passages["theme"]), paragraph=ids.map(passages["paragraph"]))
    return table.reset_index(drop=True)


def of_passage(ds: Dataset, table: str, passage_id: str) -> list[Record]:
    """The rows about a passage in a table of the dataset. table: its name."""
    return _by_passage(ds, table).get(passage_id, [])


@cached
def _by_passage(ds: Dataset, table: str) -> dict[str, list[Record]]:
    return grouped(getattr(ds, table), "passage_id")


def most_frequent(values: Iterable[str], order: Iterable[str] = ()) -> list[str]:
    """The distinct values, the most frequent first. Equally frequent ones are in the order of `order`, or
    of their first occurrence."""
    counts = Counter(values)
    rank = {value: index for index, value in enumerate(order)}
    return sorted(counts, key=lambda value: (-counts[value], rank.get(value, 0)))


def grouped(rows: pd.DataFrame, by: str) -> dict[str, list[Record]]:
    """The rows under each value of a column, in the order of first occurrence.

    For a few dozen rows, plain lists are many times faster than pandas' groupby.
    """
    groups: dict[str, list[Record]] = {}
    for row in records(rows):
        groups.setdefault(row[by], []).append(row)
    return groups


def records(rows: pd.DataFrame) -> list[Record]:
    """The rows of a table as dictionaries, like `to_dict("records")`, in a quarter of its time."""
    names = list(rows.columns)
    columns = [rows[name].tolist() for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
