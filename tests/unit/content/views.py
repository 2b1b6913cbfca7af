"""Views of a dataset: of the whole, of one with other tables, of a few rows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pandas as pd

from data import queries
from data.load import Dataset
from data.queries import Selection, View


def whole(ds: Dataset, **tables: pd.DataFrame) -> View:
    """The view without a filter; of a copy of the dataset where `tables` are given to replace its own."""
    return queries.select(replace(ds, **tables) if tables else ds, Selection())


def kept(ds: Dataset, **rows: list[int]) -> View:
    """A view that keeps only the rows of these numbers in the tables named."""
    return View(
        ds, replace(ds, **{name: getattr(ds, name).iloc[found] for name, found in rows.items()}), Selection()
    )


def filtered(ds: Dataset, own: str = "") -> Iterator[View]:
    """The views of every theme and actor, of each pair of them, and of none. With `own`, a field of a
    Selection, each is also narrowed to every code of that field."""
    fields = ["themes", "actors", *([own] if own else [])]
    codes = [[(), *((code,) for code in queries.codes(ds, queries.FACETS[field]))] for field in fields]
    for chosen in product(*codes):
        yield queries.select(ds, Selection(**dict(zip(fields, chosen, strict=True))))
