"""Counts of sentences and commitments: the fingerprint and the ladder."""

import pandas as pd
import plotly.graph_objects as go

from components import palette
from components.charts.base import SMALL, finish, note


def fingerprint(table: pd.DataFrame, themes: pd.DataFrame, strengths: pd.DataFrame) -> go.Figure:
    """The statement as one tick a sentence, left to right; a row a theme, height by strength.

    `table` as from `queries.fingerprint`, `themes` and `strengths` as from `queries.codes`.
    A sentence without a commitment is a low stub; one the filter hides is pale.
    """
    row = {code: -rank for rank, code in enumerate(themes.index)}
    step = 0.62 / len(strengths)
    height = {code: 0.82 - rank * step for rank, code in enumerate(strengths.index)} | {"": 0.12}
    colour = palette.colours(themes)
    fig = go.Figure(
        go.Bar(
            x=table["position"],
            y=table["strength"].map(height),
            base=table["theme"].map(row),
            width=0.72,
            marker_color=[
                palette.rgba(colour[theme], 1 if shown else 0.16)
                for theme, shown in zip(table["theme"], table["shown"], strict=True)
            ],
            customdata=[
                [passage, themes.at[theme, "label"], _strength_words(strengths, strength)]
                for passage, theme, strength in zip(
                    table["passage_id"], table["theme"], table["strength"], strict=True
                )
            ],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}, %{customdata[2]}<extra></extra>",
        )
    )
    for base in row.values():
        fig.add_hline(base, line_width=0.5, line_color=palette.rgba(palette.NEUTRAL, 0.4), layer="below")
    _mark_sections(fig, table)
    fig.update_yaxes(
        tickvals=[base + 0.35 for base in row.values()],
        ticktext=list(themes["label"]),
        range=[1 - len(row) - 0.1, 1.55],
    )
    fig.update_xaxes(visible=False, range=[0, len(table) + 1])
    return finish(fig, row=33)


def ladder(table: pd.DataFrame, rows: pd.DataFrame, strengths: pd.DataFrame, by: str) -> go.Figure:
    """Commitments in a grid: a row per code of `by`, a column per strength, firmest left.

    `table` has the columns `by`, strength, count, passage_ids. Rows without a
    commitment are left out; column heads carry the column's total.
    """
    rows = rows[rows.index.isin(table[by])]
    y = {code: -rank for rank, code in enumerate(rows.index)}
    column = {code: rank for rank, code in enumerate(strengths.index)}
    colour = palette.colours(rows)
    unit = 0.74 / table["count"].max()
    fig = go.Figure(
        go.Bar(
            orientation="h",
            x=table["count"] * unit,
            y=table[by].map(y),
            base=table["strength"].map(column),
            width=0.56,
            marker_color=table[by].map(colour),
            text=table["count"],
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [ids, rows.at[code, "label"], strengths.at[strength, "label"].lower(), count, code, strength]
                for ids, code, strength, count in zip(
                    table["passage_ids"], table[by], table["strength"], table["count"], strict=True
                )
            ],
            hovertemplate="%{customdata[1]}, %{customdata[2]}: %{customdata[3]}<extra></extra>",
        )
    )
    totals = table.groupby("strength")["count"].sum()
    for code, left in column.items():
        note(fig, f"{strengths.at[code, 'label']}<br>{totals.get(code, 0)}", left, 0.62, SMALL)
        fig.add_vline(left, line_width=0.5, line_color=palette.rgba(palette.NEUTRAL, 0.5), layer="below")
    fig.update_yaxes(tickvals=list(y.values()), ticktext=list(rows["label"]), range=[0.5 - len(y), 1.7])
    fig.update_xaxes(visible=False, range=[-0.02, len(column) + 0.15])
    return finish(fig, row=31)


def cell_of(point: dict) -> tuple[str, str]:
    """Row code and strength code of a clicked mark of the ladder."""
    return point["customdata"][4], point["customdata"][5]


def _mark_sections(fig: go.Figure, table: pd.DataFrame) -> None:
    firsts = table.drop_duplicates("section")
    for section, position in zip(firsts["section"], firsts["position"], strict=True):
        edge = position - 0.5
        if section:
            note(fig, section.split(":")[0], edge, 1.2)
            fig.add_vline(edge, line_width=1, line_dash="dot", line_color=palette.NEUTRAL)


def _strength_words(strengths: pd.DataFrame, code: str) -> str:
    return strengths.at[code, "label"].lower() if code else "no commitment"
