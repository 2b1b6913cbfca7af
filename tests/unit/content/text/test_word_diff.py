"""What changed between two sentences: whole words, verbatim, few pieces."""

from itertools import pairwise

import pytest

from components.content.text.word_diff import ADDED, DROPPED, SAME, Piece, is_changed, side, word_diff


def marked(old: str, new: str) -> str:
    marks = {SAME: "{}", ADDED: "[+{}+]", DROPPED: "[-{}-]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in word_diff(old, new))


CASES = {
    "replaced": (
        "the denuclearization of the Korean Peninsula.",
        "the denuclearization of the DPRK.",
        "the denuclearization of the[- Korean Peninsula-][+ DPRK+].",
    ),
    "added": (
        "its full range of capabilities.",
        "its full range of capabilities, including nuclear.",
        "its full range of capabilities[+, including nuclear+].",
    ),
    "dropped": (
        "a firm commitment to a conditions-based transition",
        "a firm commitment to a transition",
        "a firm commitment to a[- conditions-based-] transition",
    ),
    "first word": ("We oppose any change.", "They oppose any change.", "[-We -][+They+] oppose any change."),
    "one word between two changes is part of the change": (
        "They stress peace and prosperity today in full",
        "They stress calm and order today in full",
        "They stress[- peace and prosperity-][+ calm and order+] today in full",
    ),
    "the same but for capitals and quotes": (
        "President North’s “full range” of means",
        "president North's \"full range\" of means",
        "president North's \"full range\" of means",
    ),
    "an abbreviation is a word": ("the U.S. alliance of old", "the U.K. alliance of old",
                                  "the[- U.S.-][+ U.K.+] alliance of old"),
    "nothing before": ("", "Ships sail.", "[+Ships sail.+]"),
    "nothing after": ("Ships sail.", "", "[-Ships sail. -]"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_words_and_never_letters(old, new, expected):
    assert marked(old, new) == expected


def test_nothing_is_lost_of_any_linked_pair(shipped):
    """Every pair of the corpus: both sentences, letter for letter."""
    corpus = shipped.corpus
    texts = corpus.passages.set_index(["statement_id", "passage_id"])["text"].to_dict()
    for row in corpus.links.itertuples():
        old, new = texts[row.old_statement, row.old_passage], texts[row.new_statement, row.new_passage]
        pieces = word_diff(old, new)
        assert "".join(piece.text for piece in side(pieces, ADDED)) == new
        assert "".join(piece.text for piece in side(pieces, DROPPED)) == old
        assert all(one.kind != other.kind for one, other in pairwise(pieces) if one.kind != SAME)


def test_whether_anything_changed():
    assert not is_changed([Piece("the same", SAME)])
    assert is_changed(word_diff("a ship", "a boat"))
