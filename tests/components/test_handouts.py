"""What a brief hands out opens in other programs, says what its cards say, and adds no money up."""

import datetime
import html
import io
import itertools
import os
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import pandas as pd
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from components import brief, exports, pins, readings, wording
from components.exhibits import EXHIBITS
from components.exports.handout import NEVER_SUMMED
from data import queries
from data.queries import Selection

MADE = datetime.date(2006, 5, 4)
CHARTS = [f"chart:{name}" for name, exhibit in EXHIBITS.items() if exhibit.figure]
SITE = "https://linchpin.example"


def handout(ds, texts, notes=None, title="A brief", selection=pins.NONE):
    cards = [brief.card(ds, pins.parse(text, ds)) for text in texts]
    return exports.Handout(
        ds=ds,
        title=title,
        under=readings.chosen(ds, selection),
        made=MADE,
        cards=cards,
        notes=notes or {},
        addresses={str(card.pin): f"{SITE}/{card.page}?{urlencode(card.link, doseq=True)}" for card in cards},
        address=f"{SITE}/brief?" + urlencode([("pin", text) for text in texts]),
    )


def opened(handed):
    return Document(io.BytesIO(exports.word(handed)))


def shown(handed):
    return Presentation(io.BytesIO(exports.powerpoint(handed)))


def paragraphs(document):
    """Those of tables too, in the order of the document."""
    return [Paragraph(element, None).text for element in document.element.body.iter(qn("w:p"))]


