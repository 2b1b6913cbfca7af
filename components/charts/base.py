"""What all figures share: fonts, words, margins, and marks that can be clicked.

Figures are kept light, since the browser draws them anew at every change of a filter: one
trace for all bars, one for all words, grid lines instead of shapes and annotations.
"""

from collections.abc import Iterable

import plotly.graph_objects as go

from components import palette

TEXT, SMALL = 13, 12  # px; Plotly's fonts don't follow the page's. Small: five heads on a phone
MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}
LINE = palette.rgba(palette.NEUTRAL, 0.45)


def passages_of(point: dict) -> list[str]:
    """The passage ids that a clicked mark carries."""
    return point["customdata"][0].split(";")


def write(fig: go.Figure, words: Iterable[tuple[str, object, float]], size: int = TEXT) -> None:
    """Words in the figure, each as (text, x, y): right of x and above y, in the axes' units; size in px."""
    texts, x, y = zip(*words, strict=True) if (words := list(words)) else ((), (), ())
    fig.add_scatter(
        x=x,
        y=y,
        text=texts,
        mode="text",
        textposition="top right",
        textfont_size=size,
        cliponaxis=False,
        hoverinfo="skip",
    )


def finish(fig: go.Figure, row: int, axis: int = 0) -> go.Figure:
    """The figure without what moves or distracts: no legend, zoom or fading.

    Its height follows from the range of the y axis: `row` px a unit, and `axis` px for
    the ticks of an x axis, so that a row is as tall whatever the number of rows.
    """
    low, high = fig.layout.yaxis.range
    fig.update_layout(
        height=round(row * (high - low)) + MARGIN["t"] + MARGIN["b"] + axis,
        margin=MARGIN,
        showlegend=False,
        font_size=TEXT,
        dragmode=False,
        clickmode="event+select",
        hovermode="closest",
        barmode="overlay",
    )
    fig.update_yaxes(zeroline=False, ticks="", fixedrange=True, gridcolor=LINE, gridwidth=0.5)
    fig.update_xaxes(zeroline=False, fixedrange=True, gridcolor=LINE, gridwidth=0.5)
    # A selection must not fade the other marks: what was clicked is shown by its passages.
    fig.update_traces(selected_marker_opacity=1, unselected_marker_opacity=1)
    return fig
