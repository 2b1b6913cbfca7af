"""The empty state of a page: what is missing under which filter, and the way back."""

from typing import NoReturn

import streamlit as st

from components.content.text import descriptions
from components.ui.shell import drawer, url_state
from data.queries import View


def draw(view: View, what: str) -> None:
    """Say that the filters leave no sentence (or whatever it is), and offer to clear them."""
    under = descriptions.chosen(view.whole, view.selection)
    st.info(f"No {what} under {under}.", icon=":material/filter_alt:")
    st.button("Show all themes and actors", key="loosen", on_click=url_state.clear_filters)


def stop(view: View, what: str) -> NoReturn:
    """Draw the empty state and end the page's run."""
    draw(view, what)
    drawer.draw(view.whole)
    st.stop()
