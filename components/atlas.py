"""The map on its page: presets, the drawn deck, and the select box that does what a click does."""

import pandas as pd
import streamlit as st

from components import maps, palette, passage
from data import queries
from data.dataset import Dataset

_CHOSEN, _PICKS = "map_place", "map_picks"


def draw(ds: Dataset, places: pd.DataFrame) -> None:
    """The map under its presets. A click on a circle or a country opens the passages."""
    views = ds.map_views.sort_values("order").set_index("label")
    preset = st.segmented_control("View", list(views.index), default=views.index[0], required=True, key="map_view")
    deck = maps.deck(
        places,
        palette.colours(queries.codes(ds, "theme")),
        views.loc[preset],
        maps.outlines(),
        scheme=st.context.theme.type or "light",
        chosen=st.session_state.get(_CHOSEN),
        picks=st.session_state.get(_PICKS, 0),
    )
    st.pydeck_chart(
        deck, key="map", height=520, on_select=lambda: _clicked(places),
        alt="Map of the places the statement mentions; the table beside it lists the same places.",
    )
    st.caption(
        "Outlines after Natural Earth, simplified. Boundaries and names imply no endorsement. "
        "Names without a circle are for orientation."
    )


def choose(places: pd.DataFrame) -> None:
    """Choose a place by name, and read what it stands for."""
    names = places.set_index("place_id")["name"]
    if st.session_state.get(_CHOSEN) not in names.index:
        st.session_state[_CHOSEN] = None
    chosen = st.selectbox(
        "Place", list(names.index), format_func=names.get, key=_CHOSEN, index=None,
        placeholder="Choose a place", on_change=lambda: _open(places, st.session_state[_CHOSEN]),
    )
    if chosen:
        place = places.set_index("place_id").loc[chosen]
        st.caption(place["definition_source"])


def _clicked(places: pd.DataFrame) -> None:
    place_id, country = maps.picked(st.session_state["map"].selection.objects)
    if country:
        place_id = queries.narrowest_place(places, country)
    if place_id:
        st.session_state[_PICKS] = st.session_state.get(_PICKS, 0) + 1
        st.session_state[_CHOSEN] = place_id
        _open(places, place_id)


def _open(places: pd.DataFrame, place_id: str | None) -> None:
    if place_id:
        place = places.set_index("place_id").loc[place_id]
        passage.behind(place["name"], place["passage_ids"].split(";"))
