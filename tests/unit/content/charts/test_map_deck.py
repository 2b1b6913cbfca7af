"""The map: where its outlines come from, its circles, its captions, and what a click hits."""

import itertools
import math
from pathlib import Path

import pandas as pd
import pytest

from components.content.charts import map_deck
from data import queries
from data.queries import Selection
from tests.unit.content.charts.map_layers import ADDRESS, URLS, deck, layers, presets, starting
from tests.unit.content.views import whole

STATIC = Path(__file__).parents[4] / "static"
LETTER, LINE = 7, 18  # pixels: what the map takes a letter's width and a caption's height for


# Outlines


def test_no_polygon_is_stroked(shipped):
    outlines = layers(deck(whole(shipped)), "GeoJsonLayer")
    assert len(outlines) == 1
    for name, layer in outlines.items():
        assert not (layer["stroked"] and layer.get("filled", True)), name


def test_no_layer_highlights_by_itself(shipped):
    assert not any(layer.get("autoHighlight") for layer in layers(deck(whole(shipped))).values())


def test_outlines_are_sent_as_addresses_and_places_as_values(shipped):
    drawn = deck(whole(shipped))
    assert all(isinstance(layer["data"], str) for layer in layers(drawn, "GeoJsonLayer").values())
    assert len(starting(drawn, "spots")["data"]) == len(queries.places(whole(shipped)))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_address_is_a_published_file_of_our_own(shipped, scheme):
    drawn = deck(whole(shipped), urls=map_deck.outlines(), scheme=scheme)
    addresses = [text for text in strings(drawn) if text.endswith(".json") or "//" in text]
    assert len(addresses) == 2
    for address in addresses:
        assert address.startswith(ADDRESS)
        assert (STATIC / address.removeprefix(ADDRESS)).is_file()


def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def test_a_scheme_has_a_ground_of_its_own(tiny):
    grounds = [deck(whole(tiny), scheme=scheme)["mapStyle"] for scheme in ("light", "dark")]
    assert grounds == [URLS["base-light"], URLS["base-dark"]]


def test_a_view_opens_where_its_row_says(shipped):
    preset = presets(shipped)[1]
    state = deck(whole(shipped), preset)["initialViewState"]
    shown = {"lon": state["longitude"], "lat": state["latitude"], "zoom": state["zoom"]}
    assert shown == {name: preset[name] for name in shown}


def test_a_statement_without_places_still_has_a_map(tiny):
    drawn = deck(queries.select(tiny, Selection(themes=("sport",))))
    assert starting(drawn, "spots")["data"] == captions(drawn) == []


# Circles


def test_a_circle_stands_at_its_place_and_carries_its_id(tiny):
    spots = starting(deck(whole(tiny)), "spots")["data"]
    assert {spot["place_id"]: (spot["lon"], spot["lat"]) for spot in spots} == {
        "bay": (10, 0),
        "town": (100, 0),
    }


def test_a_circle_grows_with_its_mentions():
    radii = list(map_deck.radius(pd.Series([1, 2, 10, 30])))
    assert radii == sorted(set(radii))


def test_circles_and_words_grow_for_a_slide(tiny):
    page, slide = (deck(whole(tiny), scale=scale) for scale in (1, 2))
    for spot, large in zip(starting(page, "spots")["data"], starting(slide, "spots")["data"], strict=True):
        assert large["radius"] == pytest.approx(2 * spot["radius"])
    for text, large in zip(starting(page, "text")["data"], starting(slide, "text")["data"], strict=True):
        assert large["size"] == 2 * text["size"]


def test_the_chosen_circle_has_a_wider_ring(tiny):
    spots = starting(deck(whole(tiny), chosen="town"), "spots")["data"]
    ring = {spot["place_id"]: spot["ring"] for spot in spots}
    assert ring["town"] > ring["bay"]


# Clicks


def test_each_click_renames_what_can_be_clicked(tiny):
    before, after = (layers(deck(whole(tiny), clicks=clicks)) for clicks in (0, 1))
    clickable = {name for name, layer in before.items() if layer.get("pickable")}
    assert len(clickable) == 2
    assert not clickable & set(after)
    assert set(before) - clickable <= set(after)


SPOT = {"place_id": "bay", "lon": 10}
COUNTRY = {"type": "Feature", "id": "AAA", "properties": {}}


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ({"spots-3": [SPOT]}, ("bay", None)),
        ({"areas-3": [COUNTRY]}, (None, "AAA")),
        ({"areas-3": [COUNTRY], "spots-3": [SPOT]}, ("bay", None)),
        ({"areas-3": [COUNTRY], "spots-3": []}, (None, "AAA")),
        ({"land": [COUNTRY]}, (None, None)),
        ({"spots-3": []}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_a_click_chooses_a_place_or_else_a_country_or_else_nothing(objects, expected):
    assert map_deck.picked(objects) == expected


def test_a_click_is_read_from_the_layers_that_are_drawn(tiny):
    drawn = deck(whole(tiny), clicks=4)
    assert map_deck.picked({starting(drawn, "spots")["id"]: [SPOT]}) == ("bay", None)
    assert map_deck.picked({starting(drawn, "areas")["id"]: [COUNTRY]}) == (None, "AAA")


# Captions


def captions(drawn):
    """The texts that stand beside a circle; those of waters and cities stand in the middle of their place."""
    return [text for text in starting(drawn, "text")["data"] if text["anchor"] != "middle"]


def boxes(drawn):
    """Every caption with its left, right and middle in pixels of the map."""
    world = 512 * 2 ** drawn["initialViewState"]["zoom"]
    for caption in captions(drawn):
        x = caption["lon"] % 360 / 360 * world
        y = math.log(math.tan(math.pi / 4 + math.radians(caption["lat"]) / 2)) / math.tau * world
        width = LETTER * len(caption["text"])
        left = x + caption["shift"] - (width if caption["anchor"] == "end" else 0)
        yield caption["text"], left, left + width, y


def test_captions_never_cover_each_other(shipped):
    for preset in presets(shipped):
        placed = list(boxes(deck(whole(shipped), preset)))
        assert placed
        for (one, left, right, y), (other, its_left, its_right, its_y) in itertools.combinations(placed, 2):
            apart = right <= its_left or its_right <= left or abs(y - its_y) >= LINE
            assert apart, f"{one} covers {other} at {preset['view']}"


def test_the_chosen_place_is_always_captioned(shipped):
    least = queries.places(whole(shipped)).iloc[-1]
    for preset in presets(shipped):
        drawn = deck(whole(shipped), preset, chosen=least["place_id"])
        assert any(caption.startswith(least["short_name"]) for caption, *_ in boxes(drawn))


def test_a_caption_names_its_place_and_its_mentions(tiny):
    assert [caption for caption, *_ in boxes(deck(whole(tiny)))] == ["Bay 2", "Town 1"]
