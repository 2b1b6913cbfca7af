"""Figures read as figures: what their marks stand for, where they stand, what they say."""

import base64
import datetime
import itertools
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from components import charts, palette, pictures, wording
from components.exhibits import EXHIBITS
from data import queries

MONEY = ["amounts", "per_year", "windows"]
DRAWN = ["fingerprint", "by_theme", "by_actor", "emphasis", "timeline", "followed", *MONEY]


def draw(name, ds, rows=None):
    """A figure of a dataset by name, of no more than so many rows."""
    codes = {facet: queries.codes(ds, facet) for facet in ds.codes["facet"].unique()}
    if name == "fingerprint":
        table = queries.fingerprint(ds, ds)
        return charts.fingerprint(table, codes["theme"], codes["strength"])
    if name == "emphasis":
        return charts.emphasis(queries.emphasis(ds), codes["theme"])
    if name == "followed":
        return charts.followed(queries.outcomes(ds), ds.statement.date)
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
    """The words a figure writes, in order."""
    written = [trace.text for trace in fig.data if getattr(trace, "mode", None) == "text"]
    return [*itertools.chain(*written), *(note.text for note in fig.layout.annotations)]


def marks(fig):
    """What every mark of a figure carries."""
    return [mark for trace in fig.data if trace.customdata is not None for mark in trace.customdata]


def bars(fig):
    """The bars of a figure in order, by the second thing that each carries."""
    (trace,) = [trace for trace in fig.data if trace.type == "bar"]
    base = itertools.repeat(None) if trace.base is None else trace.base
    look = zip(trace.marker.color, trace.marker.pattern.shape or itertools.repeat(""), strict=False)
    return {
        mark[1]: SimpleNamespace(row=y, length=x, base=start, colour=colour, hatch=hatch)
        for mark, x, y, start, (colour, hatch) in zip(
            trace.customdata, trace.x, trace.y, base, look, strict=False
        )
    }


def outlines(fig):
    """Width of the outline of every bar of money."""
    (trace,) = [trace for trace in fig.data if trace.type == "bar"]
    return dict(zip(bars(fig), trace.marker.line.width, strict=True))


def symbols(fig):
    """The shapes of a figure's points."""
    return {mark for trace in fig.data if getattr(trace, "mode", "") == "markers" for mark in trace.marker.symbol}


def span(axis):
    return abs(axis.range[1] - axis.range[0])


def alpha(rgba):
    return float(re.fullmatch(r"rgba\(\d+, \d+, \d+, ([\d.]+)\)", rgba)[1])


def leaves(value):
    """Every string and number in nested dicts and sequences, Plotly's packed arrays unpacked."""
    if isinstance(value, dict) and "bdata" in value:
        value = np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"])
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, str) or not hasattr(value, "__len__"):
        return [value]
    return [leaf for item in value for leaf in leaves(item)]


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
    carried = {pledge: ids for ids, pledge, *_ in marks(draw(name, tiny))}
    assert carried == dict(tiny.pledges.set_index("pledge_id")["passage_id"].drop("rule"))


@pytest.mark.parametrize("name", DRAWN)
def test_a_click_fades_no_mark(shipped, name):
    clickable = [trace for trace in draw(name, shipped).data if trace.customdata is not None]
    assert clickable
    for trace in clickable:
        assert trace.selected.marker.opacity == trace.unselected.marker.opacity == 1


@pytest.mark.parametrize("name", DRAWN)
def test_words_are_no_marks(shipped, name):
    for trace in draw(name, shipped).data:
        assert (trace.customdata is None) == (trace.hoverinfo == "skip")


# Words beside commitments, and what followed


def test_each_theme_has_its_share_of_words_over_its_share_of_commitments(tiny):
    (trace,) = draw("emphasis", tiny).data
    table = queries.emphasis(tiny)
    pairs = list(zip(table["share_words"], table["share_commitments"], strict=True))
    assert list(trace.x) == pytest.approx([share for pair in pairs for share in pair])
    assert all(words > bound for words, bound in zip(trace.y[::2], trace.y[1::2], strict=True))
    assert trace.text[1] == "0% of the commitments"
    assert alpha(trace.marker.color[0]) < alpha(trace.marker.color[1]) == 1


def test_what_followed_looks_like_no_date_of_the_statement(shipped):
    followed = draw("followed", shipped)
    looks, dated = symbols(followed), symbols(draw("timeline", shipped))
    assert looks and not looks & dated
    assert all("after the statement" in text for text in texts(followed) if text)


# How tall rows are


@pytest.mark.parametrize("name", ["by_theme", "by_actor"])
def test_a_row_is_as_tall_whether_it_stands_alone_or_among_others(shipped, name):
    heights = []
    for rows in (1, 2, 3):
        layout = draw(name, shipped, rows).layout
        inside = layout.height - layout.margin.t - layout.margin.b
        heights.append(inside / span(layout.yaxis))
    assert heights == pytest.approx([heights[0]] * 3, abs=0.5)


