"""The drawer at the right of the page. It shows the passages behind a mark, a row or a finding."""

import secrets
from pathlib import Path

import streamlit as st

from components.content.text import formatting
from components.ui.parts import corpus_card, passage_card
from components.ui.session import drawer_request
from data import queries
from data.load import Dataset

_STYLE = (Path(__file__).parent / "drawer.css").read_text(encoding="utf-8")
MOST_CARDS = 40  # of the corpus: each is some eight elements
_SECOND = "drawer_second"  # key of the session state: which of two places is in use


def draw(ds: Dataset) -> bool:
    """Draw the drawer, if it was asked for. Returns whether it did. Esc closes it; no run follows.

    To be called before the page is drawn. Streamlit keeps a closed drawer until something is drawn in its
    place, and opens it again if a run ends too early for that; then drawer.js closes it.
    """
    request = drawer_request.take()
    second = st.session_state[_SECOND] = not st.session_state.get(_SECOND)
    # Two places, used in turn: in a single one, the last drawer's passages would be seen until the new come.
    for place in (False, True):
        if request and place == second:
            title, passage_ids = request
            _dialog(title, passage_ids, ds)
        else:
            st.html("<style></style>")
    return request is not None


def pins_button() -> None:
    """Draw what writes the pins of an open drawer into the URL: pins.js presses it when the drawer is closed.
    Only a run of the whole page can write them (`url_state.carry`)."""
    with st.container(key="drawer_pins"):
        st.button("Write the pins into the link")


def _dialog(title: str, passage_ids: list[str], ds: Dataset) -> None:
    opening = secrets.token_hex(4)  # by this drawer.js knows a drawer that was closed

    @st.dialog(formatting.literal(formatting.escaped(title)), position="right", width="medium")
    def show() -> None:
        with st.container(key="drawer"):  # the name that its style knows it by
            st.html(f'<span data-opening="{opening}"></span>')
            _passages(ds, passage_ids)
            # It goes with the drawer. With `:has(.st-key-drawer)` in the style of the page, browsers would
            # compute the style of the whole page at every change.
            st.html(f"<span></span><style>{_STYLE}</style>")

    show()


def _passages(ds: Dataset, passage_ids: list[str]) -> None:
    references = [one for one in (queries.parse_reference(ds, text) for text in passage_ids) if one]
    if references:
        _corpus_passages(ds, references)
        return
    passages = queries.passages(ds, passage_ids)
    count = formatting.plural(len(passages), "sentence")
    st.caption(f"{count} of {ds.statement.title}, in reading order")
    for passage in passages:
        passage_card.card(ds, passage, where="drawer")
        st.divider()


def _corpus_passages(ds: Dataset, references: list[queries.Reference]) -> None:
    ordered = queries.in_order(ds, references)
    texts = {one.statement_id for one in ordered}
    shown = ordered[:MOST_CARDS]
    rest = f"; the first {len(shown)} follow" if len(ordered) > len(shown) else ""
    st.caption(
        f"{formatting.plural(len(ordered), 'sentence')} of {formatting.plural(len(texts), 'text')}, in the "
        f"order of dates{rest}"
    )
    for reference in shown:
        corpus_card.card(ds, reference)
        st.divider()
