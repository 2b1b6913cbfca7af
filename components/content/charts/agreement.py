"""How far two codings agree: a dot a facet, at its alpha, with its interval."""

import math

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import GRID_COLOUR, build_figure, text_trace
from data.queries import RELIABLE, joined, records

ROW_HEIGHT, ROW_HEIGHT_ON_SLIDE = 84, 92  # px
INK = palette.INK["light"]


def agreement(reliability: pd.DataFrame, codings: pd.DataFrame, wide: bool = False) -> go.Figure:
    """Alpha of each facet on an axis from chance (0) to full agreement (1), which is longer where an interval
    reaches below chance. A dot carries the sentences that the codings code differently; without any, it opens
    nothing.

    `reliability` as from `queries.reliability`, `codings` as from `queries.agreement`. wide: for a slide.
    """
    rows = records(reliability)
    lowest = min([0.0, *(row["low"] for row in rows if not math.isnan(row["low"]))])
    words = [(f"<b>{_name(row['facet'])}</b>  ·  {_alpha(row)}", _same(row)) for row in rows]
    differing = [
        joined(codings.loc[codings[f"{row['facet']}_1"] != codings[f"{row['facet']}_2"], "passage_id"])
        for row in rows
    ]
    drawn = [index for index, row in enumerate(rows) if not math.isnan(row["alpha"])]
    dots = [
        _dots(
            [rows[index] for index in part],
            [-index for index in part],
            [[differing[index], _name(rows[index]["facet"]), *words[index]] for index in part],
        )
        for part in ([i for i in drawn if differing[i]], [i for i in drawn if not differing[i]])
        if part
    ]
    labels = text_trace(
        [(label, lowest, 0.12 - row) for row, (label, _) in enumerate(words)]
        + [(same, lowest, -0.36 - row) for row, (_, same) in enumerate(words)]
    )
    mark = {
        "type": "scatter",
        "mode": "lines",
        "x": [RELIABLE, RELIABLE],
        "y": [0.75, 0.3 - len(rows)],
        "line": {"color": INK, "width": 1, "dash": "dash"},
        "hoverinfo": "skip",
    }
    x_axis = {
        "range": [lowest, 1],
        "showgrid": False,
        "tickvals": [0, RELIABLE, 1],
        "ticktext": ["0<br>chance", f"{RELIABLE:.2f}<br>reliable", "1<br>full"],
        "tickangle": 0,
    }
    y_axis = {
        "range": [0.3 - len(rows), 0.75],
        "tickvals": [-row for row in range(len(rows))],
        "showticklabels": False,
        "gridcolor": GRID_COLOUR,
    }
    height = ROW_HEIGHT_ON_SLIDE if wide else ROW_HEIGHT
    fig = build_figure([mark, labels, *dots], height, x_axis, y_axis, ticks_height=44)
    fig.layout.margin.l = fig.layout.margin.r = 24  # half of a tick's label
    return fig


def _dots(rows: list[dict], levels: list[int], marks: list[list[str]]) -> dict:
    """A trace of dots with their intervals. levels: of the y axis. marks: passage ids, facet, and the words
    about it; a trace whose marks have no passages has none."""
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [row["alpha"] for row in rows],
        "y": levels,
        "marker": {"size": 13, "color": INK},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [row["high"] - row["alpha"] for row in rows],
            "arrayminus": [row["alpha"] - row["low"] for row in rows],
            "color": INK,
            "thickness": 3,
            "width": 6,
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    if not marks[0][0]:
        return trace
    said = "%{customdata[1]}<br>%{customdata[3]}<extra></extra>"
    return trace | {"customdata": marks, "hoverinfo": "all", "hovertemplate": said}


def _name(facet: str) -> str:
    """The name of a facet as a label: `Speech act`."""
    return facet.replace("_", " ").capitalize()


def _alpha(row: dict) -> str:
    """Alpha and its interval in words."""
    if math.isnan(row["alpha"]):
        return "alpha not defined: one code alone"
    if row["low"] == row["high"]:
        return f"alpha {row['alpha']:.3f}"
    return f"alpha {row['alpha']:.3f}, from {row['low']:.3f} to {row['high']:.3f}"


def _same(row: dict) -> str:
    """How many sentences have the same code twice."""
    return f"the same code for {row['same']} of {row['sentences']}"
