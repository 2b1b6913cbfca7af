"""Notes that come back from the reader's tab, whatever it stored."""

import json

import pytest
import streamlit as st

from components.ui.brief import card_notes
from tests.hostile import ATTACKS


class Session(dict):
    """A session in which the tab gives back this."""

    def __init__(self, restored: object) -> None:
        super().__init__(notes_keeper=self)
        self.restored = restored


@pytest.fixture
def restored(monkeypatch):
    def restored(kept: object) -> dict[str, str]:
        monkeypatch.setattr(st, "session_state", Session(kept))
        card_notes._restore()
        return card_notes.all_notes()

    return restored


BROKEN = ["", "{", "null", "[]", "3", '"x"', "[" * 100_000, '{"a":' * 100_000, None, 3, {"p01.s1": "x"}]


@pytest.mark.parametrize("kept", BROKEN, ids=range(len(BROKEN)))
def test_broken_notes_restore_nothing(restored, kept):
    assert restored(kept) == {}


def test_only_text_is_restored_as_a_note(restored):
    assert restored('{"p01.s1": {"x": 1}, "p02.s1": null, "p01.s2": "words", "": 3}') == {"p01.s2": "words"}


def test_a_restored_note_is_the_note_that_was_kept(restored):
    for text in [*ATTACKS, "half \ud800", "\udfff half"]:
        whole = text.replace("\ud800", "").replace("\udfff", "")
        assert restored(json.dumps({"p01.s1": text, card_notes.TITLE: text})) == {
            "p01.s1": whole[: card_notes.LONGEST_NOTE],
            card_notes.TITLE: whole[: card_notes.LONGEST_TITLE],
        }
