"""Searching the texts, and the terms that a text uses."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import queries
from data.queries.folding import fold, phrase, spans
from data.queries.spelling import american
from tests.hostile import TEXT, examples
from tests.unit.data.queries.rows import frame, ids

# Folded text


def found(text: str, words: str, **how) -> list[str]:
    return [text[start:end] for start, end in spans(text, phrase(words, **how))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peace is peaceful. PEACE!", "peace", ["Peace", "peace", "PEACE"]),
        ("a friend’s “gift” (and more).", 'friend\'s "gift" and  more', ["friend’s “gift” (and more"]),
        ("The U.S.-ROK and U.S.- Korea ties.", "US-ROK", ["U.S.-ROK"]),
        ("Join us, the U.S. and the US: a bus.", "US", ["U.S.", "US"]),
        ("Join us, the U.S. and the US: a bus.", "us", ["us", "U.S.", "US"]),
        ("Aid (AI) is paid.", "AI", ["AI"]),
        (
            "rules-based, rules‑based, rules based",
            "rules‑based",
            ["rules-based", "rules‑based", "rules based"],
        ),
        ("net zero and net-zero", "net-zero", ["net zero", "net-zero"]),
        ("COVID-19, COVID\u00a019", "COVID 19", ["COVID-19", "COVID\u00a019"]),
        ("COVID-19", "covid\u00a019", ["COVID-19"]),
        ("a ﬁsh, a fi\u00adsh, a ﬁ\u200bsh", "fish", ["ﬁsh", "fi\u00adsh", "ﬁ\u200bsh"]),
        ("Café and Cafe\u0301", "cafe", ["Café", "Cafe\u0301"]),
        ("Café and Cafe\u0301", "Cafe\u0301", ["Café", "Cafe\u0301"]),
        ("İ İ peace, STRASSE", "Peace", ["peace"]),
        ("İ İ peace, STRASSE", "straße", ["STRASSE"]),
        ("평화를 위하여", "평화", ["평화"]),
        ("over 200,000, in 2021–2025", "200000", ["200,000"]),
        ("over 200,000, in 2021–2025", "2021-2025", ["2021–2025"]),
        ("a new $200M fund", "$200", ["$200"]),
        ("1.5 degrees, 15 days", "1.5", ["1.5"]),
        ("the warmth", "war", []),
        ("one title\nthe quote", "title the", []),
        ("Peace. (and more)", "", []),
        ("Peace. (and more)", " .*[ ", []),
    ],
)
def test_what_is_written_otherwise_is_found_to_the_letter(text, words, expected):
    assert found(text, words) == expected


def test_a_phrase_in_whole_words_is_not_a_part_of_others():
    assert found("ship, partnership, ships", "ship", whole=True) == ["ship"]
    longer = phrase("Korea", whole=True)._replace(not_in=(" north korea ",))
    assert spans("North Korea, Korea", longer) == [(13, 18)]


@st.composite
def searches(draw) -> tuple[str, str]:
    """A text, and words that often stand in it, written otherwise."""
    text = draw(TEXT)[:300]
    start = draw(st.integers(0, max(len(text) - 1, 0)))
    part = text[start : start + draw(st.integers(1, 9))]
    return text, draw(st.one_of(TEXT, st.sampled_from([part, part.upper(), part.lower(), part.swapcase()])))


@given(searches())
@examples(150)
def test_hits_are_what_was_searched_in_order_and_apart(search):
    text, words = search
    folded = fold(text)
    assert len(folded.words) == len(folded.starts) == len(folded.ends)
    end_before = 0
    for start, end in spans(text, phrase(words)):
        assert end_before <= start < end <= len(text)
        assert phrase(words).words.strip() in fold(text[start:end]).words
        end_before = end


@pytest.mark.parametrize("words", ["(a+)+$", "(.*a){20}", "a{9999999}", "a" * 1_000 + "b", "1" * 100])
@pytest.mark.parametrize("text", ["a" * 200_000, "a.a." * 50_000, "1,111" * 40_000, "e\u0301" * 100_000])
def test_a_long_text_is_searched_once(text, words):
    began = time.process_time()
    spans(text, phrase(words))
    assert time.process_time() - began < 5  # some 0.5 s; as a pattern or letter by letter it would take hours


# Spelling


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("denuclearisation", "denuclearization"),
        ("organised", "organized"),
        ("analyse", "analyze"),
        ("programmes", "programs"),
        ("defence", "defense"),
        ("neighbouring", "neighboring"),
        ("centres", "centers"),
        ("modelling", "modeling"),
        ("dialogue", "dialog"),
        ("enrolment", "enrollment"),
    ],
)
def test_british_and_american_spelling_are_one(british, us):
    assert american(british) == american(us) == us


@pytest.mark.parametrize("word", ["four", "filled", "sentence", "fire", "vogue", "programmer"])
def test_other_words_stay_as_they_are(word):
    assert american(word) == word


# Search


@pytest.fixture
def written(tiny):
    """The tiny dataset, with sentences and names to search for."""
    texts = [
        "The U.S.-East denuclearization of Myanmar, by organizations for semi-conductors.",
        "A new $200M fund for Myanmar’s net zero, and OPCON of the Upper Land.",
        "The Land agrees on a zero net and peace.",
    ]
    passages = tiny.passages.assign(text=texts)
    places = frame(
        "place_id name short_name other_names",
        ("myanmar", "Myanmar", "Myanmar", "Burma"),
        ("land", "Land", "Land", "LD"),
        ("upper", "Upper Land", "Upper Land", ""),
    )
    terms = frame("term expansion", ("OPCON", "Operational control"))
    bodies = frame("body_id name acronym", ("fund", "Peace Fund of the East", "PFE"))
    mentions = frame("passage_id body_id quote", ("p01.s2", "fund", "new $200M fund"))
    return replace(tiny, passages=passages, places=places, terms=terms, bodies=bodies, body_mentions=mentions)


@pytest.mark.parametrize(
    ("words", "hits", "also"),
    [
        ("peace", ["peace"], []),
        ("Burma", ["Myanmar", "Myanmar"], ["Myanmar"]),
        ("Operational control", ["OPCON"], ["OPCON"]),
        ("LD", ["Land"], ["Land"]),
        ("PFE", ["new $200M fund"], ["new $200M fund"]),
        ("denuclearisation", ["denuclearization"], ["denuclearization"]),
        ("organisation", ["organizations"], ["organizations"]),
        ("semiconductor", ["semi-conductors"], ["semi-conductors"]),
        ("$200 million", ["$200M"], ["$200M"]),
        ("USD 200 mn", ["$200M"], ["$200M"]),
        ("200 million dollars", ["$200M"], ["$200M"]),
        ("net zero", ["net zero"], []),
        ('"denuclearisation"', [], []),
        ('"zero net"', ["zero net"], []),
        ("war", [], []),
        ("", [], []),
        ("“”", [], []),
    ],
)
def test_a_search_finds_words_and_what_means_the_same_and_says_so(written, words, hits, also):
    found = queries.search(written, "passages", words)
    texts = written.passages.set_index("passage_id")["text"]
    assert [texts[key][a:b] for key, places in found.hits.items() for a, b in places] == hits
    assert list(found.also) == also and not found.apart and found.count == len(hits)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Burma organisation", ["p01.s1"]),
        ("peace zero", ["p02.s1"]),
        ('"net zero" Burma', ["p01.s2"]),
        ('"zero net" Burma', []),
    ],
)
def test_words_that_are_no_phrase_have_to_be_in_one_row(written, words, keys):
    found = queries.search(written, "passages", words)
    assert list(found.hits) == keys
    assert found.apart == (bool(keys) and '"' not in words)
    for places in found.hits.values():
        assert all(end <= start for (_, end), (start, _) in pairwise(places))


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("denuclearizaton", ["denuclearization"]),
        ("Mynmar", ["Myanmar"]),
        ("Denuclearizaton", ["Denuclearization"]),
        ("peace OPCON", ["peace", "OPCON"]),
        ("**peace** [OPCON](x)", ["opcon", "peace"]),
        ("x" * 100, []),
    ],
)
def test_a_search_in_vain_offers_what_is_near_and_finds_something(written, words, near):
    found = queries.search(written, "passages", words)
    assert not found.hits and list(found.near) == near
    assert all(queries.search(written, "passages", other).hits for other in near)


def test_commitments_are_searched_in_titles_and_quotes_but_not_across(tiny):
    rows = frame("commitment_id title quote", ("a", "Keep peace", "Trade grows"), ("b", "Sail", "Ships sail"))
    ds = replace(tiny, commitments=rows)
    assert list(queries.search(ds, "commitments", "sail").hits) == ["b"]
    assert list(queries.search(ds, "commitments", "peace grows").hits) == ["a"]
    assert queries.search(ds, "commitments", '"peace trade"').hits == {}


@pytest.mark.parametrize("words", ["(a+)+$", "aab" * 33, "a " * 50, '"' * 100, "$1m" * 33, "US-" * 33])
def test_hostile_words_take_no_time(written, words):
    began = time.process_time()
    queries.search(written, "passages", words)
    assert time.process_time() - began < 1


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
