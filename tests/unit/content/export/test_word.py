"""A Word document in styles alone, with its headings, its paper and its properties."""

import itertools

import pytest
from docx.oxml.ns import qn

from tests.unit.content.export.documents import CHARTS, MONEY_PINS, handout, opened


def test_word_uses_styles_alone(standard, tiny):
    for handed in (standard, handout(tiny, [*MONEY_PINS, *CHARTS], {"p01.s1": "A note\nof two lines"})):
        document = opened(handed)
        assert len(list(document.element.body.iter(qn("w:r")))) > 20
        assert not list(document.element.body.iter(qn("w:rPr")))


def test_word_has_a_style_for_every_part(standard):
    document = opened(standard)
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles[standard.title] == "Title" and styles[standard.head] == "Subtitle"
    for number, card in enumerate(standard.cards, start=1):
        assert styles[f"{number}. {card.heading}"].startswith("Heading")
        if card.passage is not None:
            assert styles[f"“{card.passage['text']}”"] == "Quote"
    (table,) = document.tables
    assert {cell.paragraphs[0].style.name for cell in table.rows[0].cells} == {"Table Head"}


def test_no_heading_of_word_skips_a_level(standard):
    names = [paragraph.style.name for paragraph in opened(standard).paragraphs]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels and all(next_ <= level + 1 for level, next_ in itertools.pairwise([0, *levels]))


def test_word_pages_are_a4_with_text_between_the_margins(standard):
    (section,) = opened(standard).sections
    assert (section.page_width.mm, section.page_height.mm) == (
        pytest.approx(210, 0.01),
        pytest.approx(297, 0.01),
    )
    (table,) = opened(standard).tables
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in table.columns) <= room


def test_word_says_its_title_and_language(standard):
    properties = opened(standard).core_properties
    assert (properties.title, properties.author, properties.language) == (standard.title, "Linchpin", "en")
