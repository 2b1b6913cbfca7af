"""How was this coded, and how far can it be trusted?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.ui.parts import corpus_tables, dataset_tables
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading, sentence_count, under
from components.ui.parts.page_controls import choose_one
from components.ui.shell import empty_state, page_frame

view = page_frame.view()
agreement, about = CHARTS["agreement"], view.whole.about

heading(
    agreement.heading(view),
    f"{sentence_count(view)}{under(view)}, {about.summary}",
    "**Codebook** gives every code and the rules for using it, and counts the words that carry the "
    "commitments. **Tables** are the dataset itself: choose one to see what its columns mean and its rows "
    "under the filter above, and take it away as CSV. In the picture, a **dot** is the alpha of one facet, "
    "its line the 95 % interval; a click on it opens the sentences that the two passes coded differently.",
)
if view.ds.passages.empty:
    empty_state.draw(view, "sentence")

PARTS = {
    "made": "How it was made",
    "codebook": "Codebook",
    "tables": "Tables and downloads",
    "cite": "Citation and licence",
}
if view.whole.corpus:
    PARTS["corpus"] = "Other texts"
text, aside = dataset_tables.text_and_aside()
with text:
    part = choose_one("Part", PARTS, "part")
    if part == "made":
        st.markdown(f"{about.coding} {about.reviews}\n\n**What is left out.** {about.left_out}")
        st.header("How far two passes agree", anchor=False)
        st.markdown(
            f"{about.second_coding}\n\nAlpha is 1 if the passes always agree, and 0 if they agree no more "
            "often than by chance; its interval, by a bootstrap over sentences, says how far it could vary."
        )
        dataset_tables.agreement(view.whole)
        dataset_tables.changes()
    if part == "codebook":
        dataset_tables.codebook(view.whole)
    if part == "tables":
        dataset_tables.browse(view)
    if part == "cite":
        dataset_tables.cite(view.whole)
    if part == "corpus":
        corpus_tables.about_corpus(view.whole)

with aside:
    chart(view, agreement, titled=False)
    if part == "codebook" and len(view.ds.commitments):
        chart(view, CHARTS["verbs"])
    dataset_tables.package(view.whole)
