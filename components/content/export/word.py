"""A brief as a Word document: the cards on one page, then an annex of quotes and charts.

All its looks are styles, so that a template can replace them.
"""

import io
import textwrap
from typing import cast

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from components.content.brief.cards import Card, ChartCard, PassageCard, TopicCard
from components.content.charts import palette
from components.content.export.handout import (
    LONGEST_LINK,
    NEVER_SUMMED,
    Handout,
    clean,
    codes,
    first_line,
    linked,
    plain_lines,
)
from components.content.export.typography import ARABIC, HANGUL, SANS, SERIF
from components.content.export.word_charts import Charts
from components.content.text import citations, clause_history, descriptions, formatting
from components.content.text.word_diff import ADDED as ADDED_WORDS
from components.content.text.word_diff import DROPPED as DROPPED_WORDS
from data import queries
from data.load.dataset import Dataset

A4 = Cm(21), Cm(29.7)
SIDE, TOP = Cm(2.1), Cm(1.7)  # margins
WIDTH = Cm(16.8)  # between the margins
CHART_HEIGHT = Cm(7)
INK = palette.INK["light"]
MUTED = palette.hexadecimal(palette.mixed(INK, "#ffffff", 0.68))
RULE = palette.hexadecimal(palette.mixed(INK, "#ffffff", 0.25))
# Styles of ours beside those of python-docx's template: below a title on the first page; place and codes of
# a quote; a picture; the end of a card; a table's head and cells, and the table.
LINE, NOTE, PLACE, PICTURE, END = "Card Line", "Card Note", "Place and Codes", "Picture", "Card End"
HEAD, CELL, TABLE = "Table Head", "Table Text", "Brief Table"
LINK = "Hyperlink"
# Character styles of a clause history: words that name the topic, were added, were dropped.
NAMED, ADDED, DROPPED = "Named Words", "Added Words", "Dropped Words"
# By style: font, size, space before and space after, the last three in points, and colour.
STYLES = {
    "Normal": (SANS, 9, 0, 3, INK),
    "Title": (SERIF, 20, 0, 3, INK),
    "Subtitle": (SANS, 9, 0, 8, MUTED),
    "Heading 1": (SERIF, 15, 0, 8, INK),
    "Heading 2": (SERIF, 11, 12, 3, INK),
    "Quote": (SERIF, 10, 0, 3, INK),
    "List Bullet": (SANS, 9, 0, 2, INK),
    "Footer": (SANS, 8, 0, 0, MUTED),
    "Card Title": (SERIF, 11.5, 7, 1, INK),
    LINE: (SANS, 9.5, 0, 0, MUTED),
    NOTE: (SANS, 9, 1, 0, INK),
    PLACE: (SANS, 8.5, 0, 3, MUTED),
    END: (SANS, 8.5, 2, 3, MUTED),
    PICTURE: (SANS, 9, 2, 4, INK),
    HEAD: (SANS, 9, 2, 2, INK),
    CELL: (SANS, 9, 2, 2, INK),
}
KEPT_WITH_NEXT = ("Heading 1", "Heading 2", "Card Title", "Quote", PLACE, PICTURE, "List Bullet")
COLUMN_WIDTHS = (Cm(5.2), Cm(1.6), Cm(2.3), Cm(3.2), Cm(2.3), Cm(2.2))


