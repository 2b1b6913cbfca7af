"""What exactly was promised, by whom, how firmly, how specifically?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings
from components.ui.parts.chart import chart
from components.ui.parts.commitments_table import (
    choose_rows,
    clear_own_filters,
    commitments_table,
    show_commitment,
)
from components.ui.parts.heading import heading
from components.ui.shell import empty_state, page_frame

view = page_frame.view()
balance = CHARTS["balance"]

heading(
    balance.heading(view),
    " ".join(filter(None, (findings.commitments(view), findings.followed_up(view)))),
    "A square is a commitment, graded by the words used:\n\n"
    + descriptions.definitions(view.whole, "strength")
    + f"\n\n{balance.legend(view)} Themes are sorted by their share of firm commitments. A click on a square "
    "opens its sentence beside it. A commitment is **specific** to the degree that its words name an amount, "
    "a date, or a mechanism (a body, programme or agreement).\n\n**What followed** is from other documents, "
    "which stand beside the sentence. Where nothing is listed, something may still have happened:\n\n"
    + descriptions.definitions(view.whole, "relation"),
)
if view.ds.commitments.empty:
    empty_state.stop(view, "commitment")

left, right = st.columns([544, 656], gap="medium")
with left:
    chart(view, balance, on_click=show_commitment, titled=False)
with right:
    rows = choose_rows(view)
    if rows.empty:
        st.info("No commitment fits these words, strengths and marks.", icon=":material/filter_alt:")
        st.button("Show all strengths and marks", on_click=clear_own_filters)
    else:
        commitments_table(view.whole, rows)
