"""Money: amounts, amounts a year, and when it is to flow."""

import itertools
import json
import re
from dataclasses import replace

import pandas as pd
import pytest

from components.content.charts import palette
from components.content.text import formatting
from data import queries
from tests.unit.content.charts.figures import MONEY, alpha, bars, draw, leaves, marks, outlines, span, texts


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
                assert not any(formatting.money(sum(some)) in str(leaf) for leaf in written)


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


# Room for words


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
