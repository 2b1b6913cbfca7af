"""Views of a dataset: of the whole, of one with other tables, of a few rows."""

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


def filtered(ds: Dataset) -> list[View]:
    """The views of no filter, of every theme, of every actor, and of each theme with each actor."""
    themes, actors = ([(), *((code,) for code in queries.codes(ds, facet))] for facet in ("theme", "actor"))
    return [queries.select(ds, Selection(*chosen)) for chosen in product(themes, actors)]
