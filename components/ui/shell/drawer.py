"""The drawer at the right: the passages behind a mark, a row or a number."""

from collections.abc import Iterable

import streamlit as st

from components.content.text import formatting
from components.ui.parts import passage_card
from data import queries
from data.load import Dataset

_REQUEST = "drawer_request"  # title and passage ids to show on this run


def open_with(title: str, passage_ids: Iterable[str]) -> None:
    """Open the drawer with these passages on the next rerun."""
    st.session_state[_REQUEST] = (title, list(passage_ids))


def open_button(label: str, title: str, passage_ids: Iterable[str], key: str) -> None:
    """A quiet button that opens the drawer with these passages."""
    st.button(
        label,
        key=key,
        type="tertiary",
        icon=":material/format_quote:",
        on_click=open_with,
        args=(title, list(passage_ids)),
    )


def draw(ds: Dataset) -> None:
    """Draw the drawer if something asked for it since the last run. Esc closes it."""
    if _REQUEST in st.session_state:
        title, passage_ids = st.session_state.pop(_REQUEST)
        _dialog(title, ds, passage_ids)


def _dialog(title: str, ds: Dataset, passage_ids: list[str]) -> None:
    # The rerun on closing puts what was pinned in the drawer into the URL.
    @st.dialog(formatting.literal(title), position="right", width="medium", on_dismiss="rerun")
    def show() -> None:
        passages = queries.passages(ds, passage_ids)
        count = formatting.plural(len(passages), "sentence")
        st.caption(f"{count} of {ds.statement.title}, in reading order")
        for passage in passages:
            passage_card.card(ds, passage, where="drawer")
            st.divider()

    show()
