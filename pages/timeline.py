"""When?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading
from components.ui.parts.page_controls import choose_any
from components.ui.shell import empty_state, page_frame, url_state

view = page_frame.view()

heading(
    "When it happened, happens, or is due",
    findings.dates(view),
    "The rail gives the more room the closer a day is to the statement: its middle is the day it was made, "
    "decades are narrow at both ends.\n\n"
    + descriptions.definitions(view.whole, "date_kind")
    + "\n\nA dashed line has no stated end. *Implied* means that the text does not print "
    "the date; the list says where it is from.",
)
if view.ds.dates.empty:
    empty_state.stop(view, "date")

shown = view.narrowed(kinds=choose_any("Kind", view.labels("date_kind"), "kind"))
if shown.ds.dates.empty:
    st.info("No date of this kind under the filter.", icon=":material/filter_alt:")
    st.button("Show all kinds", on_click=url_state.write, args=("kind", []))
else:
    chart(shown, CHARTS["timeline"])

if not view.ds.outcomes.empty and choose_any(
    "Beyond the statement", {"after": "Show what followed"}, "layer"
):
    chart(view, CHARTS["followed"])
