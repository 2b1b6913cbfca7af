"""Where exactly does it say that?"""

import streamlit as st

from components.content.text import formatting
from components.ui.parts import passage_card, uncoded_text
from components.ui.parts.heading import heading, sentence_count, under
from components.ui.parts.page_controls import found_line, search_box
from components.ui.parts.statement_text import paragraph_list, statement_text
from components.ui.session import url_state
from components.ui.shell import empty_state, page_frame
from data import queries

view = page_frame.view()
uncoded = url_state.selected_text(view.whole)  # None: the coded statement

if uncoded:
    heading(
        uncoded_text.title(view.whole, uncoded),
        uncoded_text.lead(view, uncoded),
        "The text stands whole and in order. Nobody coded it: words that name a **topic** have dots under "
        "them, and a theme chosen above leaves the topics of that theme. In the **strip**, a bar is a "
        "sentence, the longer ones name a topic; the frame is what you have in sight; a click goes there. "
        "Click a sentence, or reach it with Tab and the arrow keys and press Enter, for its topics and its "
        "counterparts at other meetings. A counterpart is a sentence that makes the same point, found by a "
        "rule that misses some: Method says how many.",
    )
else:
    heading(
        "Sentence by sentence",
        f"{sentence_count(view)}, {formatting.plural(len(view.ds.commitments), 'commitment')}{under(view)}.",
        "The text stands whole and in order. The names at its left are the **themes** of what follows. Words "
        "that commit are underlined: with a dashed line where they are loose, and with a heavier one the "
        "firmer they are. In the **strip**, a bar is a sentence, the longer the firmer it commits; the frame "
        "is what you have in sight; a click goes there. Click a sentence, or reach it with Tab and the arrow "
        "keys and press Enter, for what was read from it; the address then links to it.",
    )
    if view.ds.passages.empty:
        empty_state.stop(view, "sentence")

text = queries.uncoded(view.whole, uncoded) if uncoded else view.whole
selected = url_state.selected_passage(text)
with st.container(key="statement"):  # arranged by statement_text.css
    beside = "search_beside_texts" if queries.series(view.whole) else None
    with st.container(horizontal=True, vertical_alignment="center", key=beside):
        words = search_box("Search the statement")
        if words:
            found = queries.search(text, "passages", words)
            hits = formatting.plural(found.count, "hit")
            found_line(found, f"**{hits}** in {formatting.plural(len(found.hits), 'sentence')}")
    with st.container():
        if uncoded:
            uncoded_text.uncoded_text(view, uncoded, selected, words)
        else:
            statement_text(view, selected, words)
    with st.container(key="statement_panel"):
        if selected:
            st.button(
                "Close",
                icon=":material/close:",
                type="tertiary",
                on_click=url_state.write,
                args=(url_state.PASSAGE, None),
            )
        if selected and uncoded:
            uncoded_text.panel(view.whole, queries.Reference(uncoded, selected))
        elif selected:
            passage_card.panel(view.whole, queries.passage(text, selected))
        elif uncoded:
            uncoded_text.topic_list(view.whole, uncoded)
        else:
            paragraph_list(view.whole)
