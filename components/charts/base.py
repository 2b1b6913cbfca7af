"""What all figures share: fonts, words, margins, and marks that can be clicked.

Figures are kept light, since the browser draws them anew at every change of a filter: one
trace for all bars, one for all words, grid lines instead of shapes and annotations. Traces are
dicts of plain lists until `figure` has Plotly check them, once: objects would be checked twice.
"""

from collections.abc import Iterable

import plotly.graph_objects as go

from components import palette

TEXT, SMALL = 13, 12  # px; Plotly's fonts don't follow the page's. Small: five heads on a phone
MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}
# A selection must not fade the other marks: what was clicked is shown by its passages.
STEADY = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
LINE = palette.rgba(palette.NEUTRAL, 0.45)


def passages_of(point: dict) -> list[str]:
    """The passage ids that a clicked mark carries."""
    return point["customdata"][0].split(";")


def write(words: Iterable[tuple[str, object, float]], size: int = TEXT) -> dict:
    """A trace of words, each as (text, x, y): right of x and above y, in the axes' units; size in px."""
    texts, x, y = zip(*words, strict=True) if (words := list(words)) else ((), (), ())
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "text": texts,
        "mode": "text",
        "textposition": "top right",
        "textfont": {"size": size},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def figure(traces: list[dict], row: int, x: dict, y: dict, axis: int = 0) -> go.Figure:
    """Traces and axes as a figure without what moves or distracts: no legend, no zoom.

    Its height follows from the range of the y axis: `row` px a unit, and `axis` px for
    the ticks of an x axis, so that a row is as tall whatever the number of rows.
    """
    low, high = y["range"]
    still = {"zeroline": False, "fixedrange": True, "gridcolor": LINE, "gridwidth": 0.5}
    layout = {
        "height": round(row * (high - low)) + MARGIN["t"] + MARGIN["b"] + axis,
        "margin": MARGIN,
        "showlegend": False,
        "font": {"size": TEXT},
        "barmode": "overlay",
        "dragmode": False,
        "clickmode": "event+select",
        "hovermode": "closest",
        "xaxis": still | x,
        "yaxis": still | {"ticks": ""} | y,
    }
    return go.Figure(traces, layout)