@pytest.mark.parametrize("name", ["timeline"])
def test_every_further_row_adds_its_own_height_above_an_axis(shipped, name):
    layouts = [draw(name, shipped, rows).layout for rows in (1, 2, 3)]
    heights = [layout.height for layout in layouts]
    assert heights[1] - heights[0] == pytest.approx(heights[2] - heights[1], abs=1)
    assert [span(layout.yaxis) for layout in layouts] == pytest.approx(
        [span(layouts[0].yaxis) + more for more in range(3)]
    )


@pytest.mark.parametrize("name", DRAWN)
def test_bars_are_as_thick_whatever_the_number_of_rows(shipped, name):
    pixels = []
    for rows in (1, 2, 3):
        fig = draw(name, shipped, rows)
        inside = fig.layout.height - fig.layout.margin.t - fig.layout.margin.b
        widths = [trace.width for trace in fig.data if trace.type == "bar"]
        pixels += [width * inside / span(fig.layout.yaxis) for width in widths]
    assert pixels == pytest.approx([pixels[0]] * len(pixels), rel=0.02)


@pytest.mark.parametrize("name", MONEY)
def test_words_over_a_bar_of_money_have_the_room_they_need(shipped, name):
    for rows in (1, 2, 3):
        fig = draw(name, shipped, rows)
        inside = fig.layout.height - fig.layout.margin.t - fig.layout.margin.b
        lines = max(text.count("<br>") + 1 for text in texts(fig))
        (bar,) = [trace for trace in fig.data if trace.type == "bar"]
        assert (1 - bar.width) * inside / span(fig.layout.yaxis) > 17 * lines


@pytest.mark.parametrize("name", MONEY)
def test_no_line_of_money_is_longer_than_a_narrow_screen(shipped, name):
    lines = [line for text in texts(draw(name, shipped)) for line in re.sub("</?b>", "", text).split("<br>")]
    assert lines and max(map(len, lines)) <= 52


# The fingerprint


def test_the_fingerprint_has_a_tick_a_sentence_in_the_row_of_its_theme(tiny):
    fig = draw("fingerprint", tiny)
    ticks = fig.data[0]
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
    bar = draw("by_theme", shipped).data[0]
    counts = [mark[3] for mark in bar.customdata]
    assert [int(label) for label in bar.text] == counts
    assert list(bar.x) == pytest.approx([count * max(bar.x) / max(counts) for count in counts])


def test_a_bar_of_the_ladder_stands_in_the_column_of_its_strength_and_ends_there(shipped):
    bar = draw("by_theme", shipped).data[0]
    columns = list(queries.codes(shipped, "strength").index)
    assert [columns[base] for base in bar.base] == [strength for *_, strength in bar.customdata]
    assert max(bar.x) < 1


def test_the_ladder_heads_every_column_with_its_total(tiny):
    fig = draw("by_theme", tiny)
    assert texts(fig) == ["Done<br>1", "Pledged<br>1", "Considered<br>1"]
    assert [list(trace.x) for trace in fig.data if trace.customdata is None] == [[0, 1, 2]]


def test_the_ladder_leaves_out_rows_without_a_commitment(tiny):
    assert list(draw("by_theme", tiny).layout.yaxis.ticktext) == ["Trade"]


# Money


def test_amounts_are_bars_of_their_length_the_longest_first(tiny):
    found = bars(draw("amounts", tiny))
    lengths = {pledge: bar.length for pledge, bar in found.items() if pledge != "rise"}
    assert lengths == {"gift": 500_000_000, "level": 110_000_000, "fund": 70_000_000}
    assert list(found) == ["gift", "level", "fund", "rise"]


def test_amounts_a_year_are_the_amount_over_the_years_of_its_period(tiny):
    fig = draw("per_year", tiny)
    lengths = {pledge: bar.length for pledge, bar in bars(fig).items() if pledge != "rise"}
    assert lengths == {"gift": 500_000_000, "level": 55_000_000, "fund": 14_000_000}
    assert any("$14 million a year over 5 years" in text for text in texts(fig))


@pytest.mark.parametrize("name", ["amounts", "per_year", "windows"])
def test_every_bar_of_money_has_a_row_and_words_of_its_own(tiny, name):
    fig = draw(name, tiny)
    rows = [bar.row for bar in bars(fig).values()]
    assert rows == [0, -1, -2, -3]
    for pledge, words in zip(bars(fig), texts(fig), strict=True):
        assert words.endswith(f"<br>{pledge.capitalize()}")


@pytest.mark.parametrize("name", MONEY)
def test_a_rise_without_a_figure_is_dashed_and_has_no_solid_bar(tiny, name):
    fig = draw(name, tiny)
    rise = bars(fig)["rise"]
    assert alpha(rise.colour) == 0 and outlines(fig)["rise"] == 0
    dashes = [shape for shape in fig.layout.shapes if shape.line.dash == "dash"]
    assert dashes and all(abs(shape.y0 - rise.row) < 0.5 for shape in dashes)


