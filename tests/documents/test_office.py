"""Word and PowerPoint files as LibreOffice prints them."""

import itertools

import pytest

from components.content.brief.cards import PassageCard
from tests.documents.conftest import missing, run, squeezed


def test_the_standard_brief_is_on_one_page_before_its_annex(printed, briefs):
    if "DejaVu" in run("fc-match", "Arial"):
        missing("a font as wide as Arial, such as fonts-liberation,")
    first, second, *others = printed["standard", "docx"]
    assert all(squeezed(card.heading) in first for card in briefs["standard"].cards)
    assert second.startswith("Quotesandcharts")
    assert len(others) < 6


def test_no_word_on_paper_is_cut_or_outside_the_margins(words):
    for name in ("standard", "kinds"):
        pages = words[name, "docx"]
        assert all(
            word.left > 58 and word.right < 538 and word.bottom < 830 for page in pages for word in page
        )
    heads = {"Pledge", "Payer", "Amount", "Kind", "Period", "Paragraph"}
    assert any(heads <= {word.text for word in page} for page in words["standard", "docx"])


@pytest.mark.parametrize("name", ["standard", "kinds"])
def test_no_slide_overflows_or_is_half_empty(words, drawn, briefs, name):
    pages, pictures, cards = words[name, "pptx"], drawn[name], briefs[name].cards
    for number, (page, picture) in enumerate(zip(pages, pictures, strict=True)):
        title = cards[number - 1].heading if 0 < number <= len(cards) else "cover or sources"
        outside = [word for word in page if word.left < 52 or word.right > 908 or word.bottom > 536]
        assert not outside, title
        assert not over_each_other(page), title
        if number:
            assert not [word for word in page if word.top < 498 and word.bottom > 502], title
            assert body(picture) > 1 / 3, title


def body(picture):
    """The share of a slide's height between the first and the last line drawn of what is under its title."""
    lines = [picture.crop((0, row, picture.width, row + 1)).getextrema()[0] for row in range(26, 124)]
    rows = [row for row, darkest in enumerate(lines) if darkest < 200]
    return (rows[-1] - rows[0]) / picture.height


def over_each_other(page):
    """Pairs of words whose middles lie over each other: lines may touch, words may not."""
    return [
        (one.text, other.text)
        for one, other in itertools.combinations(page, 2)
        if min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.bottom, other.bottom) - max(one.top, other.top)
        > min(one.bottom - one.top, other.bottom - other.top) / 2
    ]


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
    brief = briefs["kinds"]
    _, *slides, _ = printed["kinds", "pptx"]
    for page, card in zip(slides, brief.cards, strict=True):
        written = squeezed(card.heading) + squeezed(card.source(brief.ds))
        assert squeezed(card.heading) in page and len(page) > len(written) + 20, card.heading


def test_documents_with_odd_notes_open_with_all_their_cards(printed, briefs):
    brief = briefs["notes"]
    text = "".join(printed["notes", "docx"])
    assert text.count("Note:") == len(brief.cards)
    assert all(squeezed(card.passage["text"]) in text for card in brief.cards)
    assert len(printed["notes", "pptx"]) == len(brief.cards) + 2
