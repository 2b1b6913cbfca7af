"""Pins and presenting <-> URL: both belong to every page, so Streamlit binds both, like the filters.

Their widgets are drawn on every run but never seen: a bound widget is what keeps a value in the
address over page changes, Back and reload. Readers see buttons that set it.
"""

import streamlit as st

from components import filters, pins, wording
from data.dataset import Dataset

PIN, PRESENT = "pin", "present"
_CHANGED = "pins_changed"
HIDDEN = "carried"  # key of their container, hidden by frame.css


def presenting() -> bool:
    """Whether the page is to be shown as a slide; known before any widget is drawn."""
    return bool(st.session_state.get(PRESENT, st.query_params.get(PRESENT) == "true"))


def present(on: bool) -> None:
    """Start or leave presenting."""
    st.session_state[PRESENT] = on


def now() -> list[str]:
    """The pins in their order, as they stand in the link."""
    return list(st.session_state.get(PIN, st.query_params.get_all(PIN)))


def carry(ds: Dataset) -> None:
    """Draw the widgets that carry pins and presenting. Unknown and surplus pins are dropped and named."""
    changed()
    asked = list(dict.fromkeys(now()))
    kept = pins.kept(asked, ds)
    if kept != now():
        st.session_state[PIN] = kept
        unknown = [pin for pin in asked if not pins.parse(pin, ds)]
        if unknown:
            more = [f"{len(unknown) - 3} more"] if len(unknown) > 4 else []
            named = unknown[:3] if more else unknown
            filters.dropped([f"pin {filters.short(pin)}" for pin in named] + more)
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
        st.toast(f"The brief is full: it holds {wording.plural(pins.MOST, 'pin')}.", icon=":material/keep:")


def put(pinned: list[str]) -> None:
    """These pins, in this order."""
    st.session_state[PIN] = pinned
    st.session_state[_CHANGED] = True


def changed() -> bool:
    """Whether pins changed since this was last asked: a part of the page that runs alone cannot
    tell the frame's widgets."""
    return st.session_state.pop(_CHANGED, False)


def button(pin: str, what: str = "") -> None:
    """A quiet button that pins something and then says so; pressed again, it takes the pin back."""
    on = pin in now()
    st.button(
        ("Pinned" if on else "Pin") + (f": {what}" if what else ""),
        key=f"pin-{pin}",
        icon=":material/keep:" if on else ":material/keep_off:",
        type="tertiary",
        on_click=toggle,
        args=(pin,),
    )


def menu(names: dict[str, str]) -> None:
    """One button that pins any of these: {pin: what it is}; a button alone where there is no choice."""
    first = next(iter(names))
    if len(names) == 1:
        button(first)
        return
    pinned = set(now()) & set(names)
    key = f"pin-menu-{first}"
    st.menu_button(
        f"{len(pinned)} pinned" if pinned else "Pin",
        list(names),
        key=key,
        format_func=lambda pin: ("Take back " if pin in pinned else "Pin ") + names[pin],
        icon=":material/keep:" if pinned else ":material/keep_off:",
        type="tertiary",
        on_click=lambda: toggle(st.session_state[key]),
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
