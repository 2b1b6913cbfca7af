"""Small pictures of cards, without words: a chart's own marks, a map's discs, a passage's theme.

A chart is drawn from its figure, whatever chart that is: bars, points and straight lines. The picture is
one element with a CSS background for each mark, since Streamlit takes no SVG.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pandas as pd

from components.content.brief import cards
from components.content.brief.cards import Card, ChartCard, MapCard, PassageCard, TopicCard
from components.content.brief.pins import Pin
from components.content.charts import palette
from data import queries
from data.load.dataset import Dataset

WIDTH, HEIGHT = 88, 48  # px
PAGE_WIDTH = 640  # px: about how wide figures are on a page, which their points are made for
SMALLEST, LARGEST = 2, 9  # px: points
FEW, SMALLEST_OF_FEW = 12, 4  # a figure of few points has room for larger ones
PALE = palette.rgba(palette.NEUTRAL, 0.35)
INK = palette.INK["light"]
Number = Callable[[Any], float | None]


class Shape(NamedTuple):
    """A box of the picture, in px from its upper left corner. colour: in CSS, for a light ground."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    round: bool = False


@queries.cached_recent
def thumbnail(whole: Dataset, pin: Pin) -> str:
    """The picture of a pin's card as HTML, which editor.css lays out. It has no words, so screen readers pass
    over it."""
    swaps = palette.dark_colours(queries.codes(whole, "theme"))
    style = _background(shapes(whole, cards.card(whole, pin)), swaps)
    return f'<span class="thumbnail" aria-hidden="true" style="{style}"></span>'


def shapes(whole: Dataset, card: Card) -> list[Shape]:
    """What the picture of a card consists of; nothing for a card whose filter leaves nothing."""
    if card.empty:
        return []
    match card:
        case MapCard():
            return _discs(queries.places(card.view))
        case PassageCard():
            return _passage(whole, card)
        case TopicCard():
            return _history(card)
        case ChartCard():
            drawn = list(figure_shapes(card.chart.spec(card.view))) if card.chart.draw else []
            return drawn or _lines(card.lines)


def _background(drawn: Sequence[Shape], swaps: Mapping[str, str]) -> str:
    """Shapes as CSS, each a background of its own, the last one on top. Its colour changes with the scheme of
    the page. An element for each shape would make the browser build hundreds at every filter.

    swaps: as of palette.dark_colours.
    """
    images, places, sizes = [], [], []
    for shape in reversed(drawn):  # CSS has the topmost first
        colour = f"light-dark({shape.colour},{_dark(shape.colour, swaps)})"
        images.append(
            f"radial-gradient(closest-side,{colour} 90%,#0000)"
            if shape.round
            else f"linear-gradient({colour} 0 0)"
        )
        places.append(f"{shape.left:.1f}px {shape.top:.1f}px")
        sizes.append(f"{shape.width:.1f}px {shape.height:.1f}px")
    lists = {"image": images, "position": places, "size": sizes}
    return ";".join(f"background-{name}:{','.join(values)}" for name, values in lists.items() if values)


def _dark(colour: str, swaps: Mapping[str, str]) -> str:
    """A colour on a dark ground, as figure.js swaps it: hex colours, and their channels in an rgba()."""
    for light, dark in swaps.items():
        before, after = (", ".join(map(str, palette.channels(one))) for one in (light, dark))
        if light in colour or f"({before}," in colour:
            return colour.replace(light, dark).replace(before, after)
    return colour


# A passage, a text, a map


def _passage(whole: Dataset, card: PassageCard) -> list[Shape]:
    """A block in the colour of the theme, and beside it steps up to the strength of the words that commit."""
    colour = palette.colours(queries.codes(whole, "theme"))[card.passage["theme"]]
    level_of = queries.levels(queries.codes(whole, "strength"))
    level = max((level_of[strength] for strength in _strengths(whole, card)), default=0)
    most = len(level_of)
    step = (WIDTH - 20) / max(most, 1)
    steps = [
        Shape(20 + step * index, HEIGHT - height, step - 3, height, colour if index < level else PALE)
        for index, height in enumerate(HEIGHT * (rank + 1) / most for rank in range(most))
    ]
    return [Shape(0, 0, 12, HEIGHT, colour), *steps]


