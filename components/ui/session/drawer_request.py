"""What is asked of the drawer: a mark, a row or a finding asks, and the frame draws it on the next run."""

from collections.abc import Iterable

import streamlit as st

_REQUEST = "drawer_request"  # key of the session state: a title, and passage ids


def open_with(title: str, passage_ids: Iterable[str]) -> None:
    """Ask for the drawer with these passages: ids, or references of texts of the corpus."""
    st.session_state[_REQUEST] = (title, list(passage_ids))


def open_button(label: str, title: str, passage_ids: Iterable[str], key: str) -> None:
    """Draw a button that opens the drawer with these passages."""
    st.button(
        label,
        key=key,
        type="tertiary",
        icon=":material/format_quote:",
        on_click=open_with,
        args=(title, list(passage_ids)),
    )


def take() -> tuple[str, list[str]] | None:
    """The title and the passages that were asked for since the last run; None for none."""
    request: tuple[str, list[str]] | None = st.session_state.pop(_REQUEST, None)
    return request
