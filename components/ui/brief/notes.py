"""Title and notes of a brief. They are the reader's own words, so they stay in the browser tab: no link
holds them, and the server forgets them with the session.
"""

import json
from pathlib import Path
from typing import Any

import streamlit as st

_KEPT, TITLE, LONGEST, LONGEST_TITLE = "brief_notes", "", 10_000, 120
# A component of ours: only a script can store something in the tab that outlives a reload.
_mount = st.components.v2.component(
    "linchpin_notes",
    html="<span></span>",
    js=(Path(__file__).parent / "notes.js").read_text(encoding="utf-8"),
)


def all_notes() -> dict[str, str]:
    """The notes by pin; the title under TITLE."""
    return dict(st.session_state.get(_KEPT, {}))


def keep() -> None:
    """Store the notes in the tab or, in a new session, read them from there."""
    _mount(
        key="notes_keeper",
        data={"kept": all_notes(), "fresh": _KEPT not in st.session_state},
        on_restored_change=_restore,
    )


def title(default: str) -> str:
    """Draw the box for the title of the brief; returns its text, or the default if it is empty."""
    return _box(st.text_input, TITLE, "Title of the brief", default, max_chars=LONGEST_TITLE) or default


def note(pin: str, what: str) -> None:
    """Draw the box for the note to a card."""
    _box(st.text_area, pin, f"Note to {what}", "A note to this card", max_chars=LONGEST, height=68)


def _box(draw: Any, name: str, label: str, hint: str, **options: Any) -> str:
    key = f"note-{name}"
    st.session_state[key] = all_notes().get(name, "")
    return draw(
        label,
        key=key,
        placeholder=hint,
        label_visibility="collapsed",
        on_change=lambda: _put({**all_notes(), name: st.session_state[key]}),
        **options,
    ).strip()


def _put(notes: dict[str, str]) -> None:
    st.session_state[_KEPT] = {name: text for name, text in notes.items() if text}


def _restore() -> None:
    """Take over what the tab stored, as far as it looks like notes: a reader may have changed it there."""
    try:
        kept = json.loads(st.session_state["notes_keeper"].restored)
    except (TypeError, ValueError, RecursionError):
        kept = {}
    if not isinstance(kept, dict):
        kept = {}
    _put({name: _sound(name, text) for name, text in kept.items() if isinstance(text, str)})


def _sound(name: str, text: str) -> str:
    """A note cut to the length of its box, without half characters, which cannot be sent back."""
    return text[: LONGEST if name else LONGEST_TITLE].encode("utf-8", "ignore").decode()
