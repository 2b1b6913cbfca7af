"""Outcomes: events after the statement. They are from other documents, not read from the statement."""

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.lookup import Record, joined, records
from data.queries.selection import Selection, View, select


@cached
def outcomes(view: View) -> pd.DataFrame:
    """The view's outcomes, earliest first.

    Adds follows (the title of the commitment or, without one, of the pledge that it follows up) and the
    passage_ids of both.
    """
    commitments = {row["commitment_id"]: row for row in records(view.ds.commitments)}
    pledges = {row["pledge_id"]: row for row in records(view.ds.pledges)}
    rows = view.ds.outcomes.sort_values(["date", "outcome_id"], ignore_index=True)
    titles, passage_ids = [], []
    for row in records(rows):
        sources = [commitments.get(row["commitment_id"]), pledges.get(row["pledge_id"])]
        followed = [source for source in sources if source]
        titles.append(followed[0]["title"])
        passage_ids.append(joined(source["passage_id"] for source in followed))
    return rows.assign(follows=titles, passage_ids=passage_ids)


def outcomes_of(ds: Dataset, passage_id: str) -> list[Record]:
    """The outcomes that follow up a commitment or a pledge in a passage."""
    rows = records(outcomes(select(ds, Selection())))
    return [row for row in rows if passage_id in row["passage_ids"].split(";")]
