"""What all figures share: fonts, margins, text, and marks that can be clicked.

The browser redraws a figure at every change of a filter, so figures are kept small: one trace for all
bars, one for all text, one shape for all lines of a kind, no annotations. A trace is a dict of plain lists
until `build_figure` hands it to Plotly, which then checks it once instead of twice.

A mark is a point with customdata: its passages first. What its `hovertemplate` makes of the rest is
shown on hovering, and said when the mark is reached by keyboard. `meta.theme` of a trace is the place
in customdata of the theme's label.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go
import plotly.io

from components.content.charts import palette
from components.content.text import measure

# Sizes are in px: Plotly's fonts do not follow the page's.
TEXT_SIZE = 13
SMALL_TEXT = 11  # lets five column heads stand side by side on a phone
SLIDE_TEXT = 16  # the smallest text on a slide
ROOMY = 1.6  # how much higher a row is at least on a slide than on a page
LETTER_WIDTH = 6.5  # of a letter of the labels beside an axis, as text.measure counts them
MARGIN = 8

FONT = "Source Sans, sans-serif"  # as on the page
TRANSPARENT = "rgba(0, 0, 0, 0)"
GRID_COLOUR = palette.rgba(palette.NEUTRAL, 0.45)


def words_of(mark: Sequence[Any], template: str) -> str:
    """What hovering over a mark says, on one line, without its passages. mark: its customdata. template: the
    hovertemplate of its trace."""
    template = template.replace("<br>%{customdata[0]}", "")
    said = re.sub(r"%\{customdata\[(\d+)\]\}", lambda place: str(mark[int(place[1])]), template)
    return ", ".join(said.replace("<extra></extra>", "").split("<br>"))


def passages_of(mark: Sequence[str]) -> list[str]:
    """The passage ids of a mark, given as its customdata, `;`-separated, or as `packed`."""
    groups = (group.partition(":") for group in mark[0].split(";"))
    return [f"{name}:{one}" if colon else name for name, colon, ids in groups for one in ids.split(",")]


def packed(references: str) -> str:
    """References of the corpus, `;`-separated, with each text named once: `text:p01.s1,p02.s3;other:p04.s1`.

    The picture of all series would else be twice as large.
    """
    texts: dict[str, list[str]] = {}
    for reference in references.split(";"):
        name, _, passage_id = reference.partition(":")
        texts.setdefault(name, []).append(passage_id)
    return ";".join(f"{name}:{','.join(ids)}" for name, ids in texts.items()) if references else ""


def text_trace(labels: Iterable[tuple[str, object, float]], size: int = TEXT_SIZE) -> dict:
    """A trace that draws labels, each (text, x, y): right of x and above y, in units of the axes.

    size: of the letters, in px.
    """
    labels = list(labels)
    return {
        "type": "scatter",
        "text": [text for text, _, _ in labels],
        "x": [x for _, x, _ in labels],
        "y": [y for _, _, y in labels],
        "mode": "text",
        "textposition": "top right",
        "textfont": {"size": size},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def line_shape(lines: Iterable[tuple[float, float, float, float]], line: dict, layer: str = "above") -> list:
    """Lines that look the same, each (x0, y0, x1, y1) in units of the axes, as one shape; none for no lines.

    Plotly takes as long for a shape of forty lines as for one of a single line.
    """
    path = "".join(f"M{x0:.5g},{y0:.5g}L{x1:.5g},{y1:.5g}" for x0, y0, x1, y1 in lines)
    return [{"type": "path", "path": path, "line": line, "layer": layer}] if path else []


def build_figure(
    traces: list[dict], row_height: int, x_axis: dict, y_axis: dict, ticks_height: int = 0
) -> go.Figure:
    """Traces and axes as a figure without legend and zoom.

    row_height: px for one unit of the y axis. ticks_height: px for the tick labels of the x axis.
    The figure's height follows from these and the range of the y axis, so that a row is equally high
    whatever the number of rows. The margins are computed here from the longest label of the y axis:
    Plotly's automatic margins draw the figure twice.
    """
    low, high = y_axis["range"]
    longest_label = max(measure.width(label) for label in y_axis.get("ticktext", [""]))
    ticks_on_top = x_axis.get("side") == "top"
    margin = {
        "l": MARGIN + round(longest_label * LETTER_WIDTH),
        "r": MARGIN,
        "t": MARGIN + (ticks_height if ticks_on_top else 0),
        "b": MARGIN + (0 if ticks_on_top else ticks_height),
    }
    both_axes = {"zeroline": False, "fixedrange": True, "gridcolor": GRID_COLOUR, "gridwidth": 0.5}
    layout = {
        "height": round(row_height * (high - low)) + margin["t"] + margin["b"],
        "margin": margin,
        "showlegend": False,
        "font": {"size": TEXT_SIZE, "family": FONT},  # the page gives it its colour
        "paper_bgcolor": TRANSPARENT,
        "plot_bgcolor": TRANSPARENT,
        "barmode": "overlay",
        "dragmode": False,
        "clickmode": "event",
        "hovermode": "closest",
        "xaxis": both_axes | x_axis,
        "yaxis": both_axes | {"ticks": ""} | y_axis,
    }
    plotly.io.templates.default = None  # Streamlit sets one: it would be checked and sent with each figure
    return go.Figure(traces, layout)


def enlarge(fig: go.Figure, height: int) -> go.Figure:
    """Enlarge the text, marks and margins of a figure for a slide `height` px high, and return it."""
    layout = fig.layout
    scatters = [trace for trace in fig.data if trace.type == "scatter"]
    texts = [trace for trace in scatters if trace.mode == "text"]
    text_sizes = [layout.font.size, *(trace.textfont.size or TEXT_SIZE for trace in texts)]
    scale = SLIDE_TEXT / min(text_sizes)
    layout.height = min(round(layout.height * max(scale, ROOMY)), height)
    layout.font.size *= scale
    layout.margin = {side: round(layout.margin[side] * scale) for side in "lrtb"}
    for trace in scatters:
        for part in (trace.textfont, trace.marker):
            part.size = _scaled(part.size, scale)
    return fig


def _scaled(size: Any, scale: float) -> Any:
    """A size of Plotly's, or one for each point, times a number; None stays None."""
    return [one * scale for one in size] if isinstance(size, tuple | list) else size and size * scale
