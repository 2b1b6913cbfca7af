"""Where the statement looks."""

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import remembered
from data.queries.lookup import codes, grouped, joined, most_frequent, with_passage


@remembered
def places(view: Dataset) -> pd.DataFrame:
    """One row per place the view mentions, most mentioned first.

    Adds to the places table: mentions, theme (the most frequent primary theme
    of the sentences, the earlier in the codebook on a tie), roles (`;`-separated
    codes, most frequent first) and passage_ids.
    """
    order = codes(view, "theme").index
    found = [
        {
            "place_id": place_id,
            "mentions": len(rows),
            "theme": most_frequent([row["theme"] for row in rows], order)[0],
            "roles": ";".join(most_frequent([row["role"] for row in rows])),
            "passage_ids": joined(row["passage_id"] for row in rows),
        }
        for place_id, rows in grouped(with_passage(view.place_mentions, view), "place_id").items()
    ]
    counted = pd.DataFrame(found, columns=["place_id", "mentions", "theme", "roles", "passage_ids"])
    table = view.places.merge(counted, on="place_id", how="inner")
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def narrowest_place(places: pd.DataFrame, country: str) -> str | None:
    """The mentioned place with the fewest members that the country (ISO alpha-3) is part of."""
    members = places["members"].str.split(";")
    holding = places[members.map(lambda codes: country in codes)]
    if holding.empty:
        return None
    return holding.loc[members[holding.index].map(len).idxmin(), "place_id"]
