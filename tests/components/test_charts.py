"""Figures read as figures: what their marks stand for, where they stand, what they say."""

import datetime
import itertools
import json
import re

import pandas as pd
import pytest

from components import charts, palette, wording
from data import queries

MONEY = ["amounts", "per_year", "windows"]
DRAWN = ["fingerprint", "by_theme", "by_actor", "timeline", *MONEY]


def draw(name, ds, rows=None):
    """A figure of a dataset by name, of no more than so many rows."""
    codes = {facet: queries.codes(ds, facet) for facet in ds.codes["facet"].unique()}
    if name == "fingerprint":
        table = queries.fingerprint(ds, ds)
        return charts.fingerprint(table, codes["theme"], codes["strength"])
    if name == "timeline":
        dates = queries.dates(ds).head(rows or 99)
        return charts.timeline(dates, codes["date_kind"], ds.statement.date)
    if name in MONEY:
        sums = queries.sums(ds).head(rows or 99)
        if name == "windows":
            return charts.windows(sums, codes["actor"])
        return charts.amounts(sums, codes["actor"], codes["basis"], per_year=name == "per_year")
    by = name.removeprefix("by_")
    table = queries.ladder(ds) if by == "theme" else queries.who_acts(ds)
    kept = table[table[by].isin(table[by].unique()[:rows])]
    return charts.ladder(kept, codes[by], codes["strength"], by=by)


def texts(fig):
    return [note.text for note in fig.layout.annotations]


def marks(fig):
    """Every mark of a figure as what its bar or point carries."""
    return [mark for trace in fig.data for mark in trace.customdata]


def bars(fig):
    """Of figures with a trace a pledge: the trace by pledge id."""
    return {trace.customdata[0][1]: trace for trace in fig.data}


def span(axis):
    return abs(axis.range[1] - axis.range[0])


def alpha(rgba):
    return float(re.fullmatch(r"rgba\(\d+, \d+, \d+, ([\d.]+)\)", rgba)[1])


def strings_and_numbers(value):
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        return [value]
    return [leaf for item in value for leaf in strings_and_numbers(item)]


# What a click opens


@pytest.mark.parametrize("name", DRAWN)
def test_every_mark_carries_its_passages_first(shipped, name):
    fig = draw(name, shipped)
    known = set(shipped.passages["passage_id"])
    assert marks(fig)
    for mark in marks(fig):
        opened = charts.passages_of({"customdata": mark})
        assert opened and set(opened) <= known


def test_a_mark_of_the_ladder_carries_exactly_the_sentences_it_counts(tiny):
    carried = {(mark[1], mark[2]): mark[0] for mark in marks(draw("by_theme", tiny))}
    assert carried == {
        ("Trade", "done"): "p01.s2",
        ("Trade", "considered"): "p01.s2",
        ("Trade", "pledged"): "p02.s1",
    }


def test_a_mark_of_the_ladder_names_its_cell_by_codes(tiny):
    cells = {charts.cell_of({"customdata": mark}) for mark in marks(draw("by_actor", tiny))}
    assert cells == {("north", "done"), ("south", "considered"), ("south", "pledged")}


@pytest.mark.parametrize("name", MONEY)
def test_a_money_bar_carries_its_own_sentence(tiny, name):
    carried = {pledge: bar.customdata[0][0] for pledge, bar in bars(draw(name, tiny)).items()}
    assert carried == dict(tiny.pledges.set_index("pledge_id")["passage_id"].drop("rule"))


@pytest.mark.parametrize("name", DRAWN)
def test_a_click_fades_no_mark(shipped, name):
    for trace in draw(name, shipped).data:
        assert trace.selected.marker.opacity == trace.unselected.marker.opacity == 1


# How tall rows are


@pytest.mark.parametrize("name", ["by_theme", "by_actor", "amounts", "per_year"])
def test_a_row_is_as_tall_whether_it_stands_alone_or_among_others(shipped, name):
    heights = []
    for rows in (1, 2, 3):
        layout = draw(name, shipped, rows).layout
        inside = layout.height - layout.margin.t - layout.margin.b
        heights.append(inside / span(layout.yaxis))
    assert heights == pytest.approx([heights[0]] * 3, abs=0.5)


@pytest.mark.parametrize("name", ["windows", "timeline"])
def test_every_further_row_adds_its_own_height_below_an_axis(shipped, name):
    layouts = [draw(name, shipped, rows).layout for rows in (1, 2, 3)]
    added = {after.height - before.height for before, after in itertools.pairwise(layouts)}
    units = {span(after.yaxis) - span(before.yaxis) for before, after in itertools.pairwise(layouts)}
    assert len(added) == 1 and min(added) > 0
    assert list(units) == pytest.approx([1] * len(units))


