"""What is this statement about, and how firmly does it commit?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings, formatting, tables
from components.ui.parts.chart import chart
from components.ui.parts.finding_list import figure_list, finding_list
from components.ui.parts.heading import heading, sentence_count, under
from components.ui.parts.page_controls import choose_one
from components.ui.parts.passage_table import folded_table
from components.ui.shell import empty_state, onboarding, page_frame
from data import queries

view = page_frame.view()
ds = view.ds

heading(
    "What the statement says, and how firmly it commits",
    f"{ds.statement.title}, {formatting.day(ds.statement.date)}: {sentence_count(view)}, "
    f"{formatting.plural(len(ds.commitments), 'commitment')}, "
    f"{formatting.plural(len(ds.pledges), 'undertaking')} about money{under(view)}.",
    "Every sentence of the statement has one **theme** and one **speech act**. A sentence that "
    "commits the speakers holds one or more **commitments**, graded by the words used:\n\n"
    + descriptions.definitions(view.whole, "strength")
    + "\n\nClick any tick or bar to read the sentences behind it; Method says how the codes were made.",
)
if ds.passages.empty:
    empty_state.stop(view, "sentence")

onboarding.hint()
st.header("Key findings", anchor=False)
finding_list(findings.key(view), "Key findings")

chart(view, CHARTS["fingerprint"])
BY = {"theme": "Theme", "actor": "Actor", "emphasis": "Words and promises"}
by = choose_one("Compare by", BY, "by")
if ds.commitments.empty:
    st.info("No sentence under this filter holds a commitment.", icon=":material/filter_alt:")
else:
    chart(view, CHARTS[{"theme": "ladder", "actor": "actors"}.get(by, by)])

if not ds.figures.empty:
    st.header("People in numbers", anchor=False)
    figure_list(ds)

if bodies := len(queries.bodies(view)):
    st.header("Who and what is named", anchor=False)
    kinds = "organisation, agreement or programme", "organisations, agreements and programmes"
    folded_table(
        formatting.plural(bodies, *kinds), lambda: tables.bodies(view), "bodies", "Who and what is named"
    )
