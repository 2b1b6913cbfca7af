"""What shall be shown, and what handed out?"""

import streamlit as st

from components.content.text import formatting
from components.ui.brief import card_notes, editor
from components.ui.parts.heading import heading, under
from components.ui.shell import empty_state, page_frame

view = page_frame.view()
pinned, standard = editor.pinned_cards(view), editor.standard_cards(view)

heading(
    "The brief: what to show",
    f"{formatting.plural(len(pinned), 'card')} in the order of the link."
    if pinned
    else "Nothing is pinned yet: on the other pages **Pin** stands beside every sentence, chart and map. "
    f"A standard brief has these {formatting.plural(len(standard), 'pale card')}{under(view)}.",
    "**Present** shows the cards one by one, full screen: the arrow keys or a remote move on and back, Esc "
    "leaves. A chart keeps the filter it was pinned under; a theme chosen while presenting replaces it, "
    "so that a question can be answered on the spot. **Word**, **PowerPoint** and **Markdown** hold the same "
    "cards, with quotes, paragraph numbers and codes; in PowerPoint the charts can be edited. The **standard "
    "brief** has the key findings, the pledges, the map and the firmest commitment of each theme, under the "
    "filter above.",
    presents=False,  # the brief has a button of its own, which clears the filters
)
if not pinned and not standard:
    empty_state.stop(view, "sentence")

left, right = st.columns([11, 4], gap="medium")
with left:
    if pinned:
        editor.card_list(view, pinned)
    else:
        editor.preview(view, standard)
with right:
    if pinned:
        editor.tools(view, pinned, standard)
    else:
        editor.use_standard(standard)
card_notes.keep()
