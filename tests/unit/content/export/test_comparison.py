"""Documents of a comparison, opened again: tracked changes, slides, Markdown, CSV."""

import csv
import datetime
import io
import re

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from components.content.export import comparison
from components.content.export.comparison import ComparisonPaper
from components.content.text import comparison as words
from components.content.text.word_diff import DROPPED, side, word_diff
from data import queries
from data.queries import Selection
from tests.unit.content.export.documents import slide_text

DAY = datetime.date(2006, 5, 4)
WRITERS = (comparison.word, comparison.powerpoint, comparison.markdown, comparison.csv)
ADDRESS = "https://linchpin.example/compare"


@pytest.fixture(scope="module")
def paper(shipped):
    return ComparisonPaper(queries.select(shipped, Selection()), DAY, ADDRESS)


@pytest.fixture(scope="module")
def document(paper):
    return Document(io.BytesIO(comparison.word(paper)))


def tracked(document):
    """The paragraphs with tracked changes."""
    changes = {qn("w:ins"), qn("w:del")}
    return [one._p for one in document.paragraphs if changes & {child.tag for child in one._p}]


def read(paragraph, left_out):
    """The text of a paragraph as accepted (left_out: w:del) or rejected (w:ins)."""
    texts = {qn("w:t"), qn("w:delText")}
    return "".join(
        text.text
        for child in paragraph
        if child.tag != qn(left_out)
        for text in child.iter()
        if text.tag in texts
    )


def test_accepted_a_pair_is_the_newer_sentence_and_rejected_the_older_one(document, paper):
    pairs = [pair for pair in paper.compared.pairs if pair.old.text != pair.new.text]
    paragraphs = tracked(document)
    assert len(paragraphs) == len(pairs)
    for paragraph, pair in zip(paragraphs, pairs, strict=True):
        assert read(paragraph, "w:del") == pair.new.text
        assert read(paragraph, "w:ins") == pair.old.text


def test_every_change_has_an_id_of_its_own_an_author_and_a_day(document, paper):
    changes = [child for one in tracked(document) for child in one if child.tag in (qn("w:ins"), qn("w:del"))]
    assert len({one.get(qn("w:id")) for one in changes}) == len(changes)
    assert {one.get(qn("w:date")) for one in changes} == {f"{paper.meetings[1].end}T00:00:00Z"}
    assert {one.get(qn("w:author")) for one in changes} == {words.titles(paper.meetings[1])}
    for change in changes:
        ends = {text.tag for text in change.iter() if text.tag in (qn("w:t"), qn("w:delText"))}
        assert ends == {qn("w:t") if change.tag == qn("w:ins") else qn("w:delText")}


def test_what_has_no_counterpart_is_quoted_and_not_deleted(document, paper):
    plain = [one.text for one in document.paragraphs if one._p not in tracked(document)]
    for one in (*paper.compared.no_counterpart, *paper.compared.new_here):
        assert one.sentence.text in plain


def test_a_presentation_has_every_sentence_and_strikes_dropped_words(paper):
    deck = Presentation(io.BytesIO(comparison.powerpoint(paper)))
    text = "\n".join(map(slide_text, deck.slides))
    for one in (*paper.compared.no_counterpart, *paper.compared.new_here):
        assert one.sentence.text in text
    (slide,) = [one for one in deck.slides if one.shapes.title.text.startswith(f"{words.KEPT}, 1 of")]
    runs = [
        run for shape in slide.shapes if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs for run in paragraph.runs
    ]  # fmt: skip
    struck = "".join(run.text for run in runs if run.font._rPr.get("strike"))
    pair = paper.compared.pairs[0]
    older = side(word_diff(pair.old.text, pair.new.text), DROPPED)
    assert struck == "".join(piece.text for piece in older if piece.kind == DROPPED)
    assert any(shape.has_chart for slide in deck.slides for shape in slide.shapes)


@pytest.mark.parametrize("write", WRITERS)
def test_a_comparison_that_the_filter_leaves_empty_is_written(shipped, write):
    view = queries.select(shipped, Selection(words="xylophone"))
    assert write(ComparisonPaper(view, DAY, ADDRESS))


def test_markdown_marks_words_without_spaces_within_the_marks(paper):
    text = comparison.markdown(paper)
    marked = [match[1] or match[2] for match in re.finditer(r"~~(.*?)~~|\*\*(.*?)\*\*", text)]
    assert marked and all(one == one.strip() for one in marked)
    assert ADDRESS in text.replace("\\", "") and f"## {words.NEW_HERE}: " in text


def test_csv_has_a_row_per_pair_and_per_sentence_alone(paper):
    rows = list(csv.DictReader(io.StringIO(comparison.csv(paper).decode("utf-8-sig"))))
    compared = paper.compared
    assert len(rows) == len(compared.pairs) + len(compared.new_here) + len(compared.no_counterpart)
    first = rows[0]
    assert (first["old_text"], first["new_text"]) == (compared.pairs[0].old.text, compared.pairs[0].new.text)
