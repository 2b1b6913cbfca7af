"""Copies the outlines to static/geo under names that change with their content.

    python data/geo/publish.py [<folder of another statement>]

Browsers keep static files for long, so a file with other content needs another name. The outlines of another
statement's places stand beside those of the shipped one, in a file that has the name of its descriptor.
Uses the standard library only.
"""

import csv
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHIPPED = HERE.parent
PLACES = SHIPPED / "tables" / "places.csv"
STATIC = HERE.parent.parent / "static" / "geo"

OUTLINES = ("countries", "borders", "pick", "river", "small_states", "labels")
# Colours of the base map, by colour scheme. Land and borders are paler tones of the app's text colour.
BASE_COLOURS = {
    "light": {"sea": "#e8eef2", "land": "#e0e0de", "border": "#8f959b", "river": "#3684c4"},
    "dark": {"sea": "#16202a", "land": "#303438", "border": "#777d82", "river": "#3684c4"},
}
DASHES = {"settled": None, "disputed": [3, 2], "mdl": [1, 2]}  # by status of a border, in line widths
BASE = ("countries", "borders", "river")  # the outlines that the base map draws
PUBLISHED = (*BASE, "areas", "labels")
# A place with more members than this is drawn in so pale a tint that coarse outlines are good enough. They
# are drawn faster: without a graphics card, most of the time goes into the points of outlines.
MOST_FINE_MEMBERS = 12
HASHED_NAME = re.compile(r"(?P<name>.+)\.[0-9a-f]{8}\.json")
OTHERS = "areas-"  # how the name of another statement's outlines begins
PACKAGE_NAME = re.compile(r"[a-z0-9._-]+")  # what the Data Package standard takes for a name

Json = dict[str, Any]


class UnknownMemberError(ValueError):
    """A place has a member that has neither an outline nor a point."""


class UnnamedError(ValueError):
    """The descriptor of another statement's folder has no name that a file could have."""


def publish(places: Path = PLACES, static: Path = STATIC) -> list[str]:
    """Writes every file and removes files of earlier content. Returns the names, sorted.

    The outlines of other statements stay.
    """
    return _write(contents(places), static, lambda name: not name.startswith(OTHERS))


def publish_beside(folder: Path, static: Path = STATIC) -> list[str]:
    """Writes the outlines of another statement's places, in place of its earlier ones. Returns the name.

    Raises UnnamedError, UnknownMemberError, and OSError for a missing file.
    """
    name = json.loads((folder / "datapackage.json").read_bytes()).get("name")
    if not isinstance(name, str) or not PACKAGE_NAME.fullmatch(name):
        raise UnnamedError(f"datapackage.json, name: {name!r} - expected letters a to z, digits, . _ and -")
    sources = {name: json.loads((HERE / f"{name}.json").read_bytes()) for name in OUTLINES}
    outlines = compact(own_areas(folder / "tables" / "places.csv", sources))
    return _write([(OTHERS + name, outlines)], static, lambda old: old == OTHERS + name)


def _write(
    contents: Iterable[tuple[str, bytes]], static: Path, is_replaced: Callable[[str], bool]
) -> list[str]:
    """Writes the contents under hashed names; removes other hashed files whose name is replaced."""
    static.mkdir(parents=True, exist_ok=True)
    files = {hashed_name(name, content): content for name, content in contents}
    for old in static.glob("*.json"):
        hashed = HASHED_NAME.fullmatch(old.name)
        if hashed and is_replaced(hashed["name"]) and old.name not in files:
            old.unlink()
    for name, content in files.items():
        (static / name).write_bytes(content)
    return sorted(files)


def hashed_name(name: str, content: bytes) -> str:
    """The name of a published file: its own name and a hash of its content."""
    return f"{name}.{hashlib.sha256(content).hexdigest()[:8]}.json"


def contents(places: Path) -> Iterator[tuple[str, bytes]]:
    """Name (without hash) and content of every file to publish."""
    sources = {name: json.loads((HERE / f"{name}.json").read_bytes()) for name in OUTLINES}
    sources["areas"] = own_areas(places, sources)
    files = {name: compact(sources[name]) for name in PUBLISHED}
    yield from files.items()
    addresses = {name: f"app/static/geo/{hashed_name(name, files[name])}" for name in BASE}
    for scheme, colours in BASE_COLOURS.items():
        yield f"base-{scheme}", compact(base_style(colours, addresses))


def own_areas(places: Path, sources: dict[str, Json]) -> Json:
    """The outlines of the members of all places in a table."""
    members = list(members_by_place(places))
    all_members = {code for _, codes in members for code in codes}
    return areas(members, sources | {"pick": select(sources["pick"], all_members)})


def compact(value: Json) -> bytes:
    """JSON without white space, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def members_by_place(places: Path) -> Iterator[tuple[str, list[str]]]:
    """The id of each place that has members, with the codes of these."""
    with places.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["members"]:
                yield row["place_id"], row["members"].split(";")


def areas(members: list[tuple[str, list[str]]], sources: dict[str, Json]) -> Json:
    """The outlines of all countries that are members of a place, each with its code as the feature's id.

    An outline is coarse if all places of the country have more than MOST_FINE_MEMBERS members.
    Members that have only a point are left out. Raises UnknownMemberError if one has neither.
    """
    known = {code for name in ("countries", "small_states") for code, _ in by_iso3(sources[name])}
    for place, codes in members:
        for code in codes:
            if code not in known:
                raise UnknownMemberError(f"place {place}: member {code} has no outline and no point")
    fine_codes = {code for _, codes in members if len(codes) <= MOST_FINE_MEMBERS for code in codes}
    fine = dict(by_iso3(select(sources["countries"], fine_codes)))
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": fine.get(code, coarse)["geometry"]}
        for code, coarse in by_iso3(sources["pick"])
    ]
    return {"type": "FeatureCollection", "features": features}


def select(collection: Json, codes: set[str]) -> Json:
    """The collection with only the features of these codes.

    Other countries are left out: a click on them opens nothing, and each drawn outline takes time.
    """
    return collection | {"features": [one for code, one in by_iso3(collection) if code in codes]}


def by_iso3(collection: Json) -> Iterator[tuple[str, Json]]:
    """Each feature with its ISO 3166-1 alpha-3 code."""
    return ((one["properties"]["iso3"], one) for one in collection["features"])


def base_style(colours: dict[str, str], addresses: dict[str, str]) -> Json:
    """The base map as a MapLibre style: sea, land, borders and river, without tiles, fonts and sprites.

    MapLibre draws it once, on its own canvas. What changes with a filter is drawn on another, above it.
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
    """Publishes what the shipped dataset needs, or beside it what the folder given as argument does."""
    for name in publish_beside(Path(sys.argv[1])) if len(sys.argv) > 1 else publish():
        print(name)


if __name__ == "__main__":
    main()
