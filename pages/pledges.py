"""Who pays, how much, for what, when?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings, formatting
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading
from components.ui.parts.page_controls import choose_any
from components.ui.shell import empty_state, page_frame, url_state
from data import queries

AMOUNT, SCALE = "amount", "scale"
view = page_frame.view()
if url_state.values(AMOUNT) == ["per-year"]:  # in links from when there were bars per year
    url_state.write(AMOUNT, SCALE)
page = st.container()
has_sums = not queries.sums(view).empty
scale = has_sums and bool(choose_any("Amounts", {SCALE: "Amounts to scale"}, AMOUNT))
entry = CHARTS["scale" if scale else "amounts"]

with page:
    heading(
        formatting.literal(entry.heading(view)),
        findings.undertakings(view),
        descriptions.definitions(view.whole, "basis")
        + "\n\nThese are different things, so they are drawn differently and never added. "
        "A solid bar is new money, a hatched bar a total after an increase, an outlined bar an "
        "acknowledged contribution, a dashed shape a rise without a figure. A bar covers the years of its "
        "period; with *Amounts to scale* it is as long as the amount. A dot is a rule about money, which "
        "names no sum. The colour is the theme of the sentence.",
    )
    if view.ds.pledges.empty:
        empty_state.stop(view, "undertaking about money")
    chart(view, entry, titled=False)
