"""The outlines agree with the tables, with the border policy and with what is published."""

import csv
import hashlib
import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.geo import publish

GEO = Path(publish.__file__).parent
Json = dict[str, Any]
Ring = list[list[float]]


@cache
def features(name: str) -> list[Json]:
    return json.loads((GEO / f"{name}.json").read_bytes())["features"]


def codes(name: str) -> list[str]:
    return [one["properties"]["iso3"] for one in features(name)]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(coordinates: list) -> Iterator[Ring]:
    """The innermost lists of points, whatever the geometry's type."""
    if isinstance(coordinates[0], float):
        yield [coordinates]
    elif isinstance(coordinates[0][0], float):
        yield coordinates
    else:
        for nested in coordinates:
            yield from lines(nested)


def countries_at(lon: float, lat: float) -> set[str]:
    return {
        one["properties"]["iso3"]
        for one in features("countries")
        if sum(surrounds(ring, lon, lat) for ring in lines(one["geometry"]["coordinates"])) % 2
    }


def surrounds(ring: Ring, lon: float, lat: float) -> bool:
    """Even-odd rule: does a ray to the east cross the ring an odd number of times?"""
    crossings = 0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > lat) != (y2 > lat):
            crossings += lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


PLACES = rows(publish.PLACES)
WITH_MEMBERS = [row for row in PLACES if row["members"]]
MEMBERS = {code for row in WITH_MEMBERS for code in row["members"].split(";")}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every published file; tests only read it."""
    folder = tmp_path_factory.mktemp("static")
    publish.publish(static=folder)
    return folder


def areas(published: Path) -> list[Json]:
    (file,) = published.glob("areas.*.json")
    return json.loads(file.read_bytes())["features"]


# Tables and geometry, both ways


@pytest.mark.parametrize("place", WITH_MEMBERS, ids=lambda row: row["place_id"])
def test_every_member_has_an_outline_or_a_point(place: dict[str, str]) -> None:
    known = set(codes("countries")) | set(codes("small_states"))
    assert set(place["members"].split(";")) <= known


def test_every_member_of_a_place_has_one_area_and_no_other_country_has_one(published: Path) -> None:
    assert [one["id"] for one in areas(published)] == [code for code in codes("countries") if code in MEMBERS]
    assert all(one["properties"] == {} for one in areas(published))


def test_an_area_is_fine_if_a_place_of_few_members_has_it_and_else_coarse(published: Path) -> None:
    fine_codes = {
        code
        for row in WITH_MEMBERS
        for code in row["members"].split(";")
        if row["members"].count(";") < publish.MOST_FINE_MEMBERS
    }
    assert fine_codes
    assert fine_codes < MEMBERS
    shapes = {name: dict(publish.by_iso3({"features": features(name)})) for name in ("countries", "pick")}
    for one in areas(published):
        source = shapes["countries" if one["id"] in fine_codes else "pick"]
        assert one["geometry"] == source[one["id"]]["geometry"]


def test_members_of_places_can_be_clicked_and_no_other_country_can(published: Path) -> None:
    clicked = [one["id"] for one in areas(published)]
    assert clicked == [code for code in codes("countries") if code in MEMBERS]


@pytest.mark.parametrize("name", ["countries", "pick", "small_states"])
def test_codes_are_unique_and_alpha_3(name: str) -> None:
    found = codes(name)
    assert len(found) == len(set(found))
    assert all(re.fullmatch("[A-Z]{3}", code) for code in found)


def test_every_country_has_a_coarse_outline_too() -> None:
    assert codes("pick") == codes("countries")


@pytest.mark.parametrize(
    ("name", "properties"),
    [
        ("countries", {"iso3", "name"}),
        ("borders", {"status"}),
        ("pick", {"iso3"}),
        ("river", {"name"}),
        ("small_states", {"iso3", "name"}),
        ("labels", {"name", "kind", "level"}),
    ],
)
def test_geometry_carries_no_membership(name: str, properties: set[str]) -> None:
    assert all(set(one["properties"]) == properties for one in features(name))


# Coordinates


@pytest.mark.parametrize("name", publish.OUTLINES)
def test_coordinates_are_on_the_globe_in_two_decimals(name: str) -> None:
    for one in features(name):
        for line in lines(one["geometry"]["coordinates"]):
            for lon, lat in line:
                assert -180 <= lon <= 180
                assert -90 <= lat <= 90
                assert (lon, lat) == (round(lon, 2), round(lat, 2))


@pytest.mark.parametrize("name", publish.OUTLINES)
def test_no_line_runs_round_the_world(name: str) -> None:
    for one in features(name):
        for line in lines(one["geometry"]["coordinates"]):
            assert all(abs(a[0] - b[0]) < 180 for a, b in itertools.pairwise(line))


@pytest.mark.parametrize("name", ["countries", "pick"])
def test_rings_are_closed(name: str) -> None:
    for one in features(name):
        for ring in lines(one["geometry"]["coordinates"]):
            assert len(ring) > 3
            assert ring[0] == ring[-1]


# Border policy


def test_borders_are_settled_disputed_or_the_demarcation_line() -> None:
    statuses = [one["properties"]["status"] for one in features("borders")]
    assert sorted(statuses) == ["disputed", "mdl", "settled"]


def test_the_demarcation_line_crosses_korea_from_coast_to_coast() -> None:
    (line,) = (one for one in features("borders") if one["properties"]["status"] == "mdl")
    points = [point for part in lines(line["geometry"]["coordinates"]) for point in part]
    longitudes, latitudes = zip(*points, strict=True)
    assert (min(longitudes), max(longitudes)) == pytest.approx((126.6, 128.4), abs=0.1)
    assert min(latitudes) > 37.7
    assert max(latitudes) < 38.7


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        pytest.param(126.98, 37.57, {"KOR"}, id="Seoul"),
        pytest.param(125.75, 39.03, {"PRK"}, id="Pyongyang"),
        pytest.param(34.3, 45.2, {"UKR"}, id="Crimea"),
        pytest.param(37.5, 45.2, {"RUS"}, id="Taman, across the strait from Crimea"),
        pytest.param(-13.0, 27.0, {"ESH"}, id="Western Sahara, west of the berm"),
        pytest.param(-10.0, 28.5, {"MAR"}, id="Morocco, north of Western Sahara"),
        pytest.param(-175.0, 67.0, {"RUS"}, id="Chukotka, beyond 180"),
        pytest.param(0.0, -80.0, set(), id="Antarctica"),
        pytest.param(112.33, 16.83, set(), id="Paracel Islands"),
        pytest.param(131.87, 37.24, set(), id="Dokdo / Takeshima"),
        pytest.param(123.47, 25.74, set(), id="Senkaku / Diaoyu"),
    ],
)
def test_who_is_drawn_where(lon: float, lat: float, country: set[str]) -> None:
    assert countries_at(lon, lat) == country


def test_labels_are_those_of_the_table() -> None:
    table = [
        ({"name": row["name"], "kind": row["kind"], "level": int(row["level"])},
         [float(row["lon"]), float(row["lat"])])
        for row in rows(GEO / "labels.csv")
    ]  # fmt: skip
    drawn = [(one["properties"], one["geometry"]["coordinates"]) for one in features("labels")]
    assert drawn == table, "run python -m data.geo.build"


# Publishing


def test_published_files_are_current_and_none_is_stale(published: Path) -> None:
    fresh = {file.name: file.read_bytes() for file in published.iterdir()}
    own = (file for file in publish.STATIC.iterdir() if not file.name.startswith(publish.OTHERS))
    served = {file.name: file.read_bytes() for file in own}
    assert sorted(served) == sorted(fresh), "run python data/geo/publish.py"
    assert served == fresh


def test_a_name_holds_the_hash_of_its_content(published: Path) -> None:
    for file in published.iterdir():
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert file.name.split(".")[1] == digest[:8]


def test_publishing_removes_earlier_content_and_nothing_else(tmp_path: Path) -> None:
    for name in ("countries.00000000.json", "area-gone.12345678.json", "by-hand.json"):
        (tmp_path / name).write_text("{}")
    names = publish.publish(static=tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {*names, "by-hand.json"}


def test_outlines_of_another_statement_stand_beside_the_shipped_ones(
    tiny_folder: Path, tmp_path: Path
) -> None:
    shipped = publish.publish(static=tmp_path)
    (tmp_path / "areas-elsewhere.00000000.json").write_text("{}")
    (tmp_path / "areas-tiny.00000000.json").write_text("{}")
    (own,) = publish.publish_beside(tiny_folder, tmp_path)
    assert own.startswith("areas-tiny.")
    assert [one["id"] for one in json.loads((tmp_path / own).read_bytes())["features"]] == ["FJI", "TON"]
    beside = {own, "areas-elsewhere.00000000.json"}
    assert {file.name for file in tmp_path.iterdir()} == {*shipped, *beside}
    publish.publish(static=tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {*shipped, *beside}


def test_a_folder_without_a_name_for_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "../up"}')
    with pytest.raises(publish.UnnamedError, match=r"name: '\.\./up'"):
        publish.publish_beside(tmp_path, tmp_path / "static")


def test_a_member_without_geometry_is_named_with_its_place(tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text("place_id,members\natlantis,KOR;QQQ\n")
    with pytest.raises(publish.UnknownMemberError, match=r"place atlantis: member QQQ"):
        publish.publish(places, tmp_path / "static")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_base_style_asks_for_published_outlines_alone(scheme: str, published: Path) -> None:
    (file,) = published.glob(f"base-{scheme}.*.json")
    style = json.loads(file.read_bytes())
    assert style["version"] == 8
    assert not {"glyphs", "sprite"} & set(style)
    assert style["sources"]
    for source in style["sources"].values():
        address = Path(source["data"])
        assert address.parent.as_posix() == "app/static/geo"
        assert (published / address.name).is_file()
    assert {layer["source"] for layer in style["layers"] if "source" in layer} == set(style["sources"])


def test_borders_of_each_status_look_different(published: Path) -> None:
    statuses = {line["properties"]["status"] for line in features("borders")}
    (file,) = published.glob("base-light.*.json")
    lines = [layer for layer in json.loads(file.read_bytes())["layers"] if layer["id"].startswith("border-")]
    looks = {layer["filter"][2]: json.dumps(layer["paint"], sort_keys=True) for layer in lines}
    assert set(looks) == statuses
    assert len(set(looks.values())) == len(statuses)
