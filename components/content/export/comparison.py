"""A comparison as documents: Word with tracked changes, PowerPoint, Markdown, CSV.

A pair is one text in which dropped words are deleted and added ones inserted. What stands in one text alone
is quoted as it is: that no counterpart was found does not make it a deletion.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn as word_name
from docx.text.run import Run as WordRun
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.presentation import Presentation as Pptx
from pptx.text.text import TextFrame

from components.content.brief import cards
from components.content.brief.pins import CHART, Pin
from components.content.export import csv_zip
from components.content.export import powerpoint as slides
from components.content.export import powerpoint_master as master
from components.content.export.handout import clean
from components.content.export.markdown import plain
from components.content.export.typography import SANS, SERIF, fitting, height
from components.content.export.word import PLACE, add_linked, blank
from components.content.text import comparison as words
from components.content.text import descriptions, formatting
from components.content.text.word_diff import ADDED, DROPPED, SAME, Piece, side, word_diff
from data import queries
from data.load.dataset import Dataset
from data.queries import Comparison, Meeting, Pair, Reference, Sentence, View

PAIR_SIZES = (24, 22, 20, 18, 16, 14, 12, 11)  # points: a pair on a slide
LIST_SIZE, AFTER = 14, 8  # points: sentences on a slide, and the space below each
_MARKED = {SAME: "{}", ADDED: "**{}**", DROPPED: "~~{}~~"}


@dataclass(frozen=True)
class ComparisonPaper:
    """A comparison to be written as a document.

    view: names its meetings and filters. day: of its making. address: the link to it.
    """

    view: View
    day: date
    address: str

    @property
    def ds(self) -> Dataset:
        """The whole dataset."""
        return self.view.whole

    @property
    def meetings(self) -> tuple[Meeting, Meeting]:
        """The older and the newer meeting. The view has to have two."""
        pair = queries.compared_meetings(self.view)
        assert pair is not None, "there are no two meetings to compare"
        return pair

    @property
    def compared(self) -> Comparison:
        """What is compared."""
        compared = queries.compared(self.view)
        assert compared is not None, "there are no two meetings to compare"
        return compared

    @property
    def title(self) -> str:
        """What it is called."""
        return words.heading(self.view)

    @property
    def head(self) -> str:
        """The line under the title: the two meetings, the filter, the day of making."""
        old, new = (words.meeting_label(self.ds, meeting) for meeting in self.meetings)
        filter_words = descriptions.chosen(self.ds, self.view.selection)
        under = f"Filter: {filter_words}." if filter_words else "No filter."
        return f"{old}; {new}. {under} Made on {formatting.day(self.day)}."

    @property
    def lines(self) -> list[str]:
        """The comparison in sentences, what limits it, and how its links were made; without Markdown."""
        found = [*words.summary(self.view), words.reading(self.compared), *words.notes(self.meetings)]
        return [descriptions.plain(line) for line in found if line]

    @property
    def sources(self) -> list[str]:
        """The texts with their addresses, and the link to the comparison, a line each."""
        texts = [text for meeting in self.meetings for text in meeting.texts]
        lines = [f"{text.title}, {formatting.day(text.date)}. {text.source_url}" for text in texts]
        return [*lines, f"This comparison: {self.address}"]

    def place(self, reference: Reference) -> str:
        """Where a sentence stands: its meeting, text, paragraph and number."""
        text = queries.texts(self.ds)[reference.statement_id]
        old, _ = self.meetings
        name = words.tick_names(self.meetings)[0 if text.meeting_id == old.meeting_id else 1]
        return f"{name}, {words.where(self.ds, reference)}"

    def pair_line(self, pair: Pair) -> str:
        """Where both sentences of a pair stand, and what is known of it."""
        places = f"{self.place(pair.old.reference)} → {self.place(pair.new.reference)}"
        return f"{places}. {'. '.join(words.told(pair))}."

    def alone(self) -> Iterator[tuple[str, list[tuple[Sentence, tuple[Sentence, ...]]]]]:
        """The two lists of sentences that stand alone, by name, each with those that are related."""
        for name, ones in (
            (words.NEW_HERE, self.compared.new_here),
            (words.NOT_FOUND, self.compared.no_counterpart),
        ):
            yield name, [(one.sentence, one.related) for one in ones]


def _pieces(pair: Pair) -> list[Piece]:
    return word_diff(pair.old.text, pair.new.text)


# Word


def word(paper: ComparisonPaper) -> bytes:
    """The comparison as a .docx. Its pairs are tracked changes: accepted, they are the newer text, rejected,
    the older one."""
    document = blank(paper.ds, paper.title, paper.title)
    document.add_paragraph(clean(paper.title), "Title")
    document.add_paragraph(clean(paper.head), "Subtitle")
    for line in paper.lines:
        document.add_paragraph(clean(line), "List Bullet")
    _heading(document, paper.ds, words.KEPT, len(paper.compared.pairs))
    new = paper.meetings[1]
    for number, pair in enumerate(paper.compared.pairs):
        document.add_paragraph(clean(paper.pair_line(pair)), PLACE)
        _add_tracked(document, _pieces(pair), words.titles(new), new.end, number)
    for name, ones in paper.alone():
        _heading(document, paper.ds, name, len(ones))
        for sentence, related in ones:
            document.add_paragraph(f"{paper.place(sentence.reference)}.", PLACE)
            document.add_paragraph(clean(sentence.text), "Quote")
            for other in related:
                document.add_paragraph(f"{_related(paper, other)}", PLACE)
    document.add_paragraph("Sources", "Heading 2")
    for line in paper.sources:
        add_linked(document, line, "Normal")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _heading(document: Docx, ds: Dataset, name: str, count: int) -> None:
    document.add_paragraph(f"{name}: {count}", "Heading 2")
    document.add_paragraph(words.meaning(ds, name), PLACE)


def _related(paper: ComparisonPaper, other: Sentence) -> str:
    return clean(f"Related at most: {paper.place(other.reference)}: “{other.text}”")


def _add_tracked(document: Docx, pieces: Sequence[Piece], author: str, day: date, number: int) -> None:
    """Add a paragraph with tracked changes. number: of the paragraph, so that each change has an id.

    python-docx has no tracked changes; an inserted or deleted run is one within `w:ins` or `w:del`.
    """
    paragraph = document.add_paragraph("", "Quote")
    for index, piece in enumerate(_tracked(pieces)):
        run = paragraph.add_run(clean(piece.text))
        if piece.kind == SAME:
            continue
        change = OxmlElement("w:ins" if piece.kind == ADDED else "w:del")
        change.set(word_name("w:id"), str(1000 * number + index))
        change.set(word_name("w:author"), clean(author))
        change.set(word_name("w:date"), f"{day.isoformat()}T00:00:00Z")
        run._r.addprevious(change)
        change.append(run._r)
        if piece.kind == DROPPED:
            _mark_deleted(run)


def _tracked(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces as changes that give either sentence to the letter: words that are only written differently
    are a change, too, and no space parts a dropped beginning from what was added."""
    for place, piece in enumerate(pieces):
        if piece.kind == SAME and piece.was != piece.text:
            yield Piece(piece.was, DROPPED)
            yield Piece(piece.text, ADDED)
        elif piece.kind == DROPPED and not place:
            yield Piece(piece.text.rstrip(), DROPPED)
        else:
            yield piece