def words_on(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def spoken(slide):
    return slide.notes_slide.notes_text_frame.text


def chart_of(slide):
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    return frame.chart


def unescaped(markdown):
    return re.sub(r"\\([\\`*_\[\]<>#|~])", r"\1", markdown)


def in_word(handed):
    return "\n".join(paragraphs(opened(handed)))


def in_powerpoint(handed):
    deck = shown(handed)
    notes = [spoken(slide) for slide in deck.slides if slide.has_notes_slide]
    return "\n".join([*map(words_on, deck.slides), *notes])


def in_markdown(handed):
    return unescaped(exports.markdown(handed))


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


@pytest.fixture(scope="module")
def standard(shipped):
    """The standard brief of the whole statement."""
    return handout(shipped, pins.standard(shipped, shipped, pins.NONE))


@pytest.fixture(scope="module")
def charts(shipped):
    """A brief of every chart and the map."""
    return handout(shipped, [*CHARTS, f"map:{pins.first_view(shipped)}"])


@pytest.fixture(scope="module", params=FORMATS)
def text(request, standard):
    """The words of the standard brief in each format."""
    return FORMATS[request.param](standard)


# The same in every format


@pytest.mark.parametrize("kind", FORMATS)
def test_a_document_has_title_statement_filter_and_day(tiny, kind):
    text = FORMATS[kind](handout(tiny, ["p01.s1"], title="On *trade*", selection=Selection(("trade",))))
    assert "On *trade*" in text
    assert "A Statement, 3 February 2001. Filter: theme Trade. Made on 4 May 2006." in text


def test_without_a_filter_a_document_says_that_there_is_none(text, standard):
    title = standard.ds.statement.title
    assert f"{title}, 21 May 2021. No filter. Made on 4 May 2006." in text


def test_every_card_has_its_heading_and_its_lines_in_order(text, standard):
    assert len(standard.cards) > 10
    at = 0
    for card in standard.cards:
        at = text.index(card.heading, at)
        for line in card.lines:
            assert readings.plain(line) in text, line


def test_every_sentence_is_quoted_to_the_letter_with_its_place_and_codes(text, standard):
    sentences = [card.passage for card in standard.cards if card.passage is not None]
    assert len(sentences) > 10
    for row in sentences:
        codes = ", ".join(readings.codes(standard.ds, row))
        assert row["text"] in text
        assert f"Paragraph {row['paragraph']}, sentence {row['sentence']}. {codes}." in text


def test_a_document_says_where_words_codes_and_brief_are_from(text, standard):
    assert standard.ds.statement.url in text
    assert "made by a language model" in text
    assert standard.address in text


@pytest.mark.parametrize("text", ["PowerPoint", "Markdown"], indirect=True)
def test_every_card_has_its_address(text, standard):
    assert all(address in text for address in standard.addresses.values())


@pytest.mark.parametrize("kind", FORMATS)
def test_a_chart_says_the_filter_that_it_was_pinned_under(tiny, kind):
    text = FORMATS[kind](handout(tiny, ["chart:ladder~trade~south"]))
    assert "Under theme Trade, actor South." in text
    assert "1 pledged and 1 considered. Who has to act: South 2." in text


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("pin", ["chart:ladder~sport", "map:world~sport"])
def test_a_card_with_nothing_to_show_says_so(tiny, kind, pin):
    assert "Nothing to show" in FORMATS[kind](handout(tiny, [pin]))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_sentence_that_nothing_was_read_from_is_something_to_show(shipped, kind):
    bare = next(one for one in shipped.passages["passage_id"] if not readings.lines(shipped, one))
    assert "Nothing to show" not in FORMATS[kind](handout(shipped, [bare]))


# Money


@pytest.mark.parametrize("kind", FORMATS)
def test_every_amount_is_said_in_words_and_none_is_added_to_another(shipped, kind):
    amounts = ["chart:amounts", "chart:per-year"]
    pledges = [f"pledge:{name}" for name in shipped.pledges["pledge_id"]]
    handed = handout(shipped, [*pins.standard(shipped, shipped, pins.NONE), *amounts, *pledges])
    content = {"Word": exports.word, "PowerPoint": exports.powerpoint}
    everything = [*parts(content[kind](handed))] if kind in content else [in_markdown(handed)]
    sums = queries.sums(shipped).dropna(subset="amount_usd")
    stated = [wording.money(usd) for usd in sums["amount_usd"]]
    assert all(any(words in text for text in everything) for words in stated) and len(stated) > 2
    for column in ("amount_usd", "per_year"):
        values = sums[column].astype(float)
        groups = [itertools.combinations(values, size) for size in range(2, len(values) + 1)]
        added = [sum(group) for group in itertools.chain(*groups)]
        never = {wording.money(usd) for usd in added} - set(stated) | {f"{usd:.0f}" for usd in added}
        assert len(never) > len(added)
        assert not [words for words in never if any(words in text for text in everything)]


@pytest.mark.parametrize("kind", FORMATS)
def test_what_speaks_of_money_says_that_it_is_not_added(tiny, kind):
    assert NEVER_SUMMED in FORMATS[kind](handout(tiny, ["pledge:fund"]))
    assert NEVER_SUMMED in FORMATS[kind](handout(tiny, ["chart:amounts"]))
    assert NEVER_SUMMED not in FORMATS[kind](handout(tiny, ["p01.s1", "chart:ladder"]))


MONEY = [
    ["Pledge", "Payer", "Amount", "Kind", "Period", "Paragraph"],
    ["Fund", "North", "$70 million", "New money", "2001–2005", "1"],
    ["Gift", "South", "$500 million", "Acknowledged", "2001", "2"],
    ["Rise", "North", "not stated", "Increase without a figure", "2001", "2"],
]
MONEY_PINS = ["pledge:gift", "pledge:rise", "p01.s1", "pledge:fund", "chart:findings"]


def test_the_word_table_has_a_row_a_pledge_under_its_head(tiny):
    (table,) = opened(handout(tiny, MONEY_PINS)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == MONEY


def test_the_markdown_table_has_a_row_a_pledge_under_its_head(tiny):
    lines = [line for line in in_markdown(handout(tiny, MONEY_PINS)).splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert [rows[0], *rows[2:]] == MONEY and set(rows[1]) == {"---"}


def test_the_word_table_of_the_standard_brief_has_every_pledge_with_an_amount(standard):
    (table,) = opened(standard).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    stated = standard.ds.pledges.dropna(subset="amount_usd")
    assert [row[0] for row in rows] == ["Pledge", *stated["title"]]
    assert [row[2] for row in rows] == ["Amount", *map(wording.money, stated["amount_usd"])]


def test_a_brief_without_money_has_no_table(tiny):
    handed = handout(tiny, ["p01.s1", "commitment:ships"])
    assert not opened(handed).tables
    assert "|" not in exports.markdown(handed) and "Money" not in in_markdown(handed)


# Word


def test_word_uses_styles_alone(standard, tiny):
    for handed in (standard, handout(tiny, [*MONEY_PINS, *CHARTS], {"p01.s1": "A note\nof two lines"})):
        document = opened(handed)
        assert len(list(document.element.body.iter(qn("w:r")))) > 20
        assert not list(document.element.body.iter(qn("w:rPr")))


def test_word_has_a_style_for_every_part(standard):
    document = opened(standard)
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles[standard.title] == "Title" and styles[standard.head] == "Subtitle"
    for number, card in enumerate(standard.cards, start=1):
        assert styles[f"{number}. {card.heading}"].startswith("Heading")
        if card.passage is not None:
            assert styles[f"“{card.passage['text']}”"] == "Quote"
    (table,) = document.tables
    assert {cell.paragraphs[0].style.name for cell in table.rows[0].cells} == {"Table Head"}


def test_no_heading_of_word_skips_a_level(standard):
    names = [paragraph.style.name for paragraph in opened(standard).paragraphs]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels and all(next_ <= level + 1 for level, next_ in itertools.pairwise([0, *levels]))


def test_word_pages_are_a4_with_text_between_the_margins(standard):
    (section,) = opened(standard).sections
    assert (section.page_width.mm, section.page_height.mm) == (
        pytest.approx(210, 0.01),
        pytest.approx(297, 0.01),
    )
    (table,) = opened(standard).tables
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in table.columns) <= room


def test_word_says_its_title_and_language(standard):
    properties = opened(standard).core_properties
    assert (properties.title, properties.author, properties.language) == (standard.title, "Linchpin", "en")


@pytest.mark.parametrize("kind", FORMATS)
def test_as_many_of_the_longest_pins_as_a_brief_holds_are_made(shipped, kind):
    """Their address takes more than the 255 characters that a property of a document may have."""
    longest = sorted(shipped.commitments["commitment_id"], key=len, reverse=True)[: pins.MOST]
    handed = handout(shipped, [f"commitment:{name}" for name in longest])
    assert len(handed.cards) == pins.MOST and len(handed.address) > 1000
    assert handed.address in FORMATS[kind](handed)


# PowerPoint


def test_slides_are_wide_with_one_a_card_between_a_cover_and_the_sources(standard):
    deck = shown(standard)
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [standard.title, *(card.heading for card in standard.cards), "Sources"]


def test_every_slide_has_its_title_before_all_else(standard, charts):
    titles = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
    for handed in (standard, charts):
        for slide in shown(handed).slides:
            first = slide.shapes[0]
            assert first.is_placeholder and first.placeholder_format.type in titles and first.text_frame.text


def test_no_placeholder_is_left_empty(standard, charts):
    for handed in (standard, charts):
        for slide in shown(handed).slides:
            assert all(shape.text_frame.text for shape in slide.placeholders)


def test_everything_stands_on_its_slide(standard, charts):
    for handed in (standard, charts):
        deck = shown(handed)
        for slide in deck.slides:
            for shape in slide.shapes:
                assert min(shape.left, shape.top) >= 0
                assert shape.left + shape.width <= deck.slide_width
                assert shape.top + shape.height <= deck.slide_height


def test_every_card_has_notes_with_its_words_and_its_address(standard):
    _, *slides, _ = shown(standard).slides
    for slide, card in zip(slides, standard.cards, strict=True):
        notes = spoken(slide)
        assert notes.endswith(standard.addresses[str(card.pin)])
        assert all(readings.plain(line) in notes for line in card.lines)
        assert (NEVER_SUMMED in notes) == bool(card.pledges)


def test_a_speaker_reads_the_own_note_first(tiny):
    _, slide, _ = shown(handout(tiny, ["p01.s2"], {"p01.s2": "Slow down."})).slides
    assert spoken(slide).startswith("Slow down.\n")
    assert "Slow down." not in words_on(slide)


def test_every_slide_of_a_card_names_its_source(standard, charts):
    for handed in (standard, charts):
        _, *slides, _ = shown(handed).slides
        for slide, card in zip(slides, handed.cards, strict=True):
            ds = handed.ds
            assert (card.exhibit.credit(ds) if card.exhibit else ds.statement.url) in words_on(slide)


def test_every_chart_and_the_map_are_charts_that_powerpoint_draws(charts):
    _, *slides, _ = shown(charts).slides
    assert len(slides) == len(CHARTS) + 1
    for slide in slides:
        assert any(shape.has_chart for shape in slide.shapes)
        assert MSO_SHAPE_TYPE.PICTURE not in [shape.shape_type for shape in slide.shapes]


def test_what_has_no_figure_is_words_alone(shipped):
    _, *slides, _ = shown(handout(shipped, ["chart:findings", "chart:agreement", "p01.s1"])).slides
    assert not any(shape.has_chart for slide in slides for shape in slide.shapes)


def test_a_chart_is_described_for_who_cannot_see_it(charts):
    _, *slides, _ = shown(charts).slides
    for slide, card in zip(slides, charts.cards, strict=True):
        (frame,) = [shape for shape in slide.shapes if shape.has_chart]
        described = frame._element.nvGraphicFramePr.cNvPr.get("descr")
        assert described and all(readings.plain(line) in described for line in card.lines)


def test_a_chart_is_of_a_type_that_fits_and_has_values(charts):
    _, *slides, _ = shown(charts).slides
    for slide in slides:
        (plot,) = chart_of(slide).plots
        assert len(list(plot.categories)) == len(set(plot.categories)) > 1
        assert any(value for series in plot.series for value in series.values)


def counted(table, ds, by):
    rows, strengths = queries.codes(ds, by)["label"], queries.codes(ds, "strength")["label"]
    cells = table[[by, "strength", "count"]].itertuples(index=False, name=None)
    return {(rows[code], strengths[strength]): count for code, strength, count in cells}


def drawn(slide):
    (plot,) = chart_of(slide).plots
    return {
        (category, series.name): value
        for series in plot.series
        for category, value in zip(plot.categories, series.values, strict=True)
        if value is not None
    }


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(("health", "climate")), Selection((), ("rok",))]
)
def test_the_ladder_is_drawn_with_the_counts_of_its_table(shipped, selection):
    ladder, actors = (str(pins.Pin("chart", name, selection)) for name in ("ladder", "actors"))
    _, first, second, _ = shown(handout(shipped, [ladder, actors])).slides
    view = queries.select(shipped, selection)
    assert drawn(first) == counted(queries.ladder(view), shipped, "theme")
    assert drawn(second) == counted(queries.who_acts(view), shipped, "actor")


