"""What readers write, notes and titles, is plain text in every document."""

import re

import pytest
from docx.oxml.ns import qn
from hypothesis import given

from components.content.charts.chart_names import NAMES
from components.content.export.csv_zip import csv
from components.content.export.handout import clean
from components.content.export.markdown import markdown
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from tests.hostile import ANY, examples
from tests.unit.content.export.documents import (
    FORMATS,
    handout,
    notes_text,
    open_powerpoint,
    open_word,
    paragraphs,
    parts,
    slide_text,
)
from tests.unit.content.export.notes import ANY_NOTES, CARDS, TITLE, WRITTEN
from tests.watched import watched


@pytest.fixture(scope="module")
def noted(tiny):
    """A brief with one of these notes on each card, under a title of all that has one line."""
    ids = [
        *tiny.passages["passage_id"],
        *(f"commitment:{name}" for name in tiny.commitments["commitment_id"]),
    ]
    ids += [f"pledge:{name}" for name in tiny.pledges["pledge_id"]] + [f"chart:{name}" for name in NAMES]
    return handout(tiny, ids[: len(WRITTEN)], dict(zip(ids, WRITTEN.values(), strict=False)), TITLE)


@pytest.fixture(scope="module")
def notes(noted):
    """The plain text that a document holds of each note. What `clean` leaves out, test_handout says."""
    found = [noted.note(card) for card in noted.cards]
    assert len(found) == len(WRITTEN) and all(found)
    return found


def test_word_holds_notes_and_title_as_plain_text(noted, notes):
    document = open_word(noted)
    said = paragraphs(document)
    assert said[0] == clean(TITLE)
    assert [text for text in said if text.startswith("Note: ")] == [f"Note: {note}" for note in notes]
    assert not list(document.element.body.iter(qn("w:fldSimple")))


def test_powerpoint_holds_notes_as_plain_text_in_the_speakers_notes_only(noted, notes):
    cover, *slides, _ = open_powerpoint(noted).slides
    assert cover.shapes.title.text == clean(TITLE)
    for slide, note in zip(slides, notes, strict=True):
        assert notes_text(slide).startswith(f"{note}\n")
        assert note not in slide_text(slide)


@pytest.mark.parametrize("write", [word, powerpoint])
def test_no_note_makes_a_document_load_or_link_anything(noted, write):
    """Links lead to the statement, to the brief and to its cards alone."""
    ours = {noted.ds.statement.url, noted.address, *noted.addresses.values()}
    everything = [*parts(write(noted))]
    outside = [
        (relation.partition('Type="')[2].partition('"')[0].rpartition("/")[2], target)
        for text in everything
        for relation in re.findall("<Relationship [^>]*>", text)
        if 'TargetMode="External"' in relation
        for target in re.findall(' Target="([^"]*)"', relation)
    ]
    assert {kind for kind, _ in outside} == {"hyperlink"}
    assert {target for _, target in outside} <= ours
    assert not any("<f>" in text for text in everything)


def test_a_card_without_a_note_has_no_line_for_it(tiny):
    brief = handout(tiny, ["p01.s1", "chart:balance"], {"p01.s1": "\x00", "p09.s9": "Of a card that is gone"})
    for text in FORMATS.values():
        assert "Note:" not in text(brief) and "gone" not in text(brief)


# Any text


@given(ANY_NOTES, ANY)
@examples(4)
def test_word_opens_and_holds_any_text(tiny, notes, title):
    said = paragraphs(open_word(handout(tiny, CARDS, notes, title)))
    assert said[0] == clean(title)
    noted = [text for text in said if text.startswith("Note: ")]
    assert noted == [f"Note: {clean(note)}" for note in notes.values() if clean(note)]


@given(ANY_NOTES, ANY)
@examples(4)
def test_powerpoint_opens_and_holds_any_text(tiny, notes, title):
    cover, *slides, _ = open_powerpoint(handout(tiny, CARDS, notes, title)).slides
    assert cover.shapes.title.text == clean(title)
    for slide, note in zip(slides, notes.values(), strict=True):
        assert not clean(note) or notes_text(slide).startswith(clean(note) + "\n")


# Nothing else happens


def test_making_documents_writes_no_file_and_asks_no_host(tiny, tmp_path):
    brief = handout(tiny, [*CARDS, "chart:balance", "map:world"], dict.fromkeys(CARDS, "../../x"), "../../x")
    with watched() as seen:
        for write in (word, powerpoint, markdown):
            assert write(brief)
        assert csv(tiny.passages)
    assert seen == []
    with watched() as seen:
        (tmp_path / "x").write_text("what is written would have been seen")
    assert len(seen) == 1
