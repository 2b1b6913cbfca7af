"""The map: where its outlines come from, its layers, and what a click hits."""

from pathlib import Path

import pytest

from components.content.charts import map_deck, palette
from data import queries
from data.queries import Selection
from tests.unit.content.charts.map_layers import ADDRESS, URLS, camera, deck, layers, presets, starting
from tests.unit.content.views import whole

STATIC = Path(__file__).parents[4] / "static"


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
    words = [text for text in starting(drawn, "words")["data"] if text["place_id"]]
    assert len(words) == len(queries.places(whole(shipped)))


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


def test_a_view_opens_where_it_fits(shipped):
    preset = presets(shipped)[1]
    state = deck(whole(shipped), preset)["initialViewState"]
    fitted = camera(whole(shipped), preset)
    assert (state["longitude"], state["latitude"], state["zoom"]) == pytest.approx(fitted[:3])
    assert state["minZoom"] <= state["zoom"] <= state["maxZoom"]


def test_a_statement_without_places_still_has_a_map(tiny):
    drawn = deck(queries.select(tiny, Selection(themes=("sport",))))
    assert starting(drawn, "discs")["data"] == []
    assert all(text["place_id"] == "" for text in starting(drawn, "words")["data"])


# Layers


def test_only_a_column_needs_lines(tiny, shipped):
    assert "lines" not in layers(deck(whole(tiny)))
    drawn = deck(whole(shipped))
    assert len(layers(drawn)) == 4
    homes = {tuple(disc["at"]) for disc in starting(drawn, "discs")["data"] if disc["radius"] < 3}
    assert {tuple(line["from"]) for line in starting(drawn, "lines")["data"]} == homes


def test_places_are_discs_and_words_with_their_ids(tiny):
    drawn = deck(whole(tiny))
    assert [disc["place_id"] for disc in starting(drawn, "discs")["data"]] == ["town"]
    words = {text["place_id"]: text["text"] for text in starting(drawn, "words")["data"] if text["place_id"]}
    assert words == {"bay": "B\u2009A\u2009Y  2", "town": "Town 1"}


def test_everything_is_in_ink_or_ground(shipped):
    """No colour of a theme is ever used for a place."""
    drawn = deck(whole(shipped), chosen="mekong")
    looks = [disc["colour"] for disc in starting(drawn, "discs")["data"]]
    looks += [text["colour"] for text in starting(drawn, "words")["data"]]
    assert all(max(look[:3]) - min(look[:3]) < 16 for look in looks)


def test_words_and_discs_grow_for_a_slide(shipped):
    page, slide = (deck(whole(shipped), size=(1200, 508), scale=scale) for scale in (1, 16 / 13))
    assert starting(page, "words")["getSize"] == 13
    assert starting(slide, "words")["getSize"] == pytest.approx(16)
    largest = [max(disc["radius"] for disc in starting(one, "discs")["data"]) for one in (page, slide)]
    assert largest[1] > largest[0]


def test_the_chosen_place_is_darker_and_has_a_wider_ring(tiny):
    mentions = tiny.place_mentions.assign(place_id=["town", "bay", "town"])
    kinds = tiny.places.assign(kind="city", lon=[0, 10, 100])
    view = whole(tiny, places=kinds, place_mentions=mentions)
    discs = {disc["place_id"]: disc for disc in starting(deck(view, chosen="town"), "discs")["data"]}
    assert discs["town"]["ring"] > discs["bay"]["ring"]
    assert discs["town"]["colour"] != discs["bay"]["colour"]


# Extents


def test_only_the_views_own_place_and_the_chosen_one_have_an_extent(shipped):
    places = queries.places(whole(shipped)).set_index("place_id")
    members = {place_id: set(row["members"].split(";")) for place_id, row in places.iterrows()}

    def extents(own=None, chosen=None):
        return map_deck.extents(places.reset_index(), own, chosen)

    assert extents() == {}
    assert set(extents("mekong")) == members["mekong"]
    assert extents("indo-pacific") == {}  # too wide to be shaded before anybody asks
    assert set(extents(chosen="indo-pacific")) == members["indo-pacific"]
    assert extents("seoul") == extents("south-china-sea") == {}
    both = extents("mekong", "myanmar")
    assert both["MMR"] > both["THA"]


def test_all_areas_are_one_layer_that_stays_the_same_but_for_its_colour(shipped):
    """What is removed would be fetched and cut up again."""
    before, after = (layers(deck(whole(shipped), own=own))["areas-0"] for own in (None, "mekong"))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"getFillColor", "updateTriggers"}


def test_the_colour_of_an_area_names_its_country(tiny):
    areas = layers(deck(whole(tiny), own="bay"))["areas-0"]
    ink = list(palette.channels(palette.INK["light"]))
    assert areas["getFillColor"] == f"@@=id=='FJI'?{[*ink, map_deck.OWN]}:[0, 0, 0, 0]"
    assert areas["updateTriggers"] == {"getFillColor": areas["getFillColor"].removeprefix("@@=")}


def test_the_outlines_published_for_a_dataset_are_its_own_under_every_filter(tiny):
    urls = URLS | {"areas-tiny": "app/static/areas-tiny.json"}
    for view in (whole(tiny), queries.select(tiny, Selection(themes=("peace",)))):
        assert layers(deck(view, urls=urls))["areas-0"]["data"] == urls["areas-tiny"]


# Clicks


def test_each_click_renames_what_can_be_clicked(tiny):
    before, after = (layers(deck(whole(tiny), clicks=clicks)) for clicks in (0, 1))
    clickable = {name for name, layer in before.items() if layer.get("pickable")}
    assert len(clickable) == 3
    assert not clickable & set(after)
    assert set(before) - clickable <= set(after)


DISC = {"place_id": "bay", "lon": 10}
COUNTRY = {"type": "Feature", "id": "AAA", "properties": {}}


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ({"discs-3": [DISC]}, ("bay", None)),
        ({"areas-3": [COUNTRY]}, (None, "AAA")),
        ({"areas-3": [COUNTRY], "discs-3": [DISC]}, ("bay", None)),
        ({"areas-3": [COUNTRY], "discs-3": []}, (None, "AAA")),
        ({"words-3": [DISC]}, ("bay", None)),
        ({"words-3": [{"place_id": ""}]}, (None, None)),
        ({"land": [COUNTRY]}, (None, None)),
        ({"discs-3": []}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_a_click_chooses_a_place_or_else_a_country_or_else_nothing(objects, expected):
    assert map_deck.picked(objects) == expected


def test_a_click_is_read_from_the_layers_that_are_drawn(tiny):
    drawn = deck(whole(tiny), clicks=4)
    assert map_deck.picked({starting(drawn, "discs")["id"]: [DISC]}) == ("bay", None)
    assert map_deck.picked({starting(drawn, "areas")["id"]: [COUNTRY]}) == (None, "AAA")