def test_amounts_are_drawn_as_stated_in_a_series_of_their_kind(tiny):
    _, slide, _ = shown(handout(tiny, ["chart:amounts"])).slides
    assert drawn(slide) == {
        ("North: Fund", "New money"): 70_000_000,
        ("South: Level", "Total"): 110_000_000,
        ("South: Gift", "Acknowledged"): 500_000_000,
    }
    assert "North: Rise (amount not stated)" in list(chart_of(slide).plots[0].categories)


def test_an_amount_without_a_period_is_not_said_to_be_unstated(tiny):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA).head(1)
    _, slide, _ = shown(handout(replace(tiny, pledges=lasting), ["chart:per-year"])).slides
    (name,) = chart_of(slide).plots[0].categories
    assert name.startswith("North: Fund") and "not stated" not in name


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", ["amounts", "per-year", "windows"])
def test_pledges_without_any_period_are_handed_out_all_the_same(tiny, kind, name):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA)
    text = FORMATS[kind](handout(replace(tiny, pledges=lasting), [f"chart:{name}"]))
    assert EXHIBITS[name].title in text


def test_places_are_drawn_with_their_mentions_the_most_mentioned_on_top(tiny):
    _, slide, _ = shown(handout(tiny, ["map:world"])).slides
    assert drawn(slide) == {("Bay", "Mentions"): 2, ("Town", "Mentions"): 1}
    assert list(chart_of(slide).plots[0].categories) == ["Bay", "Town"]
    assert chart_of(slide).category_axis.reverse_order


