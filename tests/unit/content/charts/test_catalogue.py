"""Every chart of the catalogue: what it says and draws, on a page and on a slide, under any filter."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from components.content.charts import catalogue, chart_names
from components.content.charts.catalogue import CHARTS, MOST_DATES
from components.content.charts.chart import Caption
from components.content.charts.figure import passages_of
from components.content.text import descriptions
from data import queries
from data.queries import Selection, View
from tests.unit.content.charts.figure_parts import DRAWN, marks
from tests.unit.content.views import filtered, whole

OF_CORPUS = ("wording", "compare")
SLIDE = 380  # px: the height of a figure on a slide


def test_the_names_in_links_are_those_of_the_charts():
    assert list(CHARTS) == list(chart_names.NAMES)
    assert set(chart_names.CHOICES) <= set(CHARTS)
    assert {field for fields in chart_names.CHOICES.values() for field in fields} <= set(vars(Selection()))


# Under every filter


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_is_drawn_under_every_theme_actor_and_own_choice_together(filtered_views, name):
    """One of these may leave a single mark, or marks that all lack the same thing. Views with the same
    table give the same figure, so it is drawn once, and for a slide once for each number of marks."""
    chart, tables, lengths = CHARTS[name], set(), set()
    for view in narrowed(filtered_views, name):
        table = chart.table(view)
        rows = table.to_csv()
        if rows not in tables and len(table):
            heights = (None,) if len(table) in lengths else (None, SLIDE)
            tables.add(rows)
            lengths.add(len(table))
            assert all(chart.figure(view, height).to_json() for height in heights)
            assert chart.describe(view)
    assert len(tables) > 5 or not chart.filtered


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_of_another_script_without_money_and_dates_is_drawn_or_says_that_it_is_empty(hangul, name):
    chart = CHARTS[name]
    for view in filtered(hangul):
        if chart.empty(view):
            assert chart.lines(view) == []
        elif chart.draw:
            assert all(chart.figure(view, height).to_json() for height in (None, SLIDE))
    assert chart.empty(whole(hangul)) == (name in {"amounts", "scale", "timeline", "followed", *OF_CORPUS})


def narrowed(views: list[View], name: str) -> Iterator[View]:
    """Views, and each choice of the chart's page that leaves something to draw, under a third of the views.
    What no actor changes is narrowed under no actor. All meetings are
    compared with the next one, under no theme or, every other time, under one of the themes."""
    yield from views
    if not CHARTS[name].by_actor:
        views = [view for view in views if not view.selection.actors]
    if name == "compare":
        ds = views[0].whole
        pairs = {queries.neighbours(ds, meeting) for meeting in queries.all_meetings(ds)} - {None}
        for number, pair in enumerate(sorted(pairs, key=str)):
            view = views[number % len(views) if number % 2 else 0]
            yield view.comparing([each.meeting_id for each in pair])
    elif name in chart_names.CHOICES:
        (field,) = chart_names.CHOICES[name]
        for number, view in enumerate(views):
            codes = view.ds.dates["kind"].unique() if field == "kinds" else view.codes(queries.FACETS[field])
            yield from (view.narrowed(**{field: [code]}) for code in list(codes)[number % 3 :: 3])


@pytest.mark.parametrize("name", ["balance", "timeline", "compare"])
def test_the_passages_of_marks_are_not_sent_and_equal_marks_stay_equal(shipped, name):
    spec = CHARTS[name].spec(whole(shipped))
    sent = [mark for trace in spec["data"] for mark in trace.get("customdata", []) if mark]
    whole_marks = [mark for of_trace in spec["marks"] for mark in of_trace if mark]
    assert [mark[1:] for mark in sent] == [mark[1:] for mark in whole_marks]
    assert all(isinstance(mark[0], int) for mark in sent) and all(map(passages_of, whole_marks))
    numbers = {json.dumps(mark): other[0] for mark, other in zip(whole_marks, sent, strict=True)}
    assert [mark[0] for mark in sent] == [numbers[json.dumps(mark)] for mark in whole_marks]
    assert len(set(numbers.values())) == len(numbers)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_speaks_good_english_under_every_filter(filtered_views, name):
    for view in filtered_views:
        for line in map(descriptions.plain, CHARTS[name].lines(view)):
            wrong = re.search(r"\b(nan|NaN|NaT)\b|<NA>|of (the )?0\b|^\W|  |: ?\.", line)
            assert not wrong, (view.selection, line)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_summed_up_in_sentences(shipped, name):
    said = CHARTS[name].lines(whole(shipped))
    assert said and all(line.endswith(".") and len(line.split()) > 3 for line in said)


@pytest.mark.parametrize("name", CHARTS)
def test_only_a_chart_that_the_filter_changes_can_be_empty(tiny, name):
    nothing = queries.select(tiny, Selection(themes=("sport",)))
    assert CHARTS[name].empty(whole(tiny)) == (name in OF_CORPUS)  # it has no neighbouring statements
    assert CHARTS[name].empty(nothing) == CHARTS[name].filtered
    assert bool(CHARTS[name].lines(nothing)) != CHARTS[name].filtered


def test_a_chart_is_described_by_what_it_draws_and_what_it_says(tiny):
    assert CHARTS["timeline"].describe(whole(tiny)) == (
        "Every date the statement names or implies: what is before it, under way, and ahead. "
        "2 dates: 1 under way and 1 ahead; 1 is not printed in full."
    )


def test_a_chart_names_its_source(tiny):
    assert CHARTS["balance"].credit(tiny) == "Source: A Statement, 3 February 2001; coded by A Coder."
    assert CHARTS["followed"].credit(tiny).startswith("Sources: a document for each event")


# What a reader may download: the figure with its caption


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_has_title_filter_source_and_a_name(shipped, name):
    view = queries.select(shipped, Selection(themes=("health",)))
    caption = CHARTS[name].caption(view)
    assert all(len(line) <= 165 for line in caption.source.split("<br>"))
    assert caption == Caption(
        title=CHARTS[name].heading(view),
        subtitle="Filter: theme Health" if CHARTS[name].filtered else "The whole statement",
        source=caption.source,
        file_name=f"linchpin-{name}" + "-theme-health" * CHARTS[name].filtered,
    )


@pytest.mark.parametrize("name", ["balance", "wording", "followed"])
def test_a_picture_says_how_marks_look_and_whence_they_are(shipped, name):
    view = whole(shipped)
    below = CHARTS[name].caption(view).source.replace("<br>", " ")
    assert below == f"{CHARTS[name].legend(view)} {CHARTS[name].credit(shipped)}".strip()


def test_of_topics_the_picture_says_how_many_are_drawn(shipped):
    view = whole(shipped)
    topics = [topic.topic for topic in queries.shown_topics(view)]
    assert CHARTS["wording"].legend(view.narrowed(topics=topics[:5])).startswith(f"5 of {len(topics)} topics")
    assert "are drawn" not in CHARTS["wording"].legend(view)


def test_a_figure_without_a_filter_says_so(shipped):
    assert CHARTS["balance"].caption(whole(shipped)).subtitle == "The whole statement"


def test_a_figure_names_the_choice_of_its_own_page(tiny):
    view = queries.select(tiny, Selection(themes=("trade",), kinds=("deadline",)))
    caption = CHARTS["timeline"].caption(view)
    assert caption.subtitle == "Filter: theme Trade, kind deadline"
    assert caption.file_name == "linchpin-timeline-theme-trade-kind-deadline"


@pytest.mark.parametrize("height", [None, SLIDE])
@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_holds_nothing_that_makes_the_browser_draw_it_twice(shipped, name, height):
    """No template, and no arrays in base 64, which it takes for changed ones each time."""
    spec = json.loads(CHARTS[name].figure(whole(shipped), height).to_json())
    assert "template" not in spec["layout"]
    assert "bdata" not in json.dumps(spec)
    assert "datarevision" not in spec["layout"]  # with a constant one, nothing new would be drawn


# On a slide


@pytest.mark.parametrize("name", DRAWN)
def test_a_slide_leaves_the_figure_on_the_page_as_it_was(shipped, name):
    view = whole(shipped)
    before = CHARTS[name].figure(view).to_json()
    CHARTS[name].figure(view, SLIDE)
    assert CHARTS[name].figure(view).to_json() == before


@pytest.mark.parametrize("height", [SLIDE, 2000])
@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_fits_on_its_slide(shipped, name, height):
    assert CHARTS[name].figure(whole(shipped), height).layout.height <= height


@pytest.mark.parametrize("name", DRAWN)
def test_words_on_a_slide_can_be_read_from_the_back_of_the_room(shipped, name):
    spec = CHARTS[name].figure(whole(shipped), SLIDE).to_plotly_json()
    found = letter_sizes(spec)
    assert spec["layout"]["font"]["size"] in found and min(found) >= 16


def letter_sizes(part, key=""):
    """Every size of letters that a part of a figure sets."""
    if isinstance(part, dict):
        found = [letter_sizes(v, name if name != "size" else f"{key}.size") for name, v in part.items()]
        return [size for sizes in found for size in sizes]
    if isinstance(part, (list, tuple)):
        return [size for one in part for size in letter_sizes(one)]
    return [part] if key.endswith("font.size") and part is not None else []


def test_a_slide_shows_no_more_dates_than_can_be_read(shipped):
    fig = CHARTS["timeline"].figure(whole(shipped), SLIDE)
    drawn = {date for mark in marks(fig) for date in mark[1].split(";")}
    assert len(drawn) == MOST_DATES


def test_a_slide_says_how_many_dates_it_leaves_out(shipped):
    view, dates = whole(shipped), len(shipped.dates)
    assert dates > MOST_DATES
    assert CHARTS["timeline"].left_out(view) == f"{MOST_DATES} of {dates} are shown here; the page has all."
    assert CHARTS["timeline"].left_out(view.narrowed(kinds=["past"])) == ""
    assert CHARTS["balance"].left_out(view) == ""


# Before the first reader


def test_what_is_prepared_is_not_drawn_again(tiny):
    fresh = replace(tiny)
    for theme in [(), *((code,) for code in queries.codes(fresh, "theme"))]:
        whole = queries.select(fresh, Selection(themes=theme))
        catalogue.prepare(whole)
        for chart in (CHARTS[name] for name in DRAWN if CHARTS[name].opening):
            view = chart.opening(whole)
            known = len(view.results)
            if not chart.empty(view):
                assert chart.figure(view) and chart.describe(view)
            assert len(view.results) == known
