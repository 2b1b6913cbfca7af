"""The peer in Dash."""

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from benchmarks.peers import content

dash = Dash(title="A peer")
dash.layout = html.Main(
    [
        dcc.Checklist(content.THEMES, [], inline=True, id="theme"),
        html.H1("A peer"),
        dcc.Graph(id="ribbon"),
        dcc.Graph(id="balance"),
        dcc.Markdown(id="findings", className="findings"),
    ]
)
app = dash.server


@dash.callback(
    Output("ribbon", "figure"),
    Output("balance", "figure"),
    Output("findings", "children"),
    Input("theme", "value"),
)
def show(themes: list[str]) -> tuple[go.Figure, go.Figure, str]:
    """What the page shows of themes, by their labels."""
    return content.ribbon(themes), content.balance(themes), "\n\n".join(content.key_findings(themes))
