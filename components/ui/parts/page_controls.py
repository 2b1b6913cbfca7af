"""Widgets of a single page: a search box and choices. Their values are in the URL."""

from collections.abc import Collection, Mapping
from typing import Literal

import streamlit as st

from components.content.text import descriptions, formatting, links
from components.ui.session import url_state
from data.queries import Found


def search_box(label: str, width: Literal["stretch"] | int = 420) -> str:
    """Draw the search box of a page. Returns the search words. width: in px, at most."""
    name = url_state.SEARCH
    st.session_state[name] = url_state.search_words()
    return st.text_input(
        label,
        key=name,
        placeholder=label,
        label_visibility="collapsed",
        width=width,
        icon=":material/search:",
        max_chars=links.LONGEST_SEARCH,
        on_change=lambda: url_state.write(name, st.session_state[name].strip()),
    ).strip()


def found_line(found: Found, result: str = "") -> None:
    """Draw what a search has found and what else was searched; for one in vain, searches that find something.

    result: how much was found, as Markdown.
    """
    if found.hits:
        lines = [result, *descriptions.searched(found)]
        st.markdown("  ·  ".join(filter(None, lines)), width="content")
        return
    advice = "Similar words:" if found.near else "Try fewer letters or another word."
    st.markdown(f"**No hit.** {advice}", width="content")
    for words in found.near:
        st.button(
            formatting.literal(words),
            key=f"near-{words}",
            type="tertiary",
            on_click=url_state.write,
            args=(url_state.SEARCH, words),
        )


def choose_any(label: str, options: Mapping[str, str], name: str, hint: str = "") -> list[str]:
    """Draw a choice of any number of options. Returns the chosen values.

    options: as {value in the URL: word on screen}. name: of the URL's parameter. hint: makes it a list that
    opens, which says so while none is chosen; its label is for screen readers alone.
    """
    st.session_state[name] = url_state.known_values(name, options)
    if hint:
        return st.multiselect(
            label,
            list(options),
            format_func=options.__getitem__,
            key=name,
            placeholder=hint,
            label_visibility="collapsed",
            on_change=lambda: url_state.write(name, st.session_state[name]),
        )
    return st.pills(
        label,
        list(options),
        format_func=options.__getitem__,
        selection_mode="multi",
        key=name,
        wrap=True,
        on_change=lambda: url_state.write(name, st.session_state[name]),
    )


def choose_one(label: str, options: Mapping[str, str], name: str, folded: bool = False) -> str:
    """Draw a choice of one of a few options. Returns the chosen value, by default the first.

    Arguments as of `choose_any`. The URL does not hold the default. folded: makes it a list that opens, whose
    label is for screen readers alone.
    """
    first = next(iter(options))

    def changed() -> None:
        chosen = st.session_state[name]
        url_state.write(name, None if chosen == first else chosen)

    st.session_state[name] = next(iter(url_state.known_values(name, options)), first)
    if folded:
        return st.selectbox(
            label,
            list(options),
            format_func=options.__getitem__,
            key=name,
            label_visibility="collapsed",
            on_change=changed,
        )
    chosen = st.segmented_control(
        label, list(options), format_func=options.__getitem__, required=True, key=name, on_change=changed
    )
    return chosen or first


def choose_from_list(
    label: str, options: Mapping[str, str], name: str, hint: str, known: Collection[str]
) -> str | None:
    """Draw a list from which one option or none is chosen. Returns its value, or None.

    Its label is for screen readers alone.

    options, name: as of `choose_any`. hint: shown while none is chosen. known: all values that are valid in
    a link. One that the current filter leaves no option for stays in the link, but is not chosen.
    """
    value = next(iter(url_state.known_values(name, known)), None)
    st.session_state[name] = value if value in options else None
    return st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        index=None,
        key=name,
        placeholder=hint,
        label_visibility="collapsed",
        on_change=lambda: url_state.write(name, st.session_state[name]),
    )
