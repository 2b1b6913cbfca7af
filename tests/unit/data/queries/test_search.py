"""Searching the text, and the terms that a text uses."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import queries
from tests.hostile import TEXT, examples
from tests.unit.data.queries.rows import frame, ids, records

# Search

LIKE = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-"}


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in queries.hits(text, words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("peace", ["Peace", "PEACE"]),
        ("  peace ", ["Peace", "PEACE"]),
        ("friend's", ["friend’s"]),
        ("friend’s", ["friend’s"]),
        ('"gift"', ["“gift”"]),
        ("(and more).", ["(and more)."]),
        (".", ["."]),
        (".*", []),
        ("[a-z]", []),
        ("war", []),
        ("", []),
        ("   ", []),
    ],
)
def test_words_are_found_as_typed_but_for_case_and_quotes(words, expected):
    assert found("Peace is a friend’s “gift” (and more). PEACE!", words) == expected


def test_a_hyphen_finds_a_dash():
    assert found("2021–2025 and 2026-2027", "1-2") == ["1–2"]


def test_hits_do_not_overlap():
    assert queries.hits("aaaaa", "aa") == [(0, 2), (2, 4)]


def test_a_letter_that_grows_in_lower_case_moves_no_hit():
    assert found("İ İ peace", "Peace") == ["peace"]


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


@pytest.mark.parametrize("words", ["(a+)+$", "(.*a){20}", "[", "a{9999999}", "\\"])
def test_words_are_no_pattern(words):
    # As a pattern, some of them would be wrong, and the others would take years.
    assert queries.hits("a" * 5_000 + "!", words) == []
    assert found(f"a {words} b", words) == [words]


def test_a_long_text_is_searched_once():
    assert len(queries.hits("ab" * 100_000, "ab")) == 100_000
    assert queries.hits("a" * 200_000, "a" * 1_000 + "b") == []


def test_search_keeps_the_sentences_that_hold_the_words_and_counts_them():
    passages = frame(
        "passage_id text", ("p01.s1", "Peace! PEACE"), ("p01.s2", "War."), ("p01.s3", "peaceful")
    )
    table = queries.search(passages, "peace")
    assert records(table, "passage_id", "hits") == [("p01.s1", 2), ("p01.s3", 1)]


@pytest.mark.parametrize("words", ["", " ", "war", "\\"])
def test_search_for_nothing_or_in_vain_leaves_no_sentence(tiny, words):
    table = queries.search(tiny.passages, words)
    assert table.empty
    assert list(table) == [*tiny.passages, "hits"]


# Terms


@pytest.fixture
def termed(tiny):
    """The tiny dataset with terms that hold marks."""
    terms = frame(
        "term expansion", ("GTA", "Great Trade Act"), ("S.T.", "Sea trade"), ("C&D", "Cut (and dry)")
    )
    return replace(tiny, terms=terms)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The GTA holds.", ["GTA"]),
        ("The gta holds.", []),
        ("The GTAs hold.", []),
        ("A great trade act, a sea trade.", ["GTA", "S.T."]),
        ("Under the S.T. and C&D rules.", ["S.T.", "C&D"]),
        ("It is cut (and dry).", ["C&D"]),
        ("Sent.", []),
    ],
)
def test_a_text_uses_terms_as_written_and_their_expansions_in_any_case(termed, text, terms):
    assert ids(queries.terms_in(termed, text), "term") == terms


def test_the_first_letter_of_a_term_may_be_small_or_large(tiny):
    rows = frame("term expansion", ("supply chain", "chain of supply"))
    assert len(queries.terms_in(replace(tiny, terms=rows), "Supply chain")) == 1


def test_a_dataset_without_terms_has_none_to_find(tiny):
    assert queries.terms_in(replace(tiny, terms=tiny.terms.head(0)), "The GTA holds.").empty
