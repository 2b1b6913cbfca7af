"""The controls under a chart or a map: Table, Pin and Link."""

import streamlit as st

from components.content.brief.pins import Pin
from components.ui.shell import url_state

TABLE, PIN, LINK = "Table", "Pin", "Link"  # labels of the controls


def picture_controls(name: str, pin: Pin, table: bool = False) -> list[str]:
    """Draw the controls of a chart or a map. Returns the labels of those that are on.

    table: whether Table is one of them; the caller draws the table. The link is drawn here.
    """
    key, text = f"controls-{name}", str(pin)
    on = [label for label in st.session_state.get(key, []) if label != PIN]
    st.session_state[key] = on + [PIN] * (text in url_state.pinned())

    def changed() -> None:
        if (PIN in st.session_state[key]) != (text in url_state.pinned()):
            url_state.toggle_pin(text)

    chosen = st.pills(
        "With this picture",
        [*([TABLE] if table else []), PIN, LINK],
        selection_mode="multi",
        key=key,
        label_visibility="collapsed",
        on_change=changed,
    )
    if LINK in chosen:
        st.code(url_state.address(), language=None, wrap_lines=True)
    return chosen
