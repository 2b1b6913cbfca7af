"""What exactly was promised, by whom, how firmly, how specifically?"""

import streamlit as st

from components.content.text import descriptions, findings
from components.ui.parts import chart, commitments_table, passage_card
from components.ui.shell import frame
from data import queries

view = frame.join()
whole, ds = view.whole, view.ds

strengths = queries.codes(ds, "strength")

chart.heading(
    "What was promised, and how firmly",
    findings.commitments(ds, whole),
    "The columns are a ladder, firmest left:\n\n"
    + descriptions.definitions(strengths)
    + "\n\nA click on a bar fills the table below with what it counts and shows its sentences. A commitment "
    "is **specific** to the degree that its words name an amount, a date, or a mechanism (a body, "
    "programme or agreement).",
)
if ds.commitments.empty:
    view.empty("commitment")

chart.chart(view, "ladder", on_click=commitments_table.narrow)

st.header("The commitments", anchor=False)
shown = commitments_table.choose(whole, queries.commitments(ds))
if shown.empty:
    st.info("No commitment fits these words, strengths and marks.", icon=":material/filter_alt:")
    st.button("Show all strengths and marks", on_click=commitments_table.widen)
else:
    table, beside = st.columns([7, 3], gap="large")
    with table:
        behind = commitments_table.table(shown, ds)
    with beside:
        for _, row in passage_card.rows(whole, behind).iterrows():
            passage_card.card(whole, row)
        if not behind:
            st.caption("Choose a row, or a bar of the ladder, to read the sentences here.")