def _mark_deleted(run: WordRun) -> None:
    """Make the text of a run the deleted text that Word expects within `w:del`."""
    for text in run._r.findall(word_name("w:t")):
        text.tag = word_name("w:delText")


# PowerPoint


def powerpoint(paper: ComparisonPaper) -> bytes:
    """The comparison as a .pptx: cover, numbers as a chart, a slide a pair, the two lists, and sources."""
    deck = master.blank(paper.ds)
    cover = deck.slides.add_slide(deck.slide_layouts[master.COVER])
    slides.set_title(cover, clean(paper.title), slides.COVER_SIZES, 150)
    cover.placeholders[master.TEXT].text = clean(paper.head)
    _add_lines(deck, paper, "The comparison in numbers", [[Piece(line, SAME)] for line in paper.lines], 18)
    _add_chart(deck, paper)
    for number, pair in enumerate(paper.compared.pairs, start=1):
        _add_pair(deck, paper, pair, f"{words.KEPT}, {number} of {len(paper.compared.pairs)}")
    for name, ones in paper.alone():
        lines = [
            [Piece(f"{paper.place(one.reference)}: ", DROPPED), Piece(one.text, SAME)] for one, _ in ones
        ]
        _add_lines(deck, paper, name, lines, LIST_SIZE)
    _add_lines(deck, paper, "Sources", [[Piece(line, SAME)] for line in paper.sources], LIST_SIZE)
    deck.core_properties.title = clean(paper.title)[:255]
    deck.core_properties.author = "Linchpin"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _add_chart(deck: Pptx, paper: ComparisonPaper) -> None:
    """Add a slide with the chart of the comparison, which can be edited."""
    chosen = replace(paper.view.selection, meetings=tuple(one.meeting_id for one in paper.meetings))
    card = cards.card(paper.ds, Pin(CHART, "compare", chosen))
    slide = slides.chart_slide(deck, card)
    if slide is not None:
        slides.set_title(slide, card.heading)
        slides.add_foot(slide, paper.address)


