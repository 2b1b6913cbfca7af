"""Codes in words, and the small steps that the other questions share."""

import re

import pandas as pd

from data.dataset import Dataset


def codes(ds: Dataset, facet: str) -> pd.DataFrame:
    """The codes of one facet in order, indexed by code: label, definition, colour, icon."""
    rows = ds.codes[ds.codes["facet"] == facet].sort_values("order")
    return rows.set_index("code")[["label", "definition", "colour", "icon"]]


def label(ds: Dataset, facet: str, code: str) -> str:
    """The word that readers see for a code. KeyError for a code the facet lacks."""
    return codes(ds, facet).at[code, "label"]


def joined(ids: pd.Series) -> str:
    """Passage ids of a mark: each once, in reading order, `;`-separated."""
    return ";".join(sorted(set(ids), key=reading_order))


def reading_order(passage_id: str) -> list[int]:
    """A sort key: `p02.s10` comes after `p02.s9`."""
    return [int(number) for number in re.findall(r"\d+", passage_id)]


def with_passage(table: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """The table with its passage's `theme` and `paragraph` beside each row."""
    return table.merge(ds.passages[["passage_id", "theme", "paragraph"]], on="passage_id", how="left")
