"""Where the marks of the map stand: views, columns, captions."""

import itertools
import math

import pandas as pd
import pytest

from components.content.charts import map_camera, map_layout
from data import queries
from tests.unit.content.charts.map_layers import PAGE, PHONE, SLIDE, SMALL, camera, presets
from tests.unit.content.views import filtered, whole

SIZES = [PAGE, SLIDE, PHONE, SMALL]
VIEWS = ["world", "indo-pacific", "mekong", "korean-peninsula"]


def of(ds, name):
    (preset,) = [row for row in presets(ds) if row["view"] == name]
    return preset


def scale(size):
    return 16 / 13 if size == SLIDE else 1


def drawn(view, preset, size, chosen=None):
    shown = camera(view, preset, size)
    return shown, map_layout.marks(queries.places(view), shown, scale(size), chosen)


def within(point, size):
    return 0 <= point[0] <= size[0] and 0 <= point[1] <= size[1]


# What a view shows


def test_a_view_without_edges_holds_every_place(shipped):
    for size in (PAGE, SLIDE, PHONE):
        _, marks = drawn(whole(shipped), of(shipped, "world"), size)
        assert all(within(one.home, size) for one in marks)


@pytest.mark.parametrize("name", VIEWS[1:])
@pytest.mark.parametrize("size", SIZES)
def test_a_view_shows_its_own_place_and_those_in_it(shipped, name, size):
    preset = of(shipped, name)
    _, marks = drawn(whole(shipped), preset, size)
    span = (preset["east"] - preset["west"]) % 360
    places = shipped.places.set_index("place_id")
    inside = {
        place_id
        for place_id, row in places.iterrows()
        if (row["lon"] - preset["west"]) % 360 <= span and preset["south"] <= row["lat"] <= preset["north"]
    }
    assert preset["place_id"] in inside
    homes = {one.place_id: one.home for one in marks}
    assert all(within(homes[one], size) for one in inside)


# Marks and captions


@pytest.fixture(scope="module")
def pictures(shipped):
    """Every view of the map under every filter in every size: what it is, its size and its marks."""
    return [
        (f"{view.selection} {preset['view']} {size}", size, drawn(view, preset, size)[1])
        for view, preset, size in itertools.product(filtered(shipped), presets(shipped), SIZES)
    ]


