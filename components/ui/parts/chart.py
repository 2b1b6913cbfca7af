"""A chart of the catalogue on a page: title, figure, source, and the controls under it."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components.content.brief.pins import CHART, Pin
from components.content.charts.catalogue import Chart
from components.content.charts.figure import copy, passages_of
from components.ui.parts.chart_controls import TABLE, picture_controls
from components.ui.parts.passage_table import passage_table
from components.ui.shell import drawer
from data.queries import View

PICTURE_WIDTH = 1000  # px, of a downloaded picture on every screen
PICTURE_SCALE = 3  # pixels of the picture for each px

ClickHandler = Callable[[dict[str, Any]], None]  # gets the clicked mark, as st.plotly_chart returns it


def chart(view: View, entry: Chart, on_click: ClickHandler | None = None) -> None:
    """Draw a chart (an entry of the catalogue) for a view, with title, source and controls.

    A click on a mark calls `on_click`; without it, it opens the mark's passages in the drawer.
    """
    st.header(entry.title, anchor=False)
    figure(entry, view, entry.name, on_click)
    st.caption(entry.credit(view.whole))
    if TABLE in picture_controls(entry.name, Pin(CHART, entry.name, view.selection), table=True):
        passage_table(entry.table(view), f"{entry.name}_table", entry.title)


def figure(
    entry: Chart, view: View, key: str, on_click: ClickHandler | None = None, height: int | None = None
) -> None:
    """Draw the figure alone. height: in px, for a slide; None for a page."""
    fig = entry.figure(view, height)
    st.plotly_chart(
        _with_click_count(fig, key),
        key=key,
        theme=None,  # the figure has its own looks; Streamlit's theme would send ten times the bytes
        selection_mode="points",
        alt=entry.describe(view),
        on_select=lambda: _clicked(key, on_click or _open_passages(entry.title)),
        config=_toolbar(entry.name, fig),
    )


def _clicked(key: str, on_click: ClickHandler) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[_count_key(key)] = st.session_state.get(_count_key(key), 0) + 1
        on_click(points[0])


def _open_passages(title: str) -> ClickHandler:
    """A click handler that opens the mark's passages in a drawer with this title."""
    return lambda point: drawer.open_with(title, passages_of(point))


def _with_click_count(fig: go.Figure, key: str) -> go.Figure:
    """The figure with the number of clicks so far in its metadata.

    Each click changes the figure that way, so that the browser forgets its selection; otherwise a second
    click on the same mark would do nothing.
    """
    clicks = st.session_state.get(_count_key(key), 0)
    return copy(fig).update_layout(meta={"clicks": clicks}) if clicks else fig


def _count_key(key: str) -> str:
    return f"{key}_clicks"


def _toolbar(name: str, fig: go.Figure) -> dict[str, Any]:
    """Plotly's configuration of a tool bar whose only button downloads a picture."""
    picture = {
        "filename": f"linchpin-{name}",
        "width": PICTURE_WIDTH,
        "height": fig.layout.height,
        "scale": PICTURE_SCALE,
    }
    return {"displaylogo": False, "modeBarButtons": [["toImage"]], "toImageButtonOptions": picture}
