"""Copy the outlines to static/geo under names that change with their content.

    python data/geo/publish.py

A browser may keep a static file as long as it likes, so a changed file gets a new
name. Standard library only: no npm, no network, no geometry work.
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PLACES = HERE.parent / "tables" / "places.csv"
STATIC = HERE.parent.parent / "static" / "geo"

OUTLINES = ("countries", "borders", "pick", "river", "small_states", "labels")
SEA = {"light": "#e8eef2", "dark": "#16202a"}
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
    for name, source in sources.items():
        yield name, compact(source)
    for place, members in areas(places):
        yield f"area-{place}", compact(area(place, members, sources))
    for theme, colour in SEA.items():
        yield f"blank-{theme}", compact(blank_style(colour))


def compact(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def areas(places: Path) -> Iterator[tuple[str, list[str]]]:
    """Places that are made of countries, with their members' codes."""
    with places.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["members"]:
                yield row["place_id"], row["members"].split(";")


def area(place: str, members: list[str], sources: dict[str, Json]) -> Json:
    """The members' outlines; a member known by its point alone has none to give."""
    shapes = {code: one["geometry"] for code, one in by_iso3(sources["countries"])}
    points = dict(by_iso3(sources["small_states"]))
    for code in members:
        if code not in shapes and code not in points:
            raise UnknownMember(f"place {place}: member {code} has no outline and no point")
    features = [
        {"type": "Feature", "properties": {"iso3": code}, "geometry": shapes[code]}
        for code in members
        if code in shapes
    ]
    return {"type": "FeatureCollection", "features": features}


def by_iso3(collection: Json) -> Iterator[tuple[str, Json]]:
    return ((one["properties"]["iso3"], one) for one in collection["features"])


def blank_style(sea: str) -> Json:
    """A MapLibre style that asks for no tiles, fonts or sprites: one colour."""
    background = {"id": "sea", "type": "background", "paint": {"background-color": sea}}
    return {"version": 8, "name": "blank", "sources": {}, "layers": [background]}


def main() -> None:
    for name in publish():
        print(name)


if __name__ == "__main__":
    main()