def _strengths(whole: Dataset, card: PassageCard) -> list[str]:
    """The strengths of the commitments that a card is about: its own one, those that share words with its
    pledge, or all of its passage."""
    rows, text = queries.of_passage(whole, "commitments", card.passage["passage_id"]), card.passage["text"]
    if card.pin.kind == "commitment":
        rows = [row for row in rows if row["commitment_id"] == card.pin.name]
    elif card.clause:
        rows = [row for row in rows if _overlap(text, row["quote"], card.clause)]
    return [row["strength"] for row in rows]


def _overlap(text: str, one: str, other: str) -> bool:
    """Whether two parts of a text share a letter."""
    first, second = text.find(one), text.find(other)
    return first < second + len(other) and second < first + len(one)


def _history(card: TopicCard) -> list[Shape]:
    """A column for each meeting: a disc in ink where it says the topic, a pale stroke where it does not."""
    steps = card.history.steps
    apart = WIDTH / len(steps)
    return [
        _point(apart * (index + 0.5), HEIGHT / 2, LARGEST, palette.rgba(INK, 0.7))
        if step.lines
        else Shape(apart * (index + 0.5) - 3, HEIGHT / 2 - 1, 6, 2, PALE)
        for index, step in enumerate(steps)
    ]


def _lines(lines: Sequence[str]) -> list[Shape]:
    """A line for each of the first sentences, the longer the longer it is."""
    shown = lines[:5]
    longest = max(map(len, shown), default=1)
    return [Shape(0, 3 + 9 * row, WIDTH * len(line) / longest, 4, PALE) for row, line in enumerate(shown)]


def _discs(places: pd.DataFrame) -> list[Shape]:
    """Places as discs in ink, the larger the more they are mentioned. The Pacific is in the middle."""
    rows = queries.records(places)
    lons = [row["lon"] % 360 for row in rows]  # 0 to 360: the map's edge is in Greenwich
    lats = [row["lat"] for row in rows]
    x, y = _fitted(lons, 5, WIDTH - 5), _fitted(lats, HEIGHT - 5, 5)
    return [
        _point(x(lon), y(lat), 2 + 1.6 * row["mentions"] ** 0.5, palette.rgba(INK, 0.7))
        for lon, lat, row in zip(lons, lats, rows, strict=True)
    ]


