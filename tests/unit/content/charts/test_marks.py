"""What all figures have in common: what a click opens, how tall rows are, what travels."""

import itertools
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from components.content import charts
from components.content.charts import pictures
from components.content.charts.catalogue import EXHIBITS, Shown
from data import queries
from tests.unit.content.charts.figures import DRAWN, MONEY, draw, marks, span

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


# What travels to the browser


@pytest.mark.parametrize("height", [None, 380])
@pytest.mark.parametrize("name", [name for name, exhibit in EXHIBITS.items() if exhibit.figure])
def test_a_figure_holds_nothing_that_makes_the_browser_draw_it_twice(name, height, shipped):
    """Neither a template nor arrays in base 64, which it takes for changed ones each time; and one revision."""
    spec = json.loads(pictures.picture(name, shipped, shipped, "", height).to_json())
    assert "template" not in spec["layout"]
    assert "bdata" not in json.dumps(spec)
    assert spec["layout"]["datarevision"]


@pytest.mark.parametrize("name", [name for name, exhibit in EXHIBITS.items() if exhibit.figure])
def test_a_figure_is_drawn_for_any_theme_actor_and_choice_together(name, shipped):
    """One of these may leave a single mark, or marks that all lack the same thing."""
    exhibit = EXHIBITS[name]
    themes, actors = (
        [(), *((code,) for code in queries.codes(shipped, it).index)] for it in ("theme", "actor")
    )
    choices = (
        [(), *((code,) for code in queries.codes(shipped, exhibit.facet).index)] if exhibit.facet else [()]
    )
    drawn = 0
    for theme, actor, choice in itertools.product(themes, actors, choices):
        view = exhibit.narrow(queries.select(shipped, queries.Selection(theme, actor)), choice)
        if not exhibit.empty(Shown(shipped, view)):
            for height in (None, 380):
                assert json.loads(pictures.picture(name, shipped, view, "", height).to_json())["data"]
            assert pictures.described(name, shipped, view)
            drawn += 1
    assert drawn


def test_readers_copy_one_figure_at_the_same_time(shipped):
    table = queries.ladder(shipped)
    fig = charts.ladder(table, queries.codes(shipped, "theme"), queries.codes(shipped, "strength"), "theme")
    with ThreadPoolExecutor(4) as readers:
        copies = list(readers.map(lambda _: charts.copy(fig).to_dict(), range(400)))
    assert all(copied == fig.to_dict() for copied in copies)
