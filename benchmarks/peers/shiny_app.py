"""The peer in Shiny for Python. A figure is made once and then changed in place: made anew, as
`render_plotly` does it by itself, its library comes by the websocket with each change (10 MB, 2.7 s)."""

import plotly.graph_objects as go
from shiny import App, Inputs, reactive, render, ui
from shinywidgets import output_widget, render_plotly

from benchmarks.peers import content

page = ui.page_fluid(
    ui.input_checkbox_group("theme", "Theme", content.THEMES, inline=True),
    ui.h1("A peer"),
    output_widget("ribbon"),
    output_widget("balance"),
    ui.output_ui("findings"),
)


def server(input: Inputs) -> None:
    """Answer a reader."""

    @render_plotly
    def ribbon():
        return go.FigureWidget(content.ribbon([]))

    @render_plotly
    def balance():
        return go.FigureWidget(content.balance([]))

    @reactive.effect
    def follow():
        for output, draw in ((ribbon, content.ribbon), (balance, content.balance)):
            _change(output.widget, draw(input.theme()))

    @render.ui
    def findings():
        return ui.div(ui.markdown("\n\n".join(content.key_findings(input.theme()))), class_="findings")


def _change(shown: go.FigureWidget, fig: go.Figure) -> None:
    """Make a figure that is shown look like another one."""
    with shown.batch_update():
        if len(shown.data) != len(fig.data):
            shown.data = []
            shown.add_traces(fig.data)
        shown.update(fig.to_dict(), overwrite=True)


app = App(page, server)
