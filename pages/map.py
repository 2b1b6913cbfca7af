"""Where does the statement look?"""

import streamlit as st

from components.content.brief.pins import Pin
from components.content.text import descriptions, findings, tables
from components.ui.parts import chart, map_panel
from components.ui.shell import filter_bar, frame
from data import queries

view = frame.join()

roles = queries.codes(view.ds, "role")
views = view.ds.map_views.sort_values("order").set_index("view")

chart.heading(
    "Where the statement looks",
    findings.places(view.ds)[0],
    "A circle stands for a place; its area grows with the number of mentions, its colour is the theme "
    "of most of the sentences. Regions and countries are tinted as areas; a click on a country without "
    "a mention of its own opens the narrowest mentioned region it belongs to. Countries that act "
    "count where a sentence speaks of their territory or people, not where they act. Roles:\n\n"
    + descriptions.definitions(roles),
)
if view.ds.place_mentions.empty:
    view.empty("place")

with st.container(horizontal=True, gap="medium"):
    preset = filter_bar.page_choice("View", views["label"].to_dict(), "view")
    wanted = filter_bar.page_pills("Role", roles["label"].to_dict(), "role")
ds = queries.with_roles(view.ds, wanted)
places = queries.places(ds)
if places.empty:
    st.info("No place has this role under the filter.", icon=":material/filter_alt:")
    st.button("Show all roles", on_click=filter_bar.set_page, args=("role", []))
else:
    drawn, beside = st.columns([5, 3], gap="large")
    with beside:
        chosen = map_panel.choose(ds, places)
        map_panel.story(ds, places, chosen or views.at[preset, "place_id"])
    with drawn:
        map_panel.draw(ds, preset, chosen)
        chart.along("map", Pin("map", preset, view.selection, tuple(wanted)))
    chart.passage_table(tables.places(places, ds), "places_table", "Places")