def test_a_window_of_years_is_as_long_as_it_is(tiny):
    _, slide, _ = shown(handout(tiny, ["chart:windows"])).slides
    years = {name.split(",")[0]: value for (name, series), value in drawn(slide).items() if series == "Years"}
    assert years == {"Fund": 5, "Level": 2, "Gift": 1, "Rise": 1}
    starts = {name.split(",")[0]: value for (name, series), value in drawn(slide).items() if series == "From"}
    assert starts == {"Fund": 2001, "Level": 2002, "Gift": 2001, "Rise": 2001}


# What readers write

CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
WRITTEN = {
    "HTML": "<script>alert('1')</script> &amp; <b onclick=x>bold</b> ]]> <!-- -->",
    "XML": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:p>&b;</w:p>',
    "a formula": "=cmd|' /C calc'!A0",
    "emoji": "👩‍👩‍👧 🇰🇷 ✍🏽",
    "right to left": "\u202egnp.exe\u202c שלום \u200f",
    "control characters": "a\x00b\x0bc\x0cd\x1be\x7f",
    "half a character": "a\ud800b\udfffc",
    "no characters": "a\ufffeb\uffffc",
    "10,000 letters": "x" * 10_000,
    "10,000 letters in words": "words of hope " * 714,
    "fences of tildes": "~~~\nout?\n~~~~~~~~ html\n<b>\n~~~",
    "fences of backticks": "```\nout?\n```` html\n<b>\n```",
    "Markdown": "# Head\n- [a](javascript:alert(1)) ![b](c) **d** | e\n\n---\n> f \\* g",
    "blanks": "  two before, a tab\there, two after  ",
    "marks of other programs": "{{ 7 * 7 }} ${x} %s {MERGEFIELD a} _x0041_ \\u0041",
}
LINES = {"lines of Windows": "one\r\ntwo\r\n\r\nfour", "lines of old Macs": "one\rtwo\r\rfour"}
NOTED = ["p01.s1", "chart:ladder", "commitment:ships"]


