"""Copy the outlines to static/geo under names that change with their content.

    python data/geo/publish.py [<folder of another statement>]

A browser may keep a static file as long as it likes, so a changed file gets a new
name. Standard library only: no npm, no network, no geometry work.
"""

import csv
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PLACES = HERE.parent / "tables" / "places.csv"
STATIC = HERE.parent.parent / "static" / "geo"

OUTLINES = ("countries", "borders", "pick", "river", "small_states", "labels")
# The ground under the places. Land and lines are the app's ink, thinned on its ground.
GROUND = {
    "light": {"sea": "#e8eef2", "land": "#e0e0de", "border": "#8f959b", "river": "#3684c4"},
    "dark": {"sea": "#16202a", "land": "#303438", "border": "#777d82", "river": "#3684c4"},
}
DASHES = {"settled": None, "disputed": [3, 2], "mdl": [1, 2]}  # by a border's status, in line widths
BASE = ("countries", "borders", "river")  # drawn by the map's style
PUBLISHED = (*BASE, "pick", "areas", "labels")
# A place of more members than this is tinted so faintly that coarser outlines serve: every corner
# is reckoned anew in each frame, which without a graphics card is most of the map's time.
BROAD = 12
HASHED = re.compile(r".+\.[0-9a-f]{8}\.json")

Json = dict[str, Any]


class UnknownMember(ValueError):
    """A place counts a member that has neither an outline nor a point."""


def publish(places: Path = PLACES, static: Path = STATIC) -> list[str]:
    """Write every file, remove those of earlier content; the names, sorted."""
    static.mkdir(parents=True, exist_ok=True)
    files = {hashed(name, content): content for name, content in contents(places)}
    for old in static.glob("*.json"):
        if HASHED.fullmatch(old.name) and old.name not in files:
            old.unlink()
    for name, content in files.items():
        (static / name).write_bytes(content)
    return sorted(files)


def hashed(name: str, content: bytes) -> str:
    return f"{name}.{hashlib.sha256(content).hexdigest()[:8]}.json"


def contents(places: Path) -> Iterator[tuple[str, bytes]]:
    sources = {name: json.loads((HERE / f"{name}.json").read_bytes()) for name in OUTLINES}
    of_places = list(members(places))
    belonging = {code for _, codes in of_places for code in codes}
    sources["pick"] = among(sources["pick"], belonging)
    sources["areas"] = areas(of_places, sources)
    files = {name: compact(sources[name]) for name in PUBLISHED}
    yield from files.items()
    addresses = {name: f"app/static/geo/{hashed(name, files[name])}" for name in BASE}
    for scheme, colours in GROUND.items():
        yield f"base-{scheme}", compact(base_style(colours, addresses))


def compact(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def members(places: Path) -> Iterator[tuple[str, list[str]]]:
    """Places that are made of countries, with their members' codes."""
    with places.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["members"]:
                yield row["place_id"], row["members"].split(";")


def areas(of_places: list[tuple[str, list[str]]], sources: dict[str, Json]) -> Json:
    """The outline of every country that belongs to a place, coarse if to broad ones alone, with its
    code as the feature's id. A member known by its point has none to give.

    UnknownMember if a member has neither.
    """
    known = {code for name in ("countries", "small_states") for code, _ in by_iso3(sources[name])}
    for place, codes in of_places:
        for code in codes:
            if code not in known:
                raise UnknownMember(f"place {place}: member {code} has no outline and no point")
    narrow = {code for _, codes in of_places if len(codes) <= BROAD for code in codes}
    fine = dict(by_iso3(among(sources["countries"], narrow)))
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": fine.get(code, coarse)["geometry"]}
        for code, coarse in by_iso3(sources["pick"])
    ]
    return {"type": "FeatureCollection", "features": features}


def among(collection: Json, codes: set[str]) -> Json:
    """The features of these codes: a click on another country opens nothing, and each that is drawn
    to be clicked on costs every frame its share."""
    return collection | {"features": [one for code, one in by_iso3(collection) if code in codes]}


def by_iso3(collection: Json) -> Iterator[tuple[str, Json]]:
    return ((one["properties"]["iso3"], one) for one in collection["features"])


def base_style(colours: dict[str, str], addresses: dict[str, str]) -> Json:
    """A MapLibre style that asks for no tiles, fonts or sprites: sea, land, borders and river.

    MapLibre draws it on a canvas of its own, once: what changes with a filter lies above it.
    """
    layers: list[Json] = [
        {"id": "sea", "type": "background", "paint": {"background-color": colours["sea"]}},
        {"id": "land", "type": "fill", "source": "countries", "paint": {"fill-color": colours["land"]}},
    ]
    for status, dashes in DASHES.items():
        line: Json = {"line-color": colours["border"], "line-width": 0.7 if status == "settled" else 1.2}
        layers.append(
            {
                "id": f"border-{status}",
                "type": "line",
                "source": "borders",
                "filter": ["==", "status", status],
                "paint": line | ({"line-dasharray": dashes} if dashes else {}),
            }
        )
    river = {"line-color": colours["river"], "line-width": 1.8}
    layers.append({"id": "river", "type": "line", "source": "river", "paint": river})
    sources = {name: {"type": "geojson", "data": address} for name, address in addresses.items()}
    return {"version": 8, "name": "base", "sources": sources, "layers": layers}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent
    for name in publish(folder / "tables" / "places.csv"):
        print(name)


if __name__ == "__main__":
    main()
