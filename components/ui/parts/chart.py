"""A chart of the catalogue on a page: title, figure, source, and the controls under it."""

import streamlit as st

from components.content.brief.pins import CHART, Pin
from components.content.charts import palette
from components.content.charts.chart import Chart
from components.content.charts.figure import passages_of
from components.content.text import formatting
from components.ui.parts import chart_controls
from components.ui.parts.passage_table import passage_table
from components.ui.parts.plotly_figure import ClickHandler, plotly_figure
from components.ui.session import drawer_request
from data.queries import View


def chart(
    view: View, entry: Chart, on_click: ClickHandler | None = None, titled: bool = True, tools: bool = True
) -> None:
    """Draw a chart (an entry of the catalogue) for a view, with title, source and controls.

    A click on a mark calls `on_click`; without it, it opens the mark's passages in the drawer.
    titled: False for the first picture of a page, whose title is the page's. tools: False where it shows
    what no link can carry, so that it can't be pinned.
    """
    with st.container(key=f"chart-{entry.name}", gap="xsmall"):
        if titled:
            st.header(formatting.literal(entry.heading(view)), anchor=False)
        figure(entry, view, entry.name, on_click, tools=tools)
        st.caption(" ".join(filter(None, [entry.legend(view), entry.credit(view.whole)])))
        if not tools:
            return
        on = chart_controls.switched_on(entry.name, _pin(entry, view))
        if on[chart_controls.LINK]:
            chart_controls.link()
        if on[chart_controls.TABLE]:
            passage_table(entry.table(view), f"{entry.name}_table", entry.title)


def figure(
    entry: Chart,
    view: View,
    key: str,
    on_click: ClickHandler | None = None,
    height: int | None = None,
    tools: bool = True,
) -> None:
    """Draw the figure alone. height: in px, for a slide, without its picture buttons; None for a page.
    tools: whether it has the buttons Table, Pin and Link.

    A slide shows in a narrow window what the page shows there.
    """

    def switch(label: object) -> None:
        chart_controls.switch(entry.name, _pin(entry, view), label)

    narrow_spec = entry.narrow_spec(view)
    if height:  # the words of a slide's figure would lie on each other in a narrow window
        narrow_spec = narrow_spec or entry.spec(view)
    plotly_figure(
        [entry.spec(view, height), *([narrow_spec] if narrow_spec else [])],
        key,
        entry.heading(view),
        entry.describe(view),
        on_click or (lambda mark, words: drawer_request.open_with(words, passages_of(mark))),
        palette.dark_colours(view.codes("theme")),
        caption=None if height else entry.caption(view),
        toggles={} if height or not tools else chart_controls.switched_on(entry.name, _pin(entry, view)),
        on_toggle=switch,
    )


def _pin(entry: Chart, view: View) -> Pin:
    return Pin(CHART, entry.name, view.selection)
