"""Widgets for what belongs to a single page: a search box, and choices that stand in the URL."""

from collections.abc import Collection, Mapping

import streamlit as st

from components.ui.shell import url_state


def search_box(label: str) -> str:
    """Draw the search box of a page and return the search words, as in the URL."""
    name = url_state.SEARCH
    st.session_state[name] = url_state.search_words()
    return st.text_input(
        label,
        key=name,
        placeholder=label,
        label_visibility="collapsed",
        width=420,
        icon=":material/search:",
        max_chars=url_state.LONGEST_SEARCH,
        on_change=lambda: url_state.write(name, st.session_state[name].strip()),
    ).strip()


def choose_any(label: str, options: Mapping[str, str], name: str) -> list[str]:
    """Choose any number of options, given as {value in the URL: word on screen}."""
    st.session_state[name] = url_state.known_values(name, options)
    return st.pills(
        label,
        list(options),
        format_func=options.__getitem__,
        selection_mode="multi",
        key=name,
        wrap=True,
        on_change=lambda: url_state.write(name, st.session_state[name]),
    )


def choose_one(label: str, options: Mapping[str, str], name: str) -> str:
    """Choose one of a few options; the first is what a link without the parameter shows."""
    first = next(iter(options))

    def changed() -> None:
        chosen = st.session_state[name]
        url_state.write(name, None if chosen == first else chosen)

    st.session_state[name] = next(iter(url_state.known_values(name, options)), first)
    chosen = st.segmented_control(
        label, list(options), format_func=options.__getitem__, required=True, key=name, on_change=changed
    )
    return chosen or first


def choose_from_list(
    label: str, options: Mapping[str, str], name: str, hint: str, known: Collection[str]
) -> str | None:
    """Choose one of many options from a list, or none.

    A value that is `known` but no option under the present filter stays in the link, unchosen.
    """
    asked = next(iter(url_state.known_values(name, known)), None)
    st.session_state[name] = asked if asked in options else None
    return st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        index=None,
        key=name,
        placeholder=hint,
        on_change=lambda: url_state.write(name, st.session_state[name]),
    )
