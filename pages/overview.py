"""What is this statement about, and how much of it binds?"""

import streamlit as st

from components.content.text import descriptions, findings, formatting, tables
from components.ui.parts import chart
from components.ui.shell import filter_bar, frame, onboarding
from data import queries

view = frame.join()
ds = view.ds

strengths = queries.codes(ds, "strength")

chart.heading(
    "What the statement says, and how much of it binds",
    f"{ds.statement.title}, {formatting.day(ds.statement.date)}: "
    f"{formatting.plural(len(ds.passages), 'sentence')} of {len(view.whole.passages)}, "
    f"{formatting.plural(len(ds.commitments), 'commitment')}, {formatting.plural(len(ds.pledges), 'undertaking')} about money"
    f"{view.under}.",
    "Every sentence of the statement has one **theme** and one **speech act**. A sentence that "
    "binds the speakers holds one or more **commitments**, graded by the words used:\n\n"
    + descriptions.definitions(strengths)
    + "\n\nClick any tick or bar to read the sentences behind it; Method says how the codes were made.",
)
if ds.passages.empty:
    view.empty("sentence")

onboarding.hint()
st.header("Key findings", anchor=False)
chart.findings(findings.key(ds), "Key findings")

chart.chart(view, "fingerprint")
BY = {"theme": "Theme", "actor": "Actor", "emphasis": "Words and promises"}
by = filter_bar.page_choice("Compare by", BY, "by")
if ds.commitments.empty:
    st.info("No sentence under this filter holds a commitment.", icon=":material/filter_alt:")
else:
    chart.chart(view, {"theme": "ladder", "actor": "actors"}.get(by, by))

if not ds.figures.empty:
    st.header("People in numbers", anchor=False)
    chart.figures(ds)

bodies = queries.bodies(ds)
if not bodies.empty:
    st.header("Who and what is named", anchor=False)
    count = formatting.plural(
        len(bodies), "organisation, agreement or programme", "organisations, agreements and programmes"
    )
    chart.folded_table(count, lambda: tables.bodies(bodies, ds), "bodies", "Who and what is named")
