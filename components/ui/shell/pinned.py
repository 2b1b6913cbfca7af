"""Pins and presenting <-> URL: both belong to every page, so Streamlit binds both, like the filters.

Their widgets are drawn on every run but never seen: a bound widget is what keeps a value in the
address over page changes, Back and reload. Readers see buttons that set it.
"""

import streamlit as st

from components.content.brief import pins
from components.content.text import formatting
from components.ui.shell import filter_bar
from components.ui.shell.url_state import PIN, PRESENT
from data.load.dataset import Dataset

_WANTED = "pins_wanted"  # what the widget is to hold from the next run of the whole page on
HIDDEN = "carried"  # key of their container, hidden by frame.css


def presenting() -> bool:
    """Whether the page is to be shown as a slide; known before any widget is drawn."""
    return bool(st.session_state.get(PRESENT, st.query_params.get(PRESENT) == "true"))


def present(on: bool) -> None:
    """Start or leave presenting."""
    st.session_state[PRESENT] = on


def now() -> list[str]:
    """The pins in their order, as they stand in the link."""
    held = st.session_state.get(PIN, st.query_params.get_all(PIN))
    return list(st.session_state.get(_WANTED, held))


def carry(ds: Dataset) -> None:
    """Draw the widgets that carry pins and presenting. Unknown and surplus pins are dropped and named."""
    asked = list(dict.fromkeys(now()))
    kept = pins.kept(asked, ds)
    if kept != now() or _WANTED in st.session_state:
        st.session_state[PIN] = kept
        st.session_state.pop(_WANTED, None)
        unknown = [pin for pin in asked if not pins.parse(pin, ds)]
        if unknown:
            filter_bar.dropped([f"pin {filter_bar.short(pin)}" for pin in unknown])
        if len(asked) - len(unknown) > len(kept):
            st.warning(
                f"A brief holds {pins.MOST} pins; the first {pins.MOST} are kept.", icon=":material/keep:"
            )
    with st.container(key=HIDDEN):
        st.multiselect("Pins", kept, key=PIN, bind="query-params")
        st.toggle("Present", key=PRESENT, bind="query-params")


def toggle(pin: str) -> None:
    """Pin it, or take it out again. A full brief says so and stays as it is."""
    pinned = now()
    if pin in pinned:
        put([one for one in pinned if one != pin])
    elif len(pinned) < pins.MOST:
        put([*pinned, pin])
    else:
        st.toast(
            f"The brief is full: it holds {formatting.plural(pins.MOST, 'pin')}.", icon=":material/keep:"
        )


def put(pinned: list[str]) -> None:
    """These pins, in this order. The drawer runs alone, without the widget that carries them, so they
    wait for the next run of the whole page."""
    st.session_state[_WANTED] = pinned


def button(pin: str, where: str = "page") -> None:
    """A quiet button that pins something and then says so; pressed again, it takes the pin back."""
    on = pin in now()
    st.button(
        "Pinned" if on else "Pin",
        key=f"pin-{where}-{pin}",
        icon=":material/keep:" if on else ":material/keep_off:",
        type="tertiary",
        on_click=toggle,
        args=(pin,),
    )


def choice(names: dict[str, str], where: str) -> None:
    """What of a passage is pinned, to be changed: {pin: what it is}; a button where there is no choice.
    `where` tells a passage on the page from the same one in the drawer."""
    first = next(iter(names))
    if len(names) == 1:
        button(first, where)
        return
    key = f"pins-{where}-{first}"
    st.session_state[key] = [pin for pin in names if pin in now()]

    def changed() -> None:
        for pin in names:
            if (pin in st.session_state[key]) != (pin in now()):
                toggle(pin)

    st.pills(
        "Pin",
        list(names),
        format_func=names.get,
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
        on_click=present,
        args=(True,),
    )
