"""The parts of a figure: what is written, which marks there are, how they look, how tall it is."""

import base64
import itertools
import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from components.content.charts.catalogue import CHARTS
from data import queries
from data.load import Dataset
from data.queries import Selection, View
from tests.unit.content.views import whole

MONEY = ["amounts", "scale"]
DRAWN = [name for name, chart in CHARTS.items() if chart.draw]


@dataclass(frozen=True)
class Bar:
    """One bar: its row, its length, where it begins, and how it is filled."""

    row: float
    length: float
    base: Any
    colour: str
    hatch: str


def draw(name, view):
    """The figure of a chart, as large as on a page, without captions."""
    return CHARTS[name].draw(view, False)


def few(name: str, ds: Dataset, count: int) -> View:
    """A view of which the chart of this name has so many rows. A balance of one theme has rows of its own."""
    first = tuple(queries.codes(ds, "theme"))[:count]
    if name in ("balance", "emphasis"):
        return queries.select(ds, Selection(themes=first))
    return whole(
        ds,
        pledges=ds.pledges[ds.pledges["basis"] != "policy"].head(count) if name in MONEY else ds.pledges,
        dates=ds.dates.head(count),
        outcomes=ds.outcomes.head(count),
    )


def written(fig):
    """The traces of words of a figure."""
    return [trace for trace in fig.data if getattr(trace, "mode", None) == "text"]


def texts(fig):
    """The words a figure writes, in order."""
    return [
        *itertools.chain(*(trace.text for trace in written(fig))),
        *(note.text for note in fig.layout.annotations),
    ]


def marks(fig):
    """What every mark of a figure carries."""
    return [mark for trace in fig.data if trace.customdata is not None for mark in trace.customdata]


def bar_trace(fig):
    (trace,) = [trace for trace in fig.data if trace.type == "bar"]
    return trace


def bars(fig):
    """The bars of a figure in order, by the second thing that each carries."""
    trace = bar_trace(fig)
    base = itertools.repeat(None) if trace.base is None else trace.base
    hatch = trace.marker.pattern.shape or itertools.repeat("")
    return {
        mark[1]: Bar(*look)
        for mark, *look in zip(
            trace.customdata, trace.y, trace.x, base, trace.marker.color, hatch, strict=False
        )
    }


def lines(fig, dash):
    """The lines among the shapes of a figure that are dashed so, each (x0, y0, x1, y1)."""
    paths = [shape.path for shape in fig.layout.shapes if shape.type == "path" and shape.line.dash == dash]
    return [
        tuple(float(number) for number in re.split("[,L]", line))
        for path in paths
        for line in path.removeprefix("M").split("M")
    ]


def outlines(fig):
    """Width of the outline of every bar of money."""
    return dict(zip(bars(fig), bar_trace(fig).marker.line.width, strict=True))


def points(fig):
    """The trace of a figure's points that are marks."""
    (trace,) = [trace for trace in fig.data if getattr(trace, "mode", "") == "markers" and trace.customdata]
    return trace


def span(axis):
    return abs(axis.range[1] - axis.range[0])


def row_height(fig):
    """Pixels between one row of a figure and the next."""
    layout = fig.layout
    return (layout.height - layout.margin.t - layout.margin.b) / span(layout.yaxis)


def alpha(rgba):
    return float(re.fullmatch(r"rgba\(\d+, \d+, \d+, ([\d.]+)\)", rgba)[1])


def leaves(value):
    """Every string and number in nested dicts and sequences, Plotly's packed arrays unpacked."""
    if isinstance(value, dict) and "bdata" in value:
        value = np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"])
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, str) or not hasattr(value, "__len__"):
        return [value]
    return [leaf for item in value for leaf in leaves(item)]
