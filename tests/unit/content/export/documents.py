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

from components.content import export
from components.content.brief import cards, pins
from components.content.charts.catalogue import EXHIBITS
from components.content.text import descriptions

MADE = datetime.date(2006, 5, 4)
CHARTS = [f"chart:{name}" for name, exhibit in EXHIBITS.items() if exhibit.figure]
SITE = "https://linchpin.example"
MONEY_PINS = ["pledge:gift", "pledge:rise", "p01.s1", "pledge:fund", "chart:findings"]


def handout(ds, texts, notes=None, title="A brief", selection=pins.NONE):
    cards = [cards.card(ds, pins.parse(text, ds)) for text in texts]
    return export.Handout(
        ds=ds,
        title=title,
        under=descriptions.chosen(ds, selection),
        made=MADE,
        cards=cards,
        notes=notes or {},
        addresses={str(card.pin): f"{SITE}/{card.page}?{urlencode(card.link, doseq=True)}" for card in cards},
        address=f"{SITE}/brief?" + urlencode([("pin", text) for text in texts]),
    )


def opened(handed):
    return Document(io.BytesIO(export.word(handed)))


def shown(handed):
    return Presentation(io.BytesIO(export.powerpoint(handed)))


def paragraphs(document):
    """Those of tables too, in the order of the document."""
    return [Paragraph(element, None).text for element in document.element.body.iter(qn("w:p"))]


def words_on(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def spoken(slide):
    return slide.notes_slide.notes_text_frame.text


def unescaped(markdown):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


def in_word(handed):
    return "\n".join(paragraphs(opened(handed)))


def in_powerpoint(handed):
    deck = shown(handed)
    notes = [spoken(slide) for slide in deck.slides if slide.has_notes_slide]
    return "\n".join([*map(words_on, deck.slides), *notes])


def in_markdown(handed):
    return unescaped(export.markdown(handed))


FORMATS = {"Word": in_word, "PowerPoint": in_powerpoint, "Markdown": in_markdown}


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
