"""The parts of the page Map: a list of places, the map, and the text about a place."""

import pydeck as pdk
import streamlit as st

from components.content.charts import map_deck, palette
from components.content.text import formatting
from components.ui.parts.page_controls import choose_from_list
from components.ui.shell import drawer, loaded_dataset, url_state
from data import queries
from data.queries import Record, View

_PLACE = "place"  # parameter of the URL
_CLICKS = "map_clicks"  # key of the session state: the number of clicks so far
CREDIT = (
    "Outlines after Natural Earth, simplified. Boundaries and names imply no endorsement. "
    "Names without a circle are for orientation."
)


def choose_place(view: View) -> str | None:
    """Draw the list of the view's places. Returns the place_id of the chosen one, or None."""
    places = queries.records(queries.places(view).sort_values("name"))
    names = {place["place_id"]: place["name"] for place in places}
    known = set(view.whole.places["place_id"])
    return choose_from_list("Place", names, _PLACE, "Choose a place, or click one on the map", known)


def map_panel(view: View, preset: str, chosen: str | None, height: int = 480, scale: float = 1) -> None:
    """Draw the map. A click on a circle or a country chooses the place and opens its passages.

    preset: the name of a row of map_views. chosen: the place_id that stands out. height: in px. scale:
    enlarges text and circles, for a slide.
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
    """Draw what the statement says about a place: mentions, roles, commitments; and how the place is defined.

    Draws nothing for a place that the view does not mention.
    """
    place = _place(view, place_id)
    if place is None:
        return
    ids = place["passage_ids"].split(";")
    labels = view.labels("role")
    roles = formatting.listed([labels[code].lower() for code in place["roles"].split(";")])
    sentences = formatting.plural(len(ids), "sentence")
    st.header(place["name"], anchor=False)
    st.markdown(f"{formatting.plural(place['mentions'], 'mention')} in {sentences}, as {roles}.")
    st.markdown("\n".join(_commitments(view, ids)))
    drawer.open_button(f"Read {sentences}", place["name"], ids, "story")
    _definition(place)


def _definition(place: Record) -> None:
    """Draw which countries belong to a place, and the source of that definition."""
    names = loaded_dataset.country_names()
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
    if rows.empty:
        return ["These sentences hold no commitment."]
    strengths = view.labels("strength")
    return [
        formatting.literal(f"- **{strengths[row['strength']]}**: {row['title']}")
        for row in queries.records(rows)
    ]


def _place(view: View, place_id: str | None) -> Record | None:
    """The row of `queries.places` with this id; None if the view does not mention it."""
    rows = queries.records(queries.places(view))
    return next((place for place in rows if place["place_id"] == place_id), None)


def _clicked(view: View) -> None:
    place_id, country = map_deck.picked(st.session_state["map"].selection.objects)
    if country:
        place_id = queries.narrowest_place(queries.places(view), country)
    place = _place(view, place_id)
    if place is not None:
        st.session_state[_CLICKS] = st.session_state.get(_CLICKS, 0) + 1
        url_state.write(_PLACE, place["place_id"])
        drawer.open_with(place["name"], place["passage_ids"].split(";"))
