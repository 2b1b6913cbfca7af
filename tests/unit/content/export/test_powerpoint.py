"""The slides of a presentation, and the notes of who speaks to them."""

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from components.content.brief.cards import ChartCard
from components.content.export.handout import NEVER_SUMMED
from components.content.text import descriptions
from tests.unit.content.export.documents import handout, notes_text, open_powerpoint, slide_text


@pytest.fixture(params=["standard", "charts"])
def deck(request, standard_deck, chart_deck):
    """A presentation of the standard brief, and one of every chart and the map."""
    return {"standard": standard_deck, "charts": chart_deck}[request.param]


def test_a_presentation_is_a_cover_a_slide_per_card_and_the_sources(standard, standard_deck):
    assert standard_deck.slide_width / standard_deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    titles = [slide.shapes.title.text for slide in standard_deck.slides]
    assert titles == [standard.title, *(card.heading for card in standard.cards), "Sources"]


def test_the_title_comes_first_on_every_slide(deck):
    titles = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
    for slide in deck.slides:
        first = slide.shapes[0]
        assert first.is_placeholder and first.placeholder_format.type in titles and first.text_frame.text


def test_no_placeholder_is_left_empty(deck):
    for slide in deck.slides:
        assert all(shape.text_frame.text for shape in slide.placeholders)


def test_everything_is_within_its_slide(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_every_card_has_notes_with_its_words_and_its_address(standard, standard_deck):
    _, *slides, _ = standard_deck.slides
    for slide, card in zip(slides, standard.cards, strict=True):
        notes = notes_text(slide)
        assert notes.endswith(standard.addresses[str(card.pin)])
        assert all(descriptions.plain(line) in notes for line in card.lines)
        assert (NEVER_SUMMED in notes) == bool(card.pledges)


def test_the_speakers_notes_begin_with_the_readers_note(tiny):
    _, slide, _ = open_powerpoint(handout(tiny, ["p01.s2"], {"p01.s2": "Slow down."})).slides
    assert notes_text(slide).startswith("Slow down.\n")
    assert "Slow down." not in slide_text(slide)


@pytest.mark.parametrize("name", ["standard", "charts"])
def test_every_slide_of_a_card_names_its_source(request, name, standard_deck, chart_deck):
    brief = request.getfixturevalue(name)
    _, *slides, _ = {"standard": standard_deck, "charts": chart_deck}[name].slides
    for slide, card in zip(slides, brief.cards, strict=True):
        source = card.chart.credit(brief.ds) if isinstance(card, ChartCard) else brief.ds.statement.url
        assert source in slide_text(slide)
