"""URL state: the parameters of links, how they are read, checked and written.

`theme`, `actor`, `pin` and `present` belong to every page. Streamlit binds them to widgets
(`bind="query-params"`), so they survive page changes, Back and reload. A parameter of a single page is
read from the URL on every run and written by its widget's callback instead: a bound widget that only one
page draws breaks the browser's Back button.
"""

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import unquote, urlsplit

import streamlit as st

from components.content.brief import pins
from components.content.text import formatting, links
from components.ui.session import link_memory
from data import queries
from data.load import Dataset

THEME, ACTOR = "theme", "actor"
SHARED = {THEME: "Theme", ACTOR: "Actor"}  # label of each shared filter; the parameter is also the facet
PASSAGE, SEARCH, TEXT = "passage", "q", "text"
TOPIC, SERIES = "topic", "series"
PIN, PRESENT, CARD = "pin", "present", "card"
NOT_IN_LINKS = (PIN, PRESENT, CARD)  # left out of the link to the current page: they are the reader's brief
# Limits for the warning about unknown values in a link: number of values, and characters of each.
MOST_NAMED, LONGEST_NAMED = 4, 40
_TIDY = "tidy"  # key of the session state: the link has been tidied
# Keys of the containers of hidden widgets, which page_frame.css hides.
CARRIED_PINS, CARRIED_FILTERS = "carried_pins", "carried_filters"


# Reading and writing a parameter of one page


def values(name: str) -> list[str]:
    """The values of a parameter in the link, unchecked."""
    _known_name(name)
    return st.query_params.get_all(name)


def write(name: str, value: str | Sequence[str] | None) -> None:
    """Put a parameter into the URL. None, "" or an empty list removes it."""
    _known_name(name)
    link_memory.write({name: _writable(value) if isinstance(value, str) else value})


def _writable(value: str) -> str:
    """A value without halves of characters, which a browser can send and no link can hold."""
    return value.encode("utf-8", "ignore").decode()


def any_set(*names: str) -> bool:
    """Whether the link holds any of these parameters."""
    return any(name in st.query_params for name in names)


def known_values(name: str, options: Collection[str]) -> list[str]:
    """The values of a parameter that are among the options, as the options have them. The others are removed
    from the URL, with a warning."""
    linked = values(name)
    known, unknown = _among(linked, options)
    if known != linked:
        write(name, known)
    if unknown:
        warn_dropped([f"{name} {shortened(value)}" for value in unknown])
    return known


def _among(linked: Sequence[str], options: Collection[str]) -> tuple[list[str], list[str]]:
    """The options that values of a link mean, and the values that mean none, each once."""
    options_meant = {value: links.match(value, options) for value in linked}
    known = dict.fromkeys(option for option in options_meant.values() if option is not None)
    return list(known), [value for value, option in options_meant.items() if option is None]


def _known_name(name: str) -> None:
    if name not in links.NAMES:
        raise KeyError(f"{name}: add it to links.NAMES, or links that people copy will lack it.")


def selected_passage(ds: Dataset) -> str | None:
    """The id of the passage that the link selects, or None. An unknown id is removed, with a warning."""
    linked = st.query_params.get(PASSAGE)
    if not linked:
        return None
    passage_id = links.match(linked, ds.passages["passage_id"])
    if passage_id != linked:
        write(PASSAGE, passage_id)
    if not passage_id:
        warn_dropped([f"passage {shortened(linked)}"])
    return passage_id


def selected_text(ds: Dataset) -> str | None:
    """The statement_id of the text that the link selects; None for the coded statement. An unknown text is
    removed, with a warning, and so is the passage that was meant of it."""
    linked = st.query_params.get(TEXT)
    if not linked:
        return None
    texts = queries.texts(ds)
    statement_id = links.match(linked, texts)
    if not statement_id:
        warn_dropped([f"{name} {shortened(value)}" for name in (TEXT, PASSAGE) for value in values(name)])
        write(PASSAGE, None)
    if statement_id != linked:
        write(TEXT, statement_id)
    return statement_id if statement_id and not texts[statement_id].coded else None


def read_text(statement_id: str | None) -> None:
    """Put a text into the URL, without a passage. None or "": the coded statement."""
    write(PASSAGE, None)
    write(TEXT, statement_id)


def read_passage(reference: queries.Reference) -> None:
    """Put a text and a passage of it into the URL, in one step that Back goes through."""
    link_memory.write({TEXT: _writable(reference.statement_id), PASSAGE: _writable(reference.passage_id)})


def to_sentence(ds: Dataset, reference: queries.Reference) -> links.Query:
    """The parameters that open a sentence on the page Statement; the coded statement needs no `text`."""
    coded = queries.texts(ds)[reference.statement_id].coded
    text = {} if coded else {TEXT: [reference.statement_id]}
    return text | {PASSAGE: [reference.passage_id]}


def search_words() -> str:
    """The search words in the link, cut to the length of the search box."""
    return st.query_params.get(SEARCH, "")[: links.LONGEST_SEARCH].strip()