def word(brief: Handout) -> bytes:
    """The brief as a .docx of A4 pages: a page of titles, lines and notes; then quotes, charts, money and
    sources."""
    statement = brief.ds.statement
    foot = f"{statement.title}, {formatting.day(statement.date)}"
    document = blank(brief.ds, brief.title, foot)
    document.add_paragraph(clean(brief.title), "Title")
    document.add_paragraph(brief.head, "Subtitle")
    said: set[str] = set()  # the key findings say what some charts would say again
    for number, card in enumerate(brief.cards, start=1):
        document.add_paragraph(f"{number}. {card.heading}", "Card Title")
        if first_line(card) not in said:
            add_linked(document, _line(card), LINE)
        if isinstance(card, ChartCard):
            said.update(plain_lines(card))
        if note := brief.note(card):
            document.add_paragraph(f"Note: {note}", NOTE)
    document.add_paragraph("Quotes and charts", "Heading 1")
    charts = Charts(document)
    for number, card in enumerate(brief.cards, start=1):
        document.add_paragraph(f"{number}. {card.heading}", "Heading 2")
        _add_card(document, brief, card, charts)
    _add_pledges(document, brief)
    document.add_paragraph("Sources", "Heading 2")
    for line in brief.sources:
        add_linked(document, line, "Normal")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _line(card: Card) -> str:
    """What the first page says of a card under its title; for a sentence, how it begins."""
    if isinstance(card, PassageCard) and not card.clause:
        return f"“{textwrap.shorten(card.passage['text'], 90, placeholder=' …')}”"
    line = _with_full_stop(first_line(card))
    if isinstance(card, PassageCard):
        return f"{line} {descriptions.reference(card.passage)}."
    return f"Filter: {card.filter_words}. {line}" if card.filter_words and not card.empty else line


def _add_card(document: Docx, brief: Handout, card: Card, charts: Charts) -> None:
    """Add a card's quote with its codes, or its chart, then its lines, its source and its link."""
    if isinstance(card, PassageCard):
        document.add_paragraph(f"“{card.passage['text']}”", _quote_style(card.passage["theme"]))
        document.add_paragraph(codes(brief.ds, card), PLACE)
    elif charts.add(card, WIDTH, CHART_HEIGHT, PICTURE):
        add_linked(document, card.source(brief.ds), PLACE)
    elif card.filter_words:
        document.add_paragraph(f"Filter: {card.filter_words}.", PLACE)
    for line in plain_lines(card):
        add_linked(document, line, "List Bullet")
    if isinstance(card, TopicCard):
        _add_history(document, card)
    _add_link(document.add_paragraph("", END), "Open in Linchpin", brief.addresses[str(card.pin)])


def _add_history(document: Docx, card: TopicCard) -> None:
    """Add a clause history: the words of each meeting, their place and address under them."""
    for step in card.history.steps:
        when = citations.when(step.meeting)
        silence = f": {step.silence}" if step.silence else ""
        document.add_paragraph(f"{when}{silence}", NOTE).paragraph_format.keep_with_next = bool(step.lines)
        for line in step.lines:
            quote = document.add_paragraph("“", "Quote")
            for run in line.runs:
                quote.add_run(run.text, _character_style(run))
            quote.add_run("”")
            add_linked(document, citations.full_source(line.text, line.reference), PLACE)


def _character_style(run: clause_history.Run) -> str | None:
    """The style of words of a history; None for those that neither changed nor name the topic."""
    return {ADDED_WORDS: ADDED, DROPPED_WORDS: DROPPED}.get(run.kind, NAMED if run.named else None)


def _add_pledges(document: Docx, brief: Handout) -> None:
    """Add the table of pledges, if the brief shows any."""
    pledges = brief.pledges()
    if pledges.empty:
        return
    document.add_paragraph("Money", "Heading 2")
    table = document.add_table(0, len(pledges.columns), TABLE)
    table.autofit = False
    for style, rows in ((HEAD, [pledges.columns]), (CELL, pledges.itertuples(index=False))):
        for words in rows:
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()  # python-docx has no property for either
            properties.append(OxmlElement("w:cantSplit"))
            if style == HEAD:
                properties.append(OxmlElement("w:tblHeader"))  # on every page that the table reaches
            for cell, text, width in zip(row.cells, words, COLUMN_WIDTHS, strict=True):
                cell.width = width
                cell.paragraphs[0].text = text
                cell.paragraphs[0].style = style
    # LibreOffice reads the widths of columns, Word those of cells.
    for column, width in zip(table.columns, COLUMN_WIDTHS, strict=True):
        column.width = width
    document.add_paragraph(NEVER_SUMMED, END)


def add_linked(document: Docx, line: str, style: str) -> None:
    """Add a line as a paragraph whose addresses are links. Not for what readers wrote."""
    paragraph = document.add_paragraph("", style)
    for text, address in linked(line):
        _add_link(paragraph, text, address) if address else paragraph.add_run(text)


