"""What all figures share: fonts, margins, text, and marks that can be clicked.

The browser draws a figure anew at every change of a filter, so figures are kept small: one trace for
all bars, one for all text, grid lines instead of shapes and annotations. A trace is a dict of plain
lists until `build_figure` hands it to Plotly, which then checks it once instead of twice.
"""

import textwrap
from collections.abc import Iterable

import plotly.graph_objects as go

from components.content.charts import palette

# Sizes are in px: Plotly's fonts do not follow the page's.
TEXT_SIZE = 13
SMALL_TEXT = 11  # lets five column heads stand side by side on a phone
SLIDE_TEXT = 16  # the smallest text on a slide
LETTER_WIDTH = 6.5  # taken for the labels beside an axis
MARGIN = 8
CAPTION_HEIGHTS = 60, 24  # above the figure (title, filter) and below it (source)
LETTERS_PER_LINE = 47  # fit on a screen 320 px wide

FONT = "Source Sans, sans-serif"  # as on the page
# In a downloaded picture. On the page, page_frame.css gives text the page's colour.
TEXT_COLOUR = palette.INK["light"]
TRANSPARENT = "rgba(0, 0, 0, 0)"
GRID_COLOUR = palette.rgba(palette.NEUTRAL, 0.45)
# Plotly makes the other marks pale when one is clicked. Ours open passages instead, so they stay as they are.
NO_FADING = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def passages_of(point: dict) -> list[str]:
    """The passage ids of a clicked mark."""
    return point["customdata"][0].split(";")


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


def row_label(fact: str, detail: str, title: str, wide: bool = False) -> str:
    """The label of a row as HTML: a fact in bold and a detail, and below them the title.

    wide: the title is on one line. Otherwise the label is broken for a screen 320 px wide.
    """
    one_line = f"<b>{fact}</b>  ·  {detail}"
    if wide:
        return f"{one_line}<br>{title}"
    fits = len(fact) + len(detail) < LETTERS_PER_LINE
    head = one_line if fits else f"<b>{fact}</b><br>{detail}"
    return "<br>".join([head, *textwrap.wrap(title, LETTERS_PER_LINE)])


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
    longest_label = max(len(label) for label in y_axis.get("ticktext", [""]))
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
        "font": {"size": TEXT_SIZE, "family": FONT, "color": TEXT_COLOUR},
        "paper_bgcolor": TRANSPARENT,
        "plot_bgcolor": TRANSPARENT,
        "barmode": "overlay",
        "dragmode": False,
        "clickmode": "event+select",
        "hovermode": "closest",
        # Streamlit hands each figure to Plotly twice. With the same revision, Plotly does not draw it
        # a second time. A changed figure gets a new element in the page anyway.
        "datarevision": 1,
        "xaxis": both_axes | x_axis,
        "yaxis": both_axes | {"ticks": ""} | y_axis,
    }
    return _without_template(traces, layout)


def copy(fig: go.Figure) -> go.Figure:
    """A copy that may be changed.

    It goes through plain dictionaries: `go.Figure(fig)` empties `fig` for a moment, in which another
    reader's run may be copying it too.
    """
    content = fig.to_dict()
    return _without_template(content["data"], content["layout"])


def _without_template(traces: list[dict], layout: dict) -> go.Figure:
    """A figure without Plotly's template. With one, the browser takes every figure for a changed one and
    draws all of it again."""
    # template="none" skips validating the default template; None then removes even the empty one.
    fig = go.Figure(traces, layout | {"template": "none"})
    fig.layout.template = None
    return fig


def enlarge(fig: go.Figure, height: int) -> go.Figure:
    """Enlarge the text, marks and margins of a figure for a slide `height` px high, and return it."""
    layout = fig.layout
    scatters = [trace for trace in fig.data if trace.type == "scatter"]
    text_sizes = [layout.font.size, *(trace.textfont.size or TEXT_SIZE for trace in scatters)]
    scale = SLIDE_TEXT / min(text_sizes)
    layout.height = min(round(layout.height * scale), height)
    layout.font.size *= scale
    layout.margin = {side: round(layout.margin[side] * scale) for side in "lrtb"}
    for trace in scatters:
        for part in (trace.textfont, trace.marker):
            part.size = part.size and part.size * scale
    return fig


def add_caption(fig: go.Figure, title: str, subtitle: str, source: str) -> go.Figure:
    """Add title, subtitle and source to a figure, for its downloaded picture, and return it.

    The figure grows by CAPTION_HEIGHTS. The page shows the same words as text of its own, so page_frame.css
    hides them in the figure, with the space around them.
    """
    above, below = CAPTION_HEIGHTS
    margin = fig.layout.margin
    margin.t, margin.b = margin.t + above, margin.b + below
    fig.layout.height += above + below
    # A transparent picture could not be read in a viewer with a dark background.
    fig.layout.paper_bgcolor = palette.GROUND["light"]
    fig.layout.title = {
        "text": title,
        "subtitle": {"text": subtitle, "font": {"size": TEXT_SIZE}},
        "font": {"size": 18},
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "pad": {"l": MARGIN, "t": MARGIN},
    }
    return fig.add_annotation(
        text=source,
        showarrow=False,
        align="left",
        font={"size": SMALL_TEXT},
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        xanchor="left",
        yanchor="bottom",
        xshift=MARGIN - margin.l,
        yshift=MARGIN - margin.b,
    )