def all_values() -> links.Query:
    """All parameters of the link, each with its values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


# Links that tools have rewritten


def tidy(ds: Dataset) -> None:
    """Write the link that a session begins with as the app would, if a tool has rewritten it, and run again.

    Later runs are left alone: their links are the app's own, and its widgets are bound to them. So is a link
    to which tools have only added parameters, since each change of the address is a step that Back goes
    through; asgi.py takes them out before the page opens.
    """
    if _TIDY in st.session_state:
        return
    st.session_state[_TIDY] = True
    linked = all_values()
    meant = canonical(linked, ds)
    if links.handed_on(meant) != links.handed_on(linked):
        st.query_params.from_dict(meant)
        st.rerun()


def asked_page(pages: Collection[str]) -> tuple[str, str | None]:
    """The last part of the address's path, and which of the pages it means; None for the start page and for
    none."""
    asked = unquote(urlsplit(st.context.url or "").path.rpartition("/")[2])
    return asked, links.page(asked, pages)[0] or None


def canonical(query: Mapping[str, list[str]], ds: Dataset) -> links.Query:
    """The parameters of a link as the app would write them. What cannot be read stays, for a page to name."""
    options = {facet: list(queries.labels(ds, facet).values()) for facet in SHARED}
    meant = links.untangled(query)
    text = next((links.match(value, queries.texts(ds)) for value in meant.get(TEXT, [])[-1:]), None)
    passages = queries.text_passages(ds, text) if text else queries.records(ds.passages)
    options |= {
        TEXT: list(queries.texts(ds)),
        PASSAGE: [passage["passage_id"] for passage in passages],
        PRESENT: ["true"],
    }
    for name, choice in options.items():
        if name in meant:
            meant[name] = [links.match(value, choice) or value for value in meant[name]]
    if PIN in meant:
        meant[PIN] = [str(pins.read(text, ds) or text) for text in meant[PIN]]
    return meant


# The shared filters


def clear_filters() -> None:
    """Choose no theme and no actor: everything is shown."""
    for facet in SHARED:
        link_memory.keep(facet, [])


def warn_of_unknown_filters(ds: Dataset) -> None:
    """Warn about unknown themes and actors in the link. Streamlit itself removes them."""
    unknown = []
    for facet in SHARED:
        labels = set(queries.labels(ds, facet).values())
        unknown += [f"{facet} {shortened(value)}" for value in values(facet) if value not in labels]
    if unknown:
        warn_dropped(unknown)


# Presenting and pins: on every page, hidden widgets keep them in the URL


def presenting() -> bool:
    """Whether the page is shown as a slide. Works before any widget is drawn."""
    on = link_memory.kept(PRESENT)
    return st.query_params.get(PRESENT) == "true" if on is None else on


def present(on: bool) -> None:
    """Start (True) or leave (False) presenting."""
    link_memory.keep(PRESENT, on)


def pinned() -> list[str]:
    """The pins in their order, as texts in the link."""
    texts = link_memory.kept(PIN)
    return st.query_params.get_all(PIN) if texts is None else list(texts)


def set_pins(texts: list[str]) -> None:
    """Replace the pins. They get into the URL on the next full run, by `carry`: a rerun of the drawer alone
    does not draw the pins' widget."""
    link_memory.keep(PIN, texts)


def toggle_pin(text: str) -> None:
    """Add a pin, or remove it if it is there. To a full brief nothing is added; a message says so."""
    texts = pinned()
    if text in texts:
        set_pins([other for other in texts if other != text])
    elif len(texts) < pins.MOST:
        set_pins([*texts, text])
    else:
        most = formatting.plural(pins.MOST, "pin")
        st.toast(f"The brief is full: it holds {most}.", icon=":material/keep:")


def carry(ds: Dataset) -> None:
    """Draw the hidden widgets that keep pins and presenting in the URL. Unknown pins, and those above
    pins.MOST, are removed, with a warning."""
    texts = list(dict.fromkeys(pinned()))
    valid = pins.kept(texts, ds)
    if valid != pinned():
        unknown = [text for text in texts if not pins.read(text, ds)]
        if unknown:
            warn_dropped([f"pin {shortened(text)}" for text in unknown])
        if len(texts) - len(unknown) > len(valid):
            st.warning(
                f"A brief holds {pins.MOST} pins; the first {pins.MOST} are kept.", icon=":material/keep:"
            )
    link_memory.keep(PIN, valid)
    link_memory.keep(PRESENT, presenting())
    for name in (PIN, PRESENT):
        link_memory.give_widget(name)
    with st.container(key=CARRIED_PINS):
        st.multiselect("Pins", valid, key=PIN, bind="query-params")
        st.toggle("Present", key=PRESENT, bind="query-params")


# Links to share


def address(page: str | None = None, **parameters: Sequence[str]) -> str:
    """The link to a page with these parameters; without a page, to the current page with its own.

    page: its path, "" for the start page.
    """
    current = urlsplit(st.context.url or "")
    site = f"{current.scheme}://{current.netloc}"
    if page is not None:
        folder = current.path.rpartition("/")[0]
        return f"{site}{folder}/{page}{links.encoded(parameters)}"
    own = links.handed_on(all_values(), without=NOT_IN_LINKS)
    return f"{site}{current.path or '/'}{links.encoded(own)}"


# Warnings about a link


def warn_dropped(what: list[str]) -> None:
    """Warn about values of the link that are not known: a few by name, then a count."""
    named = what
    if len(what) > MOST_NAMED:
        first = what[: MOST_NAMED - 1]
        named = [*first, f"{len(what) - len(first)} more"]
    st.warning(
        f"The link names {formatting.listed(named)}, unknown here. The other settings in the link were kept.",
        icon=":material/link_off:",
    )


def shortened(value: str) -> str:
    """A value from a link, shortened and made safe for a warning."""
    return formatting.foreign(value, LONGEST_NAMED)
