"""Word and PowerPoint files as LibreOffice prints them."""

from components.content.brief.cards import PassageCard
from tests.documents.conftest import missing, run, squeezed


def test_the_standard_brief_takes_two_pages_at_most(printed):
    if "DejaVu" in run("fc-match", "Arial"):
        missing("a font as wide as Arial, such as fonts-liberation,")
    assert 1 <= len(printed["standard", "docx"]) <= 2


def test_every_card_can_be_read_on_paper(printed, briefs):
    text = "".join(printed["standard", "docx"])
    for card in briefs["standard"].cards:
        assert squeezed(card.heading) in text
        if isinstance(card, PassageCard):
            assert squeezed(card.passage["text"]) in text


def test_every_slide_is_a_page_with_its_own_words(printed, briefs):
    brief = briefs["standard"]
    cover, *cards, sources = printed["standard", "pptx"]
    assert squeezed(brief.title) in cover
    for page, card in zip(cards, brief.cards, strict=True):
        assert squeezed(card.heading) in page
        if isinstance(card, PassageCard):
            assert squeezed(card.passage["text"]) in page
    assert squeezed(brief.sources[0]) in sources


def test_every_chart_is_drawn_on_its_slide(printed, briefs):
    brief = briefs["charts"]
    _, *slides, _ = printed["charts", "pptx"]
    for page, card in zip(slides, brief.cards, strict=True):
        written = squeezed(card.heading) + squeezed(card.source(brief.ds))
        assert squeezed(card.heading) in page and len(page) > len(written) + 20, card.heading


def test_documents_with_odd_notes_open_with_all_their_cards(printed, briefs):
    brief = briefs["notes"]
    text = "".join(printed["notes", "docx"])
    assert text.count("Note:") == len(brief.cards)
    assert all(squeezed(card.passage["text"]) in text for card in brief.cards)
    assert len(printed["notes", "pptx"]) == len(brief.cards) + 2
