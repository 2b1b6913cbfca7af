"""URL state: all names and values that a link may hold, how they are read, checked and written.

`theme`, `actor`, `pin` and `present` belong to every page. Streamlit itself binds them to widgets, so
they survive page changes, Back and reload. Whatever belongs to a single page is read from the URL on
every run and written back by the widget's callback: a bound widget that only one page draws would
break the browser's Back button.
"""

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlencode, urlsplit

import streamlit as st

from components.content.brief import pins
from components.content.text import formatting
from data import queries
from data.load import Dataset

THEME, ACTOR = "theme", "actor"
SHARED = {THEME: "Theme", ACTOR: "Actor"}  # parameter, which is also the facet, and its label
PASSAGE, SEARCH = "passage", "q"
PIN, PRESENT, CARD = "pin", "present", "card"
NOT_SHARED = (PIN, PRESENT, CARD)  # a link to a view does not carry the reader's brief
LONGEST_SEARCH = 100
MOST_NAMED, LONGEST_NAMED = 4, 40  # limits for the warning about unknown values in a link
_WAITING_PINS = "waiting_pins"  # pins to put into the URL on the next full run
CARRIER = "carried"  # key of the container of unseen widgets; frame.css hides it


# Reading and writing what belongs to one page


def values(name: str) -> list[str]:
    """The values of a parameter as they stand in the link, unchecked."""
    return st.query_params.get_all(name)


def write(name: str, value: str | Sequence[str] | None) -> None:
    """Put a parameter into the URL; None or nothing removes it."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def any_set(*names: str) -> bool:
    """Whether the link holds any of these parameters."""
    return any(name in st.query_params for name in names)


def known_values(name: str, options: Collection[str]) -> list[str]:
    """The values of a parameter that are among the options. The others are removed from the URL, with
    a warning."""
    asked = list(dict.fromkeys(values(name)))
    known = [value for value in asked if value in options]
    if known != asked:
        write(name, known)
        warn_dropped([f"{name} {shortened(value)}" for value in asked if value not in options])
    return known


def selected_passage(ds: Dataset) -> str | None:
    """The passage that the link selects, or None. An unknown one is removed, with a warning."""
    asked = st.query_params.get(PASSAGE)
    if not asked or asked in set(ds.passages["passage_id"]):
        return asked or None
    write(PASSAGE, None)
    warn_dropped([f"passage {shortened(asked)}"])
    return None


def search_words() -> str:
    """The search words of the link, as many as the search box holds."""
    return st.query_params.get(SEARCH, "")[:LONGEST_SEARCH].strip()


# The shared filters


def clear_filters() -> None:
    """Choose no theme and no actor: everything is shown."""
    for facet in SHARED:
        st.session_state[facet] = []


def warn_of_unknown_filters(ds: Dataset) -> None:
    """Warn of themes and actors in the link that do not exist. Streamlit drops them by itself."""
    unknown = []
    for facet in SHARED:
        labels = set(queries.labels(ds, facet).values())
        unknown += [f"{facet} {shortened(value)}" for value in values(facet) if value not in labels]
    if unknown:
        warn_dropped(unknown)


# Presenting and pins: every page carries them in unseen widgets bound to the URL


def presenting() -> bool:
    """Whether the page is to be shown as a slide. Known before any widget is drawn."""
    return bool(st.session_state.get(PRESENT, st.query_params.get(PRESENT) == "true"))


def present(on: bool) -> None:
    """Start or leave presenting."""
    st.session_state[PRESENT] = on


def pinned() -> list[str]:
    """The pins in their order, as texts of the link."""
    held = st.session_state.get(PIN, st.query_params.get_all(PIN))
    return list(st.session_state.get(_WAITING_PINS, held))


def set_pins(texts: list[str]) -> None:
    """Replace the pins. They reach the URL on the next full run: the drawer is a fragment and does not
    draw the widget that carries them."""
    st.session_state[_WAITING_PINS] = texts


def toggle_pin(text: str) -> None:
    """Pin, or remove the pin. A full brief stays as it is and says so."""
    now = pinned()
    if text in now:
        set_pins([one for one in now if one != text])
    elif len(now) < pins.MOST:
        set_pins([*now, text])
    else:
        most = formatting.plural(pins.MOST, "pin")
        st.toast(f"The brief is full: it holds {most}.", icon=":material/keep:")


def carry(ds: Dataset) -> None:
    """Draw the unseen widgets that hold pins and presenting. Unknown and surplus pins are removed, with
    a warning."""
    asked = list(dict.fromkeys(pinned()))
    kept = pins.kept(asked, ds)
    if kept != pinned() or _WAITING_PINS in st.session_state:
        st.session_state[PIN] = kept
        st.session_state.pop(_WAITING_PINS, None)
        unknown = [pin for pin in asked if not pins.parse(pin, ds)]
        if unknown:
            warn_dropped([f"pin {shortened(pin)}" for pin in unknown])
        if len(asked) - len(unknown) > len(kept):
            st.warning(
                f"A brief holds {pins.MOST} pins; the first {pins.MOST} are kept.", icon=":material/keep:"
            )
    with st.container(key=CARRIER):
        st.multiselect("Pins", kept, key=PIN, bind="query-params")
        st.toggle("Present", key=PRESENT, bind="query-params")


# Links to share


def address(page: str | None = None, **parameters: Sequence[str]) -> str:
    """The link to a page with these parameters; without a page, to this page as it is shown."""
    now = urlsplit(st.context.url or "")
    site = f"{now.scheme}://{now.netloc}"
    if page is not None:
        return f"{site}{now.path.rpartition('/')[0]}/{page}" + _query(parameters)
    shown = {name: values(name) for name in st.query_params if name not in NOT_SHARED}
    return f"{site}{now.path or '/'}" + _query(shown)


def _query(parameters: Mapping[str, Sequence[str]]) -> str:
    return f"?{urlencode(parameters, doseq=True)}" if parameters else ""


# Warnings about a link


def warn_dropped(what: list[str]) -> None:
    """Name what the link asks for and this statement does not have: a few values, then a count."""
    shown = MOST_NAMED if len(what) <= MOST_NAMED else MOST_NAMED - 1
    named = what[:shown] + ([f"{len(what) - shown} more"] if what[shown:] else [])
    st.warning(
        f"The link names {formatting.listed(named)}, which this statement does not have. "
        "The other settings in the link were kept.",
        icon=":material/link_off:",
    )


def shortened(value: str) -> str:
    """A value of a link as short text for a warning."""
    return formatting.foreign(value, LONGEST_NAMED)
