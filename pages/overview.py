"""What is this statement about, and how much of it binds?"""

import streamlit as st

from components import cards, filters, findings, frame, readings, rows, welcome, wording
from data import queries

view = frame.join()
ds = view.ds

strengths = queries.codes(ds, "strength")

cards.heading(
    "What the statement says, and how much of it binds",
    f"{ds.statement.title}, {wording.day(ds.statement.date)}: "
    f"{wording.plural(len(ds.passages), 'sentence')} of {len(view.whole.passages)}, "
    f"{wording.plural(len(ds.commitments), 'commitment')}, {wording.plural(len(ds.pledges), 'undertaking')} about money"
    f"{view.under}.",
    "Every sentence of the statement has one **theme** and one **speech act**. A sentence that "
    "binds the speakers holds one or more **commitments**, graded by the words used:\n\n"
    + readings.definitions(strengths)
    + "\n\nClick any tick or bar to read the sentences behind it; Method says how the codes were made.",
)
if ds.passages.empty:
    view.empty("sentence")

welcome.hint()
st.header("Key findings", anchor=False)
cards.findings(findings.key(ds), "Key findings")

cards.chart(view, "fingerprint")
BY = {"theme": "Theme", "actor": "Actor", "emphasis": "Words and promises"}
by = filters.page_choice("Compare by", BY, "by")
if ds.commitments.empty:
    st.info("No sentence under this filter holds a commitment.", icon=":material/filter_alt:")
else:
    cards.chart(view, {"theme": "ladder", "actor": "actors"}.get(by, by))

if not ds.figures.empty:
    st.header("People in numbers", anchor=False)
    cards.figures(ds)

bodies = queries.bodies(ds)
if not bodies.empty:
    st.header("Who and what is named", anchor=False)
    count = wording.plural(
        len(bodies), "organisation, agreement or programme", "organisations, agreements and programmes"
    )
    cards.folded_table(count, lambda: rows.bodies(bodies, ds), "bodies", "Who and what is named")
