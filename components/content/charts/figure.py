"""What all figures share: fonts, words, margins, and marks that can be clicked.

Figures are kept light, since the browser draws them anew at every change of a filter: one
trace for all bars, one for all words, grid lines instead of shapes and annotations. Traces are
dicts of plain lists until `figure` has Plotly check them, once: objects would be checked twice.
"""

import textwrap
from collections.abc import Iterable

import plotly.graph_objects as go

from components.content.charts import palette

TEXT, SMALL = 13, 11  # px; Plotly's fonts don't follow the page's. Small: five heads on a phone
FONT = "Source Sans, sans-serif"  # the page's own
# On the page, text takes the page's colour (frame.py) and the ground shows through.
INK, CLEAR = palette.INK["light"], "rgba(0, 0, 0, 0)"
ON_SLIDE = 16  # px: the smallest words there
CAPTION = 60, 24  # px over and under a figure, for the words that its picture takes along
LINE_LETTERS = 47  # that a line has room for on a screen 320 px wide
EDGE, LETTER = 8, 6.5  # px: a figure's margin, and the room of a letter beside an axis
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


def stacked(head: str, rest: str, title: str, wide: bool = False) -> str:
    """Two facts, the first in bold, over a title; with more lines if the screen may be narrow."""
    joined, room = f"<b>{head}</b>  ·  {rest}", LINE_LETTERS
    if wide:
        return f"{joined}<br>{title}"
    facts = joined if len(head) + len(rest) < room else f"<b>{head}</b><br>{rest}"
    return "<br>".join([facts, *textwrap.wrap(title, room)])


def figure(traces: list[dict], row: int, x: dict, y: dict, ticks: int = 0) -> go.Figure:
    """Traces and axes as a figure without what moves or distracts: no legend, no zoom.

    Its height follows from the range of the y axis: `row` px a unit, and `ticks` px for the
    words of an x axis, so that a row is as tall whatever the number of rows. Margins are
    reckoned here from the words beside the axes: left to Plotly, it draws the figure twice.
    """
    low, high = y["range"]
    still = {"zeroline": False, "fixedrange": True, "gridcolor": LINE, "gridwidth": 0.5}
    beside = round(max(map(len, y.get("ticktext", [""]))) * LETTER)
    above, below = (ticks, 0) if x.get("side") == "top" else (0, ticks)
    margin = {"l": EDGE + beside, "r": EDGE, "t": EDGE + above, "b": EDGE + below}
    layout = {
        "height": round(row * (high - low)) + margin["t"] + margin["b"],
        "margin": margin,
        "showlegend": False,
        "font": {"size": TEXT, "family": FONT, "color": INK},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "barmode": "overlay",
        "dragmode": False,
        "clickmode": "event+select",
        "hovermode": "closest",
        # Streamlit hands each figure to Plotly twice; the same revision says that the second is
        # the first, or all would be drawn again. A changed figure gets a new element anyway.
        "datarevision": 1,
        "xaxis": still | x,
        "yaxis": still | {"ticks": ""} | y,
    }
    return _plain(traces, layout)


def copy(fig: go.Figure) -> go.Figure:
    """A copy to be changed. By way of plain dictionaries: `go.Figure(fig)` takes the figure's own
    apart for a moment, while another reader's run may be copying it too."""
    content = fig.to_dict()
    return _plain(content["data"], content["layout"])


def _plain(traces: list[dict], layout: dict) -> go.Figure:
    """A figure without the template that Plotly puts into every new one: the browser takes any for a
    changed one, and draws all again when it compares two. Named first, or Plotly checks the whole
    of its own each time."""
    fig = go.Figure(traces, layout | {"template": "none"})
    fig.layout.template = None
    return fig


def enlarged(fig: go.Figure, height: int) -> go.Figure:
    """The figure, changed for a slide: words, marks and margins larger, and at most `height` px high."""
    layout = fig.layout
    written = [trace for trace in fig.data if trace.type == "scatter"]
    scale = ON_SLIDE / min([layout.font.size, *(trace.textfont.size or TEXT for trace in written)])
    layout.height = min(round(layout.height * scale), height)
    layout.font.size *= scale
    layout.margin = {side: round(layout.margin[side] * scale) for side in "lrtb"}
    for trace in written:
        for look in (trace.textfont, trace.marker):
            look.size = look.size and look.size * scale
    return fig


def captioned(fig: go.Figure, title: str, under: str, source: str) -> go.Figure:
    """The figure, changed to carry title, filter and source in CAPTION px above and below, for its picture.

    On the page they stand in words of the page, so its style hides these and their room.
    """
    above, below = CAPTION
    margin = fig.layout.margin
    margin.t, margin.b = margin.t + above, margin.b + below
    fig.layout.height += above + below
    # Pictures need a ground of their own, or a dark viewer swallows the words.
    fig.layout.paper_bgcolor = palette.GROUND["light"]
    fig.layout.title = {
        "text": title,
        "subtitle": {"text": under, "font": {"size": TEXT}},
        "font": {"size": 18},
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "pad": {"l": EDGE, "t": EDGE},
    }
    return fig.add_annotation(
        text=source,
        showarrow=False,
        align="left",
        font={"size": SMALL},
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        xanchor="left",
        yanchor="bottom",
        xshift=EDGE - margin.l,
        yshift=EDGE - margin.b,
    )
