"""A brief as a Word document, in styles alone, so that a template can be laid over it. (no streamlit)"""

import io

from docx import Document
from docx.document import Document as Docx
from docx.shared import Cm, Pt, RGBColor

from components.exports.handout import NEVER_SUMMED, Handout, clean, codes, said

A4 = Cm(21), Cm(29.7)
INK = RGBColor(0x1D, 0x23, 0x2B)
# Style: font, size in points, space before and after in points.
LOOKS = {
    "Normal": ("Calibri", 10, 0, 3),
    "Title": ("Georgia", 20, 0, 4),
    "Subtitle": ("Calibri", 10, 0, 8),
    "Heading 1": ("Georgia", 13, 10, 3),
    "Heading 2": ("Georgia", 11, 7, 1),
    "Quote": ("Georgia", 10, 0, 2),
    "Caption": ("Calibri", 9, 0, 2),
    "List Bullet": ("Calibri", 10, 0, 1),
}


def word(brief: Handout) -> bytes:
    """The brief as a .docx of A4 pages: title, cards with quote, place and codes, table of pledges, sources."""
    document = _blank(brief)
    document.add_paragraph(clean(brief.title), "Title")
    document.add_paragraph(brief.head, "Subtitle")
    for number, card in enumerate(brief.cards, start=1):
        document.add_paragraph(f"{number}. {card.heading}", "Heading 2")
        if card.passage is not None:
            document.add_paragraph(f"“{card.passage['text']}”", "Quote")
            document.add_paragraph(codes(brief.ds, card), "Caption")
        elif card.under:
            document.add_paragraph(f"Under {card.under}.", "Caption")
        for line in said(card):
            document.add_paragraph(line, "List Bullet")
        if note := brief.note(card):
            document.add_paragraph(f"Note: {note}", "Normal")
    _money(document, brief)
    document.add_paragraph("Sources", "Heading 1")
    for line in brief.sources:
        document.add_paragraph(line, "Caption")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _money(document: Docx, brief: Handout) -> None:
    pledges = brief.pledges()
    if pledges.empty:
        return
    document.add_paragraph("Money", "Heading 1")
    table = document.add_table(1, len(pledges.columns), "Light List")
    for row in (pledges.columns, *pledges.itertuples(index=False)):
        cells = table.rows[0].cells if row is pledges.columns else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.paragraphs[0].text = text
            cell.paragraphs[0].style = "Caption"
    document.add_paragraph(NEVER_SUMMED, "Caption")


def _blank(brief: Handout) -> Docx:
    """An empty document with the look of LOOKS, and its properties."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    for name, (font, size, before, after) in LOOKS.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), INK
        style.paragraph_format.space_before, style.paragraph_format.space_after = (Pt(before), Pt(after))
    document.styles["Heading 2"].paragraph_format.keep_with_next = True
    properties = document.core_properties
    properties.title, properties.author, properties.comments = (
        clean(brief.title)[:255],
        "Linchpin",
        brief.address,
    )
    properties.language = "en"
    return document
