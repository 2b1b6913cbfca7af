"""The places that a view mentions."""

from collections.abc import Iterator

import pandas as pd

from data.queries.cache import cached
from data.queries.lookup import Record, grouped, joined, most_frequent, records, with_passage
from data.queries.selection import View

COUNTRY, CITY, SEA, AREA = "country", "city", "sea", "area"  # kinds of place
ORDER = (COUNTRY, CITY, SEA)  # in a list; areas follow


@cached
def places(view: View) -> pd.DataFrame:
    """One row per place that the view mentions, the most mentioned first.

    Adds to the table places: mentions (their number), theme (the most frequent one of the passages; of
    equally frequent ones the first in the codebook), roles (`;`-separated codes, most frequent first),
    passage_ids, and dataset (its name, the same in each row).
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
    table["dataset"] = view.ds.descriptor["name"]
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def narrowest_place(places: pd.DataFrame, country: str) -> str | None:
    """The id of the place with the fewest member countries among those that a country belongs to.

    places: as from `places`. country: its ISO alpha-3 code. None if it belongs to no place. A city lies in
    its country and holds none.
    """
    members = {row["place_id"]: row["members"].split(";") for row in records(places) if row["kind"] != CITY}
    with_country = [place_id for place_id, countries in members.items() if country in countries]
    return min(with_country, key=lambda place_id: len(members[place_id]), default=None)


@cached
def nested_places(view: View) -> pd.DataFrame:
    """The rows of `places` in the order of a list: first what is no area, by kind and number of mentions;
    then areas, each below the narrowest one that holds all its countries.

    Adds depth: 0, and for an area in another one more than that one's.
    """
    table = places(view)
    kinds = {kind: rank for rank, kind in enumerate(ORDER)}
    rest = table[table["kind"] != AREA]
    rest = rest.sort_values("kind", key=lambda column: column.map(kinds).fillna(-1), kind="stable")
    members = {row["place_id"]: _countries(row) for row in records(table[table["kind"] == AREA])}
    parents = {
        place_id: min(
            (other for other in members if countries and countries < members[other]),
            key=lambda other: len(members[other]),
            default=None,
        )
        for place_id, countries in members.items()
    }

    def below(parent: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for place_id in members:
            if parents[place_id] == parent:
                yield place_id, depth
                yield from below(place_id, depth + 1)

    depths = dict(below(None, 0))
    areas = table.set_index("place_id", drop=False).loc[list(depths)]
    listed = pd.concat([rest.assign(depth=0), areas.assign(depth=list(depths.values()))])
    return listed.astype({"depth": int}).reset_index(drop=True)


@cached
def place_groups(view: View) -> pd.DataFrame:
    """The view's mentions by group of places, the most mentioned first: name, mentions, places (how many).

    A group is a country with the cities in it; or an area with its countries and their cities, where the
    statement names each of these countries. Any other place is a group of its own. A group has the
    short_name of its narrowest place that holds all those the view mentions.
    """
    everywhere = records(view.whole.places)
    countries = {row["place_id"]: _countries(row) for row in everywhere}
    named = {code for row in everywhere if row["kind"] == COUNTRY for code in countries[row["place_id"]]}
    heads = [
        row["place_id"]
        for row in everywhere
        if row["kind"] == COUNTRY or (row["kind"] == AREA and countries[row["place_id"]] <= named)
    ]
    heads = sorted((one for one in heads if countries[one]), key=lambda one: -len(countries[one]))
    groups: dict[str, list[Record]] = {}
    for row in records(places(view)):
        own = countries[row["place_id"]]
        head = next((one for one in heads if own and own <= countries[one]), row["place_id"])
        groups.setdefault(head, []).append(row)
    names = {row["place_id"]: row["short_name"] for row in everywhere}
    rows = []
    for head, mentioned in groups.items():
        together = frozenset().union(*(countries[row["place_id"]] for row in mentioned))
        holding = [one for one in heads if together and together <= countries[one] <= countries[head]]
        name = names[holding[-1] if holding else head]
        if len(mentioned) == 1:
            name = mentioned[0]["short_name"]
        rows.append(
            {"name": name, "mentions": sum(row["mentions"] for row in mentioned), "places": len(mentioned)}
        )
    table = pd.DataFrame(rows, columns=["name", "mentions", "places"])
    return table.sort_values("mentions", ascending=False, kind="stable", ignore_index=True)


def _countries(place: Record) -> frozenset[str]:
    """The codes of a place's member countries."""
    return frozenset(filter(None, place["members"].split(";")))
