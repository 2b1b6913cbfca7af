"""Where exactly does it say that?"""

import streamlit as st

from components.content.text import formatting
from components.ui.parts import passage_card
from components.ui.parts.heading import heading, sentence_count, under
from components.ui.parts.page_controls import search_box
from components.ui.parts.statement_text import statement_text
from components.ui.shell import empty_state, page_frame, url_state
from data import queries

view = page_frame.view()

heading(
    "The statement, sentence by sentence",
    f"{sentence_count(view)} in colour" + (f"{under(view)}; the rest is muted." if under(view) else "."),
    "The text stands whole and in order. A tint and a **tag** name the theme, a new tag wherever the "
    "theme changes. The bars after a sentence say how firmly it commits, from ▮▯▯▯▯ *considered* to "
    "▮▮▮▮▮ *done*; no bars, no commitment. Click a sentence, or reach it with Tab and the arrow "
    "keys and press Enter, for what was read from it; the address then links to it.",
)
if view.ds.passages.empty:
    empty_state.stop(view, "sentence")

selected = url_state.selected_passage(view.whole)
with st.container(horizontal=True, vertical_alignment="center"):
    words = search_box("Search the statement for a word or phrase")
    if words:
        found = queries.search(view.whole.passages, words)
        hits = formatting.plural(int(found["hits"].sum()), "hit")
        sentences = formatting.plural(len(found), "sentence")
        none = "**No hit.** Try fewer letters or another word."
        st.markdown(f"**{hits}** in {sentences}" if len(found) else none, width="content")

text, aside = st.columns([3, 2], gap="large")
with text:
    statement_text(view, selected, words)
with aside:
    if selected:
        passage_card.panel(view.whole, queries.passage(view.whole, selected))
        st.button(
            "Close",
            icon=":material/close:",
            type="tertiary",
            on_click=url_state.write,
            args=(url_state.PASSAGE, None),
        )
    else:
        st.caption("Choose a sentence to see its codes and what was read from it.")
