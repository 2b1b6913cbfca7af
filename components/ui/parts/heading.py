"""The heading of a page: title, lead (the page's answer with its numbers), and how to read the page."""

import streamlit as st

from components.content.text import descriptions, formatting
from components.ui.parts.pin_button import present_button
from data.queries import View


def heading(title: str, lead: str, how_to_read: str, presents: bool = True) -> None:
    """Draw title, lead, the popover "How to read this" and, if `presents`, the button Present."""
    with st.container(key="heading", horizontal=True, gap="medium"):
        with st.container(key="heading_words", gap=None):
            st.title(formatting.literal(title), anchor=False)
            st.markdown(lead)
        with st.container(key="heading_tools", horizontal=True, width="content", gap="small"):
            if presents:
                present_button()
            with st.popover("How to read this", icon=":material/help:", type="tertiary"):
                st.markdown(how_to_read)


def under(view: View) -> str:
    """The filter as the end of a clause: `, under theme Health`; "" without a filter."""
    filter_words = descriptions.chosen(view.whole, view.selection)
    return f", under {filter_words}" if filter_words else ""


def not_by_actor(view: View) -> str:
    """After a space, that the chosen actors do nothing, for texts that nobody coded; "" if none is chosen."""
    return " The actor filter does nothing here." if view.selection.actors else ""


def sentence_count(view: View) -> str:
    """How many of the statement's sentences the view has: `14 sentences of 89`."""
    return f"{formatting.plural(len(view.ds.passages), 'sentence')} of {len(view.whole.passages)}"
