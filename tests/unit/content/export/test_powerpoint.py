"""The slides of a presentation, and the notes of who speaks to them."""

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from components.content.export.handout import NEVER_SUMMED
from components.content.text import descriptions
from tests.unit.content.export.documents import handout, shown, spoken, words_on


def test_slides_are_wide_with_one_a_card_between_a_cover_and_the_sources(standard):
    deck = shown(standard)
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [standard.title, *(card.heading for card in standard.cards), "Sources"]


def test_every_slide_has_its_title_before_all_else(standard, charts):
    titles = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
    for handed in (standard, charts):
        for slide in shown(handed).slides:
            first = slide.shapes[0]
            assert first.is_placeholder and first.placeholder_format.type in titles and first.text_frame.text


def test_no_placeholder_is_left_empty(standard, charts):
    for handed in (standard, charts):
        for slide in shown(handed).slides:
            assert all(shape.text_frame.text for shape in slide.placeholders)


def test_everything_stands_on_its_slide(standard, charts):
    for handed in (standard, charts):
        deck = shown(handed)
        for slide in deck.slides:
            for shape in slide.shapes:
                assert min(shape.left, shape.top) >= 0
                assert shape.left + shape.width <= deck.slide_width
                assert shape.top + shape.height <= deck.slide_height


def test_every_card_has_notes_with_its_words_and_its_address(standard):
    _, *slides, _ = shown(standard).slides
    for slide, card in zip(slides, standard.cards, strict=True):
        notes = spoken(slide)
        assert notes.endswith(standard.addresses[str(card.pin)])
        assert all(descriptions.plain(line) in notes for line in card.lines)
        assert (NEVER_SUMMED in notes) == bool(card.pledges)


def test_a_speaker_reads_the_own_note_first(tiny):
    _, slide, _ = shown(handout(tiny, ["p01.s2"], {"p01.s2": "Slow down."})).slides
    assert spoken(slide).startswith("Slow down.\n")
    assert "Slow down." not in words_on(slide)


def test_every_slide_of_a_card_names_its_source(standard, charts):
    for handed in (standard, charts):
        _, *slides, _ = shown(handed).slides
        for slide, card in zip(slides, handed.cards, strict=True):
            ds = handed.ds
            assert (card.exhibit.credit(ds) if card.exhibit else ds.statement.url) in words_on(slide)
