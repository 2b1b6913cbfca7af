"""The controls of a chart or a map: Table, Pin and Link."""

import streamlit as st

from components.content.brief.pins import Pin
from components.ui.session import url_state

TABLE, PIN, LINK = "Table", "Pin", "Link"  # labels of the controls


def switched_on(name: str, pin: Pin) -> dict[str, bool]:
    """Which controls of a chart or a map are on, by label."""
    on = st.session_state.get(f"controls-{name}", [])
    return {TABLE: TABLE in on, PIN: str(pin) in url_state.pinned(), LINK: LINK in on}


def switch(name: str, pin: Pin, label: object) -> None:
    """Switch a control, as a reader asked. label: as the browser gives it, any value."""
    if label == PIN:
        url_state.toggle_pin(str(pin))
    elif label in (TABLE, LINK):
        on = st.session_state.get(f"controls-{name}", [])
        st.session_state[f"controls-{name}"] = (
            [one for one in on if one != label] if label in on else [*on, label]
        )


def link() -> None:
    """Draw the link to this page as it is, with a button that copies it."""
    st.code(url_state.address(), language=None, wrap_lines=True)


def map_controls(pin: Pin) -> None:
    """Draw Pin and Link for the map. A chart has them in the row under its figure."""
    on = switched_on("map", pin)
    key = "controls-map-pressed"
    st.session_state[key] = [label for label in (PIN, LINK) if on[label]]

    def changed() -> None:
        now = switched_on("map", pin)  # by then another press may have changed it
        for label in (PIN, LINK):
            if now[label] != (label in st.session_state[key]):
                switch("map", pin, label)

    st.pills(
        "With this picture",
        [PIN, LINK],
        selection_mode="multi",
        key=key,
        label_visibility="collapsed",
        on_change=changed,
    )
    if on[LINK]:
        link()
