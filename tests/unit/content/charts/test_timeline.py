"""The panels of dates, and what followed."""

import itertools
import re

import pandas as pd
import pytest

from components.content.charts import palette, time_axis, timeline
from components.content.charts.catalogue import CHARTS
from data import queries
from tests.unit.content.charts.figure_parts import bars, draw, lines, marks, points, texts, written
from tests.unit.content.views import whole

LOOKS = [timeline.PAGE, timeline.SLIDE, timeline.NARROW]


def drawn(view, look=timeline.PAGE):
    return timeline.timeline(queries.dates(view), view.codes("date_kind"), view.whole.statement.date, look)


def dated(ds, *rows, **columns):
    """A view of a dataset whose dates are of these (start, end), "" for no end, otherwise like its first."""
    starts, ends = (pd.to_datetime(list(days)) for days in zip(*rows, strict=True))
    dates = ds.dates.iloc[[0] * len(rows)].reset_index(drop=True)
    names = [f"d{index}" for index in range(len(rows))]
    return whole(ds, dates=dates.assign(date_id=names, label=names, start=starts, end=ends, **columns))


def symbols(fig):
    """The symbol of each date, by the ids that its mark carries."""
    trace = points(fig)
    return {mark[1]: symbol for mark, symbol in zip(trace.customdata, trace.marker.symbol, strict=True)}


def grounds(fig):
    """The panels from left to right, as (left, right)."""
    return [(shape.x0, shape.x1) for shape in fig.layout.shapes if shape.type == "rect"]


# Panels


def test_panels_are_cut_where_no_date_is(tiny):
    """Of the statement of 2001: far before it, the year before, its year, and stretches of later years."""
    view = dated(
        tiny,
        ("1950-01-01", "1950-12-31"),
        ("2000-01-01", "2000-12-31"),
        ("2001-05-01", "2003-12-31"),
        ("2010-01-01", "2010-12-31"),
        ("2050-01-01", "2050-12-31"),
    )
    fig = drawn(view)
    assert len(grounds(fig)) == 6
    assert all(before[1] < after[0] for before, after in itertools.pairwise(grounds(fig)))
    ticks = [text for text in texts(fig) if re.fullmatch(r"\d{4}", text)]
    assert {"1950", "2000", "2001", "2002", "2010", "2050"} <= set(ticks)


def test_many_later_years_make_at_most_three_panels(tiny):
    view = dated(tiny, *((f"{year}-01-01", f"{year}-12-31") for year in range(2005, 2101, 10)))
    assert len(grounds(drawn(view))) <= 1 + time_axis.MOST_FAR_PANELS


def test_days_run_from_left_to_right(tiny):
    days = ["1901-02-03", "1960-01-01", "2000-06-01", "2001-01-05", "2001-12-31", "2004-01-01", "2090-01-01"]
    view = dated(tiny, *((day, day) for day in days))
    positions = list(points(drawn(view)).x)
    assert positions == sorted(positions)


def test_the_day_of_the_statement_has_a_line_and_its_words(tiny):
    fig = drawn(whole(tiny))
    assert "<b>3 February 2001, the statement</b>" in texts(fig)
    assert len({x for x0, _, x1, _ in lines(fig, "dot") for x in (x0, x1)}) == 1


# Rows


def test_dates_of_the_same_days_and_kind_share_a_row_and_a_mark(tiny):
    year = ("2030-01-01", "2030-12-31")
    view = dated(tiny, year, year, ("2031-01-01", "2031-12-31"), passage_id=["p01.s2", "p02.s1", "p02.s1"])
    carried = {mark[1]: mark[0] for mark in marks(drawn(view))}
    assert carried == {"d0;d1": "p01.s2;p02.s1", "d2": "p02.s1"}
    assert any("d0; d1" in text for text in texts(drawn(view)))


def test_dates_are_under_behind_running_and_ahead_with_their_numbers(tiny):
    view = dated(
        tiny,
        ("2000-01-01", "2001-02-03"),
        ("2001-02-03", "2001-02-03"),
        ("2000-01-01", ""),
        ("2001-02-04", "2001-02-04"),
    )
    assert heads(drawn(view)) == ["<b>Earlier 1</b>", "<b>Under way 2</b>", "<b>Ahead 1</b>"]


def test_the_heads_of_a_slide_count_the_dates_that_it_leaves_out_too(shipped):
    chart, view = CHARTS["timeline"], whole(shipped)
    assert chart.left_out(view)
    assert heads(chart.figure(view, 445)) == heads(chart.figure(view))


