"""A brief as a PowerPoint presentation: one slide per card, with charts that can be edited."""

import io
from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby
from typing import cast

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE as TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pptx
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Pt

from components.content.brief.cards import Card, PassageCard, TopicCard
from components.content.charts import palette
from components.content.export import powerpoint_charts
from components.content.export import powerpoint_master as master
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
from components.content.export.typography import LINE, SANS, SERIF, fitting, height
from components.content.text import citations, clause_history
from components.content.text.word_diff import ADDED, DROPPED
from data import queries
from data.load.dataset import Dataset

TITLE_SIZES, LEAD_SIZES = (28, 25, 22, 20, 18, 16, 14, 12), (16, 14, 12, 11)
COVER_SIZES = (44, 38, 32, 28, 24, 20, 16, 12, 10)
QUOTE_SIZES = (46, 42, 38, 34, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12)
FACT_SIZES, FACTS_HEIGHT = (20, 18, 16, 14, 12, 11), 130  # points; the height at most
CODES_HEIGHT = 20
HISTORY_SIZES = (20, 18, 16, 14, 13, 12, 11, 10)
LIST_SIZES, SOURCE_SIZES = (34, 30, 26, 24, 22, 20, 18, 16, 14, 12), (16, 14, 12, 11, 10, 9, 8)
AFTER_FACT = 5  # points below a line of facts
AFTER_LIST = 14, 40  # below a line of a list: at least, and at most where there is room
STRIP_TOP, STRIP_HEIGHT = 346, 90  # of the statement's strip on the cover


def powerpoint(brief: Handout) -> bytes:
    """The brief as a .pptx: a cover, one slide per card with speaker notes, and the sources."""
    deck = master.blank(brief.ds)
    _cover(deck, brief)
    for card in brief.cards:
        slide = chart_slide(deck, card) or _text_slide(deck, brief, card)
        set_title(slide, card.heading)
        rest = card.fitted.left_out if isinstance(card, TopicCard) else ""
        add_foot(slide, f"{rest} {card.source(brief.ds)}".strip())
        _add_speaker_notes(slide, brief, card)
    _sources(deck, brief)
    deck.core_properties.title = clean(brief.title)[:255]
    deck.core_properties.author = "Linchpin"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _cover(deck: Pptx, brief: Handout) -> None:
    """Add the cover: title, statement, filter and day, and the statement as a strip of its themes."""
    slide = deck.slides.add_slide(deck.slide_layouts[master.COVER])
    set_title(slide, clean(brief.title), COVER_SIZES, 150)
    slide.placeholders[master.TEXT].text = brief.head
    themes = queries.codes(brief.ds, "theme")
    colours = palette.colours(themes)
    passages = brief.ds.passages
    strip = slide.shapes.add_group_shape()
    strip.name = "The statement, a strip a theme, as long as it has sentences"
    at = 0
    for theme, run in groupby(passages["theme"]):
        length = len(list(run))
        left, right = (master.LEFT + master.WIDTH * end / len(passages) for end in (at, at + length))
        _block(strip.shapes, colours[theme], left, STRIP_TOP, right - left, STRIP_HEIGHT)
        at += length
    key = slide.shapes.add_textbox(
        *map(Pt, (master.LEFT, STRIP_TOP + STRIP_HEIGHT + 12, master.WIDTH, 2 * 14 * LINE))
    )
    key.name = "Colours of the themes"
    frame = key.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    said = set(passages["theme"])
    for code in (code for code in themes if code in said):
        mark = add_run(frame.paragraphs[0], "■\u00a0", 14)
        mark.font.color.rgb = _colour(colours[code])
        add_run(frame.paragraphs[0], themes[code].label.replace(" ", "\u00a0") + "    ", 14)


