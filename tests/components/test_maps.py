"""Maps read as the JSON that the browser gets."""

import itertools
import json
import math

import pandas as pd
import pytest

from components import maps, palette
from data import queries
from data.dataset import FOLDER, load

STATIC = FOLDER.parent / "static"
ADDRESS = "app/static/"
LETTER, LINE = 7, 18  # pixels: what maps takes a letter's width and a caption's height for

NAMES = ("labels", "pick", "base-light", "base-dark")
URLS = {name: f"{ADDRESS}{name}.json" for name in (*NAMES, "area-ocean", "area-bay")}
VIEWS = load().map_views


def deck(ds, view=None, urls=None, **choices):
    """The deck of a dataset as JSON, in its first view unless another is given."""
    return json.loads(
        maps.deck(
            queries.places(ds),
            ds.places,
            palette.colours(queries.codes(ds, "theme")),
            ds.map_views.iloc[0] if view is None else view,
            maps.outlines() if urls is None else urls,
            **choices,
        ).to_json()
    )


def layers(deck, kind=None):
    return {layer["id"]: layer for layer in deck["layers"] if kind in (None, layer["@@type"])}


def starting(deck, start):
    """The one layer whose id starts so."""
    (layer,) = [layer for name, layer in layers(deck).items() if name.startswith(start)]
    return layer


def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


# What keeps a map light


def test_no_polygon_is_stroked(shipped):
    outlines = layers(deck(shipped), "GeoJsonLayer")
    assert len(outlines) > 5
    for name, layer in outlines.items():
        assert not (layer["stroked"] and layer.get("filled", True)), name


def test_no_layer_highlights_by_itself(shipped):
    assert not any(layer.get("autoHighlight") for layer in layers(deck(shipped)).values())


def test_outlines_travel_by_address_and_places_by_value(shipped):
    drawn = deck(shipped)
    assert all(isinstance(layer["data"], str) for layer in layers(drawn, "GeoJsonLayer").values())
    assert len(starting(drawn, "spots")["data"]) == len(queries.places(shipped))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_address_is_a_published_file_of_our_own(shipped, scheme):
    drawn = deck(shipped, scheme=scheme)
    addresses = [text for text in strings(drawn) if text.endswith(".json") or "//" in text]
    assert len(addresses) > 5
    for address in addresses:
        assert address.startswith(ADDRESS)
        assert (STATIC / address.removeprefix(ADDRESS)).is_file()


def test_a_scheme_has_a_ground_of_its_own(tiny):
    grounds = [deck(tiny, urls=URLS, scheme=scheme)["mapStyle"] for scheme in ("light", "dark")]
    assert grounds == [URLS["base-light"], URLS["base-dark"]]


# Areas


def tints(deck):
    """The areas that are seen."""
    return [name for name, layer in layers(deck).items() if name.startswith("area-") and layer["visible"]]


def test_every_mentioned_area_with_an_outline_has_one_tint(shipped):
    outlined = {name for name in maps.outlines() if name.startswith("area-")}
    mentioned = {f"area-{place_id}" for place_id in queries.places(shipped)["place_id"]}
    assert sorted(tints(deck(shipped))) == sorted(outlined & mentioned) != []


def test_an_area_that_the_view_does_not_mention_has_no_tint(tiny):
    assert tints(deck(tiny, urls=URLS)) == ["area-bay"]


def test_an_area_stays_in_the_browser_whatever_the_view_mentions(tiny):
    """Once removed, it would be fetched and cut up again when the filter is dropped."""
    known = {name for name in layers(deck(tiny, urls=URLS)) if name.startswith("area-")}
    assert known == {"area-bay", "area-ocean"}


def test_a_tint_has_the_colour_of_the_places_theme(tiny):
    tint = layers(deck(tiny, urls=URLS))["area-bay"]
    theme = queries.places(tiny).set_index("place_id").at["bay", "theme"]
    assert tint["getFillColor"][:3] == list(
        palette.channels(palette.colours(queries.codes(tiny, "theme"))[theme])
    )


def test_broad_areas_lie_below_narrow_ones(shipped):
    drawn = [name.removeprefix("area-") for name in layers(deck(shipped)) if "area-" in name]
    members = shipped.places.set_index("place_id")["members"].str.split(";").map(len)
    assert list(members[drawn]) == sorted(members[drawn], reverse=True)


def test_the_chosen_area_is_the_strongest(shipped):
    drawn = deck(shipped, chosen="mekong")
    strength = {name: layer["getFillColor"][3] for name, layer in layers(drawn).items() if "area-" in name}
    assert max(strength, key=strength.get) == "area-mekong"
    assert sorted(strength.values())[-2] < strength["area-mekong"]


