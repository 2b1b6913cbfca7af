"""Searching the text, and the term cards that a text calls for."""

from dataclasses import replace

import pytest

from data import queries
from tests.unit.data.queries.four_sentences import ids, records

# Search


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


def test_search_keeps_the_sentences_that_hold_the_words_and_counts_them(ds):
    assert records(queries.search(ds.passages, "peace"), "passage_id", "hits") == [
        ("p01.s1", 2),
        ("p01.s2", 1),
    ]


@pytest.mark.parametrize("words", ["", " ", "war", "\\"])
def test_search_for_nothing_or_in_vain_leaves_no_sentence(ds, words):
    table = queries.search(ds.passages, words)
    assert table.empty
    assert list(table) == [*ds.passages, "hits"]


def test_search_in_no_sentence_finds_none(nothing):
    assert queries.search(nothing.passages, "peace").empty


# Terms


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
def test_a_text_calls_for_its_terms_as_written_and_for_expansions_in_any_case(ds, text, terms):
    assert ids(queries.terms_in(ds, text), "term") == terms


def test_a_dataset_without_terms_has_none_to_call_for(ds):
    bare = replace(ds, terms=ds.terms.head(0))
    assert queries.terms_in(bare, "The GTA holds.").empty
