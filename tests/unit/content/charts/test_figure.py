"""What all figures share: what a click opens, how tall rows are, captions, and sizes on a slide."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from components.content.charts import figure
from components.content.charts.catalogue import CHARTS
from tests.unit.content.charts.figure_parts import DRAWN, draw, few, marks, row_height
from tests.unit.content.views import whole

# What a click opens


@pytest.mark.parametrize("name", DRAWN)
def test_every_mark_carries_its_passages_first(shipped, name):
    fig = draw(name, whole(shipped))
    known = set(shipped.passages["passage_id"])
    assert marks(fig)
    for mark in marks(fig):
        opened = figure.passages_of({"customdata": mark})
        assert opened and set(opened) <= known


@pytest.mark.parametrize("name", DRAWN)
def test_a_click_makes_no_other_mark_pale(shipped, name):
    clickable = [trace for trace in draw(name, whole(shipped)).data if trace.customdata is not None]
    assert clickable
    for trace in clickable:
        assert trace.selected.marker.opacity == trace.unselected.marker.opacity == 1


@pytest.mark.parametrize("name", DRAWN)
def test_words_cannot_be_clicked(shipped, name):
    for trace in draw(name, whole(shipped)).data:
        assert (trace.customdata is None) == (trace.hoverinfo == "skip")


# How tall rows are


@pytest.mark.parametrize("name", [name for name in DRAWN if name != "fingerprint"])
def test_bars_have_the_same_thickness_whatever_the_number_of_rows(shipped, name):
    pixels = []
    for rows in (1, 2, 3):
        fig = draw(name, few(name, shipped, rows))
        pixels += [trace.width * row_height(fig) for trace in fig.data if trace.type == "bar"]
    assert pixels == pytest.approx([pixels[0]] * len(pixels), rel=0.02)


@pytest.mark.parametrize("name", ["ladder", "actors", "emphasis"])
def test_a_row_has_the_same_height_alone_and_among_others(shipped, name):
    figures = [draw(name, few(name, shipped, rows)) for rows in (1, 2, 3)]
    assert [len(fig.layout.yaxis.tickvals) for fig in figures] == [1, 2, 3]
    heights = [row_height(fig) for fig in figures]
    assert heights == pytest.approx([heights[0]] * 3, abs=0.5)


# Words


@pytest.mark.parametrize(
    ("head", "rest", "title", "lines"),
    [
        ("$1", "new", "Fund", ["<b>$1</b>  ·  new", "Fund"]),
        ("a" * 25, "b" * 25, "Fund", [f"<b>{'a' * 25}</b>", "b" * 25, "Fund"]),
        ("$1", "new", "word " * 12, ["<b>$1</b>  ·  new", ("word " * 9).strip(), "word word word"]),
    ],
)
def test_words_take_more_lines_where_the_screen_may_be_narrow(head, rest, title, lines):
    assert figure.row_label(head, rest, title).split("<br>") == lines
    assert figure.row_label(head, rest, title, wide=True) == f"<b>{head}</b>  ·  {rest}<br>{title}"


def test_no_words_make_an_empty_trace():
    assert figure.text_trace([])["text"] == []


# Captions and slides


@pytest.mark.parametrize("name", DRAWN)
def test_the_caption_has_room_of_its_own_around_the_figure(shipped, name):
    view = whole(shipped)
    plain, captioned = draw(name, view).layout, CHARTS[name].figure(view).layout
    above, below = figure.CAPTION_HEIGHTS
    assert captioned.height == plain.height + above + below
    assert captioned.margin.t == plain.margin.t + above and captioned.margin.b == plain.margin.b + below


@pytest.mark.parametrize("name", DRAWN)
def test_everything_in_a_figure_grows_by_the_same_factor_for_a_slide(shipped, name):
    plain = CHARTS[name].draw(whole(shipped), True)
    large = figure.enlarge(figure.copy(plain), 10_000)
    scale = large.layout.font.size / plain.layout.font.size
    assert scale > 1
    assert large.layout.height == pytest.approx(plain.layout.height * scale, abs=1)
    for side in "lrtb":
        assert large.layout.margin[side] == pytest.approx(plain.layout.margin[side] * scale, abs=1)
    for one, other in zip(plain.data, large.data, strict=True):
        if one.type == "scatter" and one.marker.size:
            assert other.marker.size == pytest.approx(one.marker.size * scale)


def test_many_readers_can_copy_one_figure_at_the_same_time(shipped):
    fig = draw("ladder", whole(shipped))
    with ThreadPoolExecutor(4) as readers:
        copies = list(readers.map(lambda _: figure.copy(fig).to_dict(), range(40)))
    assert all(copied == fig.to_dict() for copied in copies)
