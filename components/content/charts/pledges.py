"""Pledges: how much and when. Unlike sums look unlike, and none is added to another."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import STEADY, figure, stacked, write
from components.content.text import formatting
from data.queries import Codes, records

UNSTATED = "increase_unstated"  # drawn as two dashed edges without an end
BAR, LINE = 25, 17  # px: a bar's thickness, the height of a line of words


def amounts(
    table: pd.DataFrame, actors: Codes, bases: Codes, per_year: bool, wide: bool = False
) -> go.Figure:
    """Pledges as bars in US dollars, or US dollars a year of the stated period.

    `table` as from `queries.sums`. The basis decides how a bar is drawn (palette.BASIS);
    a rise without a figure is a dashed shape with no end and no length to read. `wide` breaks no line.
    """
    column = "per_year" if per_year else "amount_usd"
    table = table.sort_values(column, ascending=False, na_position="last", ignore_index=True)
    lengths = table[column].astype("Float64")
    longest = lengths.max() if lengths.notna().any() else 1.0
    looks = table["basis"].where(lengths.notna(), UNSTATED)
    words = [
        stacked(
            _value(row, per_year),
            f"{actors[row['payer']].label}  ·  {bases[row['basis']].label.lower()}",
            row["title"],
            wide,
        )
        for row in records(table)
    ]
    rows = _Rows.of(words)
    bars = _bars(table, actors, looks, lengths.fillna(longest * 0.3).astype(float), rows.half)
    heads = write(zip(words, [0] * len(table), rows.above, strict=True))
    fig = figure(
        [bars, heads], row=rows.height, x={"visible": False, "range": [0, longest * 1.02]}, y=rows.axis
    )
    colours = table["payer"].map(palette.colours(actors))
    return _dash(fig, looks, colours, [0] * len(table), [longest * 0.3] * len(table), rows.half)


def windows(table: pd.DataFrame, actors: Codes, wide: bool = False) -> go.Figure:
    """The years each pledge covers, on a calendar axis. Rows without a period are left out."""
    table = table.dropna(subset=["period_start", "period_end"]).reset_index(drop=True)
    starts = pd.to_datetime(table["period_start"].astype(str) + "-01-01")
    ends = pd.to_datetime((table["period_end"] + 1).astype(str) + "-01-01")
    looks = table["basis"].where(table["amount_usd"].notna(), UNSTATED)
    milliseconds = (ends - starts).dt.total_seconds() * 1000
    words = [
        stacked(
            formatting.period(row["period_start"], row["period_end"]),
            actors[row["payer"]].label,
            row["title"],
            wide,
        )
        for row in records(table)
    ]
    rows = _Rows.of(words)
    heads = write(zip(words, [starts.min()] * len(table), rows.above, strict=True))
    years = {
        "type": "date",
        "range": [starts.min(), ends.max()],
        "dtick": "M12",
        "tickformat": "%Y",
        "ticklabelmode": "period",
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 10,
        "tickcolor": palette.NEUTRAL,
    }
    bars = _bars(table, actors, looks, milliseconds, rows.half) | {"base": list(starts)}
    fig = figure([bars, heads], row=rows.height, ticks=30, x=years, y=rows.axis)
    colours = table["payer"].map(palette.colours(actors))
    return _dash(fig, looks, colours, list(starts), list(ends), rows.half)


@dataclass(frozen=True)
class _Rows:
    """Rows of a bar under words: `height` in px, the rest in rows. `half` of a bar's thickness,
    `above`, where each row's words stand, and the y `axis`."""

    height: int
    half: float
    above: list[float]
    axis: dict

    @classmethod
    def of(cls, words: list[str]) -> "_Rows":
        """As high as the most lines of words ask for."""
        lines = 1 + max((text.count("<br>") for text in words), default=0)
        height = BAR + LINE * (lines + 1)
        half = BAR / 2 / height
        axis = {"visible": False, "range": [1 - len(words) - half - 5 / height, 1 - half]}
        return cls(height, half, [half + 5 / height - row for row in range(len(words))], axis)


def _bars(table: pd.DataFrame, actors: Codes, looks: pd.Series, lengths: pd.Series, half: float) -> dict:
    """One trace for all pledges: the payer's colour, drawn by the look of each."""
    colours = table["payer"].map(palette.colours(actors))
    styles = looks.map(palette.basis)
    return {
        "type": "bar",
        **STEADY,
        "orientation": "h",
        "x": list(lengths),
        "y": [-row for row in range(len(table))],
        "width": 2 * half,
        "marker": {
            "color": [palette.rgba(c, style["opacity"]) for c, style in zip(colours, styles, strict=True)],
            "line": {
                "color": list(colours),
                "width": [2 if style["outline"] == "solid" else 0 for style in styles],
            },
            "pattern": {
                "shape": [style["hatch"] for style in styles],
                "fillmode": "overlay",
                "fgcolor": "white",
                "size": 8,
            },
        },
        "customdata": list(zip(table["passage_id"], table["pledge_id"], table["title"], strict=True)),
        "hovertemplate": "%{customdata[2]}<extra></extra>",
    }


def _dash(
    fig: go.Figure, looks: pd.Series, colours: pd.Series, starts: list, ends: list, half: float
) -> go.Figure:
    """Dashed edges, and no ends, for what has no stated size."""
    for row in looks.index[looks == UNSTATED]:
        for level in (-row - half, -row + half):
            fig.add_shape(
                type="line",
                x0=starts[row],
                x1=ends[row],
                y0=level,
                y1=level,
                line={"color": colours[row], "width": 2, "dash": "dash"},
            )
    return fig


def _value(pledge: dict, per_year: bool) -> str:
    if pd.isna(pledge["amount_usd"]):
        return "Amount not stated"
    total = formatting.money(pledge["amount_usd"])
    if not per_year:
        return total
    if pd.isna(pledge["per_year"]):
        return f"{total}, no period stated"
    years = formatting.plural(int(pledge["years"]), "year")
    return f"{formatting.money(pledge['per_year'])} a year over {years}"
