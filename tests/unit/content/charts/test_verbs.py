"""The words that carry the commitments."""

import pandas as pd

from components.content.charts.verbs import verbs
from tests.unit.content.charts.figure_parts import bar_trace, marks


def table(*counts: int) -> pd.DataFrame:
    """Words with so many commitments, each in sentences of its own."""
    rows = [
        (f"word{place}", f"word{place}", count, f"p{place + 1:02d}.s1") for place, count in enumerate(counts)
    ]
    return pd.DataFrame(rows, columns=["verb", "forms", "count", "passage_ids"])


def drawn(*counts: int) -> tuple[list[str], list[int]]:
    """The words of the bars from the top, and their lengths."""
    fig = verbs(table(*counts))
    return [mark[1] for mark in marks(fig)], list(bar_trace(fig).x)


def test_words_that_carry_one_commitment_each_share_a_pale_bar():
    assert drawn(3, 2, 1, 1, 1) == (["word0", "word1", "others"], [3, 2, 3])
    fig = verbs(table(3, 2, 1, 1, 1))
    assert marks(fig)[2] == ["p03.s1;p04.s1;p05.s1", "others", "3 commitments", "word2, word3, word4"]
    assert bar_trace(fig).text[2] == "3, in 3 words"
    assert bar_trace(fig).marker.color[2] != bar_trace(fig).marker.color[1]


def test_one_word_is_no_group():
    assert drawn(3, 2, 1) == (["word0", "word1", "word2"], [3, 2, 1])


def test_where_no_word_comes_twice_the_first_ones_are_drawn():
    words, counts = drawn(*[1] * 12)
    assert words == [*(f"word{place}" for place in range(7)), "others"] and sum(counts) == 12
