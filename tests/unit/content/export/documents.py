"""A brief as a hand-out, and each document opened again as its readers would."""

import datetime
import html
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import urlencode

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pptx import Presentation

from components.content.brief import cards, pins
from components.content.charts.catalogue import CHARTS as CATALOGUE
from components.content.export.handout import Handout
from components.content.export.markdown import markdown
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from components.content.text import descriptions

MADE = datetime.date(2006, 5, 4)
CHARTS = [f"chart:{name}" for name, chart in CATALOGUE.items() if chart.draw]
SITE = "https://linchpin.example"
PINNED = ["pledge:gift", "pledge:rise", "p01.s1", "pledge:fund", "chart:findings"]  # with three pledges


def handout(ds, texts, notes=None, title="A brief", selection=pins.NOTHING):
    """The brief of these pins, with notes by pin."""
    made = [cards.card(ds, pins.parse(text, ds)) for text in texts]
    return Handout(
        ds=ds,
        title=title,
        filter_words=descriptions.chosen(ds, selection),
        date=MADE,
        cards=made,
        notes=notes or {},
        addresses={str(card.pin): f"{SITE}/{card.page}?{urlencode(card.link, doseq=True)}" for card in made},
        address=f"{SITE}/brief?" + urlencode([("pin", text) for text in texts]),
    )


# Word


def open_word(brief):
    return Document(io.BytesIO(word(brief)))


def paragraphs(document):
    """Their texts, those of tables too, in the order of the document."""
    return [Paragraph(element, None).text for element in document.element.body.iter(qn("w:p"))]


def word_text(brief):
    return "\n".join(paragraphs(open_word(brief)))


# PowerPoint


def open_powerpoint(brief):
    return Presentation(io.BytesIO(powerpoint(brief)))


def slide_text(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes_text(slide):
    return slide.notes_slide.notes_text_frame.text


def powerpoint_text(brief):
    deck = open_powerpoint(brief)
    notes = [notes_text(slide) for slide in deck.slides if slide.has_notes_slide]
    return "\n".join([*map(slide_text, deck.slides), *notes])


# Markdown


def unescaped(text):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def markdown_text(brief):
    return unescaped(markdown(brief))


FORMATS = {"Word": word_text, "PowerPoint": powerpoint_text, "Markdown": markdown_text}


def parts(content: bytes) -> Iterator[str]:
    """The text of every part of an Office file, those of a chart's workbook too."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if zipfile.is_zipfile(io.BytesIO(part)):
                yield from parts(part)
            elif name.endswith((".xml", ".rels")):
                text = part.decode("utf-8")
                yield html.unescape(text)
                yield html.unescape(re.sub(r"<[^>]*>", "", text))