def _sources(deck: Pptx, brief: Handout) -> None:
    """Add the last slide: the sources, and what the strengths mean, which listeners ask for."""
    slide = deck.slides.add_slide(deck.slide_layouts[master.SOURCES])
    set_title(slide, "Sources")
    left, right = slide.placeholders[master.TEXT].text_frame, slide.placeholders[master.FACTS].text_frame
    after, _ = AFTER_LIST
    size = fitting(brief.sources, SANS, SOURCE_SIZES, master.COLUMN, master.COLUMN_HEIGHT, after)
    for number, line in enumerate(brief.sources):
        _add_linked(paragraph_at(left, number, after), line, size)
    strengths = queries.codes(brief.ds, "strength").values()
    lines = ["**How firmly it commits**", *(f"**{code.label}**: {code.definition}" for code in strengths)]
    size = fitting(lines, SANS, SOURCE_SIZES, master.COLUMN, master.COLUMN_HEIGHT, after)
    _write(right, lines, size, after)
    _copied(slide, master.NUMBER)


def set_title(
    slide: Slide, text: str, sizes: Sequence[int] = TITLE_SIZES, room: float = master.TITLE_HEIGHT
) -> None:
    """Write the title of a slide, as large as fits. room: in points."""
    title = slide.shapes.title
    assert title is not None, "every layout used here has a title"
    title.text = text
    size = fitting([text], SERIF, sizes, master.WIDTH, room)
    if size != sizes[0]:
        for paragraph in title.text_frame.paragraphs:
            paragraph.font.size = Pt(size)


def chart_slide(deck: Pptx, card: Card) -> Slide | None:
    """Add a slide with a card's chart; for a card without one, add nothing and return None."""
    slides: list[Slide] = []  # the new slide, once there is a chart for it

    def add_chart(kind: TYPE, data: CategoryChartData) -> GraphicFrame:
        slides.append(deck.slides.add_slide(deck.slide_layouts[master.CHART]))
        x, y, cx, cy = map(Pt, (master.LEFT, master.BODY_TOP, master.WIDTH, master.BODY_HEIGHT))
        return cast("GraphicFrame", slides[0].shapes.add_chart(kind, x, y, cx, cy, data))

    frame = powerpoint_charts.draw(card, add_chart)
    if frame is None:
        return None
    properties = frame._element.nvGraphicFramePr.cNvPr  # python-pptx has no property for a description
    properties.set("descr", " ".join(plain_lines(card)) or card.heading)
    properties.set("name", card.heading)
    placeholder = slides[0].placeholders[master.LEAD]
    if lead := first_line(card):
        size = fitting([lead], SANS, LEAD_SIZES, master.WIDTH, master.LEAD_HEIGHT)
        _write(placeholder.text_frame, [lead], size)
    else:
        placeholder._element.getparent().remove(placeholder._element)
    return slides[0]


def _text_slide(deck: Pptx, brief: Handout, card: Card) -> Slide:
    """Add a slide with a card's quote, codes and lines."""
    if isinstance(card, PassageCard):
        return _quote_slide(deck, brief.ds, card)
    if isinstance(card, TopicCard):
        return _history_slide(deck, card)
    slide = deck.slides.add_slide(deck.slide_layouts[master.LIST])
    lines = plain_lines(card) if card.empty else card.lines
    least, most = AFTER_LIST
    size = fitting(lines, SANS, LIST_SIZES, master.WIDTH, master.BODY_HEIGHT, least)
    free = master.BODY_HEIGHT - height(lines, SANS, size, master.WIDTH)
    after = min(max(free / len(lines), least), most)
    _write(slide.placeholders[master.TEXT].text_frame, lines, size, after)
    return slide


