"""How was this coded, and how far can it be trusted?"""

import streamlit as st

from components import cards, filters, frame, rows, tables, wording
from data import queries

view = frame.join()
whole = view.whole

cards.heading(
    "How the text became data",
    f"{wording.plural(len(view.ds.passages), 'sentence')} of {len(whole.passages)}{view.under}, coded one by one by "
    "a published rule; every row carries the words it was read from.",
    "**Codebook** gives every code and the rules for using it. **Tables** are the dataset itself: choose one to "
    "see what its columns mean and its rows under the filter above, and take it away as CSV.",
)
if view.ds.passages.empty:
    filters.empty(whole, view.selection, "sentence")

PARTS = {
    "made": "How it was made",
    "codebook": "Codebook",
    "tables": "Tables and downloads",
    "cite": "Citation and licence",
}
part = filters.page_choice("Part", PARTS, "part")

if part == "made":
    both = queries.agreement(whole)
    same = [
        f"{facet.replace('_', ' ')} to {(both[f'{facet}_1'] == both[f'{facet}_2']).sum()}"
        for facet in queries.CODED
    ]
    st.markdown(
        f"""
The unit is one sentence. A **language model** read the text and gave each sentence a theme, a speech act and
an actor by the codebook; it then listed every commitment, sum, place, body, date and figure, each with the
words it was read from. No human analyst coded it, and the codes are judgements, not facts.

A **second pass** was made by a language model that had only the codebook and the text, not the first coding.
Of {len(both)} sentences the two passes give the same {wording.listed(same)}. Both passes share one codebook and
the same kind of coder, so this overstates how far independent people would agree.

**What is left out.** Vague times ("in the nearest future") are no dates. A financing rule without a sum is
listed, never estimated. A country that acts counts as a place where a sentence speaks of its territory or
its people, not where it acts. Themes filter by the primary theme of a sentence; secondary themes are in
the tables.
"""
    )
    differs = queries.differences(whole)
    st.subheader(f"Where the passes differ: {wording.plural(len(differs), 'sentence')}", anchor=False)
    cards.passage_table(rows.differences(differs, whole), "differences", "Where the passes differ")

if part == "codebook":
    tables.codebook(whole)

if part == "tables":
    tables.browse(whole, view.ds)

if part == "cite":
    statement = f"{whole.statement.title}, {wording.day(whole.statement.date)}"
    st.markdown(f"**The statement.** {statement}. It is in the public domain. Official address:")
    st.code(whole.statement.url, language=None, wrap_lines=True)
    st.markdown(
        "**The dataset.** Linchpin's tables and codebook may be reused under CC BY 4.0, "
        "its code under the MIT licence. To cite it:"
    )
    st.code(
        f"Linchpin: {statement}, as data. Version {whole.descriptor['version']}.",
        language=None,
        wrap_lines=True,
    )
