"""The map and what stands beside it."""

import json

from data import queries
from tests.pages.views import texts, view_of, whole


def state(opened):
    return json.loads(opened.spec("map"))["initialViewState"]


def test_a_linked_place_is_told_beside_the_map_and_chosen_in_the_list(open_page, shipped):
    place = queries.places(whole(shipped)).iloc[-1]
    opened = open_page("map", place=place["place_id"])
    assert not opened.app.exception
    assert place["name"] in [heading.value for heading in opened.app.header]
    listed = opened.app.dataframe(key="places-0")
    chosen = listed.value["Place"].str.strip().tolist().index(place["short_name"])
    assert json.loads(listed.proto.selection_default)["selection"]["rows"] == [chosen]
    (button,) = opened.buttons("^Read ")
    assert opened.click(button).drawer == texts(shipped, place["passage_ids"].split(";"))


def test_the_list_has_every_place_with_its_mentions(cold, shipped):
    listed = cold("map").app.dataframe(key="places-0").value
    places = queries.places(whole(shipped))
    assert sorted(listed["Place"].str.strip()) == sorted(places["short_name"])
    assert listed["Mentions"].sum() == len(shipped.place_mentions)


def test_each_view_opens_on_a_part_of_its_own(open_page, shipped):
    seen = [state(open_page("map", view=name)) for name in shipped.map_views["view"]]
    assert len({(one["longitude"], one["zoom"]) for one in seen}) == len(seen)


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
    assert not opened.warnings


def test_a_narrow_place_gets_a_map_of_its_own(open_page):
    opened = open_page("map")
    wide = state(opened)["zoom"]
    opened.app.session_state["map_size_820"] = (340, 1.0)
    opened.app.run()
    assert state(opened)["zoom"] < wide


def test_a_browser_that_draws_no_maps_is_told_so_beside_the_list(open_page):
    opened = open_page("map")
    opened.app.session_state["map_webgl"] = False
    opened.app.run()
    assert not opened.app.get("deck_gl_json_chart")
    assert any("WebGL" in notice.value for notice in opened.app.info)
    assert len(opened.app.dataframe(key="places-0").value)
