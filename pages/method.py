"""How was this coded, and how far can it be trusted?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.ui.parts import dataset_tables
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading, sentence_count, under
from components.ui.parts.page_controls import choose_one
from components.ui.shell import empty_state, page_frame

view = page_frame.view()
agreement = CHARTS["agreement"]

heading(
    agreement.heading(view),
    f"{sentence_count(view)}{under(view)}, coded twice by language models and by no analyst: "
    "that overstates how far they agree.",
    "**Codebook** gives every code and the rules for using it. **Tables** are the dataset itself: choose one "
    "to see what its columns mean and its rows under the filter above, and take it away as CSV. In the "
    "picture, a **dot** is the alpha of one facet, its line the 95 % interval; a click on it opens the "
    "sentences that the two passes coded differently.",
)
if view.ds.passages.empty:
    empty_state.draw(view, "sentence")

PARTS = {
    "made": "How it was made",
    "codebook": "Codebook",
    "tables": "Tables and downloads",
    "cite": "Citation and licence",
}
text, aside = dataset_tables.text_and_aside()
with text:
    part = choose_one("Part", PARTS, "part")
    if part == "made":
        st.markdown(
            """
The unit is one sentence. A **language model** read the text and gave each sentence a theme, a speech act and
an actor by the codebook; it then listed every commitment, sum, place, body, date and figure, each with the
words it was read from. No human analyst coded it, and the codes are judgements, not facts. Two further passes
by language models that had not coded them reviewed every coded row; what was changed, and by which rule,
stands in the change log below.

**What is left out.** Vague times ("in the nearest future") are no dates. A financing rule without a sum is
listed, never estimated. A country that acts counts as a place where a sentence speaks of its territory or
its people, not where it acts. Themes filter by the primary theme of a sentence; secondary themes are in
the tables. What followed is no reading of the statement; it is shown apart, each event with its document.
"""
        )
        st.header("How far two passes agree", anchor=False)
        st.markdown(
            """
A **second pass** was made by a language model that had only the codebook and the text, not the first coding.
Alpha is 1 for full agreement and 0 for what chance would give; its interval is a bootstrap over sentences.
Both passes were made by the same kind of coder under one codebook, so **this overstates their independence**:
it says that the codebook is clear to such a coder, not that people would agree as much. Human coding would
need at least two trained analysts who have not seen these codes, a trial on another statement to settle the
rules, all sentences coded apart, alpha from 0.80 up for each facet, and a third person to settle the rest.
"""
        )
        dataset_tables.agreement(view.whole)
        dataset_tables.changes()
    if part == "codebook":
        dataset_tables.codebook(view.whole)
    if part == "tables":
        dataset_tables.browse(view)
    if part == "cite":
        dataset_tables.cite(view.whole)

with aside:
    chart(view, agreement, titled=False)
    if len(view.ds.commitments):
        chart(view, CHARTS["verbs"])
    dataset_tables.package(view.whole)
