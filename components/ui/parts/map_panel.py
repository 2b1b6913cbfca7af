"""The map on its page: the deck, the list that does what a click does, and what is said of a place."""

import pydeck as pdk
import streamlit as st

from components.content.charts import map_deck, palette
from components.content.text import formatting
from components.ui.parts.page_controls import choose_from_list
from components.ui.shell import dataset, drawer, url_state
from data import queries
from data.queries import Record, View

_PLACE, _CLICKS = "place", "map_clicks"
CREDIT = (
    "Outlines after Natural Earth, simplified. Boundaries and names imply no endorsement. "
    "Names without a circle are for orientation."
)


def choose_place(view: View) -> str | None:
    """Choose one of the view's places by name; returns the place_id, or None."""
    places = queries.records(queries.places(view).sort_values("name"))
    names = {place["place_id"]: place["name"] for place in places}
    known = set(view.whole.places["place_id"])
    return choose_from_list("Place", names, _PLACE, "Choose a place, or click one on the map", known)


def map_panel(view: View, preset: str, chosen: str | None, height: int = 480, scale: float = 1) -> None:
    """Draw the map at a preset of map_views. A click on a circle or a country chooses the place and
    opens its passages.

    chosen: the place_id that stands out. height: in px. scale: how much larger than on the page words
    and circles are, for a slide.
    """
    scheme, clicks = st.context.theme.type or "light", st.session_state.get(_CLICKS, 0)
    st.pydeck_chart(
        _deck(view, preset, scheme, chosen, clicks, scale),
        key="map",
        height=height,
        on_select=lambda: _clicked(view),
        alt="Map of the places the statement mentions; the table on this page lists the same places.",
    )
    st.caption(CREDIT)


def place_text(view: View, place_id: str | None) -> None:
    """Draw what the statement says of a place: mentions, roles, commitments, and whose definition it is."""
    found = [place for place in queries.records(queries.places(view)) if place["place_id"] == place_id]
    if not found:
        return
    (place,) = found
    ids, role = place["passage_ids"].split(";"), view.labels("role")
    roles = formatting.listed([role[code].lower() for code in place["roles"].split(";")])
    sentences = formatting.plural(len(ids), "sentence")
    st.header(place["name"], anchor=False)
    st.markdown(f"{formatting.plural(place['mentions'], 'mention')} in {sentences}, as {roles}.")
    st.markdown("\n".join(_commitments(view, ids)))
    drawer.open_button(f"Read {sentences}", place["name"], ids, "story")
    _definition(place)


def _definition(place: Record) -> None:
    """Which countries are counted under a place, and by whose definition."""
    names = dataset.country_names()
    members = [names[code] for code in place["members"].split(";") if code]
    if len(members) > 1:
        listed = formatting.listed(sorted(members))
        st.caption(f"Counted here: {len(members)} countries and territories, {listed}.")
    if place["definition_source"]:
        address = place["definition_url"]
        source = f" [Source](<{address}>)" if address else ""
        st.markdown(f":small[{place['definition_source']}{source}]")


@queries.cached
def _deck(view: View, preset: str, scheme: str, chosen: str | None, clicks: int, scale: float) -> pdk.Deck:
    presets = {row["view"]: row for row in queries.records(view.whole.map_views)}
    return map_deck.deck(
        queries.places(view),
        palette.colours(view.codes("theme")),
        presets[preset],
        map_deck.outlines(),
        scheme,
        chosen,
        clicks,
        scale,
    )


def _commitments(view: View, passage_ids: list[str]) -> list[str]:
    """The view's commitments in these passages as Markdown lines."""
    rows = view.ds.commitments[view.ds.commitments["passage_id"].isin(passage_ids)]
    strength = view.labels("strength")
    return [
        formatting.literal(f"- **{strength[row['strength']]}**: {row['title']}")
        for row in queries.records(rows)
    ] or ["These sentences hold no commitment."]


def _clicked(view: View) -> None:
    place_id, country = map_deck.picked(st.session_state["map"].selection.objects)
    if country:
        place_id = queries.narrowest_place(queries.places(view), country)
    for place in queries.records(queries.places(view)):
        if place["place_id"] == place_id:
            st.session_state[_CLICKS] = st.session_state.get(_CLICKS, 0) + 1
            url_state.write(_PLACE, place["place_id"])
            drawer.open_with(place["name"], place["passage_ids"].split(";"))