def noted(ds, note):
    return handout(ds, NOTED, dict.fromkeys(NOTED, note))


def fenced(markdown):
    """What stands in fences of tildes: each ends at the first line that is at least as long a fence."""
    return [
        text
        for _, text in re.findall(r"^(~{3,})\n(.*?)\n {0,3}\1~*[ \t]*$", markdown, re.MULTILINE | re.DOTALL)
    ]


@pytest.fixture(params=[*WRITTEN, *LINES])
def note(request):
    """A reader's note, and the plain text that a document holds of it."""
    if request.param in LINES:
        four = "one\ntwo\n\nfour"
        return LINES[request.param], four
    text = WRITTEN[request.param]
    return text, text.translate(CONTROLS)


def test_word_holds_a_note_as_plain_text(tiny, note):
    written, text = note
    document = opened(noted(tiny, written))
    assert paragraphs(document).count(f"Note: {text}") == len(NOTED)
    assert not list(document.element.body.iter(qn("w:rPr"), qn("w:hyperlink"), qn("w:fldSimple")))


def test_powerpoint_holds_a_note_as_plain_text_for_the_speaker_alone(tiny, note):
    written, text = note
    _, *slides, _ = shown(noted(tiny, written)).slides
    assert len(slides) == len(NOTED)
    for slide in slides:
        assert spoken(slide).startswith(f"{text}\n")
        assert text not in words_on(slide)


