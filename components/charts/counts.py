"""Counts of sentences and commitments: the fingerprint and the ladder."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from components import palette
from components.charts.base import SMALL, STEADY, figure, write


def fingerprint(table: pd.DataFrame, themes: pd.DataFrame, strengths: pd.DataFrame) -> go.Figure:
    """The statement as one tick a sentence, left to right; a row a theme, height by strength.

    `table` as from `queries.fingerprint`, `themes` and `strengths` as from `queries.codes`.
    A sentence without a commitment is a low stub; one the filter hides is pale.
    """
    row = {code: -rank for rank, code in enumerate(themes.index)}
    step = 0.62 / len(strengths)
    height = {code: 0.82 - rank * step for rank, code in enumerate(strengths.index)} | {"": 0.12}
    colour = palette.colours(themes)
    words = strengths["label"].str.lower().to_dict() | {"": "no commitment"}
    ticks = go.Bar(
        **STEADY,
        x=table["position"],
        y=table["strength"].map(height),
        base=table["theme"].map(row),
        width=0.72,
        marker_color=[
            palette.rgba(colour[theme], 1 if shown else 0.16)
            for theme, shown in zip(table["theme"], table["shown"], strict=True)
        ],
        customdata=list(
            zip(
                table["passage_id"],
                table["theme"].map(themes["label"]),
                table["strength"].map(words),
                strict=True,
            )
        ),
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}, %{customdata[2]}<extra></extra>",
    )
    sections = table.drop_duplicates("section").query("section != ''")
    y = {
        "tickvals": list(row.values()),
        "ticktext": list(themes["label"]),
        "ticklabelshift": -10,
        "showgrid": True,
        "range": [1 - len(row) - 0.1, 1.55],
    }
    x = {
        "tickvals": list(sections["position"] - 0.5),
        "showticklabels": False,
        "showgrid": True,
        "griddash": "dot",
        "range": [0, len(table) + 1],
    }
    return figure([ticks, write(_section_heads(sections))], row=33, x=x, y=y)


def ladder(table: pd.DataFrame, rows: pd.DataFrame, strengths: pd.DataFrame, by: str) -> go.Figure:
    """Commitments in a grid: a row per code of `by`, a column per strength, firmest left.

    `table` has the columns `by`, strength, count, passage_ids. Rows without a
    commitment are left out; column heads carry the column's total.
    """
    rows = rows[rows.index.isin(table[by])]
    y = {code: -rank for rank, code in enumerate(rows.index)}
    column = {code: rank for rank, code in enumerate(strengths.index)}
    bars = go.Bar(
        **STEADY,
        orientation="h",
        x=table["count"] * 0.74 / table["count"].max(),
        y=table[by].map(y),
        base=table["strength"].map(column),
        width=0.56,
        marker_color=table[by].map(palette.colours(rows)),
        text=table["count"],
        textposition="outside",
        cliponaxis=False,
        customdata=list(
            zip(
                table["passage_ids"],
                table[by].map(rows["label"]),
                table["strength"].map(strengths["label"]).str.lower(),
                table["count"],
                table[by],
                table["strength"],
                strict=True,
            )
        ),
        hovertemplate="%{customdata[1]}, %{customdata[2]}: %{customdata[3]}<extra></extra>",
    )
    totals = table.groupby("strength")["count"].sum()
    heads = [
        (f"{strengths.at[code, 'label']}<br>{totals.get(code, 0)}", x, 0.6) for code, x in column.items()
    ]
    y_axis = {
        "tickvals": list(y.values()),
        "ticktext": list(rows["label"]),
        "showgrid": False,
        "range": [0.5 - len(y), 1.7],
    }
    x_axis = {
        "tickvals": list(column.values()),
        "showticklabels": False,
        "showgrid": True,
        "range": [-0.02, len(column) + 0.15],
    }
    return figure([bars, write(heads, SMALL)], row=31, x=x_axis, y=y_axis)


def cell_of(point: dict) -> tuple[str, str]:
    """Row code and strength code of a clicked mark of the ladder."""
    return point["customdata"][4], point["customdata"][5]


def _section_heads(sections: pd.DataFrame) -> Iterator[tuple[str, float, float]]:
    """The part of each heading before its colon, where its first sentence stands."""
    for section, position in zip(sections["section"], sections["position"], strict=True):
        yield section.split(":")[0], position - 0.5, 1.05
