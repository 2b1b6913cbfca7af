"""The slides of a presentation, and the notes of who speaks to them."""

import re

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from components.content.brief.cards import ChartCard
from components.content.charts import palette
from components.content.export import powerpoint_master as master
from components.content.export.handout import NEVER_SUMMED
from components.content.text import descriptions
from data import queries
from tests.unit.content.export.documents import handout, notes_text, open_powerpoint, slide_text


@pytest.fixture(params=["standard", "charts"])
def deck(request, standard_deck, chart_deck):
    """A presentation of the standard brief, and one of every chart and the map."""
    return {"standard": standard_deck, "charts": chart_deck}[request.param]


def test_a_presentation_is_a_cover_a_slide_per_card_and_the_sources(standard, standard_deck):
    assert standard_deck.slide_width / standard_deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    titles = [slide.shapes.title.text for slide in standard_deck.slides]
    assert titles == [standard.title, *(card.heading for card in standard.cards), "Sources"]


def test_the_title_comes_first_on_every_slide(deck):
    titles = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
    for slide in deck.slides:
        first = slide.shapes[0]
        assert first.is_placeholder and first.placeholder_format.type in titles and first.text_frame.text


def test_no_placeholder_is_left_empty(deck):
    for slide in deck.slides:
        assert all(shape.text_frame.text for shape in slide.placeholders)


def test_everything_is_within_its_slide(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_every_card_has_notes_with_its_words_and_its_address(standard, standard_deck):
    _, *slides, _ = standard_deck.slides
    for slide, card in zip(slides, standard.cards, strict=True):
        notes = notes_text(slide)
        assert notes.endswith(standard.addresses[str(card.pin)])
        assert all(descriptions.plain(line) in notes for line in card.lines)
        assert (NEVER_SUMMED in notes) == bool(card.pledges)


def test_the_speakers_notes_begin_with_the_readers_note(tiny):
    _, slide, _ = open_powerpoint(handout(tiny, ["p01.s2"], {"p01.s2": "Slow down."})).slides
    assert notes_text(slide).startswith("Slow down.\n")
    assert "Slow down." not in slide_text(slide)


@pytest.mark.parametrize("name", ["standard", "charts"])
def test_every_slide_of_a_card_names_its_source(request, name, standard_deck, chart_deck):
    brief = request.getfixturevalue(name)
    _, *slides, _ = {"standard": standard_deck, "charts": chart_deck}[name].slides
    for slide, card in zip(slides, brief.cards, strict=True):
        source = card.chart.credit(brief.ds) if isinstance(card, ChartCard) else brief.ds.statement.url
        assert source in slide_text(slide)


def test_addresses_at_the_foot_and_in_the_speakers_notes_are_links_but_not_in_what_readers_wrote(tiny):
    pins = ["p01.s1", "map:world"]
    brief = handout(tiny, pins, {"p01.s1": "Ask https://a.example first."})
    _, *slides, _ = open_powerpoint(brief).slides
    for slide, pin in zip(slides, pins, strict=True):
        foot = slide.placeholders[master.FOOT].text_frame
        for frame, address in (
            (foot, tiny.statement.url),
            (slide.notes_slide.notes_text_frame, brief.addresses[pin]),
        ):
            links = [run for paragraph in frame.paragraphs for run in paragraph.runs if run.hyperlink.address]
            assert [(run.text, run.hyperlink.address) for run in links] == [(address, address)]


def test_every_slide_but_the_cover_has_its_number_at_the_foot(deck):
    _, *slides = deck.slides
    for slide in slides:
        (number,) = [shape for shape in slide.placeholders if shape.placeholder_format.idx == master.NUMBER]
        assert 'type="slidenum"' in number._element.xml


def test_the_layouts_are_ours_and_their_colours_the_datasets(standard, standard_deck):
    assert [layout.name for layout in standard_deck.slide_layouts] == [
        *("Cover", "Quote", "Chart", "List", "Sources"),
    ]
    theme = standard_deck.slide_master.part.part_related_by(RT.THEME).blob.decode()
    colours = [*palette.colours(queries.codes(standard.ds, "theme")).values()]
    assert re.findall('<a:accent.><a:srgbClr val="(.*?)"', theme) == [colour[1:] for colour in colours[:6]]
    assert re.findall('<a:latin typeface="(.*?)"', theme)[:2] == ["Georgia", "Arial"]


def test_a_quote_has_a_bar_and_its_themes_name_in_the_themes_colour(tiny):
    _, slide, _ = open_powerpoint(handout(tiny, ["pledge:fund"])).slides
    theme = queries.passage(tiny, "p01.s2")["theme"]
    colour = palette.colours(queries.codes(tiny, "theme"))[theme][1:].upper()
    (bar,) = [shape for shape in slide.shapes if shape.name == "Colour of the theme"]
    assert str(bar.fill.fore_color.rgb) == colour
    runs = slide.placeholders[master.CODES].text_frame.paragraphs[0].runs
    (named,) = [run for run in runs if run.font.bold]
    assert named.text == queries.label(tiny, "theme", theme) and str(named.font.color.rgb) == colour


def test_of_a_quote_what_was_read_is_in_ink_and_the_rest_paler(tiny):
    _, clause, passage, _ = open_powerpoint(handout(tiny, ["pledge:fund", "p01.s2"])).slides
    text = queries.passage(tiny, "p01.s2")["text"]
    runs = clause.placeholders[master.TEXT].text_frame.paragraphs[0].runs
    assert "".join(run.text for run in runs) == f"“{text}”"
    assert [run.text for run in runs if run.font.color.type is None] == ["$5"]
    runs = passage.placeholders[master.TEXT].text_frame.paragraphs[0].runs
    assert all(run.font.color.type is None for run in runs)


def test_a_short_quote_is_larger_than_a_long_one(shipped):
    short, *_, long = sorted(
        shipped.passages["passage_id"], key=lambda name: len(queries.passage(shipped, name)["text"])
    )
    _, one, other, _ = open_powerpoint(handout(shipped, [short, long])).slides
    sizes = [
        slide.placeholders[master.TEXT].text_frame.paragraphs[0].runs[1].font.size.pt
        for slide in (one, other)
    ]
    assert sizes[0] > sizes[1] >= 16


def test_the_last_slide_links_to_the_statement_and_the_brief_and_says_how_firmly(standard, standard_deck):
    *_, last = standard_deck.slides
    runs = [
        run for paragraph in last.placeholders[master.TEXT].text_frame.paragraphs for run in paragraph.runs
    ]
    links = [run.hyperlink.address for run in runs if run.hyperlink.address]
    assert links == [standard.ds.statement.url, standard.address]
    assert all(label in slide_text(last) for label in queries.labels(standard.ds, "strength").values())