def heads(fig):
    return [text for text in texts(fig) if re.match("<b>(Earlier|Under|Ahead)", text)]


# Marks


def test_a_span_has_a_bar_and_without_an_end_an_arrowhead_at_the_edge(tiny):
    view = dated(tiny, ("2001-01-01", "2001-12-31"), ("2001-01-01", ""), ("2002-01-01", "2002-01-01"))
    fig = drawn(view)
    found = bars(fig)
    assert set(found) == {"d0", "d1"}
    assert found["d1"].base + found["d1"].length > found["d0"].base + found["d0"].length
    assert "triangle-right" in fig.data[2].marker.symbol


def test_a_deadline_is_marked_where_it_ends_and_all_else_where_it_starts(tiny):
    year = ("2001-01-01", "2001-12-31")
    fig = drawn(dated(tiny, year, year, kind=["past", "deadline"]))
    past, deadline = bars(fig).values()
    assert list(points(fig).x) == pytest.approx([past.base, deadline.base + deadline.length])


def test_what_is_implied_is_hollow_and_said(tiny):
    fig = drawn(whole(tiny))
    assert symbols(fig) == {"first": "circle", "last": "triangle-left-open"}
    assert next(mark[3] for mark in marks(fig) if mark[1] == "last").endswith("deadline, implied")


def test_every_kind_of_date_has_a_mark_of_its_own_and_no_hue(shipped):
    kinds = queries.codes(shipped, "date_kind")
    assert len({palette.DATE_MARKS[kind] for kind in kinds}) == len(kinds)
    assert points(draw("timeline", whole(shipped))).marker.color == palette.INK["light"]


# Words


@pytest.mark.parametrize("look", LOOKS)
def test_words_have_room_and_no_row_has_more_than_its_own(shipped, look):
    """By the average width of a letter; how wide letters are, a browser measures."""
    fig = drawn(whole(shipped), look)
    for trace in written(fig):
        for text, x, place in zip(trace.text, trace.x, trace.textposition, strict=True):
            longest = max(len(re.sub("</?b>", "", line)) for line in text.split("<br>"))
            width = longest * look.text * timeline.LETTER / look.width
            left, right = (x - width, x) if place.endswith("left") else (x, x + width)
            assert -0.01 <= left < right <= 1.02, text
            assert "…" not in text


def test_the_whole_statement_fits_the_first_screen(shipped):
    """90 % of the picture in the 544 px below the title."""
    assert 0.9 * draw("timeline", whole(shipped)).layout.height <= 720 - 200


@pytest.mark.parametrize("name", ["timeline", "followed"])
def test_a_slide_is_filled_and_not_overfilled(shipped, name):
    chart = CHARTS[name]
    assert 400 < chart.draw(chart.fit(whole(shipped)), True).layout.height <= 540


# What followed


def test_what_followed_looks_like_no_date_of_the_statement(shipped):
    followed, dates = draw("followed", whole(shipped)), draw("timeline", whole(shipped))
    assert not set(symbols(followed).values()) & set(symbols(dates).values())
    relations = [label.lower() for label in queries.labels(shipped, "relation").values()]
    assert all(mark[3].rsplit(", ", 1)[1] in relations for mark in marks(followed))


def test_every_event_that_followed_has_a_row_and_its_words_from_the_earliest_on(shipped):
    drawn = draw("followed", whole(shipped))
    assert sorted(mark[1] for mark in marks(drawn)) == sorted(shipped.outcomes["outcome_id"])
    assert list(points(drawn).x) == sorted(points(drawn).x)
    assert not [text for text in texts(drawn) if text.endswith("…") and len(text) < 80]


def test_what_follows_up_a_passage_alone_is_named_by_what_happened(tiny):
    alone = tiny.outcomes.head(1).assign(commitment_id="", passage_id="p01.s1")
    assert any(text.endswith("They sailed.") for text in texts(draw("followed", whole(tiny, outcomes=alone))))


def test_what_followed_in_a_month_is_drawn_at_its_last_day(tiny):
    """So that nothing of the statement's own month stands before the statement."""
    march = tiny.outcomes.head(1)
    ended = march.assign(date=pd.Timestamp(2001, 3, 31), precision="day")
    drawn, expected = (points(draw("followed", whole(tiny, outcomes=rows))).x for rows in (march, ended))
    assert list(drawn) == list(expected)
