"""A selection, which is what the reader has chosen, and the view of the dataset under it."""

import datetime
from collections.abc import Collection, Hashable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.lookup import Codes, codes, labels

MOST_VIEWS = 60  # kept for other readers, with all results about them: up to 1 MB each

# By field of a Selection: the facet that its codes belong to.
FACETS = {
    "themes": "theme",
    "actors": "actor",
    "roles": "role",
    "kinds": "date_kind",
    "series": "series",
    "topics": "topic",
    "meetings": "meeting",
}
# The tables whose rows belong to a passage, and go with it.
READ_FROM_PASSAGES = (
    *("secondary_themes", "commitments", "pledges", "place_mentions"),
    *("body_mentions", "dates", "figures"),
)


@dataclass(frozen=True)
class Selection:
    """What the reader has chosen, as codes. An empty tuple means no restriction.

    themes, actors: the shared filters. roles: of places, chosen on the page Map. kinds: of dates, chosen on
    the page Timeline. series, topics: of the corpus, chosen on the page Wording; topics in the order in which
    they are drawn. meetings, words, reviewed: chosen on the page Compare: the ids of the older and the newer
    meeting, words of their sentences, and whether to leave out links that are not reviewed.
    """

    themes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    words: str = ""
    reviewed: bool = False

    def __bool__(self) -> bool:
        return self != Selection()

    @property
    def shared(self) -> "Selection":
        """The shared filters alone."""
        return Selection(self.themes, self.actors)


@dataclass(frozen=True, eq=False)
class View:
    """The carrier of what is shown.

    whole: the whole dataset. ds: the part of it under the selection. selection: what is chosen.
    """

    whole: Dataset
    ds: Dataset
    selection: Selection
    # Kept by data.queries.cache.
    results: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def codes(self, facet: str) -> Codes:
        """The codes of a facet, as `lookup.codes`."""
        return codes(self.whole, facet)

    def labels(self, facet: str) -> dict[str, str]:
        """The labels of the codes of a facet, as `lookup.labels`."""
        return labels(self.whole, facet)

    def narrowed(self, **chosen: Collection[str]) -> "View":
        """The view with other codes in the fields of its selection that are named: `roles`, `kinds` …"""
        fields: dict[str, Any] = {name: tuple(codes) for name, codes in chosen.items()}
        return select(self.whole, replace(self.selection, **fields))

    def comparing(self, meetings: Collection[str], words: str = "", reviewed: bool = False) -> "View":
        """The view with two meetings to compare, and no actors: the corpus does not code them."""
        selection = Selection(self.selection.themes, meetings=tuple(meetings), words=words, reviewed=reviewed)
        return select(self.whole, selection)


@lru_cache(maxsize=MOST_VIEWS)
def select(whole: Dataset, selection: Selection) -> View:
    """The view of a whole dataset under a selection. The same selection gives the same object.

    Of the passages, the view has those whose primary theme is chosen and in which a chosen actor performs
    the speech act, has to keep a commitment, or pays a pledge. Of the commitments and pledges, it has those
    of the chosen actors; of the place mentions and dates, those of the chosen roles and kinds.
    """
    ds = _with_actors(_with_themes(whole, selection.themes), selection.actors)
    if selection.roles:
        ds = replace(ds, place_mentions=_of(ds.place_mentions, "role", selection.roles))
    if selection.kinds:
        ds = replace(ds, dates=_of(ds.dates, "kind", selection.kinds))
    return View(whole, ds, selection)


@cached
def nearest_dates(view: View, most: int) -> View:
    """The view with at most `most` dates, chosen by `nearest` to the day of the statement."""
    return _with(view, {"dates": nearest(view.ds.dates, "start", view.whole.statement.date, most)})


@cached
def nearest_outcomes(view: View, most: int) -> View:
    """The view with at most `most` outcomes, chosen by `nearest` to the day of the statement."""
    return _with(view, {"outcomes": nearest(view.ds.outcomes, "date", view.whole.statement.date, most)})


def nearest(rows: pd.DataFrame, column: str, day: datetime.date, most: int) -> pd.DataFrame:
    """At most `most` rows by a column of dates, earliest first.

    The first rows from the day on come before any other; if they are fewer than `most`, the last rows before
    the day are added.
    """
    rows = rows.sort_values(column, kind="stable", ignore_index=True)
    from_day_on = int((rows[column] >= pd.Timestamp(day)).sum())
    first = max(len(rows) - max(from_day_on, most), 0)
    return rows.iloc[first : first + most].reset_index(drop=True)


def _with(view: View, tables: dict[str, pd.DataFrame]) -> View:
    """The view with other tables under these names."""
    return View(view.whole, _replaced(view.ds, tables), view.selection)


def _replaced(ds: Dataset, tables: dict[str, Any]) -> Dataset:
    """The dataset with other tables under these names."""
    return replace(ds, **tables)


def _with_themes(ds: Dataset, themes: tuple[str, ...]) -> Dataset:
    return _with_passages(ds, _of(ds.passages, "theme", themes)) if themes else ds


def _with_actors(ds: Dataset, actors: tuple[str, ...]) -> Dataset:
    if not actors:
        return ds
    commitments = _of(ds.commitments, "actor", actors)
    pledges = _of(ds.pledges, "payer", actors)
    acts = ds.passages["actor"].isin(actors)
    has_duty = ds.passages["passage_id"].isin([*commitments["passage_id"], *pledges["passage_id"]])
    ds = replace(ds, commitments=commitments, pledges=pledges)
    return _with_passages(ds, ds.passages[acts | has_duty])


def _with_passages(ds: Dataset, passages: pd.DataFrame) -> Dataset:
    """The dataset with these passages only, what was read from them, and the outcomes of both."""
    ids = list(passages["passage_id"])
    tables = {name: _of(getattr(ds, name), "passage_id", ids) for name in READ_FROM_PASSAGES}
    of_commitment = ds.outcomes["commitment_id"].isin(tables["commitments"]["commitment_id"])
    of_pledge = ds.outcomes["pledge_id"].isin(tables["pledges"]["pledge_id"])
    outcomes = ds.outcomes[of_commitment | of_pledge | ds.outcomes["passage_id"].isin(ids)]
    return _replaced(ds, {"passages": passages, "outcomes": outcomes, **tables})


def _of(table: pd.DataFrame, column: str, values: Collection[str]) -> pd.DataFrame:
    """The rows of a table whose column has one of the values."""
    return table[table[column].isin(values)]
