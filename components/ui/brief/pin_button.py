"""The buttons Pin and Present."""

import streamlit as st

from components.ui.shell import url_state


def pin_button(pin: str, where: str = "page") -> None:
    """Draw a button that pins; once pinned it is labelled Pinned and removes the pin.

    where: page or drawer, as in `pin_choice`.
    """
    is_pinned = pin in url_state.pinned()
    st.button(
        "Pinned" if is_pinned else "Pin",
        key=f"pin-{where}-{pin}",
        icon=":material/keep:" if is_pinned else ":material/keep_off:",
        type="tertiary",
        on_click=url_state.toggle_pin,
        args=(pin,),
    )


def pin_choice(labels: dict[str, str], where: str) -> None:
    """Draw a choice of what is pinned: the passage, its commitments, its pledges. A single one gets a button.

    labels: by pin. where: page or drawer, so that a passage can be drawn in both at the same time.
    """
    first = next(iter(labels))
    if len(labels) == 1:
        pin_button(first, where)
        return
    key = f"pins-{where}-{first}"
    st.session_state[key] = [pin for pin in labels if pin in url_state.pinned()]

    def changed() -> None:
        for pin in labels:
            if (pin in st.session_state[key]) != (pin in url_state.pinned()):
                url_state.toggle_pin(pin)

    st.pills(
        "Pin",
        list(labels),
        format_func=labels.__getitem__,
        selection_mode="multi",
        key=key,
        wrap=True,
        on_change=changed,
    )


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