def _history_slide(deck: Pptx, card: TopicCard) -> Slide:
    """Add a slide with a clause history: the finding, then the words of each meeting."""
    slide = deck.slides.add_slide(deck.slide_layouts[master.LIST])
    steps = card.fitted.steps
    lines = [*card.lines, *(f"{citations.when(step.meeting)}  {_words(step)}" for step in steps)]
    size = fitting(lines, SERIF, HISTORY_SIZES, master.WIDTH, master.BODY_HEIGHT, AFTER_FACT)
    frame = slide.placeholders[master.TEXT].text_frame
    add_run(paragraph_at(frame, 0, AFTER_FACT), card.lines[0], size).font.bold = True
    for number, step in enumerate(steps, start=1):
        paragraph = paragraph_at(frame, number, AFTER_FACT)
        add_run(paragraph, f"{citations.when(step.meeting)}  ", size).font.bold = True
        if not step.lines:
            add_run(paragraph, _words(step), size).font.italic = True
        for index, line in enumerate(step.lines):
            add_run(paragraph, "“" if index == 0 else " “", size)
            for run in line.runs:
                _add_changed(paragraph, run, size)
            add_run(paragraph, "”", size)
    return slide


def _words(step: clause_history.Step) -> str:
    """All words of a meeting's sentences, dropped ones too; or that it does not say the topic."""
    quotes = (f"“{''.join(run.text for run in line.runs)}”" for line in step.lines)
    return " ".join(quotes) or step.silence or "…"


def _add_changed(paragraph: _Paragraph, run: clause_history.Run, size: int) -> None:
    """Add words of a history: underlined if they were added, struck through and pale if dropped."""
    added = add_run(paragraph, run.text, size)
    added.font.bold = True if run.named else None
    added.font.underline = True if run.kind == ADDED else None
    if run.kind == DROPPED:
        added.font._element.set("strike", "sngStrike")  # python-pptx has no property for it
        added.font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _quote_slide(deck: Pptx, ds: Dataset, card: PassageCard) -> Slide:
    """Add a slide with a large quote beside a bar in its theme's colour, its place and codes under it, and
    at the bottom what it says."""
    slide = deck.slides.add_slide(deck.slide_layouts[master.QUOTE])
    bottom = float(master.FOOT_TOP - 10)
    facts = slide.placeholders[master.FACTS]
    if card.lines:
        size = fitting(card.lines, SANS, FACT_SIZES, master.WIDTH, FACTS_HEIGHT, AFTER_FACT)
        room = height(card.lines, SANS, size, master.WIDTH, AFTER_FACT)
        _place(facts, bottom - room, room)
        _write(facts.text_frame, card.lines, size, AFTER_FACT)
        bottom -= room + 18
    else:
        facts._element.getparent().remove(facts._element)
    theme = card.passage["theme"]
    colour = palette.colours(queries.codes(ds, "theme"))[theme]
    _block(slide.shapes, colour, master.LEFT, master.QUOTE_TOP, master.BAR, bottom - master.QUOTE_TOP)
    bottom -= CODES_HEIGHT
    _place(slide.placeholders[master.CODES], bottom, CODES_HEIGHT)
    label = queries.label(ds, "theme", theme)
    before, label, after = codes(ds, card).partition(label)
    paragraph = slide.placeholders[master.CODES].text_frame.paragraphs[0]
    add_run(paragraph, before)
    named = add_run(paragraph, label)
    named.font.bold, named.font.color.rgb = True, _colour(colour)
    add_run(paragraph, after)
    _place(slide.placeholders[master.TEXT], master.QUOTE_TOP, bottom - 8 - master.QUOTE_TOP)
    _write_quote(slide.placeholders[master.TEXT], card)
    return slide


def _write_quote(placeholder: SlidePlaceholder, card: PassageCard) -> None:
    """Write a card's passage as large as fits. What was not read as the commitment or pledge is paler."""
    text, clause = card.passage["text"], card.clause
    room = placeholder.height.pt
    size = fitting([f"“{text}”"], SERIF, QUOTE_SIZES, placeholder.width.pt, room)
    before, read, after = text.partition(clause) if clause and clause in text else ("", text, "")
    for words, pale in ((f"“{before}", True), (read, False), (f"{after}”", True)):
        run = add_run(placeholder.text_frame.paragraphs[0], words, size)
        if pale and read != text:
            run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _write(frame: TextFrame, lines: Sequence[str], size: int, after: float = 0) -> None:
    """Write lines, their `**` as bold, into an empty text frame. size, after: in points."""
    for number, line in enumerate(lines):
        paragraph = paragraph_at(frame, number, after)
        for index, part in enumerate(line.split("**")):
            for run in _add_linked(paragraph, part, size):
                run.font.bold = True if index % 2 else None


