"""Pledges: how much and when. Different kinds of money are drawn differently, and never added."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import build_figure, row_label, text_trace
from components.content.text import formatting
from data.queries import Codes, records

UNSTATED = "increase_unstated"  # the basis whose drawing stands for any amount that is not stated
BAR_HEIGHT, LINE_HEIGHT = 25, 17  # px: the thickness of a bar, a line of text
GAP = 5  # px between a bar and the text above it


def amounts(
    table: pd.DataFrame, actors: Codes, bases: Codes, per_year: bool, wide: bool = False
) -> go.Figure:
    """Pledges as bars, in US dollars or in US dollars per year of their period.

    `table` as from `queries.sums`, `actors` and `bases` as from `queries.codes`. The basis decides how
    a bar is drawn (palette.BASIS); an increase without a figure is two dashed lines, without a length
    to read. wide: a title is one line.
    """
    column = "per_year" if per_year else "amount_usd"
    table = table.sort_values(column, ascending=False, na_position="last", ignore_index=True)
    lengths = table[column].astype("Float64")
    longest = lengths.max() if lengths.notna().any() else 1.0
    unstated_length = longest * 0.3
    lengths = lengths.fillna(unstated_length).astype(float)
    drawn_as = table["basis"].where(table[column].notna(), UNSTATED)
    labels = []
    for row in records(table):
        payer_and_basis = f"{actors[row['payer']].label}  ·  {bases[row['basis']].label.lower()}"
        labels.append(row_label(_value(row, per_year), payer_and_basis, row["title"], wide))
    rows = _Rows.of(labels)
    values = [f"{_value(row, per_year)}, {bases[row['basis']].label.lower()}" for row in records(table)]
    bars = _bars(table, actors, drawn_as, lengths, rows.half_bar, values)
    text = text_trace((label, 0, y) for label, y in zip(labels, rows.label_levels, strict=True))
    dollars = {"visible": False, "range": [0, longest * 1.02]}
    fig = build_figure([bars, text], row_height=rows.height, x_axis=dollars, y_axis=rows.axis)
    colours = table["payer"].map(palette.colours(actors))
    starts, ends = [0] * len(table), [unstated_length] * len(table)
    return _add_dashes(fig, drawn_as, colours, starts, ends, rows.half_bar)


def windows(table: pd.DataFrame, actors: Codes, wide: bool = False) -> go.Figure:
    """The years that each pledge covers, as bars on a calendar axis. Pledges without a period are left out.

    `table` as from `queries.sums`, `actors` as from `queries.codes`. wide: a title is one line.
    """
    table = table.dropna(subset=["period_start", "period_end"]).reset_index(drop=True)
    starts = pd.to_datetime(table["period_start"].astype(str) + "-01-01")
    ends = pd.to_datetime((table["period_end"] + 1).astype(str) + "-01-01")
    milliseconds = (ends - starts).dt.total_seconds() * 1000
    drawn_as = table["basis"].where(table["amount_usd"].notna(), UNSTATED)
    labels = []
    for row in records(table):
        period = formatting.period(row["period_start"], row["period_end"])
        labels.append(row_label(period, actors[row["payer"]].label, row["title"], wide))
    rows = _Rows.of(labels)
    periods = [formatting.period(row["period_start"], row["period_end"]) for row in records(table)]
    bars = _bars(table, actors, drawn_as, milliseconds, rows.half_bar, periods) | {"base": list(starts)}
    text = text_trace((label, starts.min(), y) for label, y in zip(labels, rows.label_levels, strict=True))
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
    fig = build_figure([bars, text], row_height=rows.height, x_axis=years, y_axis=rows.axis, ticks_height=30)
    colours = table["payer"].map(palette.colours(actors))
    return _add_dashes(fig, drawn_as, colours, list(starts), list(ends), rows.half_bar)


@dataclass(frozen=True)
class _Rows:
    """Rows, each a label above a bar.

    height: of a row, in px. In units of the y axis, of which a row takes one: half_bar, half of a bar's
    thickness, and label_levels, the y of each row's label. axis: the y axis.
    """

    height: int
    half_bar: float
    label_levels: list[float]
    axis: dict

    @classmethod
    def of(cls, labels: list[str]) -> "_Rows":
        """Rows as high as the label with the most lines needs."""
        most_lines = 1 + max((label.count("<br>") for label in labels), default=0)
        height = BAR_HEIGHT + LINE_HEIGHT * (most_lines + 1)
        half_bar = BAR_HEIGHT / 2 / height
        gap = GAP / height
        axis = {"visible": False, "range": [1 - len(labels) - half_bar - gap, 1 - half_bar]}
        return cls(height, half_bar, [half_bar + gap - row for row in range(len(labels))], axis)


def _bars(
    table: pd.DataFrame,
    actors: Codes,
    drawn_as: pd.Series,
    lengths: pd.Series,
    half_bar: float,
    values: list[str],
) -> dict:
    """One trace for all pledges, in the payer's colour. drawn_as: the basis that decides each drawing.
    values: what each bar shows, in words."""
    colours = table["payer"].map(palette.colours(actors))
    styles = drawn_as.map(palette.basis)
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(lengths),
        "y": [-row for row in range(len(table))],
        "width": 2 * half_bar,
        "marker": {
            "color": [
                palette.rgba(colour, style["opacity"]) for colour, style in zip(colours, styles, strict=True)
            ],
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
        "customdata": list(zip(table["passage_id"], table["pledge_id"], table["title"], values, strict=True)),
        "hovertemplate": "%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
    }


def _add_dashes(
    fig: go.Figure, drawn_as: pd.Series, colours: pd.Series, starts: list, ends: list, half_bar: float
) -> go.Figure:
    """Add a dashed line above and below each bar whose amount is not stated."""
    for row in drawn_as.index[drawn_as == UNSTATED]:
        for level in (-row - half_bar, -row + half_bar):
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
    """The amount of a pledge in words, for its label."""
    if pd.isna(pledge["amount_usd"]):
        return "Amount not stated"
    total = formatting.money(pledge["amount_usd"])
    if not per_year:
        return total
    if pd.isna(pledge["per_year"]):
        return f"{total}, no period stated"
    years = formatting.plural(int(pledge["years"]), "year")
    return f"{formatting.money(pledge['per_year'])} a year over {years}"
