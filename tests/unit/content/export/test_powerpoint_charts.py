"""Charts that PowerPoint itself draws, with the values of their tables."""

from dataclasses import replace

import pandas as pd
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from components.content.brief import pins
from components.content.charts.catalogue import CHARTS as CATALOGUE
from components.content.text import descriptions
from data import queries
from data.queries import Selection
from tests.unit.content.export.documents import CHARTS, FORMATS, handout, open_powerpoint, parts
from tests.unit.content.views import whole


def chart_of(slide):
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    return frame.chart


def test_every_chart_and_the_map_are_charts_that_powerpoint_draws(chart_deck):
    _, *slides, _ = chart_deck.slides
    assert len(slides) == len(CHARTS) + 1
    for slide in slides:
        assert any(shape.has_chart for shape in slide.shapes)
        assert MSO_SHAPE_TYPE.PICTURE not in [shape.shape_type for shape in slide.shapes]


def test_what_has_no_figure_is_words_alone(shipped):
    _, *slides, _ = open_powerpoint(handout(shipped, ["chart:findings", "p01.s1"])).slides
    assert not any(shape.has_chart for slide in slides for shape in slide.shapes)


def test_a_chart_has_a_description_for_readers_who_do_not_see_it(charts, chart_deck):
    _, *slides, _ = chart_deck.slides
    for slide, card in zip(slides, charts.cards, strict=True):
        (frame,) = [shape for shape in slide.shapes if shape.has_chart]
        described = frame._element.nvGraphicFramePr.cNvPr.get("descr")
        assert described and all(descriptions.plain(line) in described for line in card.lines)


def test_a_chart_names_its_rows_once_and_has_values(chart_deck):
    _, *slides, _ = chart_deck.slides
    for slide in slides:
        (plot,) = chart_of(slide).plots
        assert len(list(plot.categories)) == len(set(plot.categories)) > 1
        assert any(value for series in plot.series for value in series.values)


def counted(table, ds, by):
    rows, strengths = queries.labels(ds, by), queries.labels(ds, "strength")
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
def test_the_balance_is_drawn_with_the_counts_of_its_commitments(shipped, selection):
    _, slide, _ = open_powerpoint(handout(shipped, [str(pins.Pin("chart", "balance", selection))])).slides
    view = queries.select(shipped, selection)
    assert drawn(slide) == counted(queries.balance(view), shipped, "theme")


def test_sums_of_several_kinds_stand_in_words_and_their_bars_are_years(tiny):
    _, slide, _ = open_powerpoint(handout(tiny, ["chart:amounts"])).slides
    plot = chart_of(slide).plots[0]
    starts, lengths = (dict(zip(plot.categories, series.values, strict=True)) for series in plot.series)
    fund = "$70 million, new money, 2001–2005: Fund (North)"
    rise = next(name for name in lengths if name.startswith("Increase without a figure, "))
    assert (starts[fund], lengths[fund]) == (2001, 5)
    assert rise.endswith(": Rise (North)") and max(lengths.values()) < 100
    assert chart_of(slide).value_axis.axis_title.text_frame.text == "Bars show years, not amounts"


def test_a_sum_without_an_end_reaches_past_all_others(tiny):
    endless = replace(tiny, pledges=tiny.pledges.assign(period_end=[pd.NA, *tiny.pledges["period_end"][1:]]))
    _, slide, _ = open_powerpoint(handout(endless, ["chart:amounts"])).slides
    plot = chart_of(slide).plots[0]
    ends = {
        name: sum(series.values[index] for series in plot.series)
        for index, name in enumerate(plot.categories)
    }
    (name,) = [name for name in ends if "from 2001" in name]
    assert all(ends[name] > end for other, end in ends.items() if other != name)


def test_amounts_to_scale_are_drawn_in_a_series_per_kind_of_money(tiny):
    _, slide, _ = open_powerpoint(handout(tiny, ["chart:scale"])).slides
    assert drawn(slide) == {
        ("North: Fund", "New money"): 70_000_000,
        ("South: Level", "Total"): 110_000_000,
        ("South: Gift", "Acknowledged"): 500_000_000,
    }
    assert "North: Rise (amount not stated)" in list(chart_of(slide).plots[0].categories)


@pytest.mark.parametrize("kind", FORMATS)
def test_documents_are_made_of_pledges_without_any_period(tiny, kind):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA)
    names = ["amounts", "scale"]
    endless = replace(tiny, pledges=lasting)
    text = FORMATS[kind](handout(endless, [f"chart:{name}" for name in names]))
    assert all(CATALOGUE[name].heading(whole(endless)) in text for name in names)


def test_places_are_drawn_with_their_mentions_the_most_mentioned_on_top(tiny):
    _, slide, _ = open_powerpoint(handout(tiny, ["map:world"])).slides
    assert drawn(slide) == {("Bay", "Mentions"): 2, ("Town", "Mentions"): 1}
    assert list(chart_of(slide).plots[0].categories) == ["Bay", "Town"]
    assert chart_of(slide).category_axis.reverse_order


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "{=1+1}", "https://x.example", "external:x.xlsx"])
def test_no_cell_in_the_spreadsheet_of_a_chart_is_a_formula_or_a_link(tiny, words):
    named = replace(
        tiny,
        codes=tiny.codes.assign(label=words),
        places=tiny.places.assign(short_name=words),
    )
    _, *slides, _ = open_powerpoint(handout(named, ["chart:balance", "map:world"])).slides
    for slide in slides:
        book = chart_of(slide).part.chart_workbook.xlsx_part.blob
        texts = [*parts(book)]
        assert any(words in text for text in texts)
        assert not any("<f>" in text or "<hyperlink" in text for text in texts)
