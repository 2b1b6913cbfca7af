"""Where the statement looks."""

import pandas as pd

from data.queries.cache import cached
from data.queries.lookup import grouped, joined, most_frequent, records, with_passage
from data.queries.selection import View


@cached
def places(view: View) -> pd.DataFrame:
    """One row per place the view mentions, most mentioned first.

    Adds to the places table: mentions, theme (the most frequent primary theme
    of the sentences, the earlier in the codebook on a tie), roles (`;`-separated
    codes, most frequent first) and passage_ids.
    """
    order = view.codes("theme")
    found = [
        {
            "place_id": place_id,
            "mentions": len(rows),
            "theme": most_frequent([row["theme"] for row in rows], order)[0],
            "roles": ";".join(most_frequent([row["role"] for row in rows])),
            "passage_ids": joined(row["passage_id"] for row in rows),
        }
        for place_id, rows in grouped(with_passage(view.ds, view.ds.place_mentions), "place_id").items()
    ]
    counted = pd.DataFrame(found, columns=["place_id", "mentions", "theme", "roles", "passage_ids"])
    table = view.ds.places.merge(counted, on="place_id", how="inner")
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def narrowest_place(places: pd.DataFrame, country: str) -> str | None:
    """The mentioned place with the fewest members that the country (ISO alpha-3) is part of."""
    members = {row["place_id"]: row["members"].split(";") for row in records(places)}
    holding = [place_id for place_id, codes in members.items() if country in codes]
    return min(holding, key=lambda place_id: len(members[place_id]), default=None)
