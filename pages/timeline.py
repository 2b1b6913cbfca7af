"""When?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading
from components.ui.parts.page_controls import choose_any
from components.ui.shell import empty_state, page_frame, url_state

view = page_frame.view()
entry = CHARTS["timeline"]
page = st.container()
with st.container(horizontal=True, gap="large"):
    kinds = choose_any("Kind", view.labels("date_kind"), "kind") if len(view.ds.dates) else []
    shows_followed = not view.ds.outcomes.empty and choose_any(
        "Beyond the statement", {"after": "Show what followed"}, "layer"
    )
shown = view.narrowed(kinds=kinds)

with page:
    heading(
        entry.heading(shown),
        findings.dates(shown),
        "The axis is cut into panels, each with a scale of its own; between two panels years without a date "
        "are left out. Short lines in the panel of the statement\u2019s year are its months.\n\n"
        + descriptions.definitions(view.whole, "date_kind")
        + "\n\nA hollow mark is *implied*: the text does not print the date; its table says why. "
        "An arrowhead means that no end is stated.",
    )
    if view.ds.dates.empty:
        empty_state.stop(view, "date")
    if shown.ds.dates.empty:
        st.info("No date of this kind under the filter.", icon=":material/filter_alt:")
        st.button("Show all kinds", on_click=url_state.write, args=("kind", []))
    else:
        chart(shown, entry, titled=False)
    if shows_followed:
        chart(view, CHARTS["followed"])
