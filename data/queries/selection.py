"""What the reader has chosen, and the view of the dataset that it leaves."""

import datetime
from collections.abc import Collection, Hashable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.lookup import Codes, codes, labels

VIEWS = 60  # views kept for the next reader, with all results about them: up to 1 MB each


# The facet that each field of a Selection chooses codes of.
FACETS = {"themes": "theme", "actors": "actor", "roles": "role", "kinds": "date_kind"}


@dataclass(frozen=True)
class Selection:
    """What the reader has chosen, as codes. An empty tuple means no restriction.

    themes, actors: the filters that all pages share. roles, kinds: a page's own choice of roles of
    places (map) and kinds of dates (timeline).
    """

    themes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Selection()

    @property
    def shared(self) -> "Selection":
        """The part that all pages share."""
        return Selection(self.themes, self.actors)


@dataclass(frozen=True, eq=False)
class View:
    """What is shown: the whole dataset, the part of it that a selection leaves, and the selection."""

    whole: Dataset
    ds: Dataset
    selection: Selection
    # Results about this view: data.queries.cache.
    answers: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def codes(self, facet: str) -> Codes:
        """The codes of a facet, as `lookup.codes`."""
        return codes(self.whole, facet)

    def labels(self, facet: str) -> dict[str, str]:
        """The words for the codes of a facet, as `lookup.labels`."""
        return labels(self.whole, facet)

    def narrowed(self, roles: Collection[str] | None = None, kinds: Collection[str] | None = None) -> "View":
        """This view with a page's own choice of roles or kinds; None keeps what is chosen."""
        chosen = self.selection
        return select(
            self.whole,
            replace(
                chosen,
                roles=chosen.roles if roles is None else tuple(roles),
                kinds=chosen.kinds if kinds is None else tuple(kinds),
            ),
        )


@lru_cache(maxsize=VIEWS)
def select(whole: Dataset, selection: Selection) -> View:
    """The view that a selection leaves of a whole dataset; the same object for the same selection.

    A passage stays when its primary theme is chosen and a chosen actor acts in it: performs the
    speech act, has to keep a commitment, or pays a pledge. Of the commitments and pledges only the
    chosen actors' own stay; of mentions of places and dates only those of the chosen roles and kinds.
    """
    ds = _with_actors(_with_themes(whole, selection.themes), selection.actors)
    if selection.roles:
        ds = replace(ds, place_mentions=_of(ds.place_mentions, "role", selection.roles))
    if selection.kinds:
        ds = replace(ds, dates=_of(ds.dates, "kind", selection.kinds))
    return View(whole, ds, selection)


@cached
def nearest_dates(view: View, most: int) -> View:
    """The view with at most so many dates: those from the day of the statement on, then the last before."""
    return _with(view, {"dates": nearest(view.ds.dates, "start", view.whole.statement.date, most)})


@cached
def nearest_outcomes(view: View, most: int) -> View:
    """The view with at most so many outcomes, the earliest after the statement."""
    return _with(view, {"outcomes": nearest(view.ds.outcomes, "date", view.whole.statement.date, most)})


def nearest(rows: pd.DataFrame, column: str, day: datetime.date, most: int) -> pd.DataFrame:
    """At most so many rows, earliest first: those from a day on, and if there is room the last before it."""
    late = (rows[column] >= pd.Timestamp(day)).sum()
    kept = rows.sort_values(column, kind="stable").iloc[max(len(rows) - max(late, most), 0) :].head(most)
    return kept.reset_index(drop=True)


def _with(view: View, tables: dict[str, pd.DataFrame]) -> View:
    return View(view.whole, _replaced(view.ds, tables), view.selection)


def _replaced(ds: Dataset, tables: dict[str, Any]) -> Dataset:
    """The dataset with other tables under these names."""
    return replace(ds, **tables)


def _with_themes(ds: Dataset, themes: tuple[str, ...]) -> Dataset:
    return _with_passages(ds, _of(ds.passages, "theme", themes)) if themes else ds


def _with_actors(ds: Dataset, actors: tuple[str, ...]) -> Dataset:
    if not actors:
        return ds
    commitments, pledges = _of(ds.commitments, "actor", actors), _of(ds.pledges, "payer", actors)
    acts = ds.passages["actor"].isin(actors)
    owes = ds.passages["passage_id"].isin([*commitments["passage_id"], *pledges["passage_id"]])
    return _with_passages(replace(ds, commitments=commitments, pledges=pledges), ds.passages[acts | owes])


def _with_passages(ds: Dataset, passages: pd.DataFrame) -> Dataset:
    """The dataset with these passages alone, and what was read from them."""
    ids = list(passages["passage_id"])
    read = {
        name: _of(getattr(ds, name), "passage_id", ids)
        for name in (
            *("secondary_themes", "commitments", "pledges", "place_mentions"),
            *("body_mentions", "dates", "figures"),
        )
    }
    said = ds.outcomes["commitment_id"].isin(read["commitments"]["commitment_id"])
    paid = ds.outcomes["pledge_id"].isin(read["pledges"]["pledge_id"])
    return _replaced(ds, {"passages": passages, "outcomes": ds.outcomes[said | paid], **read})


def _of(table: pd.DataFrame, column: str, values: Collection[str]) -> pd.DataFrame:
    return table[table[column].isin(values)]
