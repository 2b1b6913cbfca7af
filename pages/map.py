"""Where does the statement look?"""

import streamlit as st

from components.content.brief.pins import MAP, Pin
from components.content.text import descriptions, findings
from components.ui.parts.chart_controls import map_controls
from components.ui.parts.heading import heading
from components.ui.parts.map_panel import linked_place, map_panel, place_list, place_of, place_text
from components.ui.parts.page_controls import choose_any, choose_one
from components.ui.session import url_state
from components.ui.shell import empty_state, page_frame
from data import queries

view = page_frame.view()

presets = {row["view"]: row for row in queries.records(view.whole.map_views.sort_values("order"))}

heading(
    findings.where(view),
    findings.places(view)[0],
    "A disc stands for a country or a city; its area grows with the number of mentions. Regions are "
    "capitals with their number, waters are paler words. Places that lie too close together stand in a "
    "column, each with a line to where it lies. The countries of a region are shaded when it is chosen, "
    "or, if they are few, when the view is its own; a click on a country without a mention of its own "
    "opens the narrowest "
    "mentioned region it belongs to. The number in the title counts a region with its countries and their "
    "cities, where the statement names each of these countries. The countries that act are counted only "
    "where a sentence speaks of their land or people. Roles:\n\n"
    + descriptions.definitions(view.whole, "role"),
)
if view.ds.place_mentions.empty:
    empty_state.stop(view, "place")

with st.container(key="map_page"):
    drawn, beside = st.columns([848, 368], gap="small")
    with beside, st.container(horizontal=True, gap="small"):
        labels = {name: row["label"] for name, row in presets.items()}
        preset = presets[choose_one("View", labels, "view", folded=True)]
        roles = choose_any("Role", view.labels("role"), "role", "All roles")
    shown = view.narrowed(roles=roles)
    if shown.ds.place_mentions.empty:
        with drawn:
            st.info("No place has this role under the filter.", icon=":material/filter_alt:")
            st.button("Show all roles", on_click=url_state.write, args=("role", []))
    else:
        chosen = linked_place(shown)
        told = chosen or preset["place_id"]
        with beside:
            place_list(shown, chosen, low=place_of(shown, told) is not None)
            place_text(shown, told)
        with drawn:
            map_panel(shown, preset, chosen)
            map_controls(Pin(MAP, preset["view"], shown.selection))
