"""A chart of the catalogue as a page shows it: title, figure, source, and the controls under it."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components.content.brief.pins import CHART, Pin
from components.content.charts import figure as figures
from components.content.charts.catalogue import Chart
from components.ui.parts.passage_table import passage_table
from components.ui.parts.picture_controls import TABLE, picture_controls
from components.ui.shell import drawer
from data.queries import View

PICTURE = 1000  # px: the width of a downloaded picture

Click = Callable[[dict[str, Any]], None]  # what to do with the mark that was clicked


def chart(view: View, drawn: Chart, on_click: Click | None = None) -> None:
    """Draw a chart with title, source line and controls.

    A click on a mark opens its passages, or does what `on_click` does with the mark.
    """
    st.header(drawn.title, anchor=False)
    figure(drawn, view, drawn.name, on_click)
    st.caption(drawn.credit(view.whole))
    if TABLE in picture_controls(drawn.name, Pin(CHART, drawn.name, view.selection), table=True):
        passage_table(drawn.table(view), f"{drawn.name}_table", drawn.title)


def figure(
    drawn: Chart, view: View, key: str, on_click: Click | None = None, height: int | None = None
) -> None:
    """Draw the figure alone; with a `height` in px, in the sizes of a slide."""
    fig = drawn.figure(view, height)
    st.plotly_chart(
        _with_click_count(fig, key),
        key=key,
        theme=None,  # the figure brings its own look, in a tenth of the bytes
        selection_mode="points",
        alt=drawn.describe(view),
        on_select=lambda: _clicked(key, on_click or _opener(drawn.title)),
        config=_toolbar(drawn.name, fig),
    )


def _clicked(key: str, on_click: Click) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[_count_key(key)] = st.session_state.get(_count_key(key), 0) + 1
        on_click(points[0])


def _opener(title: str) -> Click:
    return lambda point: drawer.open_with(title, figures.passages_of(point))


def _with_click_count(fig: go.Figure, key: str) -> go.Figure:
    """The figure with the number of clicks so far in its meta data: a changed figure loses its
    selection in the browser, so a second click on the same mark opens it again."""
    clicks = st.session_state.get(_count_key(key), 0)
    return figures.copy(fig).update_layout(meta={"clicks": clicks}) if clicks else fig


def _count_key(key: str) -> str:
    return f"{key}_clicks"


def _toolbar(name: str, fig: go.Figure) -> dict[str, Any]:
    """Plotly's own tool bar with the camera alone. The picture is equally wide on every screen, and has
    three pixels for each pixel of the page."""
    size = {"width": PICTURE, "height": fig.layout.height, "scale": 3}
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"filename": f"linchpin-{name}", **size},
    }