# Circles


def test_a_circle_stands_at_its_place_and_carries_its_id(tiny):
    spots = starting(deck(tiny, urls=URLS), "spots")["data"]
    assert {spot["place_id"]: (spot["lon"], spot["lat"]) for spot in spots} == {
        "bay": (10, 0),
        "town": (100, 0),
    }


def test_a_circle_grows_with_its_mentions():
    radii = list(maps.radius(pd.Series([1, 2, 10, 30])))
    assert radii == sorted(set(radii))


def test_the_chosen_circle_has_a_wider_ring(tiny):
    spots = starting(deck(tiny, urls=URLS, chosen="town"), "spots")["data"]
    ring = {spot["place_id"]: spot["ring"] for spot in spots}
    assert ring["town"] > ring["bay"]


# Clicks


def test_each_click_renames_what_can_be_clicked(tiny):
    before, after = (layers(deck(tiny, urls=URLS, picks=picks)) for picks in (0, 1))
    clickable = {name for name, layer in before.items() if layer.get("pickable")}
    assert len(clickable) == 2
    assert not clickable & set(after)
    assert set(before) - clickable <= set(after)


SPOT = {"place_id": "bay", "lon": 10}
COUNTRY = {"type": "Feature", "properties": {"iso3": "AAA"}}


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ({"spots-3": [SPOT]}, ("bay", None)),
        ({"pick-3": [COUNTRY]}, (None, "AAA")),
        ({"pick-3": [COUNTRY], "spots-3": [SPOT]}, ("bay", None)),
        ({"pick-3": [COUNTRY], "spots-3": []}, (None, "AAA")),
        ({"land": [COUNTRY]}, (None, None)),
        ({"spots-3": []}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_a_click_hits_a_place_before_a_country_before_nothing(objects, expected):
    assert maps.picked(objects) == expected


def test_the_names_of_clickable_layers_are_those_that_a_click_is_read_from(tiny):
    drawn = deck(tiny, urls=URLS, picks=4)
    assert maps.picked({starting(drawn, "spots")["id"]: [SPOT]}) == ("bay", None)
    assert maps.picked({starting(drawn, "pick")["id"]: [COUNTRY]}) == (None, "AAA")


# Captions


def boxes(drawn):
    """Left, right and middle of every caption in pixels of the map, by caption."""
    world = 512 * 2 ** drawn["initialViewState"]["zoom"]
    for caption in starting(drawn, "captions")["data"]:
        x = caption["lon"] % 360 / 360 * world
        y = math.log(math.tan(math.pi / 4 + math.radians(caption["lat"]) / 2)) / math.tau * world
        width = LETTER * len(caption["caption"])
        left = x + caption["shift"] - (width if caption["anchor"] == "end" else 0)
        yield caption["caption"], left, left + width, y


@pytest.mark.parametrize("view", VIEWS["view"])
def test_captions_never_cover_each_other(shipped, view):
    drawn = deck(shipped, view=VIEWS.set_index("view").loc[view])
    captions = list(boxes(drawn))
    assert captions
    for (one, left, right, y), (other, its_left, its_right, its_y) in itertools.combinations(captions, 2):
        apart = right <= its_left or its_right <= left or abs(y - its_y) >= LINE
        assert apart, f"{one} covers {other}"


@pytest.mark.parametrize("view", VIEWS["view"])
def test_the_chosen_place_is_always_captioned(shipped, view):
    places = queries.places(shipped)
    least = places.iloc[-1]
    drawn = deck(shipped, view=VIEWS.set_index("view").loc[view], chosen=least["place_id"])
    assert any(caption.startswith(least["short_name"]) for caption, *_ in boxes(drawn))


def test_a_caption_names_its_place_and_its_mentions(tiny):
    assert [caption for caption, *_ in boxes(deck(tiny, urls=URLS))] == ["Bay 2", "Town 1"]


def test_a_view_opens_where_its_row_says(shipped):
    state = deck(shipped, view=VIEWS.iloc[1])["initialViewState"]
    assert [state[name] for name in ("longitude", "latitude", "zoom")] == list(
        VIEWS.iloc[1][["lon", "lat", "zoom"]]
    )


def test_a_statement_without_places_still_has_a_map(tiny):
    nowhere = queries.select(tiny, queries.Selection(("sport",)))
    drawn = deck(nowhere, urls=URLS)
    assert starting(drawn, "spots")["data"] == starting(drawn, "captions")["data"] == []
