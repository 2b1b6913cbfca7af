"""What moved? Since when do they say that, and in which words?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.ui.parts import own_text, topics_panel
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading, not_by_actor
from components.ui.shell import empty_state, page_frame
from data import queries

everything = page_frame.view()
view = everything.narrowed(actors=())  # these texts have no codes, so no actor has sentences in them
own = own_text.beside_the_others(view)
shown = topics_panel.with_series(own or view)
entry = CHARTS["wording"]

heading(
    entry.heading(shown),
    topics_panel.lead(shown) + not_by_actor(everything),
    "A row is a topic, a column a meeting in the order of dates; a meeting can have several texts. A "
    "**disc** holds the number of sentences that name the topic: a click opens them. A click on a **topic** "
    "opens its history: the words of each meeting, **added words underlined**, dropped ones struck through, "
    "against the last meeting of the series that said it. Only sentences that make the same point are "
    "compared; “not mentioned” says that no sentence matches the topic’s published pattern. A fact sheet or "
    "a memorandum is not a statement: what it leaves out may have been said elsewhere. The filter by "
    "theme goes by the topics’ themes; the one by actor does nothing here, as these texts are not coded. "
    "**What moved** sorts topics by how often they came, went or changed their words.",
    presents=own is None,  # a slide is opened from the link, which knows nothing of an own text
)
if not queries.series(view.whole):
    empty_state.stop(view.narrowed(themes=()), "neighbouring statement")
if not queries.shown_topics(view):
    empty_state.stop(view, "topic")

left, right = st.columns([592, 624], gap="medium")
with right:
    rows = topics_panel.panel(shown)
with left:
    if rows.selection.topics:
        chart(rows, entry, on_click=topics_panel.open_mark, titled=False, tools=own is None)
    else:
        topics_panel.no_topic()