def test_markdown_holds_a_note_to_the_letter_in_a_fence(tiny, note):
    written, text = note
    markdown = exports.markdown(noted(tiny, written))
    assert fenced(markdown) == [text] * len(NOTED)
    assert markdown.encode("utf-8").decode("utf-8") == markdown


@pytest.mark.parametrize("what", WRITTEN)
def test_no_note_makes_a_document_reach_out(tiny, what):
    handed = noted(tiny, WRITTEN[what])
    for content in (exports.word(handed), exports.powerpoint(handed)):
        assert not any('TargetMode="External"' in text or "<f>" in text for text in parts(content))


@pytest.mark.parametrize("what", [what for what in WRITTEN if "\n" not in WRITTEN[what]])
def test_a_title_is_plain_text_in_every_format(tiny, what):
    title = WRITTEN[what]
    handed, text = handout(tiny, ["p01.s1"], title=title), title.translate(CONTROLS)
    assert opened(handed).paragraphs[0].text == text
    assert shown(handed).slides[0].shapes.title.text == text
    assert in_markdown(handed).splitlines()[0].split() == ["#", *text.split()]


@pytest.mark.parametrize("title", ["<script>1</script>", "<b>", "<https:x>", "![a](b)", "a\n# b"])
def test_no_word_of_markdown_is_markup(tiny, title):
    """Sentences of the tiny dataset hold HTML too."""
    markdown = exports.markdown(handout(tiny, ["p01.s1", "commitment:ships"], title=title))
    assert "<b>is</b>" in unescaped(markdown)
    assert not re.search(r"(?<!\\)<(?!https://(?:linchpin\.example/|example\.org>))|(?<!\\)[\[*]", markdown)
    assert len(re.findall(r"^# ", markdown, re.MULTILINE)) == 1


def test_a_card_without_a_note_says_nothing_of_one(tiny):
    handed = handout(tiny, NOTED, {"p01.s1": "\x00", "p09.s9": "Of a card that is gone"})
    for words in FORMATS.values():
        assert "Note:" not in words(handed) and "gone" not in words(handed)


# As another program reads them


def program(name):
    path = shutil.which(name)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{name} is not installed")
    return path


@pytest.fixture(scope="module")
def printed(standard, tmp_path_factory):
    """The standard brief as PDF pages of text, made by LibreOffice from the documents, by their kind."""
    folder = tmp_path_factory.mktemp("printed")
    made = {"pages.docx": exports.word(standard), "slides.pptx": exports.powerpoint(standard)}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*office, *(str(folder / name) for name in made)], check=True, capture_output=True, timeout=300
    )
    return {name: pages(folder / f"{name}.pdf") for name in ("pages", "slides")}


def pages(file):
    """The text of each page, squeezed."""
    count = subprocess.run([program("pdfinfo"), file], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(
        [program("pdftotext"), file, "-"], check=True, capture_output=True, text=True
    ).stdout
    found = [squeezed(page) for page in text.split("\f")[:-1]]
    assert len(found) == int(re.search(r"^Pages:\s+(\d+)$", count, re.MULTILINE)[1])
    return found


def squeezed(text):
    """Text without blanks and hyphens: pages break their lines at both."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))


def test_the_standard_brief_takes_two_pages_at_most(printed):
    assert 1 <= len(printed["pages"]) <= 2


def test_every_card_can_be_read_on_paper(printed, standard):
    text = "".join(printed["pages"])
    for card in standard.cards:
        assert squeezed(card.heading) in text
        if card.passage is not None:
            assert squeezed(card.passage["text"]) in text


def test_every_slide_is_a_page_with_its_own_words(printed, standard):
    cover, *cards, sources = printed["slides"]
    assert squeezed(standard.title) in cover
    for page, card in zip(cards, standard.cards, strict=True):
        assert squeezed(card.heading) in page
        if card.passage is not None:
            assert squeezed(card.passage["text"]) in page
    assert squeezed(standard.sources[0]) in sources
