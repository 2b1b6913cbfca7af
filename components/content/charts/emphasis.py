"""Words beside promises: what takes the words of the statement, and what takes its commitments."""

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import build_figure
from data.queries import Codes, records


def emphasis(table: pd.DataFrame, themes: Codes) -> go.Figure:
    """Two bars per theme: its share of the words (pale), and below it its share of the commitments.

    `table` as from `queries.emphasis`, `themes` as from `queries.codes`.
    """
    rows = records(table)
    colours = palette.colours(themes)
    longest = max(*table["share_words"], *table["share_commitments"])
    shares: list[float] = []
    levels: list[float] = []  # y of each bar; theme number n is at -n
    labels: list[str] = []
    fills: list[str] = []
    customdata: list[tuple[str, str, str]] = []
    for index, row in enumerate(rows):
        theme = themes[row["theme"]].label
        for unit, offset, opacity in (("words", 0.21, 0.4), ("commitments", -0.21, 1)):
            shares.append(row[f"share_{unit}"])
            levels.append(offset - index)
            labels.append(f"{row[f'share_{unit}']:.0%} of {unit}")
            fills.append(palette.rgba(colours[row["theme"]], opacity))
            customdata.append((row["passage_ids"], theme, f"{row[unit]:,} {unit}"))
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": shares,
        "y": levels,
        "width": 0.36,
        "marker": {"color": fills},
        "text": labels,
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": customdata,
        "hovertemplate": "%{customdata[1]}: %{customdata[2]}<extra></extra>",
        "meta": {"theme": 1},
    }
    y_axis = {
        "tickvals": [-index for index in range(len(rows))],
        "ticktext": [themes[row["theme"]].label for row in rows],
        "showgrid": False,
        "range": [0.45 - len(rows), 0.5],
    }
    # The label beside the longest bar needs 120 px of the 200 that the axis has in the narrowest window.
    x_axis = {"visible": False, "range": [0, longest * 2.5]}
    return build_figure([bars], row_height=48, x_axis=x_axis, y_axis=y_axis)
