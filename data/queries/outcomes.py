"""What followed: kept apart from everything that was read from the statement."""

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import remembered
from data.queries.lookup import joined


@remembered
def outcomes(view: Dataset) -> pd.DataFrame:
    """The view's outcomes, earliest first. Adds follows (the title of the commitment, or else of
    the pledge) and passage_ids of what it follows."""
    title = view.commitments.set_index("commitment_id")["title"].to_dict()
    money = view.pledges.set_index("pledge_id")["title"].to_dict()
    said = view.commitments.set_index("commitment_id")["passage_id"].to_dict()
    paid = view.pledges.set_index("pledge_id")["passage_id"].to_dict()
    rows = view.outcomes.sort_values(["date", "outcome_id"], ignore_index=True)
    pairs = list(zip(rows["commitment_id"], rows["pledge_id"], strict=True))
    return rows.assign(
        follows=[title.get(commitment) or money[pledge] for commitment, pledge in pairs],
        passage_ids=[
            joined(ids[key] for ids, key in ((said, commitment), (paid, pledge)) if key in ids)
            for commitment, pledge in pairs
        ],
    )


def outcomes_of(ds: Dataset, passage_id: str) -> list[dict]:
    """The outcomes that follow up what a passage holds, as records."""
    rows = outcomes(ds)
    return [row for row in rows.to_dict("records") if passage_id in row["passage_ids"].split(";")]