def _add_pair(deck: Pptx, paper: ComparisonPaper, pair: Pair, title: str) -> None:
    """Add a slide with a pair: the older sentence, dropped words struck; the newer, added ones underlined."""
    slide = deck.slides.add_slide(deck.slide_layouts[master.LIST])
    told = words.verbs(pair)
    slides.set_title(slide, f"{title}. {told}" if told else title)
    pieces = _pieces(pair)
    texts = [
        (paper.place(pair.old.reference), side(pieces, DROPPED)),
        (paper.place(pair.new.reference), side(pieces, ADDED)),
    ]
    whole = [f"{place}\n{''.join(piece.text for piece in kept)}" for place, kept in texts]
    size = fitting(whole, SERIF, PAIR_SIZES, master.WIDTH, master.BODY_HEIGHT, AFTER)
    frame = slide.placeholders[master.TEXT].text_frame
    for number, (place, kept) in enumerate(texts):
        _add_runs(frame, 2 * number, [Piece(place, DROPPED)], min(size, LIST_SIZE))
        _add_runs(frame, 2 * number + 1, kept, size, changes=True)
    slides.add_foot(slide, paper.address)


def _add_lines(
    deck: Pptx, paper: ComparisonPaper, title: str, lines: Sequence[list[Piece]], size: int
) -> None:
    """Add slides with lines, as many as it takes, each with as many as fit. Nothing for no lines."""
    groups: list[list[list[Piece]]] = [[]]
    for line in lines:
        tried = ["".join(piece.text for piece in one) for one in (*groups[-1], line)]
        if groups[-1] and height(tried, SANS, size, master.WIDTH, AFTER) > master.BODY_HEIGHT:
            groups.append([])
        groups[-1].append(line)
    first = 1
    for group in filter(None, groups):
        slide = deck.slides.add_slide(deck.slide_layouts[master.LIST])
        span = f": {first}–{first + len(group) - 1} of {len(lines)}" if len(groups) > 1 else ""
        slides.set_title(slide, f"{title}{span}")
        frame = slide.placeholders[master.TEXT].text_frame
        for number, line in enumerate(group):
            _add_runs(frame, number, line, size)
        slides.add_foot(slide, paper.address)
        first += len(group)


def _add_runs(frame: TextFrame, number: int, runs: Sequence[Piece], size: int, changes: bool = False) -> None:
    """Write a paragraph of a frame. Dropped words are pale; as changes, they are struck, added underlined."""
    paragraph = slides.paragraph_at(frame, number, AFTER)
    for place, (text, kind, _) in enumerate(runs):
        run = slides.add_run(paragraph, clean(text if place else text.lstrip()), size)
        if kind == DROPPED:
            run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
            if changes:
                run.font._rPr.set("strike", "sngStrike")  # python-pptx has no property for it
        elif kind == ADDED:
            run.font.underline = True


# Markdown and CSV


def markdown(paper: ComparisonPaper) -> str:
    """The comparison as Markdown: added words bold, dropped ones struck through."""
    lines = "\n".join(f"- {plain(line)}" for line in paper.lines)
    parts = [f"# {plain(paper.title)}", plain(paper.head), lines]
    parts.append(f"## {words.KEPT}: {len(paper.compared.pairs)}")
    parts.append("Added words are bold, dropped ones struck through.")
    for pair in paper.compared.pairs:
        parts += [f"{plain(paper.pair_line(pair))}", f"> {_marked(_pieces(pair))}"]
    for name, ones in paper.alone():
        parts += [f"## {name}: {len(ones)}", words.meaning(paper.ds, name)]
        for sentence, related in ones:
            parts += [plain(f"{paper.place(sentence.reference)}:"), f"> {plain(sentence.text)}"]
            parts += [plain(_related(paper, other)) for other in related]
    parts += ["## Sources", "\n".join(f"- {plain(line)}" for line in paper.sources)]
    return "\n\n".join(parts) + "\n"


def _marked(pieces: Sequence[Piece]) -> str:
    """The pieces with their marks, which must not begin or end with a space within."""
    found = []
    for piece in pieces:
        text = piece.text.strip()
        before = piece.text[: len(piece.text) - len(piece.text.lstrip())]
        after = piece.text[len(before) + len(text) :]
        found.append(f"{before}{_MARKED[piece.kind].format(plain(text)) if text else ''}{after}")
    return "".join(found)


def csv(paper: ComparisonPaper) -> bytes:
    """The comparison as CSV, a row per pair and per sentence that stands alone."""
    rows = []
    for pair in paper.compared.pairs:
        link = "reviewed" if pair.reviewed else "rule"
        rows.append((words.KEPT, *_cells(pair.old), *_cells(pair.new), words.verbs(pair), link))
    none = ("", "", "")
    rows += [(words.NEW_HERE, *none, *_cells(one.sentence), "", "") for one in paper.compared.new_here]
    rows += [(words.NOT_FOUND, *_cells(one.sentence), *none, "", "") for one in paper.compared.no_counterpart]
    columns = [f"{side}_{name}" for side in ("old", "new") for name in ("statement", "passage", "text")]
    return csv_zip.csv(pd.DataFrame(rows, columns=["list", *columns, "verbs", "link"]))


def _cells(one: Sentence) -> tuple[str, str, str]:
    return (*one.reference, one.text)
