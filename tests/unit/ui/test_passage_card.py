"""A passage in words: where it stands, and how to cite it."""

from dataclasses import replace

import pytest

from components.content.text import descriptions
from components.ui.parts import passage_card


def test_passages_come_once_and_in_reading_order(tiny):
    found = passage_card.rows(tiny, ["p02.s1", "p01.s2", "p02.s1"])
    assert found["passage_id"].tolist() == ["p01.s2", "p02.s1"]


def test_the_tenth_sentence_is_read_after_the_second(tiny):
    ids = ["p01.s1", "p01.s2", "p01.s10"]
    longer = replace(tiny, passages=tiny.passages.assign(passage_id=ids))
    assert passage_card.rows(longer, reversed(ids))["passage_id"].tolist() == ids


def test_an_unknown_passage_is_refused(tiny):
    with pytest.raises(KeyError):
        passage_card.rows(tiny, ["p01.s1", "p99.s1"])


def test_a_citation_holds_the_words_the_place_the_title_the_date_and_the_address(tiny):
    (_, first), *_ = passage_card.rows(tiny, ["p01.s2"]).iterrows()
    assert descriptions.citation(tiny, first) == (
        "“Trade brings $5 and $6.”\n"
        "Paragraph 1, sentence 2. A Statement, 3 February 2001. https://example.org"
    )
