"""What followed: kept apart from everything that was read from the statement."""

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.lookup import Record, joined, records
from data.queries.selection import Selection, View, select


@cached
def outcomes(view: View) -> pd.DataFrame:
    """The view's outcomes, earliest first. Adds follows (the title of the commitment, or else of
    the pledge) and passage_ids of what it follows."""
    title = view.ds.commitments.set_index("commitment_id")["title"].to_dict()
    money = view.ds.pledges.set_index("pledge_id")["title"].to_dict()
    said = view.ds.commitments.set_index("commitment_id")["passage_id"].to_dict()
    paid = view.ds.pledges.set_index("pledge_id")["passage_id"].to_dict()
    rows = view.ds.outcomes.sort_values(["date", "outcome_id"], ignore_index=True)
    pairs = list(zip(rows["commitment_id"], rows["pledge_id"], strict=True))
    return rows.assign(
        follows=[title.get(commitment) or money[pledge] for commitment, pledge in pairs],
        passage_ids=[
            joined(ids[key] for ids, key in ((said, commitment), (paid, pledge)) if key in ids)
            for commitment, pledge in pairs
        ],
    )


def outcomes_of(ds: Dataset, passage_id: str) -> list[Record]:
    """The outcomes that follow up what a passage holds."""
    return [
        row
        for row in records(outcomes(select(ds, Selection())))
        if passage_id in row["passage_ids"].split(";")
    ]
