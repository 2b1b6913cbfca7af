"""The empty state of a page: a message about the filter, and a button that clears it."""

from typing import NoReturn

import streamlit as st

from components.content.text import descriptions
from components.ui.session import url_state
from data.queries import View


class PageEnd(Exception):  # noqa: N818
    """The page has nothing more to draw. The frame around it has."""


def draw(view: View, what: str) -> None:
    """Draw the message that the filter, or the statement, has no `what` (a singular noun). Under a filter
    the button follows."""
    filter_words = descriptions.chosen(view.whole, view.selection)
    st.info(descriptions.none(what, filter_words), icon=":material/filter_alt:")
    if filter_words:
        st.button("Show all themes and actors", key="loosen", on_click=url_state.clear_filters)


def stop(view: View, what: str) -> NoReturn:
    """Draw the empty state and end the page, but not the run."""
    draw(view, what)
    raise PageEnd
