"""Searching for anything whatever: hits where they are, and no more work than the text is long."""

import inspect
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import queries
from tests.hostile import ATTACKS, TEXT, examples

LIKE = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-"}
SEARCHED = {
    "one letter, one letter": ("a", "a"),
    "many hits": ("ab", "ab"),
    "nearly hits": ("a", "a" * 99 + "b"),
    "nearly hits from the end": ("a", "b" + "a" * 99),
    "nested repeats": ("a", "(a+)+$"),
    "repeats of anything": ("ab ", "(.*a){20}"),
    "blanks": (" ", " x"),
    "letters that grow": ("İ", "i̇"),
    "quotes": ("’", "'"),
}


def alike(one: str, other: str) -> bool:
    """Whether search takes one letter for the other."""
    one, other = LIKE.get(one, one), LIKE.get(other, other)
    return one == other or one.lower() == other.lower() != "i̇"


def scanned(text: str, words: str) -> list[tuple[int, int]]:
    """The hits, found by trying every place in turn."""
    found, place = [], 0
    while words and place + len(words) <= len(text):
        hit = all(map(alike, text[place : place + len(words)], words))
        if hit:
            found.append((place, place + len(words)))
        place += len(words) if hit else 1
    return found


@st.composite
def searches(draw) -> tuple[str, str]:
    """A text, and words that often stand in it, written otherwise."""
    text = draw(TEXT)[:300]
    start = draw(st.integers(0, max(len(text) - 1, 0)))
    part = text[start : start + draw(st.integers(1, 9))]
    return text, draw(st.one_of(TEXT, st.sampled_from([part, part.upper(), part.lower(), part.swapcase()])))


@given(searches())
@examples(150)
def test_hits_are_where_the_words_stand_in_order_and_apart(search):
    text, words = search
    assert queries.hits(text, words) == scanned(text, words.strip())


@pytest.mark.parametrize("words", ATTACKS)
def test_the_table_and_the_text_agree_on_what_is_found(ds, words):
    table = queries.search(ds.passages, words)
    assert table["hits"].tolist() == [
        n for text in ds.passages["text"] if (n := len(queries.hits(text, words)))
    ]


def work(text: str, words: str) -> tuple[int, list[str]]:
    """How many calls a search makes, Python's and C's, and every pattern that it hands to re."""
    calls, patterns = 0, []

    def seen(frame, event, function):
        nonlocal calls
        calls += event in ("call", "c_call")
        if event == "call" and inspect.getmodule(frame) is re:
            patterns.extend(map(str, frame.f_locals.values()))

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        queries.hits(text, words)
    finally:
        sys.setprofile(before)
    return calls, patterns


@pytest.mark.parametrize("what", SEARCHED)
def test_a_text_twice_as_long_takes_twice_the_work_at_most(what):
    part, words = SEARCHED[what]
    base, _ = work("", words)
    once, _ = work(part * 200, words)
    twice, _ = work(part * 400, words)
    assert base < once and twice - base <= 2.01 * (once - base)


@pytest.mark.parametrize("words", ["(a+)+$", ".*", "[", "a{9999999}"])
def test_no_word_of_a_reader_is_a_pattern(words):
    _, patterns = work("a" * 15 + "!", words)
    assert patterns == []
