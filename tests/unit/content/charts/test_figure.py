"""What all figures share: what a click opens, how tall rows are, and sizes on a slide."""

import re

import numpy as np
import pytest

from components.content.charts import figure
from components.content.charts.catalogue import CHARTS
from data import queries
from tests.unit.content.charts.figure_parts import DRAWN, draw, few, marks, row_height
from tests.unit.content.views import whole

# What a click opens


@pytest.mark.parametrize("name", DRAWN)
def test_every_mark_carries_its_passages_first(shipped, name):
    fig = draw(name, whole(shipped))
    known = set(shipped.passages["passage_id"])
    if name in ("wording", "compare"):
        known = {
            f"{text}:{row['passage_id']}"
            for text in queries.texts(shipped)
            for row in queries.text_passages(shipped, text)
        }
    assert marks(fig)
    for mark in marks(fig):
        opened = figure.passages_of(mark)
        assert opened and set(opened) <= known


@pytest.mark.parametrize("name", DRAWN)
def test_a_mark_is_said_in_words_without_its_passages(shipped, name):
    spec = CHARTS[name].spec(whole(shipped))
    for trace, carried in zip(spec["data"], spec["marks"], strict=True):
        for mark in filter(None, carried):
            words = figure.words_of(mark, trace["hovertemplate"])
            assert words and "customdata" not in words and "<" not in words and mark[0] not in words


def test_the_words_of_a_mark_are_those_that_hovering_shows():
    template = "%{customdata[2]}: %{customdata[1]}<br>%{customdata[0]}<extra></extra>"
    assert figure.words_of(["p01.s1", "firm", "Trade"], template) == "Trade: firm"


@pytest.mark.parametrize("name", DRAWN)
def test_every_mark_is_said_in_words_of_its_own(shipped, name):
    """As static/scripts/marks.js does: hover text on one line."""
    for trace in draw(name, whole(shipped)).data:
        if trace.customdata is not None:
            said = [words(trace.hovertemplate, mark) for mark in trace.customdata]
            assert len(set(said)) == len(said)
            assert not [text for text in said if "%{" in text or "<" in text]


def words(template: str, mark) -> str:
    text = re.sub("<extra>.*", "", template).replace("<br>", ", ")
    return re.sub(r"%\{customdata\[(\d+)\]\}", lambda found: str(mark[int(found[1])]), text)


@pytest.mark.parametrize("name", DRAWN)
def test_a_mark_with_a_theme_says_which(shipped, name):
    themes = set(queries.labels(shipped, "theme").values())
    for trace in draw(name, whole(shipped)).data:
        if trace.meta:
            assert {mark[trace.meta["theme"]] for mark in trace.customdata} <= themes


@pytest.mark.parametrize("name", DRAWN)
def test_words_cannot_be_clicked(shipped, name):
    for trace in draw(name, whole(shipped)).data:
        assert (trace.customdata is None) == (trace.hoverinfo == "skip")


# How tall rows are


@pytest.mark.parametrize("name", [name for name in DRAWN if name not in ("ribbon", "balance", "compare")])
def test_bars_have_the_same_thickness_whatever_the_number_of_rows(shipped, name):
    pixels = []
    for rows in (1, 2, 3):
        fig = draw(name, few(name, shipped, rows))
        pixels += [trace.width * row_height(fig) for trace in fig.data if trace.type == "bar"]
    assert pixels == pytest.approx(pixels[:1] * len(pixels), rel=0.02)


@pytest.mark.parametrize("name", ["emphasis"])
def test_a_row_has_the_same_height_alone_and_among_others(shipped, name):
    figures = [draw(name, few(name, shipped, rows)) for rows in (1, 2, 3)]
    assert [len(fig.layout.yaxis.tickvals) for fig in figures] == [1, 2, 3]
    heights = [row_height(fig) for fig in figures]
    assert heights == pytest.approx([heights[0]] * 3, abs=0.5)


# Words


def test_no_words_make_an_empty_trace():
    assert figure.text_trace([])["text"] == []


# Slides


@pytest.mark.parametrize("name", DRAWN)
def test_everything_in_a_figure_grows_for_a_slide_rows_most(shipped, name):
    plain = CHARTS[name].draw(whole(shipped), True)
    large = figure.enlarge(CHARTS[name].draw(whole(shipped), True), 10_000)
    scale = large.layout.font.size / plain.layout.font.size
    assert scale >= 1
    rows = max(scale, figure.ROOMY)
    assert large.layout.height == pytest.approx(plain.layout.height * rows, abs=1)
    for side in "lrtb":
        assert large.layout.margin[side] == pytest.approx(plain.layout.margin[side] * scale, abs=1)
    for one, other in zip(plain.data, large.data, strict=True):
        if one.type == "scatter" and one.marker.size:
            sizes = np.array(one.marker.size) * scale
            assert np.array(other.marker.size) == pytest.approx(sizes)
