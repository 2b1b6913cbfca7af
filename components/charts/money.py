"""Pledges: how much and when. Unlike sums look unlike, and none is added to another."""

import pandas as pd
import plotly.graph_objects as go

from components import palette, wording
from components.charts.base import finish, note


def amounts(table: pd.DataFrame, actors: pd.DataFrame, bases: pd.DataFrame, per_year: bool) -> go.Figure:
    """Pledges as bars in US dollars, or US dollars a year of the stated period.

    `table` as from `queries.sums`. The basis decides how a bar is drawn (palette.BASIS);
    a rise without a figure is a dashed shape with no end and no length to read.
    """
    column = "per_year" if per_year else "amount_usd"
    table = table.sort_values(column, ascending=False, na_position="last", ignore_index=True)
    longest = table[column].max() if table[column].notna().any() else 1.0
    colour = palette.colours(actors)
    fig = go.Figure()
    for place, pledge in table.iterrows():
        stated = pd.notna(pledge[column])
        length = float(pledge[column]) if stated else longest * 0.3
        look = pledge["basis"] if stated else "increase_unstated"
        fig.add_bar(**_money_bar(pledge, -place, length, colour[pledge["payer"]], look))
        if not stated:
            _dashed(fig, -place, 0, length, colour[pledge["payer"]])
        value = _value(pledge, per_year)
        who = actors.at[pledge["payer"], "label"]
        note(
            fig,
            f"<b>{value}</b>  ·  {who}  ·  {bases.at[pledge['basis'], 'label'].lower()}<br>{pledge['title']}",
            0,
            0.24 - place,
        )
    fig.update_yaxes(visible=False, range=[0.75 - len(table), 0.95])
    fig.update_xaxes(visible=False, range=[0, longest * 1.02])
    return finish(fig, row=84, barmode="overlay")


def windows(table: pd.DataFrame, actors: pd.DataFrame) -> go.Figure:
    """The years each pledge covers, on a calendar axis. Rows without a period are left out."""
    table = table.dropna(subset=["period_start", "period_end"]).reset_index(drop=True)
    starts = pd.to_datetime(table["period_start"].astype(str) + "-01-01")
    ends = pd.to_datetime((table["period_end"] + 1).astype(str) + "-01-01")
    colour = palette.colours(actors)
    fig = go.Figure()
    for place, pledge in table.iterrows():
        length = (ends[place] - starts[place]).total_seconds() * 1000
        bar = _money_bar(pledge, -place, length, colour[pledge["payer"]], pledge["basis"])
        fig.add_bar(**bar, base=[starts[place]])
        if pd.isna(pledge["amount_usd"]):
            _dashed(fig, -place, starts[place], ends[place], colour[pledge["payer"]])
        years = wording.period(pledge["period_start"], pledge["period_end"])
        who = actors.at[pledge["payer"], "label"]
        note(fig, f"<b>{years}</b>  ·  {who}<br>{pledge['title']}", starts.min(), 0.24 - place)
    fig.update_yaxes(visible=False, range=[0.75 - len(table), 0.95])
    fig.update_xaxes(
        type="date",
        range=[starts.min(), ends.max()],
        dtick="M12",
        tickformat="%Y",
        ticklabelmode="period",
        showgrid=False,
        ticks="outside",
        ticklen=10,
        tickcolor=palette.NEUTRAL,
    )
    return finish(fig, row=84, axis=30, barmode="overlay")


def _money_bar(pledge: pd.Series, y: int, length: float, colour: str, look: str) -> dict:
    style = palette.BASIS[look]
    return {
        "orientation": "h",
        "x": [length],
        "y": [y],
        "width": 0.3,
        "marker": {
            "color": palette.rgba(colour, style["opacity"]),
            "line": {"color": colour, "width": 2 if style["outline"] == "solid" else 0},
            "pattern": {"shape": style["hatch"], "fillmode": "overlay", "fgcolor": "white", "size": 8},
        },
        "customdata": [[pledge["passage_id"], pledge["pledge_id"]]],
        "hovertemplate": f"{pledge['title']}<extra></extra>",
    }


def _dashed(fig: go.Figure, y: int, start: object, end: object, colour: str) -> None:
    """Two dashed edges without ends: something is there whose size is not stated."""
    for level in (y - 0.15, y + 0.15):
        fig.add_shape(
            type="line",
            x0=start,
            x1=end,
            y0=level,
            y1=level,
            line={"color": colour, "width": 2, "dash": "dash"},
        )


def _value(pledge: pd.Series, per_year: bool) -> str:
    if pd.isna(pledge["amount_usd"]):
        return "Amount not stated"
    total = wording.money(pledge["amount_usd"])
    if not per_year:
        return total
    if pd.isna(pledge["per_year"]):
        return f"{total}, no period stated"
    return f"{wording.money(pledge['per_year'])} a year over {wording.plural(int(pledge['years']), 'year')}"