@pytest.mark.parametrize("name", ["by_theme", "by_actor", *MONEY])
def test_bars_are_as_thick_whatever_the_number_of_rows(shipped, name):
    widths = {trace.width for rows in (1, 3) for trace in draw(name, shipped, rows).data}
    assert len(widths) == 1


# The fingerprint


def test_the_fingerprint_has_a_tick_a_sentence_in_the_row_of_its_theme(tiny):
    fig = draw("fingerprint", tiny)
    (ticks,) = fig.data
    assert list(ticks.x) == [1, 2, 3]
    assert list(ticks.base) == [0, -1, -1]
    assert [mark[0] for mark in ticks.customdata] == ["p01.s1", "p01.s2", "p02.s1"]
    assert list(fig.layout.yaxis.ticktext) == ["Peace", "Trade", "Sport"]


def test_a_tick_is_the_taller_the_firmer_its_sentence_binds(tiny):
    none, done, pledged = draw("fingerprint", tiny).data[0].y
    assert 0 < none < pledged < done < 1


def test_ticks_that_the_filter_hides_are_pale(tiny):
    view = queries.select(tiny, queries.Selection(themes=("peace",)))
    table = queries.fingerprint(tiny, view)
    fig = charts.fingerprint(table, queries.codes(tiny, "theme"), queries.codes(tiny, "strength"))
    shown, *hidden = [alpha(colour) for colour in fig.data[0].marker.color]
    assert shown == 1 and all(opacity < 0.3 for opacity in hidden)


def test_the_fingerprint_names_the_sections(tiny):
    assert texts(draw("fingerprint", tiny)) == ["Deeds"]


# The ladder


def test_a_bar_of_the_ladder_is_labelled_with_its_count_and_as_long(shipped):
    (bar,) = draw("by_theme", shipped).data
    counts = [mark[3] for mark in bar.customdata]
    assert [int(label) for label in bar.text] == counts
    assert list(bar.x) == pytest.approx([count * max(bar.x) / max(counts) for count in counts])


def test_no_bar_of_the_ladder_reaches_the_next_column(shipped):
    (bar,) = draw("by_theme", shipped).data
    assert max(bar.x) < 1
    assert all(base == int(base) for base in bar.base)


def test_the_ladder_heads_every_column_with_its_total(tiny):
    fig = draw("by_theme", tiny)
    assert texts(fig) == ["Done<br>1", "Pledged<br>1", "Considered<br>1"]
    assert [note.x for note in fig.layout.annotations] == [0, 1, 2]


def test_the_ladder_leaves_out_rows_without_a_commitment(tiny):
    assert list(draw("by_theme", tiny).layout.yaxis.ticktext) == ["Trade"]


# Money


def test_amounts_are_bars_of_their_length_the_longest_first(tiny):
    fig = draw("amounts", tiny)
    lengths = {pledge: bar.x[0] for pledge, bar in bars(fig).items() if pledge != "rise"}
    assert lengths == {"gift": 500_000_000, "level": 110_000_000, "fund": 70_000_000}
    assert list(bars(fig)) == ["gift", "level", "fund", "rise"]


def test_amounts_a_year_are_the_amount_over_the_years_of_its_period(tiny):
    fig = draw("per_year", tiny)
    lengths = {pledge: bar.x[0] for pledge, bar in bars(fig).items() if pledge != "rise"}
    assert lengths == {"gift": 500_000_000, "level": 55_000_000, "fund": 14_000_000}
    assert any("$14 million a year over 5 years" in text for text in texts(fig))


@pytest.mark.parametrize("name", MONEY)
def test_a_rise_without_a_figure_is_dashed_and_has_no_solid_bar(tiny, name):
    fig = draw(name, tiny)
    rise = bars(fig)["rise"]
    assert alpha(rise.marker.color) == 0 and rise.marker.line.width == 0
    dashes = [shape for shape in fig.layout.shapes if shape.line.dash == "dash"]
    assert dashes and all(abs(shape.y0 - rise.y[0]) <= rise.width for shape in dashes)


def test_a_rise_without_a_figure_says_so_and_names_no_amount(tiny):
    (text,) = [text for text in texts(draw("amounts", tiny)) if "Rise" in text]
    assert "Amount not stated" in text and "$" not in text


