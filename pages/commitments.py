"""What exactly was promised, by whom, how firmly, how specifically?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings
from components.ui.parts import passage_card
from components.ui.parts.chart import chart
from components.ui.parts.commitments_table import (
    choose_rows,
    clear_own_filters,
    commitments_table,
    show_cell,
)
from components.ui.parts.heading import heading
from components.ui.shell import empty_state, page_frame
from data import queries

view = page_frame.view()

heading(
    "What was promised, and how firmly",
    findings.commitments(view),
    "The columns are a ladder, firmest left:\n\n"
    + descriptions.definitions(view.whole, "strength")
    + "\n\nA click on a bar fills the table below with what it counts and shows its sentences. A commitment "
    "is **specific** to the degree that its words name an amount, a date, or a mechanism (a body, "
    "programme or agreement).",
)
if view.ds.commitments.empty:
    empty_state.stop(view, "commitment")

chart(view, CHARTS["ladder"], on_click=show_cell)

st.header("The commitments", anchor=False)
rows = choose_rows(view)
if rows.empty:
    st.info("No commitment fits these words, strengths and marks.", icon=":material/filter_alt:")
    st.button("Show all strengths and marks", on_click=clear_own_filters)
else:
    table, beside = st.columns([7, 3], gap="large")
    with table:
        chosen = commitments_table(view.whole, rows)
    with beside:
        for passage in queries.passages(view.whole, chosen):
            passage_card.card(view.whole, passage)
        if not chosen:
            st.caption("Choose a row, or a bar of the ladder, to read the sentences here.")
