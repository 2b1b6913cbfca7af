"""Where the statement looks."""

import pandas as pd

from data.dataset import Dataset
from data.queries.labels import codes, joined, with_passage


def places(view: Dataset) -> pd.DataFrame:
    """One row per place the view mentions, most mentioned first.

    Adds to the places table: mentions, theme (the most frequent primary theme
    of the sentences, the earlier in the codebook on a tie), roles (`;`-separated
    codes, most frequent first) and passage_ids.
    """
    order = {code: rank for rank, code in enumerate(codes(view, "theme").index)}
    rows = with_passage(view.place_mentions, view)
    rows = rows.assign(rank=rows["theme"].map(order))
    found = [
        {
            "place_id": place_id,
            "mentions": len(group),
            "theme": _most_frequent(group),
            "roles": ";".join(group["role"].value_counts().index),
            "passage_ids": joined(group["passage_id"]),
        }
        for place_id, group in rows.groupby("place_id")
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


def _most_frequent(group: pd.DataFrame) -> str:
    tally = group.groupby("theme").agg(n=("theme", "size"), rank=("rank", "first"))
    return tally.sort_values(["n", "rank"], ascending=[False, True]).index[0]
