"""What the map's picture shows."""

import math

import pandas as pd
import pytest

from components.content.charts import map_camera
from tests.unit.content.charts.map_layers import PAGE, PHONE, SLIDE, SMALL


@pytest.mark.parametrize(
    "edges",
    [(-10, -10, 10, 10), (100, -40, -100, 50), (-180, -80, 180, 80), (121, 33, 133, 43), (5, 5, 5, 5)],
)
@pytest.mark.parametrize("size", [PAGE, SLIDE, PHONE, SMALL])
def test_all_between_the_edges_is_in_the_picture(edges, size):
    shown = map_camera.fit(edges, *size)
    west, south, east, north = edges
    span = 360 if east - west == 360 else (east - west) % 360
    if 512 * 2**shown.zoom * span / 360 > size[0]:
        # Only a world that would be lower than the picture, or blank, may be cut at its sides.
        assert shown.zoom == pytest.approx(max(math.log2(size[1] / 512), map_camera.DEEPEST))
        return
    for lat in (south, north):
        x, y = shown.pixel(west + span / 2, lat)
        assert x == pytest.approx(size[0] / 2)
        assert -1 <= y <= size[1] + 1


def test_a_pixel_is_the_projection_of_the_browser():
    shown = map_camera.Camera(lon=170, lat=0, zoom=1, width=1000, height=500)
    assert shown.pixel(170, 0) == (500, 250)
    assert shown.pixel(-100, 0)[0] == pytest.approx(500 + 90 / 360 * 1024)
    north = math.log(math.tan(math.radians(67.5))) / math.tau
    assert shown.pixel(170, 45)[1] == pytest.approx(250 - north * 1024)


def test_a_position_is_where_its_pixel_is():
    shown = map_camera.fit((100, -40, -100, 50), *PAGE)
    for point in [(0, 0), (300, 200), PAGE]:
        assert shown.pixel(*shown.position(*point)) == pytest.approx(point)


@pytest.mark.parametrize(
    ("lons", "west", "east"),
    [([10, 20], 10, 20), ([170, -170, 150], 150, -170), ([5], 5, 5)],
)
def test_the_edges_of_places_are_the_narrowest(lons, west, east):
    places = pd.DataFrame({"lon": lons, "lat": [float(lon) / 10 for lon in lons]})
    assert map_camera.edges_of(places)[::2] == (west, east)
