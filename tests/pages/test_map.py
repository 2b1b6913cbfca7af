"""The map and what stands beside it."""

import json

import pytest

from data import queries
from tests.pages.views import texts, view_of, whole


def test_a_place_can_be_chosen_without_the_map(open_page, shipped):
    place = queries.places(whole(shipped)).iloc[-1]
    opened = open_page("map")
    opened.app.selectbox(key="place").set_value(place["place_id"]).run()
    assert not opened.app.exception
    assert place["name"] in [heading.value for heading in opened.app.header]
    (button,) = opened.buttons("^Read ")
    assert opened.click(button).drawer == texts(shipped, place["passage_ids"].split(";"))


@pytest.mark.parametrize("preset", ["indo-pacific", "mekong", "korean-peninsula", "world"])
def test_a_preset_opens_its_view(open_page, shipped, preset):
    opened = open_page("map", view=preset)
    state = json.loads(opened.spec("map"))["initialViewState"]
    row = shipped.map_views.set_index("view").loc[preset]
    assert (state["longitude"], state["latitude"], state["zoom"]) == (row["lon"], row["lat"], row["zoom"])


def test_the_map_follows_the_scheme(open_page):
    light, dark = (
        json.loads(open_page("map", {"url": "https://linchpin.example/map", "theme": theme}).spec("map"))
        for theme in ("light", "dark")
    )
    assert light["mapStyle"] != dark["mapStyle"]


def test_a_place_that_the_filter_hides_is_not_said_to_be_unknown(open_page, shipped):
    shown = set(queries.places(view_of(shipped, "Climate"))["place_id"])
    hidden = next(one for one in queries.places(whole(shipped))["place_id"] if one not in shown)
    opened = open_page("map", theme="Climate", place=hidden)
    assert not opened.app.exception
    assert not any("does not have" in warning for warning in opened.warnings)
