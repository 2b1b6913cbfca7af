"""What the map's picture shows: edges in degrees and a size in pixels in, a camera out.

Pixels count from the upper left corner of the picture. The projection is Web Mercator with a world of
512 px at zoom 0, as the browser draws it.
"""

import itertools
import math
from typing import NamedTuple

import pandas as pd

from data.queries import Record

DEEPEST, HIGHEST = 0.0, 7.0  # zooms: the base map is blank below the first, and coarse beyond the second
_LEAST_SPAN = 12  # degrees of longitude that a picture shows at least

Edges = tuple[float, float, float, float]  # west, south, east, north in degrees; west > east crosses 180°


class Camera(NamedTuple):
    """The middle of a picture in degrees, its zoom, and its size in px."""

    lon: float
    lat: float
    zoom: float
    width: float
    height: float

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point is drawn, in the copy of the world that is nearest to the middle."""
        world = 512 * 2**self.zoom
        east = ((lon - self.lon + 180) % 360 - 180) / 360
        return self.width / 2 + east * world, self.height / 2 + (_south(lat) - _south(self.lat)) * world

    def position(self, x: float, y: float) -> tuple[float, float]:
        """The longitude (not wrapped at 180°) and latitude that are drawn at a pixel."""
        world = 512 * 2**self.zoom
        south = _south(self.lat) + (y - self.height / 2) / world
        lat = math.degrees(math.atan(math.sinh(-2 * math.pi * south)))
        return self.lon + (x - self.width / 2) / world * 360, lat


def fit(edges: Edges, width: float, height: float) -> Camera:
    """The camera that shows all between these edges in a picture of this size, with room for captions."""
    west, south, east, north = edges
    span = 360.0 if east - west >= 360 else (east - west) % 360
    middle_lon = west + span / 2
    span = max(span, _LEAST_SPAN)
    tall = _south(south) - _south(north)
    margin = min(48.0, width * 0.07)
    worlds = [(width - 2 * margin) * 360 / span]
    if tall > 0:
        worlds.append((height - 2 * min(30.0, height * 0.07)) / tall)
    # A world lower than the picture would leave its top and bottom empty.
    zoom = max(math.log2(min(worlds) / 512), math.log2(height / 512), DEEPEST)
    zoom = min(zoom, HIGHEST)
    half = height / (1024 * 2**zoom)
    middle = min(max((_south(south) + _south(north)) / 2, half - 0.5), 0.5 - half)
    lat = math.degrees(math.atan(math.sinh(-2 * math.pi * middle)))
    return Camera((middle_lon + 180) % 360 - 180, lat, zoom, width, height)


def edges_of(places: pd.DataFrame) -> Edges:
    """The narrowest edges that hold all places (columns lon and lat); the whole world for none."""
    if places.empty:
        return -180, -60, 180, 75
    lons = sorted(places["lon"].astype(float))
    # The widest gap between neighbours, around the globe, is what lies outside.
    gaps = [
        (following - lon, lon, following) for lon, following in itertools.pairwise([*lons, lons[0] + 360])
    ]
    _, east, west = max(gaps)
    return (west + 180) % 360 - 180, float(places["lat"].min()), east, float(places["lat"].max())


def edges(preset: Record, whole: pd.DataFrame) -> Edges:
    """The edges of a view (a row of map_views). Without its own it holds all places of `whole`."""
    own = tuple(preset[side] for side in ("west", "south", "east", "north"))
    return edges_of(whole) if any(pd.isna(side) for side in own) else own


def _south(lat: float) -> float:
    """How far south of the equator, as a share of the world's height."""
    return -math.asinh(math.tan(math.radians(max(-85.0, min(85.0, lat))))) / (2 * math.pi)
