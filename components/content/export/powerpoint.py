"""A brief as a PowerPoint presentation: a slide a card, charts that can be edited."""

import io
from typing import cast

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE as TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pptx
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from components.content.brief.cards import Card, PassageCard
from components.content.export import powerpoint_charts
from components.content.export.handout import NEVER_SUMMED, Handout, clean, codes, said

WIDE = Inches(13.333), Inches(7.5)  # 16:9
EDGE, LINE = Inches(0.7), Inches(11.933)
TITLE, BODY, FOOT = Inches(0.4), Inches(1.5), Inches(6.85)  # tops
GAP = Inches(0.1)
COVER, TEXT, ALONE = 0, 1, 5  # layouts of the library's own template: title, title and text, title only


def powerpoint(brief: Handout) -> bytes:
    """The brief as a .pptx: a cover, a slide a card with notes for the speaker, and the sources."""
    deck = _blank()
    cover = deck.slides.add_slide(deck.slide_layouts[COVER])
    _set_title(cover, clean(brief.title))
    cover.placeholders[1].text = brief.head
    for card in brief.cards:
        slide = _chart(deck, card) or _words(deck, brief, card)
        _set_title(slide, card.heading)
        _foot(slide, brief, card)
        _speak(slide, brief, card)
    last = deck.slides.add_slide(deck.slide_layouts[TEXT])
    _set_title(last, "Sources")
    _write(last, brief.sources, Pt(16))
    deck.core_properties.title, deck.core_properties.author = (clean(brief.title)[:255], "Linchpin")
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _set_title(slide: Slide, text: str) -> None:
    title = slide.shapes.title
    assert title is not None, "every layout used here has a title"
    title.text = text


def _chart(deck: Pptx, card: Card) -> Slide | None:
    """A slide with a card's chart; None, and no slide, for a card that has none to draw."""
    made: list[Slide] = []

    def add_chart(kind: TYPE, data: CategoryChartData) -> GraphicFrame:
        made.append(deck.slides.add_slide(deck.slide_layouts[ALONE]))
        frame = made[0].shapes.add_chart(kind, EDGE, BODY, LINE, Emu(FOOT - BODY - GAP), data)  # type: ignore[arg-type]
        return cast("GraphicFrame", frame)  # python-pptx annotates add_chart wrongly

    frame = powerpoint_charts.draw(card, add_chart)
    if frame is None:
        return None
    described = frame._element.nvGraphicFramePr.cNvPr  # python-pptx has no property for it
    described.set("descr", " ".join(said(card)) or card.heading)
    described.set("name", card.heading)
    return made[0]


def _words(deck: Pptx, brief: Handout, card: Card) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[TEXT])
    lines = said(card)
    if isinstance(card, PassageCard):
        _write(slide, [f"“{card.passage['text']}”", codes(brief.ds, card), *lines], Pt(18), first=Pt(26))
    else:
        _write(slide, lines, Pt(20))
    return slide


def _write(slide: Slide, lines: list[str], size: Pt, first: Pt | None = None) -> None:
    """Lines into the slide's text placeholder, the first as a quote of its own size."""
    frame = slide.placeholders[1].text_frame
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.font.size = first if first and number == 0 else size
        paragraph.font.name = "Georgia" if first and number == 0 else None
        paragraph.space_after = Pt(8)


def _foot(slide: Slide, brief: Handout, card: Card) -> None:
    box = slide.shapes.add_textbox(EDGE, FOOT, LINE, Inches(0.4))
    box.name = "Source"
    box.text_frame.word_wrap = True
    paragraph = box.text_frame.paragraphs[0]
    paragraph.text = card.source(brief.ds)
    paragraph.font.size = Pt(12)


def _speak(slide: Slide, brief: Handout, card: Card) -> None:
    """What the speaker sees: the own note, what the card says, codes, what money is not, the link."""
    lines = [brief.note(card), *said(card)]
    if isinstance(card, PassageCard):
        lines += [f"“{card.passage['text']}”", codes(brief.ds, card)]
    if card.pledges:
        lines.append(NEVER_SUMMED)
    lines.append(brief.addresses[str(card.pin)])
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None, "the template has notes"
    notes.text = "\n".join(line for line in lines if line)


def _blank() -> Pptx:
    """The library's template, stretched from 4:3 to 16:9 in its layouts and with type of its own in its
    master, so that slides inherit both and another template can be laid over them."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE
    styles = deck.slide_master.element.find(qn("p:txStyles"))  # python-pptx has no other way to it
    title, text = (styles.find(qn(f"p:{name}")).find(qn("a:lvl1pPr")) for name in ("titleStyle", "bodyStyle"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "2800")
    text.set("marL", "0")
    text.set("indent", "0")
    text.replace(text.find(qn("a:buChar")), text.makeelement(qn("a:buNone"), {}))
    rows = {0: (TITLE, BODY - TITLE - GAP), 1: (BODY, FOOT - BODY - GAP)}  # placeholder: top and height
    for layout in (deck.slide_layouts[TEXT], deck.slide_layouts[ALONE]):
        for shape in layout.placeholders:  # type: ignore[misc]  # python-pptx annotates __iter__ wrongly
            if shape.placeholder_format.idx in rows:
                shape.left, shape.width = EDGE, LINE
                shape.top, shape.height = rows[shape.placeholder_format.idx]
    for shape in deck.slide_layouts[COVER].placeholders:  # type: ignore[misc]  # likewise
        if shape.placeholder_format.idx in rows:
            shape.left, shape.width = EDGE, LINE
            for level in shape.element.iter(qn("a:lvl1pPr")):
                level.set("algn", "l")
    return deck
