"""Dates on one rail."""

import datetime
import math

import pandas as pd
import plotly.graph_objects as go

from components import palette, wording
from components.charts.base import finish, note


def timeline(dates: pd.DataFrame, kinds: pd.DataFrame, middle: datetime.date) -> go.Figure:
    """Dates on one rail, a row a date, with `middle` (the day of the statement) marked.

    `dates` as from `queries.dates`. The rail's scale is logarithmic both ways from the
    middle, so that days beside it and decades away from it can both be read.
    """
    here = pd.Timestamp(middle)
    edges = [_rail(day, here) for day in (*dates["start"], *dates["end"].dropna(), here)]
    low, high = min(edges) - 0.15, max(edges) + 0.35
    colour = palette.colours(kinds)
    fig = go.Figure()
    for place, row in dates.iterrows():
        fig.add_hline(-place, line_width=0.5, line_color=palette.rgba(palette.NEUTRAL, 0.35), layer="below")
        start = _rail(row["start"], here)
        end = high if pd.isna(row["end"]) else _rail(row["end"], here)
        fig.add_scatter(**_rail_marks(row, start, end, -place, colour[row["kind"]]))
        when = wording.span(row["start"], row["end"], row["precision"])
        implied = ", implied" if row["implied"] else ""
        note(fig, f"<b>{when}</b>{implied}  ·  {row['label']}", low, 0.16 - place)
    fig.add_vline(_rail(here, here), line_width=1, line_dash="dot", line_color=palette.NEUTRAL)
    fig.update_yaxes(visible=False, range=[0.6 - len(dates), 0.9])
    ticks = _rail_ticks(dates, here)
    fig.update_xaxes(
        range=[low, high],
        showgrid=False,
        side="top",
        ticks="outside",
        ticklen=6,
        tickcolor=palette.NEUTRAL,
        tickangle=0,
        tickvals=[_rail(day, here) for day in ticks.values()],
        ticktext=list(ticks),
    )
    return finish(fig, row=44, axis=32)


def _rail(day: pd.Timestamp, middle: pd.Timestamp) -> float:
    """Where a day stands on the rail: 0 in the middle, then the logarithm of its distance in months."""
    months = (day - middle).days / 30.44
    return math.copysign(math.log1p(abs(months)), months)


def _rail_ticks(dates: pd.DataFrame, middle: pd.Timestamp) -> dict[str, pd.Timestamp]:
    """Round years as far as the dates reach, by label, and the middle as its year."""
    first, last = dates["start"].min(), dates["end"].fillna(dates["start"]).max()
    away = [-70, -20, -3, 3, 10, 30]
    years = [round(middle.year + step, -1) if abs(step) > 9 else middle.year + step for step in away]
    inside = [year for year in years if first.year <= year <= last.year]
    return {str(year): pd.Timestamp(year, 1, 1) for year in inside} | {str(middle.year): middle}


def _rail_marks(row: pd.Series, start: float, end: float, y: int, colour: str) -> dict:
    """One trace: a line over the span, and the kind's mark where it counts (a deadline's at its end)."""
    shape = palette.DATE_MARKS.get(row["kind"], "circle")
    at_end = row["kind"] == "deadline"
    return {
        "x": [start, end],
        "y": [y, y],
        "mode": "lines+markers",
        "line": {"color": colour, "width": 4, "dash": "dot" if pd.isna(row["end"]) else "solid"},
        "marker": {
            "symbol": shape,
            "color": colour,
            "size": [0, 14] if at_end else [14, 0],
            "opacity": 1,
        },
        "customdata": [[row["passage_id"], row["date_id"]]] * 2,
        "hovertemplate": f"{row['label']}<extra></extra>",
    }
