"""A brief as a Word document. All its looks are styles, so that a template can replace them."""

import io

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor

from components.content.brief.cards import PassageCard
from components.content.export.handout import NEVER_SUMMED, Handout, clean, codes, plain_lines

A4 = Cm(21), Cm(29.7)
TEXT_COLOUR = RGBColor(0x1D, 0x23, 0x2B)
HEAD, CELL = "Table Head", "Table Text"  # styles of ours: python-docx's template has none for tables
# By style: font, size, space before and space after, the last three in points.
STYLES = {
    "Normal": ("Arial", 9, 0, 3),
    "Title": ("Georgia", 18, 0, 4),
    "Subtitle": ("Arial", 9, 0, 6),
    "Heading 1": ("Georgia", 10.5, 6, 1),
    "Quote": ("Georgia", 9.5, 0, 1),
    "List Bullet": ("Arial", 9, 0, 1),
    HEAD: ("Arial", 9, 1, 1),
    CELL: ("Arial", 9, 1, 1),
}
COLUMN_WIDTHS = (Cm(6.0), Cm(1.4), Cm(2.3), Cm(3), Cm(2), Cm(1.9))


def word(brief: Handout) -> bytes:
    """The brief as a .docx of A4 pages: title, cards with quotes and codes, table of pledges, sources."""
    document = _blank(brief)
    document.add_paragraph(clean(brief.title), "Title")
    document.add_paragraph(brief.head, "Subtitle")
    for number, card in enumerate(brief.cards, start=1):
        document.add_paragraph(f"{number}. {card.heading}", "Heading 1")
        if isinstance(card, PassageCard):
            document.add_paragraph(f"“{card.passage['text']}”", "Quote")
            document.add_paragraph(
                " ".join([codes(brief.ds, card), *map(_with_full_stop, plain_lines(card))]), "Normal"
            )
        else:
            if card.filter_words:
                document.add_paragraph(f"Under {card.filter_words}.", "Normal")
            for line in plain_lines(card):
                document.add_paragraph(line, "List Bullet")
        if note := brief.note(card):
            document.add_paragraph(f"Note: {note}", "Normal")
    _add_pledges(document, brief)
    document.add_paragraph("Sources", "Heading 1")
    for line in brief.sources:
        document.add_paragraph(line, "Normal")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_pledges(document: Docx, brief: Handout) -> None:
    """Add the table of pledges, if the brief shows any."""
    pledges = brief.pledges()
    if pledges.empty:
        return
    document.add_paragraph("Money", "Heading 1")
    table = document.add_table(0, len(pledges.columns), "Table Grid")
    for style, rows in ((HEAD, [pledges.columns]), (CELL, pledges.itertuples(index=False))):
        for row in rows:
            for cell, text, width in zip(table.add_row().cells, row, COLUMN_WIDTHS, strict=True):
                cell.width = width
                cell.paragraphs[0].text = text
                cell.paragraphs[0].style = style
    # LibreOffice reads the widths of columns, Word those of cells.
    for column, width in zip(table.columns, COLUMN_WIDTHS, strict=True):
        column.width = width
    document.add_paragraph(NEVER_SUMMED, "Normal")


def _with_full_stop(line: str) -> str:
    return line if line.endswith(".") else f"{line}."


def _blank(brief: Handout) -> Docx:
    """An empty document with STYLES, page size, margins and properties."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin = section.bottom_margin = Cm(1.7)
    for name in (HEAD, CELL):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, (font, size, before, after) in STYLES.items():
        style = document.styles[name]
        # Without this, the font of the template's theme would take precedence.
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), TEXT_COLOUR
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    document.styles[HEAD].font.bold = True
    for name in ("Heading 1", "Quote"):
        document.styles[name].paragraph_format.keep_with_next = True
    properties = document.core_properties
    properties.title, properties.author = clean(brief.title)[:255], "Linchpin"
    properties.language = "en"
    return document
