"""What is new since …?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import comparison as words
from components.ui.parts.chart import chart
from components.ui.parts.comparison_lists import comparison_lists
from components.ui.parts.heading import heading
from components.ui.parts.meeting_choice import choose_meetings, linked_meetings, picture_and_choice
from components.ui.parts.page_controls import choose_any, search_box
from components.ui.shell import empty_state, page_frame, url_state
from data import queries

LINKS, REVIEWED = "links", {"reviewed": "Reviewed links only"}

everything = page_frame.view()
view = everything.comparing(
    linked_meetings(everything.whole),
    url_state.search_words(),
    bool(url_state.known_values(LINKS, REVIEWED)),
)
entry = CHARTS["compare"]
pair = queries.compared_meetings(view)

heading(entry.heading(view), words.lead(view), words.HOW_TO_READ)
if pair is None:
    empty_state.stop(queries.select(view.whole, queries.Selection()), "neighbouring text")

picture, choice = picture_and_choice()
with choice:
    choose_meetings(view.whole, pair)
with picture:
    chart(view, entry, titled=False)
with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
    search_box("Search both texts")
    choose_any("Links", REVIEWED, LINKS)
comparison_lists(view)
