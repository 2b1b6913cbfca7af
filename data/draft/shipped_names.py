"""What the shipped tables know and a new text names: places, bodies and terms, with where it names them."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from data.draft.dates_and_sums import acronyms
from data.draft.files import Row, read_rows, slug
from data.load import FOLDER, country_names
from data.load.splitter import Sentence

LONGEST_NAME = 5  # words: a longer quote of a shipped mention is no name
Names = dict[str, list[str]]
Point = tuple[float, float]


def names_of_places() -> Names:
    """The names under which the shipped tables know each place: those of its row, and what quotes call it."""
    names: Names = {}
    for row in read_rows(FOLDER, "places"):
        written = (row["name"], row["short_name"], *row["other_names"].split(";"))
        names[row["place_id"]] = [form for name in written if name for form in _forms(name)]
    return names


def names_of_bodies() -> Names:
    """The names under which the shipped tables know each body: its own, its acronym, and those in quotes."""
    names: Names = {row["body_id"]: [row["name"], row["acronym"]] for row in read_rows(FOLDER, "bodies")}
    for row in read_rows(FOLDER, "body_mentions"):
        if len(row["quote"].split()) <= LONGEST_NAME and row["quote"][0].isupper():
            names[row["body_id"]].append(row["quote"])
    return {body_id: list(dict.fromkeys(filter(None, known))) for body_id, known in names.items()}


def parties(actors: Sequence[Row]) -> dict[str, str]:
    """The place of each actor that is a country, by the actor's code: the place that its label names."""
    places = names_of_places()
    return {
        row["code"]: place_id for row in actors for place_id, names in places.items() if row["label"] in names
    }


def mentions(sentences: Iterable[Sentence], names: Names, column: str, missing: str = "") -> list[Row]:
    """The mentions of places or bodies by their names; of two names at one spot the longer counts.

    column: place_id or body_id. missing: words for the proposal about what a person has to add.
    """
    rows = []
    by_length = sorted(
        ((name, one) for one, known in names.items() for name in known), key=lambda pair: -len(pair[0])
    )
    for sentence in sentences:
        taken: list[tuple[int, int]] = []
        for name, one in by_length:
            for match in _pattern(name).finditer(sentence.text):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                words = f"by its name{missing}"
                row = {"passage_id": sentence.passage_id, column: one, "quote": match[0], "proposal": words}
                rows.append(row)
    return rows


def rows_named(table: str, column: str, named: Sequence[Row]) -> list[Row]:
    """The shipped rows of the places or bodies that are named, with the first sentence that does."""
    first = {row[column]: row for row in reversed(named)}
    return [
        row | {"proposal": f"carried over: {mention['passage_id']} has “{mention['quote']}”"}
        for row in read_rows(FOLDER, table)
        if (mention := first.get(row[column]))
    ]


def names_of_countries(known: Names) -> Names:
    """The name of each country of the map that no shipped place has, by its ISO alpha-3 code.

    known: the names of the shipped places.
    """
    members = {row["members"] for row in read_rows(FOLDER, "places") if row["kind"] == "country"}
    taken = {name for names in known.values() for name in names}
    return {
        code: [name]
        for code, name in country_names.names(FOLDER).items()
        if code not in members and name not in taken
    }


def country_rows(named: Sequence[Row]) -> list[Row]:
    """A place for each country that mentions name by its code; these mentions get the id of the place."""
    outlined, points = country_names.names(FOLDER), label_points()
    rows: dict[str, Row] = {}
    for mention in named:
        code = mention["place_id"]
        if code not in outlined:
            continue
        name, (lon, lat) = outlined[code], points[code]
        mention["place_id"] = slug(name)
        words = f"a country of the map: {mention['passage_id']} has “{mention['quote']}”"
        row = {"place_id": slug(name), "name": name, "short_name": name, "kind": "country"}
        rows.setdefault(code, row | {"lon": str(lon), "lat": str(lat), "members": code, "proposal": words})
    return list(rows.values())


def label_points() -> dict[str, Point]:
    """A point for each country of the map: the middle of its largest outline, or the point it is drawn as."""
    points: dict[str, Point] = {}
    for file in ("small_states", "countries"):
        for feature in json.loads((FOLDER / "geo" / f"{file}.json").read_bytes())["features"]:
            shape, code = feature["geometry"], feature["properties"]["iso3"]
            if shape["type"] == "Point":
                points[code] = (shape["coordinates"][0], shape["coordinates"][1])
                continue
            polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            points[code] = max((_centre(polygon[0]) for polygon in polygons), key=lambda one: one[0])[1]
    return points


def terms(sentences: Sequence[Sentence]) -> list[Row]:
    """The shipped terms that the text prints, and its other acronyms, whose explanation a person writes."""
    text = " ".join(one.text for one in sentences)
    rows, known = [], set()
    for row in read_rows(FOLDER, "terms"):
        known |= {row["term"], row["expansion"]}
        printed = next(
            (name for name in (row["term"], row["expansion"]) if _pattern(name).search(text)), None
        )
        if printed:
            rows.append(
                row | {"proposal": f"carried over: the text has “{printed}”; does it fit this statement?"}
            )
    spelt: dict[str, str] = defaultdict(str)
    for sentence in sentences:
        for acronym, words in acronyms(sentence.text).items():
            spelt[acronym] = spelt[acronym] or words
    new = [
        {"term": acronym, "expansion": words, "proposal": "an acronym; explanation and source are missing"}
        for acronym, words in spelt.items()
        if acronym not in known
    ]
    return [*rows, *new]


def _forms(name: str) -> list[str]:
    """A name, and with full stops if it is two or three capitals: US, U.S."""
    return [name, "".join(f"{letter}." for letter in name)] if re.fullmatch("[A-Z]{2,3}", name) else [name]


def _pattern(name: str) -> re.Pattern[str]:
    """A name as a text may print it: in other capitals, but those of an acronym and of the first letter."""
    words = re.escape(name)
    letters = words if name.isupper() else f"{words[0]}(?i:{words[1:]})"
    return re.compile(rf"(?<!\w){letters}(?!\w)")


def _centre(ring: list[list[float]]) -> tuple[float, Point]:
    """The area of a ring in square degrees, and its centre."""
    area = lon = lat = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
        cross = x * next_y - next_x * y
        area, lon, lat = area + cross / 2, lon + (x + next_x) * cross, lat + (y + next_y) * cross
    if not area:
        return 0.0, (ring[0][0], ring[0][1])
    return abs(area), (round(lon / (6 * area), 1), round(lat / (6 * area), 1))
