"""Buttons that pin something to the brief, and the button that presents."""

import streamlit as st

from components.ui.shell import url_state


def pin_button(pin: str, where: str = "page") -> None:
    """A quiet button that pins, and then says Pinned; pressed again, it removes the pin."""
    on = pin in url_state.pinned()
    st.button(
        "Pinned" if on else "Pin",
        key=f"pin-{where}-{pin}",
        icon=":material/keep:" if on else ":material/keep_off:",
        type="tertiary",
        on_click=url_state.toggle_pin,
        args=(pin,),
    )


def pin_choice(names: dict[str, str], where: str) -> None:
    """Choose what of a passage is pinned, given as {pin: its name}; a plain button for a single pin.

    `where` tells a passage on the page from the same passage in the drawer.
    """
    first = next(iter(names))
    if len(names) == 1:
        pin_button(first, where)
        return
    key = f"pins-{where}-{first}"
    st.session_state[key] = [pin for pin in names if pin in url_state.pinned()]

    def changed() -> None:
        for pin in names:
            if (pin in st.session_state[key]) != (pin in url_state.pinned()):
                url_state.toggle_pin(pin)

    st.pills(
        "Pin",
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        key=key,
        wrap=True,
        on_change=changed,
    )


def present_button() -> None:
    """Show this page, or the brief, as slides."""
    st.button(
        "Present",
        key="present_on",
        icon=":material/slideshow:",
        type="tertiary",
        on_click=url_state.present,
        args=(True,),
    )
