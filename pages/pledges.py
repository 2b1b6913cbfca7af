"""Who pays, how much, for what, when?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings, formatting
from components.ui.parts.chart import chart
from components.ui.parts.finding_list import unstated_money_list
from components.ui.parts.heading import heading
from components.ui.parts.page_controls import choose_one
from components.ui.shell import empty_state, page_frame
from data import queries

view = page_frame.view()
pledges = view.ds.pledges

heading(
    "Who pays, how much, and when",
    formatting.literal(findings.money(view)[0]) if len(pledges) else "No money under this filter.",
    descriptions.definitions(view.whole, "basis")
    + "\n\nThese are different things, so they are drawn differently and never added. "
    "A solid bar is new money, a hatched bar a total after an increase, an outlined bar an "
    "acknowledged contribution, a dashed shape a rise without a figure: it has no length to read. "
    "The colour is the payer's.",
)
if pledges.empty:
    empty_state.stop(view, "undertaking about money")

if not queries.sums(view).empty:
    AMOUNTS = {"total": "In all", "per-year": "Per year of its period"}
    amount = choose_one("Show the amount", AMOUNTS, "amount")
    left, right = st.columns(2, gap="large")
    with left:
        chart(view, CHARTS["per-year" if amount == "per-year" else "amounts"])
    with right:
        chart(view, CHARTS["windows"])

if not queries.money_without_number(view).empty:
    st.header("Money without a number", anchor=False)
    with st.container(width=960):
        unstated_money_list(view)
