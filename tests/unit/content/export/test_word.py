"""A Word document in styles alone, with its headings, its table, its paper and its properties."""

import itertools

import pytest
from docx.oxml.ns import qn

from components.content.brief.cards import PassageCard
from components.content.text import formatting
from tests.unit.content.export.documents import CHARTS, PINNED, handout, open_word


def rows(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_word_uses_styles_alone(standard_document, tiny):
    noted = open_word(handout(tiny, [*PINNED, *CHARTS], {"p01.s1": "A note\nof two lines"}))
    for document in (standard_document, noted):
        assert len(list(document.element.body.iter(qn("w:r")))) > 20
        formats = [child.tag for found in document.element.body.iter(qn("w:rPr")) for child in found]
        assert set(formats) == {qn("w:rStyle")}


def test_word_has_a_style_for_every_part(standard, standard_document):
    styles = {paragraph.text: paragraph.style.name for paragraph in standard_document.paragraphs}
    assert styles[standard.title] == "Title" and styles[standard.head] == "Subtitle"
    for number, card in enumerate(standard.cards, start=1):
        assert styles[f"{number}. {card.heading}"].startswith("Heading")
        if isinstance(card, PassageCard):
            assert styles[f"“{card.passage['text']}”"] == f"Quote {card.passage['theme']}"
    (table,) = standard_document.tables
    assert {cell.paragraphs[0].style.name for cell in table.rows[0].cells} == {"Table Head"}


def test_no_heading_skips_a_level(standard_document):
    names = [paragraph.style.name for paragraph in standard_document.paragraphs]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels and all(next_ <= level + 1 for level, next_ in itertools.pairwise([0, *levels]))


def test_pages_are_a4_with_text_between_the_margins(standard_document):
    (section,) = standard_document.sections
    size = (section.page_width.mm, section.page_height.mm)
    assert size == (pytest.approx(210, 0.01), pytest.approx(297, 0.01))
    (table,) = standard_document.tables
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in table.columns) <= room


def test_word_says_its_title_and_language(standard, standard_document):
    properties = standard_document.core_properties
    assert (properties.title, properties.author, properties.language) == (standard.title, "Linchpin", "en")


# Money


def test_the_table_has_a_row_a_pledge_under_its_head(tiny):
    brief = handout(tiny, PINNED)
    (table,) = open_word(brief).tables
    pledges = brief.pledges()
    assert rows(table) == [list(pledges.columns), *pledges.to_numpy().tolist()]


def test_the_table_of_the_standard_brief_has_every_pledge_with_an_amount(standard, standard_document):
    (table,) = standard_document.tables
    stated = standard.ds.pledges.dropna(subset="amount_usd")
    words = {row[0]: row[2] for row in rows(table)}
    amounts = dict(zip(stated["title"], map(formatting.money, stated["amount_usd"]), strict=True))
    assert words.items() >= amounts.items()


def test_a_brief_without_money_has_no_table(tiny):
    assert not open_word(handout(tiny, ["p01.s1", "commitment:ships"])).tables
