"""The tints of countries on the map: whose they are, how they lie over each other, how they travel."""

import json

import pytest

from components.content.charts import map_deck, palette
from data import queries
from data.queries import Selection
from tests.unit.content.charts.map_layers import deck, layers
from tests.unit.content.views import whole


def tints(view, chosen=None):
    """The tint of each country, by its code."""
    return map_deck.tints(queries.places(view), palette.colours(view.codes("theme")), chosen)


def colour_of(view, place_id):
    (theme,) = [row["theme"] for row in queries.records(queries.places(view)) if row["place_id"] == place_id]
    return palette.channels(palette.colours(view.codes("theme"))[theme])


def test_the_members_of_mentioned_places_are_tinted_and_nobody_else(tiny, shipped):
    assert set(tints(whole(tiny))) == {"AAA"}  # of the bay; the ocean's other member is not mentioned
    places = queries.places(whole(shipped))
    members = {code for codes in places["members"] for code in codes.split(";") if code}
    assert set(tints(whole(shipped))) == members


def test_a_tint_has_the_colour_of_the_places_theme(tiny):
    assert tints(whole(tiny))["AAA"] == (*colour_of(whole(tiny), "bay"), 60)


def test_where_places_overlap_the_narrow_one_lies_above(shipped):
    """Laid over the ground in one step, as the browser does, they look as if laid one after the other."""
    view, ground = whole(shipped), (255, 255, 255)
    members = {row["place_id"]: row["members"].split(";") for row in queries.records(queries.places(view))}
    order = sorted((one for one in members if "JPN" in members[one]), key=lambda one: -len(members[one]))
    assert len(order) > 1
    expected = ground
    for place_id in order:
        share = (28 if len(members[place_id]) > 12 else 60) / 255
        expected = laid(colour_of(view, place_id), share, expected)
    *colour, opacity = tints(view)["JPN"]
    assert laid(colour, opacity / 255, ground) == pytest.approx(expected, abs=1.5)


def laid(above, share, below):
    """A colour at some opacity over another."""
    return [one * share + other * (1 - share) for one, other in zip(above, below, strict=True)]


def test_the_members_of_the_chosen_place_are_the_strongest(shipped):
    before, after = tints(whole(shipped)), tints(whole(shipped), "mekong")
    members = set(shipped.places.set_index("place_id").at["mekong", "members"].split(";"))
    assert {code for code in after if after[code] != before[code]} == members
    others = max(tint[3] for code, tint in after.items() if code not in members)
    assert min(after[code][3] for code in members) > others


def test_all_areas_are_one_layer_that_stays_the_same_but_for_its_colour(shipped):
    """What is removed would be fetched and cut up again when the filter is dropped."""
    filtered = queries.select(shipped, Selection(themes=("health",)))
    before, after = (layers(deck(view))["areas-0"] for view in (whole(shipped), filtered))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"getFillColor", "updateTriggers"}


def test_the_colour_of_an_area_names_its_country_beside_its_tint(tiny):
    red, green, blue = colour_of(whole(tiny), "bay")
    areas = layers(deck(whole(tiny)))["areas-0"]
    assert areas["getFillColor"] == f"@@=id=='AAA'?[{red}, {green}, {blue}, 60]:[0, 0, 0, 0]"
    assert areas["updateTriggers"] == {"getFillColor": areas["getFillColor"].removeprefix("@@=")}


def test_the_colour_of_all_areas_names_every_country_once(shipped):
    drawn = layers(deck(whole(shipped)))["areas-0"]["getFillColor"].removeprefix("@@=")
    *cases, rest = drawn.split(":")
    assert rest == "[0, 0, 0, 0]"
    pairs = [
        (code.removeprefix("id==").strip("'"), tuple(json.loads(tint)))
        for codes, tint in (case.split("?") for case in cases)
        for code in codes.split("||")
    ]
    assert dict(pairs) == tints(whole(shipped)) and len(dict(pairs)) == len(pairs)


def test_a_view_without_areas_tints_nothing(tiny):
    alone = whole(tiny, places=tiny.places.assign(members=""))
    assert layers(deck(alone))["areas-0"]["visible"] is False