def paragraph_at(frame: TextFrame, number: int, after: float) -> _Paragraph:
    """The paragraph of this number, from 0, of a frame that has all before it. after: points below it."""
    paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
    paragraph.space_after = Pt(after)
    return paragraph


def add_run(paragraph: _Paragraph, text: str, size: int | None = None) -> _Run:
    """Add words to a paragraph. size: in points; None for that of the layout."""
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(size) if size else None
    return run


def _add_linked(paragraph: _Paragraph, text: str, size: int | None = None) -> list[_Run]:
    """Add words whose addresses are links. Not for what readers wrote: that is words alone."""
    return [_add_link(paragraph, part, address, size) for part, address in linked(text)]


def _add_link(paragraph: _Paragraph, text: str, address: str, size: int | None = None) -> _Run:
    """Add words that open an address; without one, or with one that is too long, words alone."""
    run = add_run(paragraph, text, size)
    if address and len(address) <= LONGEST_LINK:
        run.hyperlink.address = address
    return run


def _place(placeholder: SlidePlaceholder, top: float, height: float) -> None:
    """Move a placeholder from its layout's place to this top and height, in points."""
    left, width = placeholder.left, placeholder.width  # of the layout, until they are set
    placeholder.left, placeholder.top = left, Pt(top)
    placeholder.width, placeholder.height = width, Pt(height)


def _block(
    shapes: SlideShapes | GroupShapes, colour: str, left: float, top: float, width: float, height: float
) -> None:
    """Add a rectangle in one colour. Lengths in points."""
    block = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, (left, top, width, height)))
    block.name = "Colour of the theme"
    block.fill.solid()
    block.fill.fore_color.rgb = _colour(colour)
    block._element.remove(block._element.find(qn("p:style")))  # without it: no outline, no shadow


def _colour(colour: str) -> RGBColor:
    return RGBColor(*palette.channels(colour))


def add_foot(slide: Slide, source: str) -> None:
    """Add the source and the number of a slide."""
    foot = _copied(slide, master.FOOT)
    foot.text_frame.clear()  # the layout's own word for it
    _add_linked(foot.text_frame.paragraphs[0], source)
    _copied(slide, master.NUMBER)


def _copied(slide: Slide, index: int) -> SlidePlaceholder:
    """Add a placeholder of the foot to a slide. python-pptx leaves these out of new slides."""
    found = slide.slide_layout.placeholders.get(index)
    assert found is not None, "the layouts of all slides but the cover have a foot"
    copy = deepcopy(found._element)
    copy.spPr.clear()  # its place and its style remain those of the layout
    for name in ("a:bodyPr", "a:lstStyle"):
        next(copy.iter(qn(name))).clear()
    slide.shapes._spTree.append(copy)
    copy.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
    return slide.placeholders[index]


def _add_speaker_notes(slide: Slide, brief: Handout, card: Card) -> None:
    """Add the speaker notes: the reader's note, the card's lines, quote and codes, and its link."""
    lines = plain_lines(card)
    if isinstance(card, PassageCard):
        lines += [f"“{card.passage['text']}”", codes(brief.ds, card)]
    if isinstance(card, TopicCard):
        lines += [citations.citation(brief.ds, one).replace("\n", " ") for one in card.history.references]
    if card.pledges:
        lines.append(NEVER_SUMMED)
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None, "the template has notes"
    notes.text = brief.note(card)
    for line in lines:
        _add_linked(notes.add_paragraph() if notes.text else notes.paragraphs[0], line)
    address = brief.addresses[str(card.pin)]
    _add_link(notes.add_paragraph() if notes.text else notes.paragraphs[0], address, address)
