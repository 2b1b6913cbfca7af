"""When?"""

import streamlit as st

from components.content.text import descriptions, findings
from components.ui.parts import chart
from components.ui.shell import filter_bar, frame
from data import queries

view = frame.join()
ds = view.ds

kinds = queries.codes(ds, "date_kind")

chart.heading(
    "When it happened, happens, or is due",
    findings.dates(ds),
    "The rail gives the more room the closer a day is to the statement: its middle is the day it was made, "
    "decades are narrow at both ends.\n\n"
    + descriptions.definitions(kinds)
    + "\n\nA dashed line has no stated end. *Implied* means that the text does not print "
    "the date; the list says where it is from.",
)
if ds.dates.empty:
    view.empty("date")

wanted = filter_bar.page_pills("Kind", kinds["label"].to_dict(), "kind")
if queries.with_kinds(ds, wanted).dates.empty:
    st.info("No date of this kind under the filter.", icon=":material/filter_alt:")
    st.button("Show all kinds", on_click=filter_bar.set_page, args=("kind", []))
else:
    chart.chart(view, "timeline", wanted)

if not queries.outcomes(ds).empty and filter_bar.page_pills(
    "Beyond the statement", {"after": "Show what followed"}, "layer"
):
    chart.chart(view, "followed")
