"""The peer in Panel."""

import panel as pn

from benchmarks.peers import content

pn.extension("plotly")
theme = pn.widgets.CheckButtonGroup(options=content.THEMES)
pn.Column(
    theme,
    "# A peer",
    pn.pane.Plotly(pn.bind(content.ribbon, theme), sizing_mode="stretch_width"),
    pn.pane.Plotly(pn.bind(content.balance, theme), sizing_mode="stretch_width"),
    pn.pane.Markdown(
        pn.bind(lambda themes: "\n\n".join(content.key_findings(themes)), theme), css_classes=["findings"]
    ),
).servable("A peer")
