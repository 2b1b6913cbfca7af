"""Agreement drawn: a dot a facet, at its alpha, with its interval and the sentences coded differently."""

import math

import pandas as pd
import pytest

from components.content.charts.agreement import agreement
from tests.unit.content.charts.figure_parts import marks, texts

COLUMNS = ["facet", "sentences", "same", "share", "alpha", "low", "high"]
CODINGS = pd.DataFrame(
    {"passage_id": ["p01.s1", "p01.s2"], "theme_1": ["a", "b"], "theme_2": ["b", "a"]}
    | {"speech_act_1": ["x", "y"], "speech_act_2": ["x", "y"]}
)
THEME = ("theme", 2, 0, 0.0, 0.5, -0.25, 0.75)
FULL = ("speech_act", 2, 2, 1.0, 1.0, 1.0, 1.0)
UNDEFINED = ("speech_act", 2, 2, 1.0, math.nan, math.nan, math.nan)


def draw(*rows):
    return agreement(pd.DataFrame(rows, columns=COLUMNS), CODINGS)


def dots(fig):
    return [trace for trace in fig.data if trace.mode == "markers"]


def test_a_dot_has_its_interval_and_opens_what_the_codings_code_differently():
    fig = draw(THEME, FULL)
    theme, full = dots(fig)
    assert (theme.x, theme.error_x.arrayminus, theme.error_x.array) == ((0.5,), (0.75,), (0.25,))
    ((ids, facet, *_),) = marks(fig)
    assert (ids, facet) == ("p01.s1;p01.s2", "Theme")
    assert full.x == (1.0,) and full.customdata is None  # nothing to open


def test_the_axis_reaches_from_chance_or_below_to_full_agreement():
    assert draw(THEME).layout.xaxis.range == (-0.25, 1)
    assert draw(FULL).layout.xaxis.range == (0, 1)


def test_a_facet_without_an_alpha_has_words_and_no_dot():
    fig = draw(UNDEFINED)
    assert dots(fig) == []
    assert texts(fig) == [
        "<b>Speech act</b>  ·  alpha not defined: one code alone",
        "the same code for 2 of 2",
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (THEME, "<b>Theme</b>  ·  alpha 0.500, from -0.250 to 0.750"),
        (FULL, "<b>Speech act</b>  ·  alpha 1.000"),
    ],
)
def test_a_dot_says_alpha_and_interval(row, said):
    assert texts(draw(row))[0] == said


def test_the_line_from_which_codes_are_reliable_is_marked():
    (line,) = [trace for trace in draw(THEME).data if trace.mode == "lines"]
    assert line.x == (0.8, 0.8)
    assert "0.80<br>reliable" in draw(THEME).layout.xaxis.ticktext