def test_a_rise_alone_is_drawn_without_an_amount_to_compare_with(tiny):
    rise = queries.sums(tiny).query("basis == 'increase_unstated'")
    actors, bases = queries.codes(tiny, "actor"), queries.codes(tiny, "basis")
    (bar,) = charts.amounts(rise, actors, bases, per_year=False).data
    assert alpha(bar.marker.color) == 0


def test_an_amount_without_a_period_is_not_said_to_be_unstated_nor_given_a_length(tiny):
    fund = queries.sums(tiny).query("pledge_id == 'fund'")
    lasting = fund.assign(period_start=pd.NA, period_end=pd.NA, years=pd.NA, per_year=pd.NA)
    actors, bases = queries.codes(tiny, "actor"), queries.codes(tiny, "basis")
    fig = charts.amounts(lasting, actors, bases, per_year=True)
    assert not any("Amount not stated" in text for text in texts(fig))
    assert all(alpha(bar.marker.color) == 0 for bar in fig.data)


def test_kinds_of_money_are_drawn_in_ways_that_differ(tiny):
    looks = {
        (alpha(bar.marker.color), bar.marker.pattern.shape, bar.marker.line.width)
        for bar in draw("amounts", tiny).data
    }
    assert len(looks) == 4


def test_the_colour_of_a_bar_is_its_payers(tiny):
    found = bars(draw("amounts", tiny))
    assert found["fund"].marker.color == palette.rgba("#2b6cb0")
    assert found["level"].marker.color == palette.rgba("#c2571a")


@pytest.mark.parametrize("name", MONEY)
def test_no_figure_holds_the_sum_of_unlike_money(tiny, name):
    fig = draw(name, tiny)
    assert fig.layout.barmode == "overlay"
    table = queries.sums(tiny).dropna(subset="amount_usd")
    written = strings_and_numbers(json.loads(fig.to_json()))
    for column in ("amount_usd", "per_year"):
        for size in (2, 3):
            for some in itertools.combinations(table[column].astype(float), size):
                assert sum(some) not in written
                assert not any(wording.money(sum(some)) in str(leaf) for leaf in written)


def test_every_bar_of_money_has_a_row_of_its_own(tiny):
    for name in MONEY:
        rows = [bar.y[0] for bar in draw(name, tiny).data]
        assert len(rows) == len(set(rows)) == 4


def test_a_window_covers_its_years_from_the_first_day_to_the_last(tiny):
    fund = bars(draw("windows", tiny))["fund"]
    assert pd.Timestamp(fund.base[0]) == pd.Timestamp(2001, 1, 1)
    assert pd.Timedelta(fund.x[0], "ms") == pd.Timestamp(2006, 1, 1) - pd.Timestamp(2001, 1, 1)


def test_windows_leave_out_what_has_no_period(tiny):
    sums = queries.sums(tiny)
    sums.loc[sums["pledge_id"] == "gift", ["period_start", "period_end"]] = pd.NA
    fig = charts.windows(sums, queries.codes(tiny, "actor"))
    assert set(bars(fig)) == {"fund", "level", "rise"}


def test_windows_of_pledges_without_any_period_are_an_empty_figure(tiny):
    sums = queries.sums(tiny).assign(period_start=pd.NA, period_end=pd.NA)
    fig = charts.windows(sums, queries.codes(tiny, "actor"))
    assert not fig.data
    assert json.loads(fig.to_json())["data"] == []


# The timeline


def test_the_timeline_runs_forward_and_marks_the_middle(tiny):
    kinds = queries.codes(tiny, "date_kind")
    middle = datetime.date(2002, 6, 1)
    fig = charts.timeline(queries.dates(tiny), kinds, middle)
    first, last = fig.data
    assert first.x[0] < first.x[1] < 0 < last.x[0] < last.x[1]
    assert 0 in [shape.x0 for shape in fig.layout.shapes if shape.line.dash == "dot"]
    assert list(fig.layout.xaxis.tickvals) == sorted(fig.layout.xaxis.tickvals)


def test_a_date_without_an_end_is_dotted_to_the_edge(tiny):
    fig = draw("timeline", tiny)
    first, last = fig.data
    assert (first.line.dash, last.line.dash) == ("solid", "dot")
    assert last.x[1] == fig.layout.xaxis.range[1]


def test_the_timeline_says_which_dates_are_implied(tiny):
    first, last = texts(draw("timeline", tiny))[:2]
    assert "implied" not in first and "implied" in last


def test_every_kind_of_date_has_a_mark_of_its_own(shipped):
    kinds = queries.codes(shipped, "date_kind").index
    assert len({palette.DATE_MARKS[kind] for kind in kinds}) == len(kinds)
