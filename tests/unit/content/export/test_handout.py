"""What every document of a brief says, whatever its format."""

import pytest

from components.content.brief import pins
from components.content.text import descriptions
from data.queries import Selection
from tests.unit.content.export.documents import FORMATS, handout


@pytest.fixture(scope="module", params=FORMATS)
def text(request, standard):
    """The words of the standard brief in each format."""
    return FORMATS[request.param](standard)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_document_has_title_statement_filter_and_day(tiny, kind):
    text = FORMATS[kind](handout(tiny, ["p01.s1"], title="On *trade*", selection=Selection(("trade",))))
    assert "On *trade*" in text
    assert "A Statement, 3 February 2001. Filter: theme Trade. Made on 4 May 2006." in text


def test_without_a_filter_a_document_says_that_there_is_none(text, standard):
    title = standard.ds.statement.title
    assert f"{title}, 21 May 2021. No filter. Made on 4 May 2006." in text


def test_every_card_has_its_heading_and_its_lines_in_order(text, standard):
    assert len(standard.cards) > 10
    at = 0
    for card in standard.cards:
        at = text.index(card.heading, at)
        for line in card.lines:
            assert descriptions.plain(line) in text, line


def test_every_sentence_is_quoted_to_the_letter_with_its_place_and_codes(text, standard):
    sentences = [card.passage for card in standard.cards if card.passage is not None]
    assert len(sentences) > 10
    for row in sentences:
        codes = ", ".join(descriptions.codes(standard.ds, row))
        assert row["text"] in text
        assert f"Paragraph {row['paragraph']}, sentence {row['sentence']}. {codes}." in text


def test_a_document_says_where_words_codes_and_brief_are_from(text, standard):
    assert standard.ds.statement.url in text
    assert "made by a language model" in text
    assert standard.address in text


@pytest.mark.parametrize("text", ["PowerPoint", "Markdown"], indirect=True)
def test_every_card_has_its_address(text, standard):
    assert all(address in text for address in standard.addresses.values())


@pytest.mark.parametrize("kind", FORMATS)
def test_a_chart_says_the_filter_that_it_was_pinned_under(tiny, kind):
    text = FORMATS[kind](handout(tiny, ["chart:ladder~trade~south"]))
    assert "Under theme Trade, actor South." in text
    assert "1 pledged and 1 considered. Who has to act: South 2." in text


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("pin", ["chart:ladder~sport", "map:world~sport"])
def test_a_card_with_nothing_to_show_says_so(tiny, kind, pin):
    assert "Nothing to show" in FORMATS[kind](handout(tiny, [pin]))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_sentence_that_nothing_was_read_from_is_something_to_show(shipped, kind):
    bare = next(one for one in shipped.passages["passage_id"] if not descriptions.lines(shipped, one))
    assert "Nothing to show" not in FORMATS[kind](handout(shipped, [bare]))


@pytest.mark.parametrize("kind", FORMATS)
def test_as_many_of_the_longest_pins_as_a_brief_holds_are_made(shipped, kind):
    """Their address takes more than the 255 characters that a property of a document may have."""
    longest = sorted(shipped.commitments["commitment_id"], key=len, reverse=True)[: pins.MOST]
    handed = handout(shipped, [f"commitment:{name}" for name in longest])
    assert len(handed.cards) == pins.MOST and len(handed.address) > 1000
    assert handed.address in FORMATS[kind](handed)
