"""A brief as a PowerPoint presentation: one slide per card, with charts that can be edited."""

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
from components.content.export.handout import NEVER_SUMMED, Handout, clean, codes, plain_lines

SLIDE_SIZE = Inches(13.333), Inches(7.5)  # 16:9
LEFT, WIDTH = Inches(0.7), Inches(11.933)  # of everything on a slide
TITLE_TOP, BODY_TOP, FOOT_TOP = Inches(0.4), Inches(1.5), Inches(6.85)
GAP = Inches(0.1)
TITLE_HEIGHT, BODY_HEIGHT = Emu(BODY_TOP - TITLE_TOP - GAP), Emu(FOOT_TOP - BODY_TOP - GAP)
# Indexes of layouts in python-pptx's template.
COVER, TITLE_AND_TEXT, TITLE_ONLY = 0, 1, 5


def powerpoint(brief: Handout) -> bytes:
    """The brief as a .pptx: a cover, one slide per card with speaker notes, and the sources."""
    deck = _blank()
    cover = deck.slides.add_slide(deck.slide_layouts[COVER])
    _set_title(cover, clean(brief.title))
    cover.placeholders[1].text = brief.head
    for card in brief.cards:
        slide = _chart_slide(deck, card) or _text_slide(deck, brief, card)
        _set_title(slide, card.heading)
        _add_source(slide, brief, card)
        _add_speaker_notes(slide, brief, card)
    last = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_TEXT])
    _set_title(last, "Sources")
    _write(last, brief.sources, Pt(16))
    deck.core_properties.title = clean(brief.title)[:255]
    deck.core_properties.author = "Linchpin"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _set_title(slide: Slide, text: str) -> None:
    title = slide.shapes.title
    assert title is not None, "every layout used here has a title"
    title.text = text


def _chart_slide(deck: Pptx, card: Card) -> Slide | None:
    """Add a slide with a card's chart; for a card without one, add nothing and return None."""
    slides: list[Slide] = []  # the new slide, once there is a chart for it

    def add_chart(kind: TYPE, data: CategoryChartData) -> GraphicFrame:
        slides.append(deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY]))
        # python-pptx annotates add_chart wrongly.
        frame = slides[0].shapes.add_chart(kind, LEFT, BODY_TOP, WIDTH, BODY_HEIGHT, data)  # type: ignore[arg-type]
        return cast("GraphicFrame", frame)

    frame = powerpoint_charts.draw(card, add_chart)
    if frame is None:
        return None
    properties = frame._element.nvGraphicFramePr.cNvPr  # python-pptx has no property for a description
    properties.set("descr", " ".join(plain_lines(card)) or card.heading)
    properties.set("name", card.heading)
    return slides[0]


def _text_slide(deck: Pptx, brief: Handout, card: Card) -> Slide:
    """Add a slide with a card's quote, codes and lines."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_TEXT])
    lines = plain_lines(card)
    if isinstance(card, PassageCard):
        quote = f"“{card.passage['text']}”"
        _write(slide, [quote, codes(brief.ds, card), *lines], Pt(18), quote_size=Pt(26))
    else:
        _write(slide, lines, Pt(20))
    return slide


def _write(slide: Slide, lines: list[str], size: Pt, quote_size: Pt | None = None) -> None:
    """Write lines into the slide's text placeholder. With a `quote_size`, the first one is a quote."""
    frame = slide.placeholders[1].text_frame
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = line
        is_quote = quote_size is not None and number == 0
        paragraph.font.size = quote_size if is_quote else size
        paragraph.font.name = "Georgia" if is_quote else None
        paragraph.space_after = Pt(8)


def _add_source(slide: Slide, brief: Handout, card: Card) -> None:
    """Add the card's source at the bottom of a slide."""
    box = slide.shapes.add_textbox(LEFT, FOOT_TOP, WIDTH, Inches(0.4))
    box.name = "Source"
    box.text_frame.word_wrap = True
    paragraph = box.text_frame.paragraphs[0]
    paragraph.text = card.source(brief.ds)
    paragraph.font.size = Pt(12)


def _add_speaker_notes(slide: Slide, brief: Handout, card: Card) -> None:
    """Add the speaker notes: the reader's note, the card's lines, quote and codes, and its link."""
    lines = [brief.note(card), *plain_lines(card)]
    if isinstance(card, PassageCard):
        lines += [f"“{card.passage['text']}”", codes(brief.ds, card)]
    if card.pledges:
        lines.append(NEVER_SUMMED)
    lines.append(brief.addresses[str(card.pin)])
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None, "the template has notes"
    notes.text = "\n".join(line for line in lines if line)


def _blank() -> Pptx:
    """python-pptx's template, widened from 4:3 to 16:9, with our fonts and alignment.

    All is changed in the master and the layouts, so that slides inherit it and another template can
    replace it.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = SLIDE_SIZE
    styles = deck.slide_master.element.find(qn("p:txStyles"))  # python-pptx has no property for it
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    text = styles.find(qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "2800")
    text.set("marL", "0")
    text.set("indent", "0")
    text.replace(text.find(qn("a:buChar")), text.makeelement(qn("a:buNone"), {}))
    rows = {0: (TITLE_TOP, TITLE_HEIGHT), 1: (BODY_TOP, BODY_HEIGHT)}  # top and height by placeholder
    for layout in (deck.slide_layouts[TITLE_AND_TEXT], deck.slide_layouts[TITLE_ONLY]):
        for shape in layout.placeholders:  # type: ignore[misc]  # python-pptx annotates __iter__ wrongly
            if shape.placeholder_format.idx in rows:
                shape.left, shape.width = LEFT, WIDTH
                shape.top, shape.height = rows[shape.placeholder_format.idx]
    for shape in deck.slide_layouts[COVER].placeholders:  # type: ignore[misc]  # likewise
        if shape.placeholder_format.idx in rows:
            shape.left, shape.width = LEFT, WIDTH
            for level in shape.element.iter(qn("a:lvl1pPr")):
                level.set("algn", "l")
    return deck
