"""The buttons Pin and Present."""

from collections.abc import Collection
from typing import Any

import streamlit as st

from components.ui.scripts import script, sent
from components.ui.session import url_state

# A component, since the drawer may be closed right after a press: then the browser forgets what a choice of
# Streamlit's own holds, while an event of a component arrives.
_mount = st.components.v2.component("linchpin_pins", js=script("pins"), isolate_styles=False)


def pin_choice(labels: dict[str, str], where: str) -> None:
    """Draw a choice of what is pinned: the passage, its commitments, its pledges.

    labels: by pin. where: page or drawer, so that a passage can be drawn in both at the same time.
    """
    key = f"pins-{where}-{next(iter(labels))}"
    _mount(
        key=key,
        data={
            "options": [[pin, label] for pin, label in labels.items()],
            "pinned": [pin for pin in labels if pin in url_state.pinned()],
            "answered": st.session_state.get(_presses(key), 0),
        },
        on_chosen_change=lambda: _choose(labels, key, sent(key, "chosen")),
    )


def _presses(key: str) -> str:
    """The key of the session state for how many presses of a choice have been answered."""
    return f"{key}-presses"


def _choose(labels: Collection[str], key: str, asked: Any) -> None:
    """Pin what the browser says is pressed, and take back what is not: it may say anything."""
    if not isinstance(asked, dict) or not isinstance(asked.get("pinned"), list):
        return
    for pin in labels:
        if (pin in asked["pinned"]) != (pin in url_state.pinned()):
            url_state.toggle_pin(pin)
    if type(asked.get("presses")) is int:
        st.session_state[_presses(key)] = asked["presses"]


def present_button() -> None:
    """Draw the button that shows this page, or the brief, as slides."""
    st.button(
        "Present",
        key="present_on",
        icon=":material/slideshow:",
        type="tertiary",
        on_click=url_state.present,
        args=(True,),
    )
