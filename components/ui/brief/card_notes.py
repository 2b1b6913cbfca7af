"""The title and the notes of a brief.

They are the reader's private words: they are stored in the browser tab, are in no link, and the server
forgets them when the session ends.
"""

import json
from typing import Any

import streamlit as st

from components.ui.scripts import script, sent

_NOTES = "brief_notes"  # key of the session state: a dictionary {pin: note}
TITLE = ""  # the title's key in that dictionary
LONGEST_NOTE, LONGEST_TITLE = 10_000, 120  # characters
# A component, because only a script can store something in the tab that outlives a reload.
_mount = st.components.v2.component(
    "linchpin_notes",
    html="<span></span>",
    js=script("card_notes"),
)


def all_notes() -> dict[str, str]:
    """The notes by text of the pin; the title has the key TITLE."""
    return dict(st.session_state.get(_NOTES, {}))


def keep() -> None:
    """Store the notes in the tab or, in a new session, read them from there."""
    _mount(
        key="notes_keeper",
        data={"notes": all_notes(), "fresh": _NOTES not in st.session_state},
        on_restored_change=_restore,
    )


def title(default: str) -> str:
    """Draw the box for the title of the brief. Returns its text, or `default` if it is empty."""
    return _box(st.text_input, TITLE, "Title of the brief", default, max_chars=LONGEST_TITLE) or default


def note(pin: str, heading: str) -> None:
    """Draw the box for the note to the card with this pin and heading."""
    _box(st.text_area, pin, f"Note to {heading}", "A note to this card", max_chars=LONGEST_NOTE, height=68)


def _box(draw: Any, pin: str, label: str, placeholder: str, **options: Any) -> str:
    """Draw a box for the note to a pin, or the title. draw: st.text_input or st.text_area."""
    key = f"note-{pin}"
    st.session_state[key] = all_notes().get(pin, "")
    return draw(
        label,
        key=key,
        placeholder=placeholder,
        label_visibility="collapsed",
        on_change=lambda: _set_notes({**all_notes(), pin: st.session_state[key]}),
        **options,
    ).strip()


def _set_notes(notes: dict[str, str]) -> None:
    st.session_state[_NOTES] = {pin: text for pin, text in notes.items() if text}


def _restore() -> None:
    """Take over the notes that the tab stored. The reader can edit the store, so anything may be in it: what
    is not a note is ignored."""
    restored = sent("notes_keeper", "restored")
    if restored is None:  # Streamlit has forgotten the component; the notes in the tab stay as they are
        return
    try:
        stored = json.loads(restored)
    except (TypeError, ValueError, RecursionError):
        stored = {}
    if not isinstance(stored, dict):
        stored = {}
    _set_notes({pin: _valid_note(pin, text) for pin, text in stored.items() if isinstance(text, str)})


def _valid_note(pin: str, text: str) -> str:
    """A note (or title) cut to the length of its box, without lone surrogates, which UTF-8 cannot encode."""
    return text[: LONGEST_NOTE if pin else LONGEST_TITLE].encode("utf-8", "ignore").decode()
