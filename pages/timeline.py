"""When?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading
from components.ui.parts.page_controls import choose_any
from components.ui.session import url_state
from components.ui.shell import empty_state, page_frame

LAYER, LAYERS = "layer", {"after": "Show what followed"}

view = page_frame.view()
kinds = view.labels("date_kind")
shown = view.narrowed(kinds=url_state.known_values("kind", kinds))
entry = CHARTS["timeline"]

heading(
    entry.heading(shown),
    findings.dates(shown),
    "The axis is cut into panels, each with a scale of its own; between two panels years without a date "
    "are left out. Short lines in the panel of the statement’s year are its months.\n\n"
    + descriptions.definitions(view.whole, "date_kind")
    + "\n\nA hollow mark is *implied*: the text does not print the date, or not all of it; the table says "
    "where the rest is from. An arrowhead means that no end is stated.\n\n**What followed** is from other "
    "documents, one for each event. Its shape says what kind of follow-up it is:\n\n"
    + descriptions.definitions(view.whole, "relation"),
)
if view.ds.dates.empty:
    empty_state.stop(view, "date")

if shown.ds.dates.empty:
    st.info("No date of this kind under the filter.", icon=":material/filter_alt:")
    st.button("Show all kinds", on_click=url_state.write, args=("kind", []))
else:
    chart(shown, entry, titled=False)

# Below the picture, so that it is in the first screen.
with st.container(horizontal=True, gap="large"):
    choose_any("Kind", kinds, "kind")
    shows_followed = not view.ds.outcomes.empty and choose_any("Beyond the statement", LAYERS, LAYER)
if shows_followed:
    chart(view, CHARTS["followed"])
