"""Small pictures of cards: drawn from the same figures, in the colours of both schemes, without words."""

import re

import pytest

from components.content.brief import cards, pins
from components.content.brief.thumbnails import HEIGHT, WIDTH, Shape, figure_shapes, shapes, thumbnail
from components.content.charts.catalogue import CHARTS


def picture(ds, text):
    return shapes(ds, cards.card(ds, pins.parse(text, ds)))


def drawn(*traces, **layout):
    return [tuple(shape) for shape in figure_shapes({"data": traces, "layout": layout})]


BAR = {"type": "bar", "orientation": "h", "x": [5], "y": [0], "width": 1, "marker": {"color": "#123456"}}
AXES = {"xaxis": {"range": [0, 10]}, "yaxis": {"range": [-0.5, 1.5]}}


def test_a_bar_is_where_it_is_in_the_figure():
    assert drawn(BAR, **AXES) == [(0, HEIGHT / 2, WIDTH / 2, HEIGHT / 2, "#123456", False)]
    assert drawn(BAR | {"base": [5]}, **AXES)[0][:3] == (WIDTH / 2, HEIGHT / 2, WIDTH / 2)


def test_a_point_keeps_its_colour_and_form():
    point = {"type": "scatter", "mode": "markers", "x": [10], "y": [0.5], "marker": {"color": ["#123456"]}}
    assert drawn(point, **AXES) == [(WIDTH - 2, HEIGHT / 2 - 2, 4, 4, "#123456", True)]
    square = point | {"marker": {"symbol": "square"}}
    assert drawn(square, **AXES)[0][-1] is False


def test_dates_names_and_missing_values_have_their_place():
    days = {"type": "scatter", "mode": "markers", "y": [0, 0, 0], "x": ["2021-01-01", "2021-01-03", None]}
    assert [shape[0] + 2 for shape in drawn(days)] == [0, WIDTH]
    names = {"type": "bar", "x": ["a", "b", "c"], "y": [1, None, 3]}
    assert len(drawn(names)) == 2


def test_axes_side_by_side_have_their_own_parts():
    right = BAR | {"xaxis": "x2"}
    shown = drawn(right, **AXES, xaxis2={"range": [0, 10], "domain": [0.5, 1]})
    assert shown[0][0] == WIDTH / 2 and shown[0][2] == WIDTH / 4


def test_words_are_left_out_and_intervals_are_drawn():
    assert drawn({"type": "scatter", "mode": "text", "x": [1], "y": [1], "text": ["x"]}) == []
    error = {"array": [1], "arrayminus": [4]}
    dot = {"type": "scatter", "mode": "markers", "x": [5], "y": [0.5], "error_x": error}
    assert drawn(dot, **AXES)[0][2] == WIDTH / 2


@pytest.mark.parametrize("text", [f"chart:{name}" for name in CHARTS])
def test_every_chart_has_a_picture_inside_its_frame(shipped, text):
    found = picture(shipped, text)
    assert found
    for shape in found:
        assert -5 <= shape.left <= WIDTH + 5 and -5 <= shape.top <= HEIGHT + 5, shape
        assert shape.width > 0 and shape.height > 0


def test_a_passage_has_its_theme_and_the_steps_up_to_its_strength(tiny):
    block, *steps = picture(tiny, "p01.s2")
    assert block == Shape(0, 0, 12, HEIGHT, "#008145")
    assert [step.colour for step in steps] == ["#008145"] * 3  # done
    assert [step.colour == "#008145" for step in picture(tiny, "commitment:tariffs")[1:]] == [
        True,
        False,
        False,
    ]
    assert [step.colour == "#4558f3" for step in picture(tiny, "p01.s1")[1:]] == [False] * 3


def test_a_map_has_a_disc_a_place(tiny):
    view = next(iter(tiny.map_views["view"]))
    assert len(picture(tiny, f"map:{view}")) == tiny.place_mentions["place_id"].nunique()


def test_a_card_that_its_filter_leaves_empty_has_an_empty_picture(tiny):
    view = next(iter(tiny.map_views["view"]))
    assert picture(tiny, f"map:{view}~sport") == []


def test_a_picture_has_both_schemes_and_no_words(shipped):
    pin = pins.parse("p13.s8", shipped)
    made = thumbnail(shipped, pin)
    assert not re.sub("<[^>]*>", "", made)
    row = shipped.codes.query("facet == 'theme' and code == 'health'").iloc[0]
    assert f"light-dark({row['colour']},{row['colour_dark']})" in made


def test_the_steps_of_a_pledge_are_those_of_the_commitments_in_its_words(shipped):
    """In p13.s7 the ROK commends a contribution and, in other words, commits to work on."""

    def coloured(text):
        block, *steps = picture(shipped, text)
        return sum(step.colour == block.colour for step in steps)

    assert coloured("pledge:covax-contribution") == 0
    assert coloured("commitment:covax-success") == coloured("p13.s7") > 0
