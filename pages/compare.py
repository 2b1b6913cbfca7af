"""What is new since …?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import comparison as words
from components.ui.parts import own_text
from components.ui.parts.chart import chart
from components.ui.parts.comparison_files import comparison_files
from components.ui.parts.comparison_lists import comparison_lists
from components.ui.parts.heading import heading, not_by_actor
from components.ui.parts.meeting_choice import (
    LINKS,
    REVIEWED,
    choose_meetings,
    clear_filters,
    linked_comparison,
    picture_and_choice,
)
from components.ui.parts.page_controls import choose_any, search_box
from components.ui.shell import empty_state, page_frame
from data import queries

everything = page_frame.view()
view = linked_comparison(everything)
own = own_text.compared_with(view)
view = own or view
entry = CHARTS["compare"]
pair = queries.compared_meetings(view)

# A slide is opened from the link, which knows nothing of an own text.
heading(
    entry.heading(view),
    words.lead(view) + not_by_actor(everything),
    words.HOW_TO_READ,
    presents=own is None,
)
if pair is None:
    empty_state.stop(view.narrowed(themes=()), "neighbouring statement")

picture, choice = picture_and_choice()
with choice, st.container(gap="xsmall"):
    if own is None:
        choose_meetings(view.whole, pair)
        own_text.ask(everything.whole, pair)
    else:
        own_text.choose_meeting(everything.whole)
with picture:
    chart(view, entry, titled=False, tools=own is None)
with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    search_box("Search both texts")
    choose_any("Links", REVIEWED, LINKS)
    comparison_files(view)
if words.is_empty(view):
    st.info(words.nothing(view), icon=":material/filter_alt:")
    st.button("Show all themes and sentences", on_click=clear_filters)
comparison_lists(view)
