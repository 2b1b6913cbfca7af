"""Where exactly does it say that?"""

import streamlit as st

from components.content.text import formatting
from components.ui.parts import chart, passage_card, statement_text
from components.ui.shell import filter_bar, frame
from data import queries

view = frame.join()
whole, ds = view.whole, view.ds

chart.heading(
    "The statement, sentence by sentence",
    f"{formatting.plural(len(ds.passages), 'sentence')} of {len(whole.passages)} in colour{view.under}"
    + ("; the rest is muted." if view.under else "."),
    "The text stands whole and in order. A tint and a **tag** name the theme, a new tag wherever the "
    "theme changes. The bars after a sentence say how firmly it binds, from ▮▯▯▯▯ *considered* to "
    "▮▮▮▮▮ *done*; no bars, no commitment. Click a sentence, or reach it with Tab and the arrow "
    "keys and press Enter, for what was read from it; the address then links to it.",
)
if ds.passages.empty:
    view.empty("sentence")

selected = filter_bar.passage(whole)
with st.container(horizontal=True, vertical_alignment="center"):
    words = filter_bar.search("Search the statement for a word or phrase")
    if words:
        found = queries.search(whole.passages, words)
        hits, sentences = int(found["hits"].sum()), len(found)
        st.markdown(
            f"**{formatting.plural(hits, 'hit')}** in {formatting.plural(sentences, 'sentence')}"
            if hits
            else "**No hit.** Try fewer letters or another word.",
            width="content",
        )

text, aside = st.columns([3, 2], gap="large")
with text:
    statement_text.reader(whole, ds, selected, words)
with aside:
    if selected:
        passage_card.detail(whole, passage_card.rows(whole, [selected]).iloc[0])
        st.button(
            "Close",
            icon=":material/close:",
            type="tertiary",
            on_click=filter_bar.select_passage,
            args=(None,),
        )
    else:
        st.caption("Choose a sentence to see its codes and what was read from it.")
