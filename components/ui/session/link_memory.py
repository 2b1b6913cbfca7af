"""What a session remembers of its link, because the browser may not have it yet.

A reader who presses twice within some tenths of a second sends, with the second press, the link and the
values of widgets that the browser had before the first. So the session itself keeps the parameters of every
page, and what a run wrote into its link; only a new session, and Back or Forward, take them from the URL.
Nobody sees or operates the widgets that are bound to the parameters of every page: they only carry values
into the URL.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.content.text import links
from components.ui.session import presses

Written = Mapping[str, str | Sequence[str] | None]  # by parameter; None, "" and an empty list remove it
# Keys of the session state
_KEPT = "kept"  # {parameter: value} of those that belong to every page
_MEANT = "meant"  # what the run before this one wrote into the link of those
_BEHIND = "behind"  # whether the browser asked for this run before it had _MEANT
_WRITTEN = "written"  # a run's page and link, {parameter: value} written into it
_RAN = "ran"  # the page of the run before this one


def write(written: Written) -> None:
    """Put parameters of one page into the URL, those with a value in one step that Back goes through. They
    are noted for a run that the browser asks for before it has them."""
    link, before = st.session_state.get(_WRITTEN, (None, {}))
    # Runs that the browser asked for with the same link write on.
    st.session_state[_WRITTEN] = (_link(), {**(before if link == _link() else {}), **written})
    _put(written)


def _put(written: Written) -> None:
    for name, value in written.items():
        if not value:
            st.query_params.pop(name, None)
    if given := {name: value for name, value in written.items() if value}:
        st.query_params.update(given)


def kept(name: str) -> Any:
    """What a parameter was last set to; None if it stands as in the URL."""
    return None if _from_history() else st.session_state.get(_KEPT, {}).get(name)


def keep(name: str, value: Any) -> None:
    """Set a parameter of every page. It gets into the URL when its widget is drawn."""
    st.session_state[_KEPT] = {**st.session_state.get(_KEPT, {}), name: value}


def give_widget(name: str) -> None:
    """Give the widget of a parameter, before it is drawn, the value that is kept.

    If the browser is behind, also one that the widget seems to have: else Streamlit leaves the link as it is.
    """
    value = kept(name)
    if value is not None and (st.session_state.get(_BEHIND) or st.session_state.get(name) != value):
        st.session_state[name] = value


def begin_run() -> None:
    """At the beginning of a run: write again what an overtaken run wrote into the link, and decide whether
    the link must be sent again.

    It is not sent again after Back, Forward or a change of the page. After Back, the reader may be on another
    page by the end of the run, and that page would get this link. After a change of the page, the browser may
    still have the address of the page before, and would add a step to its history: that page with this link.
    """
    _write_again()
    page, asked = _link()
    meant = st.session_state.get(_MEANT, {})
    stays = st.session_state.get(_RAN) == page and not _from_history()
    st.session_state[_BEHIND] = stays and any(
        asked.get(name, []) != meant[name] or _in_link(st.session_state.get(name)) != meant[name]
        for name in meant
    )
    st.session_state[_RAN] = page
    st.session_state[_MEANT] = _meant()


def _write_again() -> None:
    """Write what the runs before this one wrote, if this one follows a press and its link is theirs: then the
    browser sent the press before it had the link that they wrote.

    Without a press the reader asked for just this link: by Back, or by a link on the page.
    """
    link, written = st.session_state.get(_WRITTEN, (None, {}))
    if link == _link() and presses.pressed() and not _from_history():
        _put(written)
    else:
        st.session_state.pop(_WRITTEN, None)


def send_again() -> None:
    """At the end of a run, send the link once more if the browser asked for the run before it had all of the
    run before: its link, and the values of the hidden widgets.

    After two quick presses of a chip, the second run does not know that the first one wrote the chip into the
    link, or chose it in the widget, so Streamlit does not take it out of the link.
    """
    if st.session_state.pop(_BEHIND, False):
        st.query_params.update({})
    st.session_state[_MEANT] = _meant()


def _meant() -> links.Query:
    """The parameters of every page, as the link should hold them."""
    return {name: _in_link(value) for name, value in st.session_state.get(_KEPT, {}).items()}


def _in_link(value: bool | Collection[str] | None) -> list[str]:
    """The value of a hidden widget as Streamlit writes it into the link."""
    return (["true"] if value else []) if isinstance(value, bool) else list(value or [])


def _from_history() -> bool:
    """Whether this run follows Back or Forward. Streamlit then takes its widgets' values from the URL."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _link() -> tuple[str | None, links.Query]:
    """The page and the parameters with which the browser asked for this run, whatever was written since."""
    context = get_script_run_ctx()
    if context is None:
        return None, {}
    with context.session_state.query_params() as parameters:
        return context.page_script_hash, parameters._initial_query_params