def test_no_caption_is_cut_or_covers_another_or_a_disc(pictures):
    for what, size, marks in pictures:
        seen = [one for one in marks if one.anchor and within(one.home, size)]
        boxes = [(one, map_layout.box(one, scale(size))) for one in seen]
        for one, (left, top, right, bottom) in boxes:
            assert min(left, top) >= 0 and right <= size[0] and bottom <= size[1], f"{one.caption}: {what}"
            for other in marks:
                x, y = other.at
                gap = math.hypot(max(left - x, x - right, 0), max(top - y, y - bottom, 0))
                # Corners of discs are left out: a disc is taken for its square.
                assert gap >= 0.65 * other.radius or other is one, f"{one.caption} on {other.caption}: {what}"
        for (one, a), (other, b) in itertools.combinations(boxes, 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, f"{one.caption} covers {other.caption}: {what}"


def test_a_caption_stands_within_24_px_of_its_mark(pictures):
    for what, size, marks in pictures:
        for one in (one for one in marks if one.anchor and one.radius):
            left, top, right, bottom = map_layout.box(one, scale(size))
            x, y = one.at
            gap = math.hypot(max(left - x, x - right, 0), max(top - y, y - bottom, 0)) - one.radius
            assert gap <= 24, f"{one.caption}: {what}"


@pytest.mark.parametrize("size", [PAGE, SLIDE])
def test_every_place_of_the_first_view_has_its_caption(shipped, size):
    _, marks = drawn(whole(shipped), of(shipped, "world"), size)
    assert [one.caption for one in marks if not one.anchor] == []


def test_the_chosen_place_has_its_caption_wherever_it_is_in_the_picture(shipped):
    view = whole(shipped)
    for place_id, size in itertools.product(shipped.places["place_id"], [PAGE, PHONE]):
        _, marks = drawn(view, of(shipped, "world"), size, place_id)
        (mark,) = [one for one in marks if one.place_id == place_id]
        assert mark.anchor, (place_id, size)


def places(*rows):
    columns = ["place_id", "kind", "lon", "lat", "mentions"]
    return pd.DataFrame(rows, columns=columns).assign(short_name=lambda table: table["place_id"])


CROWD = [("a", "country", 150, 0, 9), ("b", "city", 150.5, 0.5, 1), ("c", "area", 149.5, 1, 2)]
SHOWN = map_camera.fit((120, -40, -120, 40), *PAGE)


def test_places_that_lie_too_close_stand_in_a_column_from_north_to_south_over_water():
    marks = map_layout.marks(places(*CROWD, ("far", "city", 130, -25, 1)), SHOWN)
    moved = {one.place_id: one for one in marks if one.moved}
    assert set(moved) == {"a", "b", "c"}
    assert moved["c"].at[1] < moved["b"].at[1] < moved["a"].at[1]
    assert len({one.text_at[0] for one in moved.values()}) == 1
    for one in moved.values():
        lon, lat = SHOWN.position(*one.at)
        assert not map_layout.land()[math.floor(lat) + 90, (math.floor(lon) + 180) % 360]


def test_two_discs_stand_apart_only_if_they_overlap():
    near = places(("a", "country", 150, 0, 9), ("b", "country", 154, 0, 9))
    assert [one.moved for one in map_layout.marks(near, SHOWN)] == [True, True]
    assert [one.moved for one in map_layout.marks(near.assign(mentions=1), SHOWN)] == [False, False]


def test_what_a_column_has_no_room_for_stays_at_home():
    crowd = places(*((f"place {number}", "country", 150 + number / 10, 0, 2) for number in range(40)))
    marks = map_layout.marks(crowd, map_camera.fit((120, -40, -120, 40), 340, 300))
    assert 0 < sum(one.moved for one in marks) < 40
    assert all(one.radius for one in marks)


def test_the_area_of_a_disc_is_as_its_mentions_and_words_have_none():
    rows = places(("a", "city", 0, 0, 1), ("b", "odd", 60, 0, 4), ("c", "sea", 90, 9, 4))
    marks = map_layout.marks(rows, SHOWN)
    a, b, c = (one.radius for one in marks)
    assert b == pytest.approx(2 * a)
    assert c == 0


def test_no_disc_is_larger_than_the_largest():
    (mark,) = map_layout.marks(places(("a", "city", 150, 0, 5000)), SHOWN)
    assert mark.radius == pytest.approx(map_layout.LARGEST)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Bay", ["BAY"]),
        ("Southeast Asia", ["SOUTHEAST", "ASIA"]),
        ("A Long Way Off", ["A LONG", "WAY OFF"]),
    ],
)
def test_a_region_is_in_spaced_capitals_and_a_long_one_in_two_lines(name, lines):
    assert map_layout.spaced(name).replace("\u2009", "").split("\n") == lines


def test_names_for_orientation_leave_room_for_captions():
    rows = [("Sea", 150, 0, 1), ("Far Sea", -150, 0, 1), ("Creek", 160, -20, 5)]
    labels = pd.DataFrame(rows, columns=["name", "lon", "lat", "level"])
    marks = map_layout.marks(places(("a", "city", 150, 0, 1)), SHOWN)
    assert map_layout.names(labels, marks, SHOWN)["name"].tolist() == ["Far Sea"]


def test_land_is_known():
    points = {(-98, 39): True, (134, -25): True, (60, 60): True, (175, 25): False, (-30, 0): False}
    assert {point: bool(map_layout.land()[point[1] + 90, point[0] + 180]) for point in points} == points
