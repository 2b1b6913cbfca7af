"""Where does the statement look?"""

import streamlit as st

from components.content.brief.pins import MAP, Pin
from components.content.text import descriptions, findings, tables
from components.ui.parts.chart_controls import picture_controls
from components.ui.parts.heading import heading
from components.ui.parts.map_panel import choose_place, map_panel, place_text
from components.ui.parts.page_controls import choose_any, choose_one
from components.ui.parts.passage_table import passage_table
from components.ui.shell import empty_state, page_frame, url_state
from data import queries

view = page_frame.view()

presets = {row["view"]: row for row in queries.records(view.whole.map_views.sort_values("order"))}

heading(
    "Where the statement looks",
    findings.places(view)[0],
    "A circle stands for a place; its area grows with the number of mentions, its colour is the theme "
    "of most of the sentences. Regions and countries are tinted as areas; a click on a country without "
    "a mention of its own opens the narrowest mentioned region it belongs to. Countries that act "
    "count where a sentence speaks of their territory or people, not where they act. Roles:\n\n"
    + descriptions.definitions(view.whole, "role"),
)
if view.ds.place_mentions.empty:
    empty_state.stop(view, "place")

with st.container(horizontal=True, gap="medium"):
    preset = choose_one("View", {name: row["label"] for name, row in presets.items()}, "view")
    roles = choose_any("Role", view.labels("role"), "role")
shown = view.narrowed(roles=roles)
if shown.ds.place_mentions.empty:
    st.info("No place has this role under the filter.", icon=":material/filter_alt:")
    st.button("Show all roles", on_click=url_state.write, args=("role", []))
else:
    drawn, beside = st.columns([5, 3], gap="large")
    with beside:
        chosen = choose_place(shown)
        place_text(shown, chosen or presets[preset]["place_id"])
    with drawn:
        map_panel(shown, preset, chosen)
        picture_controls("map", Pin(MAP, preset, shown.selection))
    passage_table(tables.places(shown), "places_table", "Places")