def _fitted(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    """Maps the smallest value to `start` and the largest to `end`; a single value to their middle."""
    low, high = min(values), max(values)
    if low == high:
        return lambda value: (start + end) / 2
    return lambda value: start + (value - low) / (high - low) * (end - start)


def _point(x: float, y: float, size: float, colour: str, round_: bool = True, few: bool = False) -> Shape:
    size = min(max(size, SMALLEST_OF_FEW if few else SMALLEST), LARGEST)
    return Shape(x - size / 2, y - size / 2, size, size, colour, round_)


# A figure


def figure_shapes(spec: Mapping[str, Any]) -> Iterator[Shape]:
    """The bars, points and straight lines of a figure, given as plain JSON as from `Chart.spec`."""
    for trace in spec["data"]:
        x, y = _Axis(spec, trace, "x"), _Axis(spec, trace, "y")
        if trace["type"] == "bar":
            yield from _bars(trace, x, y)
        elif trace["type"] == "scatter":
            mode = trace.get("mode", "markers")
            if "lines" in mode:
                yield from _segments(trace, x, y)
            if "markers" in mode:
                yield from _intervals(trace, x, y)
                yield from _points(trace, x, y)


class _Axis:
    """Turns the values of a trace on one axis into px of the picture."""

    def __init__(self, spec: Mapping[str, Any], trace: Mapping[str, Any], letter: str) -> None:
        name = trace.get(f"{letter}axis", letter)
        axis = spec["layout"].get(name.replace(letter, f"{letter}axis", 1), {})
        self.size = WIDTH if letter == "x" else HEIGHT
        self.upwards = letter == "y"
        self.domain = axis.get("domain", [0, 1])
        on_it = [one for one in spec["data"] if one.get(f"{letter}axis", letter) == name]
        self.names = list(dict.fromkeys(value for one in on_it for value in one.get(letter) or ()))
        asked = [self.number(value) for value in axis.get("range") or ()]
        known = [number for number in map(self.number, self.names) if number is not None]
        ends = [end for end in asked if end is not None]
        self.low, self.high = ends if len(ends) == 2 else [min(known, default=0.0), max(known, default=1.0)]
        if self.low == self.high:
            self.low, self.high = self.low - 0.5, self.high + 0.5

    def number(self, value: Any) -> float | None:
        """A value as Plotly counts: milliseconds for a date, its place for a name; None for no value."""
        if value is None or value != value:
            return None
        if not isinstance(value, str):
            return float(value)
        if re.match(r"\d{4}-\d\d-\d\d", value):
            return (pd.Timestamp(value) - pd.Timestamp(0)) / pd.Timedelta(milliseconds=1)
        return float(self.names.index(value)) if value in self.names else None

    def px(self, number: float) -> float:
        """Where a number is, from the left or from the top. Outside of the axis it is at its end."""
        share = min(max((number - self.low) / (self.high - self.low), 0), 1)
        share = self.domain[0] + share * (self.domain[1] - self.domain[0])
        return self.size * (1 - share if self.upwards else share)


def _bars(trace: Mapping[str, Any], x: _Axis, y: _Axis) -> Iterator[Shape]:
    """Bars from their base, 1 px thick at least."""
    lying = trace.get("orientation") == "h"
    along, across = (x, y) if lying else (y, x)
    values, places = (trace["x"], trace["y"]) if lying else (trace["y"], trace["x"])
    for value, place, base, width, colour in zip(
        values,
        places,
        _each(trace.get("base"), 0),
        _each(trace.get("width"), 0.8),
        _each(trace.get("marker", {}).get("color"), palette.NEUTRAL),
        strict=False,
    ):
        length, middle, start = along.number(value), across.number(place), along.number(base)
        if length is None or middle is None or start is None:
            continue
        ends = sorted((along.px(start), along.px(start + length)))
        sides = sorted((across.px(middle - width / 2), across.px(middle + width / 2)))
        (left, right), (top, bottom) = (ends, sides) if lying else (sides, ends)
        yield Shape(left, top, max(right - left, 1), max(bottom - top, 1), colour)


def _points(trace: Mapping[str, Any], x: _Axis, y: _Axis) -> Iterator[Shape]:
    marker = trace.get("marker", {})
    for (left, top), size, colour, symbol in zip(
        _places(trace, x, y),
        _each(marker.get("size"), 8),
        _each(marker.get("color"), palette.NEUTRAL),
        _each(marker.get("symbol"), "circle"),
        strict=False,
    ):
        if left is not None and top is not None:
            size = size * WIDTH / PAGE_WIDTH
            yield _point(left, top, size, colour, "square" not in str(symbol), len(trace["x"]) <= FEW)


def _segments(trace: Mapping[str, Any], x: _Axis, y: _Axis) -> Iterator[Shape]:
    """The level and the upright lines of a trace, 1 px wide."""
    colour = trace.get("line", {}).get("color", PALE)
    for (left, top), (right, bottom) in pairwise(_places(trace, x, y)):
        if left is None or top is None or right is None or bottom is None:
            continue
        if left == right or top == bottom:
            width, height = abs(right - left), abs(bottom - top)
            yield Shape(min(left, right), min(top, bottom), max(width, 1), max(height, 1), colour)


def _intervals(trace: Mapping[str, Any], x: _Axis, y: _Axis) -> Iterator[Shape]:
    """The error bars along the x axis."""
    error = trace.get("error_x", {})
    colour = error.get("color", PALE)
    for value, place, more, less in zip(
        trace["x"], trace["y"], error.get("array", ()), error.get("arrayminus", ()), strict=False
    ):
        number, level = x.number(value), y.number(place)
        if number is None or level is None or more is None or less is None:
            continue
        left, right = x.px(number - less), x.px(number + more)
        yield Shape(left, y.px(level) - 0.5, max(right - left, 1), 1, colour)


def _places(trace: Mapping[str, Any], x: _Axis, y: _Axis) -> list[tuple[float | None, float | None]]:
    """Where the points of a trace are, in px; None where it has no value."""
    numbers = [(x.number(one), y.number(other)) for one, other in zip(trace["x"], trace["y"], strict=False)]
    return [
        (None if one is None else x.px(one), None if other is None else y.px(other)) for one, other in numbers
    ]


def _each(value: Any, default: Any) -> Any:
    """A value for each mark: those of a list, or the same one for all."""
    return value if isinstance(value, list) else repeat(default if value is None else value)
