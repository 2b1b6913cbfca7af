"""A Word document in styles alone, with its headings, its table, its paper and its properties."""

import itertools
from dataclasses import replace

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from components.content.brief.cards import MapCard, PassageCard
from components.content.text import formatting
from data import queries
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


def test_the_head_of_the_table_is_repeated_and_no_row_is_cut(standard_document):
    (table,) = standard_document.tables
    head, *others = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


# The first page, and the annex


def test_the_first_page_has_a_title_a_line_and_the_note_of_each_card(tiny):
    brief = handout(tiny, ["pledge:fund", "p01.s1", "chart:balance~trade"], {"p01.s1": "Mind this."})
    said = [(paragraph.style.name, paragraph.text) for paragraph in open_word(brief).paragraphs]
    page = said[2 : [style for style, _ in said].index("Heading 1")]
    assert page[:5] == [
        ("Card Title", "1. Fund"),
        ("Card Line", "$70 million, North, new money, 2001–2005. Paragraph 1, sentence 2."),
        ("Card Title", "2. Paragraph 1, sentence 1"),
        ("Card Line", f"“{queries.passage(tiny, 'p01.s1')['text']}”"),
        ("Card Note", "Note: Mind this."),
    ]
    assert page[6][1].startswith("Filter: theme Trade. ")


def test_the_first_page_says_nothing_twice(standard_document):
    lines = [one.text for one in standard_document.paragraphs if one.style.name == "Card Line"]
    assert len(lines) == len(set(lines)) and not [line for line in lines[1:] if line in lines[0]]


def test_charts_are_those_of_the_presentation_with_their_workbooks(charts):
    document = open_word(charts)
    drawn = [rel.target_part for rel in document.part.rels.values() if rel.reltype == RT.CHART]
    assert len(drawn) == len(charts.cards)
    for part in drawn:
        (book,) = [rel.target_part for rel in part.rels.values()]
        assert book.blob.startswith(b"PK") and b"<c:ser>" in part.blob
    pictures = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert len(pictures) == len(drawn) and all(pictures)


def test_addresses_are_links(standard, standard_document):
    links = [
        standard_document.part.rels[one.get(qn("r:id"))].target_ref
        for one in standard_document.element.body.iter(qn("w:hyperlink"))
    ]
    statement = standard.ds.statement.url
    expected = []
    for card in standard.cards:
        # A map has no quote: its source stands under it.
        expected += [statement] * isinstance(card, MapCard) + [standard.addresses[str(card.pin)]]
    assert links == [*expected, statement, standard.address]


def test_an_address_in_a_line_of_a_card_is_a_link(tiny):
    brief = handout(tiny, ["p01.s1"])
    card = replace(brief.cards[0], lines=["**After**: signed. https://a.example/b."])
    document = open_word(replace(brief, cards=[card]))
    (line,) = [one for one in document.paragraphs if one.style.name == "List Bullet"]
    assert line.text == "After: signed. https://a.example/b."
    assert [link.address for link in line.hyperlinks] == ["https://a.example/b"]


def test_an_address_that_word_would_not_open_is_words(tiny):
    brief = replace(handout(tiny, ["p01.s1"]), address="https://linchpin.example/" + "x" * 2000)
    document = open_word(brief)
    assert document.paragraphs[-1].text.endswith(brief.address)
    assert not list(document.paragraphs[-1]._p.iter(qn("w:hyperlink")))
