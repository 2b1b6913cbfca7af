"""The rail of dates, and what followed."""

import datetime
import itertools

import pandas as pd
import pytest

from components.content.charts import palette, timeline
from data import queries
from tests.unit.content.charts.figure_parts import bars, draw, few, points, row_height, span, texts
from tests.unit.content.views import whole

# The rail


def test_the_timeline_runs_forward_and_marks_the_middle(tiny):
    view = whole(tiny)
    fig = timeline.timeline(queries.dates(view), view.codes("date_kind"), datetime.date(2002, 6, 1))
    first, last = bars(fig).values()
    assert first.base < first.base + first.length < 0 < last.base < last.base + last.length
    assert [shape.x0 for shape in fig.layout.shapes] == [0]
    assert list(fig.layout.xaxis.tickvals) == sorted(fig.layout.xaxis.tickvals)


def test_the_rail_gives_more_room_to_days_near_the_middle(tiny):
    view = whole(tiny)
    days = pd.to_datetime(["1901-01-01", "1951-01-01", "2001-01-01", "2001-02-02"])
    dates = queries.dates(view).iloc[[0] * 4].assign(start=days, end=days)
    fig = timeline.timeline(dates, view.codes("date_kind"), datetime.date(2001, 2, 3))
    steps = [after - before for before, after in itertools.pairwise(points(fig).x)]
    assert 0 < steps[0] < steps[2] < steps[1]


def test_every_further_row_adds_its_own_height(shipped):
    layouts = [draw("timeline", few("timeline", shipped, rows)).layout for rows in (1, 2, 3)]
    heights = [layout.height for layout in layouts]
    assert heights[1] - heights[0] == pytest.approx(heights[2] - heights[1], abs=1)
    assert [span(layout.yaxis) for layout in layouts] == pytest.approx(
        [span(layouts[0].yaxis) + more for more in range(3)]
    )


def test_a_row_has_the_room_that_its_words_need(shipped):
    fig = draw("timeline", whole(shipped))
    assert row_height(fig) > 17 * max(text.count("<br>") + 1 for text in texts(fig))


# Marks


def test_a_date_without_an_end_is_dashed_and_reaches_the_edge(tiny):
    fig = draw("timeline", whole(tiny))
    first, last = bars(fig).values()
    assert not first.hatch and last.hatch
    assert last.base + last.length == pytest.approx(fig.layout.xaxis.range[1])


def test_dates_that_all_lack_an_end_reach_the_edge(tiny):
    fig = draw("timeline", whole(tiny, dates=tiny.dates[tiny.dates["end"].isna()]))
    (last,) = bars(fig).values()
    assert last.hatch and last.base + last.length == pytest.approx(fig.layout.xaxis.range[1])


def test_a_deadline_is_marked_where_it_ends_and_all_else_where_it_starts(tiny):
    ended = tiny.dates.assign(end=pd.to_datetime(["2001-12-31", "2004-12-31"]))
    fig = draw("timeline", whole(tiny, dates=ended))
    past, deadline = bars(fig).values()
    assert list(points(fig).x) == pytest.approx([past.base, deadline.base + deadline.length])


def test_a_deadline_without_an_end_has_a_mark_too(tiny):
    assert not any(map(pd.isna, points(draw("timeline", whole(tiny))).x))


def test_every_kind_of_date_has_a_mark_of_its_own(shipped):
    kinds = queries.codes(shipped, "date_kind")
    assert len({palette.DATE_MARKS[kind] for kind in kinds}) == len(kinds)


# Words


def test_the_timeline_says_which_dates_are_implied(tiny):
    first, last = texts(draw("timeline", whole(tiny)))
    assert "First" in first and "implied" not in first
    assert "Last" in last and "implied" in last


def test_on_a_slide_every_date_has_one_line_left_of_the_rail(tiny):
    view = whole(tiny)
    page, slide = (
        timeline.timeline(queries.dates(view), view.codes("date_kind"), tiny.statement.date, wide)
        for wide in (False, True)
    )
    assert texts(slide) == [
        "<b>2001</b>  ·  past  ·  First",
        "<b>from 2003</b>  ·  deadline, implied  ·  Last",
    ]
    assert span(slide.layout.xaxis) > span(page.layout.xaxis)


# What followed


def test_what_followed_looks_like_no_date_of_the_statement(shipped):
    followed, dated = draw("followed", whole(shipped)), draw("timeline", whole(shipped))
    looks = set(points(followed).marker.symbol)
    assert looks and not looks & set(points(dated).marker.symbol)
    assert all("after the statement" in text for text in texts(followed) if text)


def test_what_followed_in_a_month_is_drawn_at_its_last_day(tiny):
    """So that nothing of the statement's own month stands before the statement."""
    march = tiny.outcomes.head(1)
    ended = march.assign(date=pd.Timestamp(2001, 3, 31), precision="day")
    drawn, expected = (points(draw("followed", whole(tiny, outcomes=rows))).x for rows in (march, ended))
    assert list(drawn) == list(expected)
