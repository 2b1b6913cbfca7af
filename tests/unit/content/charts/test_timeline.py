"""The rail of dates, and what followed."""

import datetime
import itertools
from dataclasses import replace

import pandas as pd
import pytest

from components.content import charts
from components.content.charts import palette
from data import queries
from tests.unit.content.charts.figures import bars, draw, symbols, texts


def test_the_timeline_runs_forward_and_marks_the_middle(tiny):
    kinds = queries.codes(tiny, "date_kind")
    fig = charts.timeline(queries.dates(tiny), kinds, datetime.date(2002, 6, 1))
    first, last = bars(fig).values()
    assert first.base < first.base + first.length < 0 < last.base < last.base + last.length
    assert [shape.x0 for shape in fig.layout.shapes] == [0]
    assert list(fig.layout.xaxis.tickvals) == sorted(fig.layout.xaxis.tickvals)


def test_the_rail_stretches_what_is_near_and_squeezes_what_is_far(tiny):
    days = pd.to_datetime(["1901-01-01", "1951-01-01", "2001-01-01", "2001-02-02"])
    dates = queries.dates(tiny).iloc[[0] * 4].assign(start=days, end=days)
    fig = charts.timeline(dates, queries.codes(tiny, "date_kind"), datetime.date(2001, 2, 3))
    (rail,) = [trace.x for trace in fig.data if getattr(trace, "mode", None) == "markers"]
    steps = [after - before for before, after in itertools.pairwise(rail)]
    assert 0 < steps[0] < steps[2] < steps[1]


def test_a_date_without_an_end_is_broken_and_reaches_the_edge(tiny):
    fig = draw("timeline", tiny)
    first, last = bars(fig).values()
    assert not first.hatch and last.hatch
    assert last.base + last.length == pytest.approx(fig.layout.xaxis.range[1])


def test_a_deadline_is_marked_where_it_ends_and_all_else_where_it_starts(tiny):
    ended = tiny.dates.assign(end=pd.to_datetime(["2001-12-31", "2004-12-31"]))
    fig = draw("timeline", replace(tiny, dates=ended))
    past, deadline = bars(fig).values()
    (rail,) = [trace.x for trace in fig.data if getattr(trace, "mode", None) == "markers"]
    assert list(rail) == pytest.approx([past.base, deadline.base + deadline.length])


def test_a_deadline_without_an_end_is_marked_all_the_same(tiny):
    fig = draw("timeline", tiny)
    (rail,) = [trace.x for trace in fig.data if getattr(trace, "mode", None) == "markers"]
    assert not any(map(pd.isna, rail))


def test_dates_that_all_lack_an_end_reach_the_edge(tiny):
    fig = draw("timeline", replace(tiny, dates=tiny.dates[tiny.dates["end"].isna()]))
    (last,) = bars(fig).values()
    assert last.hatch and last.base + last.length == pytest.approx(fig.layout.xaxis.range[1])


def test_the_timeline_says_which_dates_are_implied(tiny):
    first, last = texts(draw("timeline", tiny))
    assert "First" in first and "implied" not in first
    assert "Last" in last and "implied" in last


def test_every_kind_of_date_has_a_mark_of_its_own(shipped):
    kinds = queries.codes(shipped, "date_kind").index
    assert len({palette.DATE_MARKS[kind] for kind in kinds}) == len(kinds)


# What followed


def test_what_followed_looks_like_no_date_of_the_statement(shipped):
    followed = draw("followed", shipped)
    looks, dated = symbols(followed), symbols(draw("timeline", shipped))
    assert looks and not looks & dated
    assert all("after the statement" in text for text in texts(followed) if text)
