"""Money: a row a pledge, its amount in words, its years or its amount as a bar."""

import itertools
import re

import pandas as pd
import pytest

from components.content.charts import palette, pledges
from components.content.charts.catalogue import CHARTS
from components.content.text import formatting
from data import queries
from tests.unit.content.charts.figure_parts import (
    MONEY,
    alpha,
    bars,
    draw,
    leaves,
    lines,
    marks,
    outlines,
    points,
    texts,
    written,
)
from tests.unit.content.views import whole


def positions(fig):
    """By words: where they stand, as (x, y)."""
    return {
        text: (x, y)
        for trace in written(fig)
        for text, x, y in zip(trace.text, trace.x, trace.y, strict=True)
    }


# Rows


def test_rows_are_under_their_payer_the_largest_amount_first_and_rules_last(tiny):
    fig = draw("amounts", whole(tiny))
    order = ["North", "Fund", "Rise", "Rule", "South", "Gift", "Level"]
    levels = {re.sub("</?b>", "", text): y for text, (_, y) in positions(fig).items()}
    assert sorted(order, key=lambda word: -levels[word]) == order


def test_a_pledge_says_its_amount_its_kind_and_its_caveat(tiny):
    said = texts(draw("amounts", whole(tiny)))
    for words in ("$70 million", "new money", "Over five years.", "<b>amount not stated</b>"):
        assert words in said


@pytest.mark.parametrize("look", [pledges.PAGE, pledges.SLIDE, pledges.NARROW])
def test_amounts_are_the_largest_words(tiny, look):
    view = whole(tiny)
    codes = (view.codes(facet) for facet in ("actor", "basis", "theme"))
    fig = pledges.amounts(queries.pledges(view), *codes, look)
    sizes = {trace.text[0]: trace.textfont.size for trace in written(fig)}
    assert sizes.pop("$70 million") == look.numeral >= 28 > max(sizes.values())


def test_every_pledge_has_a_mark_that_carries_its_own_sentence(tiny):
    carried = {pledge: ids for ids, pledge, *_ in marks(draw("amounts", whole(tiny)))}
    assert carried == dict(tiny.pledges.set_index("pledge_id")["passage_id"])


def test_kinds_of_money_are_drawn_in_ways_that_differ(tiny):
    fig = draw("amounts", whole(tiny))
    looks = {(alpha(bar.colour), bar.hatch, outlines(fig)[pledge]) for pledge, bar in bars(fig).items()}
    assert len(looks) == 4


def test_the_colour_of_a_bar_is_its_themes(tiny):
    assert bars(draw("amounts", whole(tiny)))["fund"].colour == palette.rgba("#008145")


def test_a_view_of_rules_alone_has_dots_and_no_axis(tiny):
    rule = tiny.pledges[tiny.pledges["pledge_id"] == "rule"]
    fig = draw("amounts", whole(tiny, pledges=rule))
    assert [mark[1] for mark in marks(fig)] == ["rule"] and points(fig)
    assert texts(fig) == ["<b>North</b>", "Rule"]


# Years


def test_a_bar_covers_the_years_of_its_period(tiny):
    found = bars(draw("amounts", whole(tiny)))
    year = found["gift"].length
    assert found["fund"].length == pytest.approx(5 * year)
    assert found["level"].base == pytest.approx(found["fund"].base + year)


def test_a_period_without_an_end_reaches_the_column_later(tiny):
    rows = tiny.pledges.head(2).copy()
    rows.loc[0, "period_end"] = pd.NA
    fig = draw("amounts", whole(tiny, pledges=rows))
    found = bars(fig)
    assert "later" in texts(fig)
    assert found["fund"].base + found["fund"].length > found["level"].base + found["level"].length


def test_a_pledge_without_a_period_has_a_dot_and_says_so(tiny):
    lasting = tiny.pledges.assign(period_start=pd.NA, period_end=pd.NA).head(1)
    fig = draw("amounts", whole(tiny, pledges=lasting))
    assert "no period stated" in texts(fig) and "$70 million" in texts(fig)
    assert [mark[1] for mark in points(fig).customdata] == ["fund"]


# Amounts to scale


def test_bars_to_scale_are_as_long_as_their_amounts(tiny):
    fig = draw("scale", whole(tiny))
    found = bars(fig)
    assert found["gift"].length / found["fund"].length == pytest.approx(50 / 7)
    assert [mark[1] for mark in points(fig).customdata] == ["rise"]


# What has no figure


@pytest.mark.parametrize("rows", [["rise"], ["fund", "rise"]])
def test_a_rise_without_a_figure_is_dashed_and_has_no_solid_bar(tiny, rows):
    view = whole(tiny, pledges=tiny.pledges[tiny.pledges["pledge_id"].isin(rows)])
    fig = draw("amounts", view)
    assert alpha(bars(fig)["rise"].colour) == 0 and outlines(fig)["rise"] == 0
    dashes = [level - bars(fig)["rise"].row for _, level, *_ in lines(fig, "dash")]
    assert sorted(dashes) == [-pledges.BAR / 2, pledges.BAR / 2]


# Never added


@pytest.mark.parametrize("name", MONEY)
def test_no_figure_holds_the_sum_of_unlike_money(tiny, name):
    fig = draw(name, whole(tiny))
    assert fig.layout.barmode == "overlay"
    amounts = queries.sums(whole(tiny))["amount_usd"].dropna().astype(float)
    held = leaves(fig.to_dict())
    for added in map(sum, itertools.chain(*(itertools.combinations(amounts, size) for size in (2, 3)))):
        assert added not in held
        assert not any(formatting.money(added) in str(leaf) for leaf in held)


# Room for words


@pytest.mark.parametrize("name", MONEY)
def test_no_words_of_money_are_wider_than_a_narrow_screen(shipped, name):
    drawn = CHARTS[name].draw_narrow(whole(shipped))
    lines = [line for text in texts(drawn) for line in re.sub("</?b>", "", text).split("<br>")]
    assert lines and max(map(len, lines)) <= 47


def test_the_whole_statement_fits_the_first_screen_and_a_slide(shipped):
    """90 % of the picture in the 544 px below the title; a slide gives some 540 px."""
    page, slide = (CHARTS["amounts"].draw(whole(shipped), wide).layout.height for wide in (False, True))
    assert 0.9 * page <= 720 - 200 and slide <= 540
