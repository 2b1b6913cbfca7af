"""Money: amounts, amounts a year, and when it is to flow."""

import itertools
import json
import re

import pandas as pd
import pytest

from components.content.charts import palette
from components.content.text import formatting
from data import queries
from tests.unit.content.charts.figure_parts import (
    MONEY,
    alpha,
    bar_trace,
    bars,
    draw,
    few,
    leaves,
    marks,
    outlines,
    row_height,
    texts,
)
from tests.unit.content.views import whole

# Bars


def test_amounts_are_bars_of_their_length_the_longest_first(tiny):
    found = bars(draw("amounts", whole(tiny)))
    lengths = {pledge: bar.length for pledge, bar in found.items() if pledge != "rise"}
    assert lengths == {"gift": 500_000_000, "level": 110_000_000, "fund": 70_000_000}
    assert list(found) == ["gift", "level", "fund", "rise"]


def test_amounts_a_year_are_the_amount_over_the_years_of_its_period(tiny):
    fig = draw("per-year", whole(tiny))
    lengths = {pledge: bar.length for pledge, bar in bars(fig).items() if pledge != "rise"}
    assert lengths == {"gift": 500_000_000, "level": 55_000_000, "fund": 14_000_000}
    assert any("$14 million a year over 5 years" in text for text in texts(fig))


@pytest.mark.parametrize("name", MONEY)
def test_every_bar_of_money_has_a_row_and_words_of_its_own(tiny, name):
    fig = draw(name, whole(tiny))
    rows = [bar.row for bar in bars(fig).values()]
    assert rows == [0, -1, -2, -3]
    for pledge, words in zip(bars(fig), texts(fig), strict=True):
        assert words.endswith(f"<br>{pledge.capitalize()}")


@pytest.mark.parametrize("name", MONEY)
def test_a_bar_of_money_carries_its_own_sentence(tiny, name):
    carried = {pledge: ids for ids, pledge, *_ in marks(draw(name, whole(tiny)))}
    assert carried == dict(tiny.pledges.set_index("pledge_id")["passage_id"].drop("rule"))


def test_kinds_of_money_are_drawn_in_ways_that_differ(tiny):
    fig = draw("amounts", whole(tiny))
    looks = {(alpha(bar.colour), bar.hatch, outlines(fig)[pledge]) for pledge, bar in bars(fig).items()}
    assert len(looks) == 4


def test_the_colour_of_a_bar_is_its_payers(tiny):
    found = bars(draw("amounts", whole(tiny)))
    assert found["fund"].colour == palette.rgba("#2b6cb0")
    assert found["level"].colour == palette.rgba("#c2571a")


# What has no figure


@pytest.mark.parametrize("name", MONEY)
def test_a_rise_without_a_figure_is_dashed_and_has_no_solid_bar(tiny, name):
    fig = draw(name, whole(tiny))
    rise = bars(fig)["rise"]
    assert alpha(rise.colour) == 0 and outlines(fig)["rise"] == 0
    dashes = [shape for shape in fig.layout.shapes if shape.line.dash == "dash"]
    assert dashes and all(abs(shape.y0 - rise.row) < 0.5 for shape in dashes)


@pytest.mark.parametrize("name", MONEY)
def test_what_has_a_figure_is_not_dashed(tiny, name):
    stated = tiny.pledges[tiny.pledges["amount_usd"].notna()]
    assert not draw(name, whole(tiny, pledges=stated)).layout.shapes


def test_a_rise_without_a_figure_says_so_and_names_no_amount(tiny):
    (text,) = [text for text in texts(draw("amounts", whole(tiny))) if "Rise" in text]
    assert "Amount not stated" in text and "$" not in text


@pytest.mark.parametrize("name", MONEY)
def test_a_rise_alone_is_drawn_without_an_amount_to_compare_with(tiny, name):
    rise = tiny.pledges[tiny.pledges["pledge_id"] == "rise"]
    fig = draw(name, whole(tiny, pledges=rise))
    assert alpha(bars(fig)["rise"].colour) == 0 and fig.layout.shapes


def test_an_amount_without_a_period_is_not_said_to_be_unstated_nor_given_a_length(tiny):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA).head(1)
    fig = draw("per-year", whole(tiny, pledges=lasting))
    (text,) = texts(fig)
    assert "$70 million" in text and "not stated" not in text and "a year" not in text
    assert alpha(bars(fig)["fund"].colour) == 0


# Never added


@pytest.mark.parametrize("name", MONEY)
def test_no_figure_holds_the_sum_of_unlike_money(tiny, name):
    fig = draw(name, whole(tiny))
    assert fig.layout.barmode == "overlay"
    table = queries.sums(whole(tiny)).dropna(subset="amount_usd")
    written = leaves(fig.to_dict())
    assert ("$500 million" in str(written)) == (500_000_000 in written) == (name != "windows")
    for column, size in itertools.product(("amount_usd", "per_year"), (2, 3)):
        for amounts in itertools.combinations(table[column].astype(float), size):
            assert sum(amounts) not in written
            assert not any(formatting.money(sum(amounts)) in str(leaf) for leaf in written)


# Windows


def test_a_window_covers_its_years_from_the_first_day_to_the_last(tiny):
    fund = bars(draw("windows", whole(tiny)))["fund"]
    assert pd.Timestamp(fund.base) == pd.Timestamp(2001, 1, 1)
    assert pd.Timedelta(fund.length, "ms") == pd.Timestamp(2006, 1, 1) - pd.Timestamp(2001, 1, 1)


def test_windows_leave_out_what_has_no_period(tiny):
    pledges = tiny.pledges.copy()
    pledges.loc[pledges["pledge_id"] == "gift", ["period_start", "period_end"]] = pd.NA
    assert set(bars(draw("windows", whole(tiny, pledges=pledges)))) == {"fund", "level", "rise"}


def test_windows_of_pledges_without_any_period_draw_no_mark(tiny):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA)
    fig = draw("windows", whole(tiny, pledges=lasting))
    assert not marks(fig)
    assert json.loads(fig.to_json())


# Room for words


@pytest.mark.parametrize("name", MONEY)
def test_words_over_a_bar_of_money_have_the_room_they_need(shipped, name):
    for rows in (1, 2, 3):
        fig = draw(name, few(name, shipped, rows))
        lines = max(text.count("<br>") + 1 for text in texts(fig))
        assert (1 - bar_trace(fig).width) * row_height(fig) > 17 * lines


@pytest.mark.parametrize("name", MONEY)
def test_no_line_of_money_is_longer_than_a_narrow_screen(shipped, name):
    written = [re.sub("</?b>", "", text) for text in texts(draw(name, whole(shipped)))]
    lines = [line for text in written for line in text.split("<br>")]
    assert lines and max(map(len, lines)) <= 52
