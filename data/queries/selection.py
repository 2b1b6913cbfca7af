"""What the reader has chosen, and the part of the dataset that it leaves."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import remembered


@dataclass(frozen=True)
class Selection:
    """What the reader has chosen, as codes. An empty tuple means no restriction."""

    themes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.themes or self.actors)


@remembered
def select(ds: Dataset, selection: Selection) -> Dataset:
    """The dataset that the selection leaves, in the same shape.

    A passage stays when its primary theme is chosen and a chosen actor acts in
    it: performs the speech act, has to keep a commitment, or pays a pledge. Of
    the commitments and pledges only the chosen actors' own stay.
    """
    if not selection:
        return ds
    kept = ds.passages
    if selection.themes:
        kept = kept[kept["theme"].isin(selection.themes)]
    commitments, pledges = _in(ds.commitments, kept), _in(ds.pledges, kept)
    if selection.actors:
        commitments = commitments[commitments["actor"].isin(selection.actors)]
        pledges = pledges[pledges["payer"].isin(selection.actors)]
        acts = kept["actor"].isin(selection.actors)
        owes = kept["passage_id"].isin([*commitments["passage_id"], *pledges["passage_id"]])
        kept = kept[acts | owes]
    return replace(
        ds,
        passages=kept,
        commitments=commitments,
        pledges=pledges,
        secondary_themes=_in(ds.secondary_themes, kept),
        place_mentions=_in(ds.place_mentions, kept),
        body_mentions=_in(ds.body_mentions, kept),
        dates=_in(ds.dates, kept),
        figures=_in(ds.figures, kept),
        outcomes=_following(ds.outcomes, commitments, pledges),
    )


@remembered
def with_roles(view: Dataset, roles: Collection[str]) -> Dataset:
    """The view with the place mentions of these roles only; all of them if none is given."""
    if not roles:
        return view
    mentions = view.place_mentions
    return replace(view, place_mentions=mentions[mentions["role"].isin(roles)])


@remembered
def with_kinds(view: Dataset, kinds: Collection[str]) -> Dataset:
    """The view with the dates of these kinds only; all of them if none is given."""
    if not kinds:
        return view
    return replace(view, dates=view.dates[view.dates["kind"].isin(kinds)])


@remembered
def nearest_dates(view: Dataset, most: int) -> Dataset:
    """The view with at most so many dates: those from the day of the statement on, then the last before."""
    return replace(view, dates=nearest(view.dates, "start", view.statement.date, most))


@remembered
def nearest_outcomes(view: Dataset, most: int) -> Dataset:
    """The view with at most so many outcomes, the earliest after the statement."""
    return replace(view, outcomes=nearest(view.outcomes, "date", view.statement.date, most))


def nearest(rows: pd.DataFrame, column: str, day: datetime.date, most: int) -> pd.DataFrame:
    """At most so many rows, earliest first: those from a day on, and if there is room the last before it."""
    late = (rows[column] >= pd.Timestamp(day)).sum()
    kept = rows.sort_values(column, kind="stable").iloc[max(len(rows) - max(late, most), 0) :].head(most)
    return kept.reset_index(drop=True)


def _following(outcomes: pd.DataFrame, commitments: pd.DataFrame, pledges: pd.DataFrame) -> pd.DataFrame:
    """The outcomes of what is kept."""
    said = outcomes["commitment_id"].isin(commitments["commitment_id"])
    paid = outcomes["pledge_id"].isin(pledges["pledge_id"])
    return outcomes[said | paid]


def _in(table: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    return table[table["passage_id"].isin(passages["passage_id"])]
