"""The ribbon: a tick a sentence, the names of runs and sections."""

from components.content.charts.figure import TRANSPARENT
from data import queries
from data.queries import Selection
from tests.unit.content.charts.figure_parts import alpha, draw
from tests.unit.content.views import whole


def test_the_ribbon_has_a_tick_a_sentence_that_is_found_from_anywhere_above_it(tiny):
    fig = draw("ribbon", whole(tiny))
    _, ticks = fig.data
    assert list(ticks.x) == [1, 2, 3]
    assert [mark[0] for mark in ticks.customdata] == ["p01.s1", "p01.s2", "p02.s1"]
    assert fig.layout.hovermode == "x"


def test_a_tick_reaches_the_level_that_is_named_at_the_left(tiny):
    fig = draw("ribbon", whole(tiny))
    levels = dict(zip(fig.layout.yaxis.ticktext, fig.layout.yaxis.tickvals, strict=True))
    none, done, pledged = fig.data[1].y
    assert (done, pledged) == (levels["Done"], levels["Pledged"]) == (3, 2)
    assert list(levels) == ["Done", "Pledged", "Considered"] and 0 < none < levels["Considered"]


def test_ticks_that_the_filter_hides_are_pale(tiny):
    fig = draw("ribbon", queries.select(tiny, Selection(themes=("peace",))))
    shown, *hidden = [alpha(colour) for colour in fig.data[1].marker.color]
    assert shown == 1 and all(opacity < 0.3 for opacity in hidden)


def test_runs_are_named_above_and_sections_below_as_far_as_they_reach(tiny):
    fig = draw("ribbon", whole(tiny))
    names = fig.data[0]
    assert list(names.text) == ["Peace", "Trade", "Deeds"]
    assert list(zip(names.base, names.x, strict=True)) == [(0.5, 1), (1.5, 2), (2.5, 1)]
    assert names.y[0] == names.y[1] > 3 and names.y[2] < 0
    assert fig.layout.uniformtext.mode == "hide"  # where they do not fit


def test_the_name_of_a_run_that_the_filter_hides_is_not_seen(tiny):
    names = draw("ribbon", queries.select(tiny, Selection(themes=("trade",)))).data[0]
    unseen = [
        text for text, ink in zip(names.text, names.insidetextfont.color, strict=True) if ink == TRANSPARENT
    ]
    assert unseen == ["Peace"]


def test_a_theme_changes_nothing_but_colours(tiny):
    """So that the browser has only to paint."""
    figures = [draw("ribbon", queries.select(tiny, Selection(themes=themes))) for themes in ((), ("peace",))]
    for fig in figures:
        names, ticks = fig.data
        names.insidetextfont.color = names.marker.color = ticks.marker.color = None
    assert figures[0] == figures[1]


def test_a_statement_without_sections_has_a_ribbon(tiny):
    fig = draw("ribbon", whole(tiny, passages=tiny.passages.assign(section="")))
    assert list(fig.data[0].text) == ["Peace", "Trade"] and list(fig.layout.xaxis.tickvals) == []
