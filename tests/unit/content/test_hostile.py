"""Text of a link or of a reader's tab, whatever it is: refused, or shown and handed on as it stands."""

import json
from types import SimpleNamespace
from urllib.parse import parse_qs

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from components.content.brief import pins
from components.content.charts.catalogue import EXHIBITS
from components.content.text import formatting
from components.ui.brief import notes
from components.ui.shell import url_state
from tests.hostile import ANY, ATTACKS, TEXT, examples

LONGEST = 40
PARTS = ["trade", "peace", "north", "venue", "past", "x"]
KINDS = ["passage", "commitment", "pledge", "chart", "map"]
NAMES = ["p01.s1", "ships", "fund", "world", *EXHIBITS]


@some.composite
def nearly_pins(draw) -> str:
    """Text in the shape of a pin, whose parts may name nothing."""
    kind, name = (draw(some.one_of(some.sampled_from(known), TEXT)) for known in (KINDS, NAMES))
    codes = some.lists(some.one_of(some.sampled_from(PARTS), TEXT), max_size=3).map(pins.CODE.join)
    return pins.PART.join([f"{kind}:{name}", *draw(some.lists(codes, max_size=4))])


# Pins


@given(some.one_of(ANY, nearly_pins()))
@examples(150)
def test_text_is_a_pin_that_says_the_same_or_none(tiny, text):
    pin = pins.parse(text, tiny)
    assert pin is None or pins.parse(str(pin), tiny) == pin


@given(some.lists(some.one_of(some.sampled_from(["p01.s1", "pledge:fund"]), nearly_pins()), max_size=60))
@examples(50)
def test_what_is_kept_of_pins_is_known_once_and_stays_as_it_is(tiny, texts):
    kept = pins.kept(texts, tiny)
    assert len(set(kept)) == len(kept) <= pins.MOST and all(pins.parse(text, tiny) for text in kept)
    assert pins.kept(kept, tiny) == kept


# Links


@pytest.fixture(scope="module")
def site():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "context", SimpleNamespace(url="https://linchpin.example/statement?q=x"))
        yield "https://linchpin.example"


NAME = TEXT.filter(lambda name: name not in ("", "page"))


@given(some.dictionaries(NAME, some.lists(TEXT, min_size=1, max_size=3), max_size=3))
@examples(80)
def test_a_link_holds_what_it_was_given_and_nothing_else(site, parameters):
    link = url_state.address("brief", **parameters)
    _, _, query = link.partition(f"{site}/brief?")
    assert parse_qs(query, keep_blank_values=True, strict_parsing=bool(query)) == parameters
    assert link.isascii() and link.isprintable() and set(link).isdisjoint("<>\"'`\\ #")


# Notices


@given(ANY)
@examples(200)
def test_foreign_text_is_one_short_line_of_code_and_nothing_else(text):
    """CommonMark: code ends at the next backticks that are as many, and a blank at both ends is dropped."""
    said = formatting.foreign(text, LONGEST)
    assert said.isprintable() and len(said) <= 3 * LONGEST + 5
    fence = said[: len(said) - len(said.lstrip("`"))]
    if not fence:
        assert said == "“”"
        return
    inside = said.removeprefix(f"{fence} ").removesuffix(f" {fence}")
    assert inside and len(inside) <= LONGEST + 1
    assert fence not in inside or max(map(len, _runs(inside))) < len(fence)
    assert f"{fence} {inside} {fence}" == said


def _runs(text: str) -> list[str]:
    """Its runs of backticks."""
    return "".join(c if c == "`" else " " for c in text).split()


@pytest.mark.parametrize("text", ["p99.s9", "chart:pie", "<b>", "[x](y:z)", "$x$", ":red[x]", "שלום", "_x_"])
def test_visible_foreign_text_is_named_to_the_letter(text):
    assert formatting.foreign(text, LONGEST) == f"` {text} `"


# Notes that come back from the tab


class Keeper(dict):
    """A session in which the tab gives back this."""

    def __init__(self, restored: object) -> None:
        super().__init__(notes_keeper=self)
        self.restored = restored


@pytest.fixture
def restored(monkeypatch):
    def restored(kept: object) -> dict[str, str]:
        monkeypatch.setattr(st, "session_state", Keeper(kept))
        notes._restore()
        return notes.all_notes()

    return restored


BROKEN = ["", "{", "null", "[]", "3", '"x"', "[" * 100_000, '{"a":' * 100_000, None, 3, {"p01.s1": "x"}]


@pytest.mark.parametrize("kept", BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_notes_restores_none(restored, kept):
    assert restored(kept) == {}


def test_what_is_no_text_is_no_note(restored):
    assert restored('{"p01.s1": {"x": 1}, "p02.s1": null, "p01.s2": "words", "": 3}') == {"p01.s2": "words"}


@pytest.mark.parametrize("text", [*ATTACKS, "half \ud800", "\udfff half"])
def test_a_restored_note_is_the_note_that_was_kept(restored, text):
    whole = text.replace("\ud800", "").replace("\udfff", "")
    assert restored(json.dumps({"p01.s1": text, notes.TITLE: text})) == {
        "p01.s1": whole[: notes.LONGEST],
        notes.TITLE: whole[: notes.LONGEST_TITLE],
    }
