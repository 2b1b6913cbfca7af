"""Outcomes: events after the statement. They are from other documents, not read from the statement."""

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.lookup import Record, grouped, joined, records
from data.queries.selection import Selection, View, select

REVERSED = "reversed"  # the relation of an event by which a commitment is given up


@cached
def outcomes(view: View) -> pd.DataFrame:
    """The view's outcomes, earliest first.

    Adds follows (the title of the commitment or, without one, of the pledge that it follows up; "" where it
    follows up a passage alone) and the passage_ids of all three.
    """
    commitments = {row["commitment_id"]: row for row in records(view.ds.commitments)}
    pledges = {row["pledge_id"]: row for row in records(view.ds.pledges)}
    passages = set(view.ds.passages["passage_id"])
    rows = view.ds.outcomes.sort_values(["date", "outcome_id"], ignore_index=True)
    titles, passage_ids = [], []
    for row in records(rows):
        sources = [commitments.get(row["commitment_id"]), pledges.get(row["pledge_id"])]
        followed = [source for source in sources if source]
        titles.append(followed[0]["title"] if followed else "")
        own = [row["passage_id"]] if row["passage_id"] in passages else []
        passage_ids.append(joined([*own, *(source["passage_id"] for source in followed)]))
    return rows.assign(follows=titles, passage_ids=passage_ids)


def outcomes_of(ds: Dataset, passage_id: str) -> list[Record]:
    """The outcomes that follow up a passage, or a commitment or a pledge in it."""
    rows = records(outcomes(select(ds, Selection())))
    return [row for row in rows if passage_id in row["passage_ids"].split(";")]


@cached
def relations(view: View) -> dict[str, list[str]]:
    """How the known outcomes of each of the view's commitments stand to it: codes by commitment_id, each
    once, in the codebook's order. A commitment without a known outcome is not in it."""
    followed = grouped(view.ds.outcomes, "commitment_id")
    order = list(view.codes("relation"))
    return {
        commitment_id: sorted({row["relation"] for row in followed[commitment_id]}, key=order.index)
        for commitment_id in view.ds.commitments["commitment_id"]
        if commitment_id in followed
    }
