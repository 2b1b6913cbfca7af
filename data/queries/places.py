"""The places that a view mentions."""

import pandas as pd

from data.queries.cache import cached
from data.queries.lookup import grouped, joined, most_frequent, records, with_passage
from data.queries.selection import View


@cached
def places(view: View) -> pd.DataFrame:
    """One row per place that the view mentions, the most mentioned first.

    Adds to the table places: mentions (their number), theme (the most frequent one of the passages; of
    equally frequent ones the first in the codebook), roles (`;`-separated codes, most frequent first) and
    passage_ids.
    """
    order = view.codes("theme")
    rows = [
        {
            "place_id": place_id,
            "mentions": len(mentions),
            "theme": most_frequent([mention["theme"] for mention in mentions], order)[0],
            "roles": ";".join(most_frequent([mention["role"] for mention in mentions])),
            "passage_ids": joined(mention["passage_id"] for mention in mentions),
        }
        for place_id, mentions in grouped(with_passage(view.ds, view.ds.place_mentions), "place_id").items()
    ]
    counted = pd.DataFrame(rows, columns=["place_id", "mentions", "theme", "roles", "passage_ids"])
    table = view.ds.places.merge(counted, on="place_id", how="inner")
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def narrowest_place(places: pd.DataFrame, country: str) -> str | None:
    """The id of the place with the fewest member countries among those that a country belongs to.

    places: as from `places`. country: its ISO alpha-3 code. None if it belongs to no place.
    """
    members = {row["place_id"]: row["members"].split(";") for row in records(places)}
    with_country = [place_id for place_id, countries in members.items() if country in countries]
    return min(with_country, key=lambda place_id: len(members[place_id]), default=None)
