"""What shall be shown, and what handed out?"""

import streamlit as st

from components.content.text import formatting
from components.ui.brief import card_notes, editor
from components.ui.parts.heading import heading, under
from components.ui.shell import empty_state, page_frame

view = page_frame.view()
pinned, standard = editor.pinned_cards(view), editor.standard_cards(view)

heading(
    "The brief: what to show, and what to leave behind",
    f"{formatting.plural(len(pinned), 'card')} in the order of the link."
    if pinned
    else "Nothing is pinned yet. **Pin** stands beside every sentence, chart and map. A standard brief "
    f"would have {formatting.plural(len(standard), 'card')}{under(view)}.",
    "**Present** shows the cards one by one, full screen: the arrow keys or a remote move on and back, Esc "
    "leaves. A chart keeps the filter it was pinned under; a theme chosen while presenting goes before it, "
    "so that a question can be answered on the spot. **Word**, **PowerPoint** and **Markdown** hold the same "
    "cards, with quotes, paragraph numbers and codes; in PowerPoint the charts can be edited.",
    presents=False,  # the brief has a button of its own, which clears the filters
)
if not pinned and not standard:
    empty_state.stop(view, "sentence")

editor.toolbar(view, pinned, standard)
for index, card in enumerate(pinned):
    st.divider()
    editor.card_row(view, card, index, len(pinned))
if not pinned:
    st.header("What a standard brief would hold", anchor=False)
    editor.preview(standard)
card_notes.keep()