@pytest.mark.parametrize("name", MONEY)
def test_what_has_a_figure_is_not_dashed(tiny, name):
    stated = tiny.pledges[tiny.pledges["amount_usd"].notna()]
    assert not draw(name, replace(tiny, pledges=stated)).layout.shapes


def test_a_rise_without_a_figure_says_so_and_names_no_amount(tiny):
    (text,) = [text for text in texts(draw("amounts", tiny)) if "Rise" in text]
    assert "Amount not stated" in text and "$" not in text


@pytest.mark.parametrize("name", MONEY)
def test_a_rise_alone_is_drawn_without_an_amount_to_compare_with(tiny, name):
    rise = tiny.pledges[tiny.pledges["pledge_id"] == "rise"]
    fig = draw(name, replace(tiny, pledges=rise))
    assert alpha(bars(fig)["rise"].colour) == 0 and fig.layout.shapes


def test_an_amount_without_a_period_is_not_said_to_be_unstated_nor_given_a_length(tiny):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA).head(1)
    fig = draw("per_year", replace(tiny, pledges=lasting))
    (text,) = texts(fig)
    assert "$70 million" in text and "not stated" not in text and "a year" not in text
    assert alpha(bars(fig)["fund"].colour) == 0


def test_kinds_of_money_are_drawn_in_ways_that_differ(tiny):
    fig = draw("amounts", tiny)
    looks = {(alpha(bar.colour), bar.hatch, outlines(fig)[pledge]) for pledge, bar in bars(fig).items()}
    assert len(looks) == 4


def test_the_colour_of_a_bar_is_its_payers(tiny):
    found = bars(draw("amounts", tiny))
    assert found["fund"].colour == palette.rgba("#2b6cb0")
    assert found["level"].colour == palette.rgba("#c2571a")


@pytest.mark.parametrize("name", MONEY)
def test_no_figure_holds_the_sum_of_unlike_money(tiny, name):
    fig = draw(name, tiny)
    assert fig.layout.barmode == "overlay"
    table = queries.sums(tiny).dropna(subset="amount_usd")
    written = leaves(fig.to_dict())
    assert ("$500 million" in str(written)) == (500_000_000 in written) == (name != "windows")
    for column in ("amount_usd", "per_year"):
        for size in (2, 3):
            for some in itertools.combinations(table[column].astype(float), size):
                assert sum(some) not in written
                assert not any(wording.money(sum(some)) in str(leaf) for leaf in written)


def test_a_window_covers_its_years_from_the_first_day_to_the_last(tiny):
    fund = bars(draw("windows", tiny))["fund"]
    assert pd.Timestamp(fund.base) == pd.Timestamp(2001, 1, 1)
    assert pd.Timedelta(fund.length, "ms") == pd.Timestamp(2006, 1, 1) - pd.Timestamp(2001, 1, 1)


def test_windows_leave_out_what_has_no_period(tiny):
    pledges = tiny.pledges.copy()
    pledges.loc[pledges["pledge_id"] == "gift", ["period_start", "period_end"]] = pd.NA
    assert set(bars(draw("windows", replace(tiny, pledges=pledges)))) == {"fund", "level", "rise"}


def test_windows_of_pledges_without_any_period_draw_no_mark(tiny):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA)
    fig = draw("windows", replace(tiny, pledges=lasting))
    assert not marks(fig)
    assert json.loads(fig.to_json())


# The timeline


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


def test_the_timeline_says_which_dates_are_implied(tiny):
    first, last = texts(draw("timeline", tiny))
    assert "First" in first and "implied" not in first
    assert "Last" in last and "implied" in last


def test_every_kind_of_date_has_a_mark_of_its_own(shipped):
    kinds = queries.codes(shipped, "date_kind").index
    assert len({palette.DATE_MARKS[kind] for kind in kinds}) == len(kinds)


@pytest.mark.parametrize("height", [None, 380])
@pytest.mark.parametrize("name", [name for name, exhibit in EXHIBITS.items() if exhibit.figure])
def test_a_figure_holds_nothing_that_makes_the_browser_draw_it_twice(name, height, shipped):
    """Neither a template nor arrays in base 64, which it takes for changed ones each time; and one revision."""
    spec = json.loads(pictures.picture(name, shipped, shipped, "", height).to_json())
    assert "template" not in spec["layout"]
    assert "bdata" not in json.dumps(spec)
    assert spec["layout"]["datarevision"]


def test_readers_copy_one_figure_at_the_same_time(shipped):
    table = queries.ladder(shipped)
    fig = charts.ladder(table, queries.codes(shipped, "theme"), queries.codes(shipped, "strength"), "theme")
    with ThreadPoolExecutor(4) as readers:
        copies = list(readers.map(lambda _: charts.copy(fig).to_dict(), range(400)))
    assert all(copied == fig.to_dict() for copied in copies)
