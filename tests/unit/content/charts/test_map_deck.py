"""Maps read as the JSON that the browser gets."""

import itertools
import json
import math
from dataclasses import replace

import pandas as pd
import pytest

from components.content.charts import map_deck, palette
from data import queries
from data.load.dataset import FOLDER, load

STATIC = FOLDER.parent / "static"
ADDRESS = "app/static/"
LETTER, LINE = 7, 18  # pixels: what maps takes a letter's width and a caption's height for

NAMES = ("labels", "pick", "areas", "base-light", "base-dark")
URLS = {name: f"{ADDRESS}{name}.json" for name in NAMES}
VIEWS = load().map_views


def deck(ds, view=None, urls=None, **choices):
    """The deck of a dataset as JSON, in its first view unless another is given."""
    return json.loads(
        map_deck.deck(
            queries.places(ds),
            palette.colours(queries.codes(ds, "theme")),
            ds.map_views.iloc[0] if view is None else view,
            map_deck.outlines() if urls is None else urls,
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
    assert len(outlines) == 3
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
    assert len(addresses) == 4
    for address in addresses:
        assert address.startswith(ADDRESS)
        assert (STATIC / address.removeprefix(ADDRESS)).is_file()


def test_a_scheme_has_a_ground_of_its_own(tiny):
    grounds = [deck(tiny, urls=URLS, scheme=scheme)["mapStyle"] for scheme in ("light", "dark")]
    assert grounds == [URLS["base-light"], URLS["base-dark"]]


# Areas


def tints(ds, chosen=None):
    """The tint of each country, by its code."""
    colours = palette.colours(queries.codes(ds, "theme"))
    return map_deck.tints(queries.places(ds), colours, chosen)


def colour_of(ds, place_id):
    theme = queries.places(ds).set_index("place_id").at[place_id, "theme"]
    return palette.channels(palette.colours(queries.codes(ds, "theme"))[theme])


def test_the_members_of_mentioned_places_are_tinted_and_nobody_else(tiny, shipped):
    assert set(tints(tiny)) == {"AAA"}  # of the bay; the ocean's other member is not mentioned
    members = {code for codes in queries.places(shipped)["members"] for code in codes.split(";") if code}
    assert set(tints(shipped)) == members


def test_a_tint_has_the_colour_of_the_places_theme(tiny):
    assert tints(tiny)["AAA"] == (*colour_of(tiny, "bay"), 60)


def test_tints_lie_over_each_other_the_narrow_place_above(shipped):
    """Laid over the ground in one step, as the browser does, they look as if laid one after the other."""
    ground = (255, 255, 255)
    found = queries.places(shipped)
    with_japan = found[found["members"].str.contains("JPN")].set_index("place_id")["members"]
    order = sorted(with_japan.index, key=lambda one: len(with_japan[one]), reverse=True)
    assert len(order) > 1
    expected = ground
    for place_id in order:
        share = (28 if len(with_japan[place_id].split(";")) > 12 else 60) / 255
        pairs = zip(colour_of(shipped, place_id), expected, strict=True)
        expected = [above * share + below * (1 - share) for above, below in pairs]
    *colour, opacity = tints(shipped)["JPN"]
    share = opacity / 255
    seen = [above * share + below * (1 - share) for above, below in zip(colour, ground, strict=True)]
    assert seen == pytest.approx(expected, abs=1.5)


def test_the_members_of_the_chosen_place_are_the_strongest(shipped):
    before, after = tints(shipped), tints(shipped, "mekong")
    members = set(shipped.places.set_index("place_id").at["mekong", "members"].split(";"))
    assert {code for code in after if after[code] != before[code]} == members
    others = max(tint[3] for code, tint in after.items() if code not in members)
    assert min(after[code][3] for code in members) > others


def test_all_areas_are_one_layer_that_stays_the_same_but_for_its_colour(shipped):
    """What is removed would be fetched and cut up again when the filter is dropped."""
    filtered = queries.select(shipped, queries.Selection(themes=("health",)))
    whole, narrow = (layers(deck(ds))["areas"] for ds in (shipped, filtered))
    changed = {name for name in whole if whole[name] != narrow[name]}
    assert changed == {"getFillColor", "updateTriggers"}


def test_the_colour_of_an_area_names_each_country_once_beside_its_tint(tiny, shipped):
    (red, green, blue), known = colour_of(tiny, "bay"), tints(shipped)
    areas = layers(deck(tiny, urls=URLS))["areas"]
    assert areas["getFillColor"] == f"@@=id=='AAA'?[{red}, {green}, {blue}, 60]:[0, 0, 0, 0]"
    assert areas["updateTriggers"] == {"getFillColor": areas["getFillColor"].removeprefix("@@=")}
    drawn = layers(deck(shipped))["areas"]["getFillColor"].removeprefix("@@=")
    *cases, rest = drawn.split(":")
    assert rest == "[0, 0, 0, 0]"
    read = {
        code.removeprefix("id==").strip("'"): tuple(json.loads(tint))
        for case in cases
        for codes, tint in [case.split("?")]
        for code in codes.split("||")
    }
    assert read == known


def test_a_view_without_areas_tints_nothing(tiny):
    alone = replace(tiny, places=tiny.places.assign(members=""))
    assert layers(deck(alone, urls=URLS))["areas"]["visible"] is False


# Circles


def test_a_circle_stands_at_its_place_and_carries_its_id(tiny):
    spots = starting(deck(tiny, urls=URLS), "spots")["data"]
    assert {spot["place_id"]: (spot["lon"], spot["lat"]) for spot in spots} == {
        "bay": (10, 0),
        "town": (100, 0),
    }


def test_a_circle_grows_with_its_mentions():
    radii = list(map_deck.radius(pd.Series([1, 2, 10, 30])))
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
    assert map_deck.picked(objects) == expected


def test_the_names_of_clickable_layers_are_those_that_a_click_is_read_from(tiny):
    drawn = deck(tiny, urls=URLS, picks=4)
    assert map_deck.picked({starting(drawn, "spots")["id"]: [SPOT]}) == ("bay", None)
    assert map_deck.picked({starting(drawn, "pick")["id"]: [COUNTRY]}) == (None, "AAA")


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