def _add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add words that open an address; one that is too long for Word becomes words alone."""
    run = paragraph.add_run(text)
    if len(address) > LONGEST_LINK:
        return
    run.style = LINK
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RT.HYPERLINK, is_external=True))
    link.append(run._r)
    paragraph._p.append(link)


def _with_full_stop(line: str) -> str:
    return line if not line or line.endswith(".") else f"{line}."


def _quote_style(theme: str) -> str:
    """The name of the style of quotes of a theme."""
    return f"Quote {theme}"


def blank(ds: Dataset, title: str, foot_words: str) -> Docx:
    """An empty document with our styles, page size, margins, foot and properties, of which the title."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = SIDE
    section.top_margin = section.bottom_margin = TOP
    _set_styles(document)
    _add_quote_styles(document, ds)
    foot = section.footer.paragraphs[0]
    foot.text = f"{foot_words}\t"
    foot._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    properties = document.core_properties
    properties.title, properties.author = clean(title)[:255], "Linchpin"
    properties.language = "en"
    return document


def _set_styles(document: Docx) -> None:
    """Set the fonts, sizes, colours and spaces of STYLES, and the styles of links and tables."""
    _remove_other_styles(document)
    there = {style.name for style in document.styles}
    for name, (font, size, before, after, colour) in STYLES.items():
        style = document.styles[name] if name in there else _new(document, name)
        _set_font(style, font, size, colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = name in KEPT_WITH_NEXT
        style.paragraph_format.widow_control = True
    document.styles["Title"].element.get_or_add_pPr().remove_all("w:pBdr")  # a line of python-docx's template
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    document.styles[HEAD].font.bold = True
    stops = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(palette.ACCENT[1:]), True
    named, added, dropped = (
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER) for name in (NAMED, ADDED, DROPPED)
    )
    named.font.bold = added.font.underline = dropped.font.strike = True
    dropped.font.color.rgb = RGBColor.from_string(MUTED[1:])
    table = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    lines = "".join(
        f"<w:{side} w:val='single' w:sz='4' w:color='{RULE[1:]}'/>" for side in ("top", "bottom", "insideH")
    )
    table.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblBorders>{lines}</w:tblBorders></w:tblPr>"))


def _remove_other_styles(document: Docx) -> None:
    """Remove the styles of python-docx's template that nothing uses. python-docx reads all styles for each
    paragraph that it adds, which was half of the time that a document took."""
    for style in list(document.styles):
        if style.name not in STYLES and not style.element.default:
            style.delete()
        else:
            style.element.remove_all("w:link")  # to a style of letters, which is gone


def _add_quote_styles(document: Docx, ds: Dataset) -> None:
    """Add a style of quotes for each theme: Quote, with a bar in the theme's colour at its left."""
    for theme, colour in palette.colours(queries.codes(ds, "theme")).items():
        style = _new(document, _quote_style(theme))
        style.base_style = document.styles["Quote"]
        style.paragraph_format.left_indent = Pt(10)
        bar = f"<w:left w:val='single' w:sz='24' w:space='7' w:color='{colour[1:]}'/>"
        style.element.get_or_add_pPr().insert_element_before(
            parse_xml(f"<w:pBdr {nsdecls('w')}>{bar}</w:pBdr>"), "w:shd", "w:tabs", "w:spacing", "w:ind"
        )


def _new(document: Docx, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return cast("ParagraphStyle", style)


def _set_font(style: ParagraphStyle, font: str, size: float, colour: str) -> None:
    """Set font, size and colour of a style, those of scripts of other widths and directions too."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()  # else the font of the template's theme would take precedence
    for letters, name in (("ascii", font), ("hAnsi", font), ("eastAsia", HANGUL), ("cs", ARABIC)):
        fonts.set(qn(f"w:{letters}"), name)
    style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour[1:])
    style.font.bold = style.font.italic = False
    properties.remove_all("w:spacing")  # python-docx's template spaces some letters
    properties.remove_all("w:szCs")
    properties.find(qn("w:sz")).addnext(parse_xml(f"<w:szCs {nsdecls('w')} w:val='{round(size * 2)}'/>"))
