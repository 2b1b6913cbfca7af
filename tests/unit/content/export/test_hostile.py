"""Whatever readers write, and whatever words a dataset has: every document opens, and holds it as words."""

import io
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import marko  # comes with frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as some
from marko.ext.gfm import gfm

from components.content import export
from data.load.dataset import TABLES
from tests.hostile import ANY, ATTACKS, examples
from tests.unit.content.export.documents import handout, opened, paragraphs, parts, shown, spoken
from tests.unit.content.export.test_written import CONTROLS
from tests.watched import watched

DRAWN = ["chart:ladder", "map:world"]
CARDS = ["p01.s1", "p01.s2", "p02.s1", "commitment:ships", "commitment:markets", "pledge:fund", "pledge:rule"]
WORDS = "label title name short_name section caveat what source_title bound definition".split()
PLAIN = set("h1 h2 p blockquote ul li pre code a".split())
MARKED = [text for text in ATTACKS if text.isprintable() and set(text) & set("<[*_`~#>|&-+=.)")]
MARKUP = set("img script iframe em strong del svg b ol".split())


def as_kept(text: str) -> str:
    """What XML can hold of a text, its lines ended alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)


class Rendered(HTMLParser):
    """The elements of a page of HTML in order, as (tag, words), and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements, self.links, self._open = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.links += [value for name, value in attributes if name in ("href", "src")]
        self.elements.append([tag, ""])
        self._open.append(self.elements[-1])

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        for element in self._open:
            element[1] += text

    def words(self, tag: str) -> list[str]:
        return [words for name, words in self.elements if name == tag]


# What readers write


@some.composite
def written(draw) -> tuple[dict[str, str], str]:
    """A note to each card, and a title."""
    return {card: draw(ANY) for card in CARDS}, draw(ANY)


@given(written())
@examples(10)
def test_word_opens_and_holds_notes_and_title(tiny, written):
    notes, title = written
    said = paragraphs(opened(handout(tiny, CARDS, notes, title)))
    assert said[0] == as_kept(title)
    noted = [words for words in said if words.startswith("Note: ")]
    assert noted == [f"Note: {as_kept(note)}" for note in notes.values() if as_kept(note)]


@given(written())
@examples(10)
def test_powerpoint_opens_and_holds_notes_and_title(tiny, written):
    notes, title = written
    cover, *slides, _ = shown(handout(tiny, CARDS, notes, title)).slides
    assert cover.shapes.title.text == as_kept(title)
    for slide, note in zip(slides, notes.values(), strict=True):
        assert not as_kept(note) or spoken(slide).startswith(as_kept(note) + "\n")


@given(written())
@examples(20)
def test_markdown_renders_notes_and_title_as_they_were_written(tiny, written):
    notes, title = written
    page = Rendered(marko.convert(export.markdown(handout(tiny, CARDS, notes, title))))
    assert [" ".join(words.split()) for words in page.words("h1")] == [" ".join(as_kept(title).split())]
    assert page.words("code") == [as_kept(note) + "\n" for note in notes.values() if as_kept(note)]
    assert not {tag for tag, _ in page.elements} - PLAIN
    assert all(link.startswith(("https://linchpin.example/", "https://example.org")) for link in page.links)


def test_no_document_is_written_to_the_disk_or_asks_for_anything(tiny):
    handed = handout(tiny, [*CARDS, *DRAWN], dict.fromkeys(CARDS, "../../x"), "../../x")
    with watched() as seen:
        for write in (export.word, export.powerpoint, export.markdown):
            assert write(handed)
        assert export.csv(tiny.passages)
    assert seen == []


# What a dataset says


def spiked(ds, words):
    """A dataset with the same words for every word of it that a document may show."""
    tables = {
        name: (table := getattr(ds, name)).assign(**dict.fromkeys(table.columns.intersection(WORDS), words))
        for name in TABLES
    }
    return replace(ds, statement=replace(ds.statement, title=words), **tables)


@pytest.mark.parametrize("words", MARKED)
def test_markdown_renders_the_words_of_a_dataset_as_they_are(tiny, words):
    ds = spiked(tiny, words)
    page = Rendered(gfm.convert(export.markdown(handout(ds, ["p01.s1", "commitment:ships", "pledge:fund"]))))
    squeezed = " ".join(words.split())
    assert page.words("h2")[1:3] == [f"2. {squeezed}", f"3. {squeezed}"]
    assert page.words("td")[0] == squeezed
    assert not {tag for tag, _ in page.elements} & MARKUP
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in page.links)


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "{=1+1}", "https://x.example", "external:x.xlsx"])
def test_no_cell_in_the_spreadsheet_of_a_chart_is_a_formula_or_a_link(tiny, words):
    deck = shown(handout(spiked(tiny, words), DRAWN))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    books = [chart.part.chart_workbook.xlsx_part.blob for chart in charts]
    assert len(books) == len(DRAWN)
    for book in books:
        assert not any("<f>" in text or "<hyperlink" in text for text in parts(book))
    with zipfile.ZipFile(io.BytesIO(books[0])) as archive:
        assert words in Rendered(archive.read("xl/sharedStrings.xml").decode()).words("t")
