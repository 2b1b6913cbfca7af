"""Counts of sentences and commitments: the fingerprint and the ladder."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import SMALL, STEADY, figure, write
from data.queries import Codes


def fingerprint(table: pd.DataFrame, themes: Codes, strengths: Codes) -> go.Figure:
    """The statement as one tick a sentence, left to right; a row a theme, height by strength.

    `table` as from `queries.fingerprint`, `themes` and `strengths` as from `queries.codes`.
    A sentence without a commitment is a low stub; one the filter hides is pale.
    """
    row = {code: -rank for rank, code in enumerate(themes)}
    step = 0.62 / len(strengths)
    height = {code: 0.82 - rank * step for rank, code in enumerate(strengths)} | {"": 0.12}
    colour = palette.colours(themes)
    words = {code: strength.label.lower() for code, strength in strengths.items()} | {"": "no commitment"}
    sentences = table.to_dict("records")
    ticks = {
        "type": "bar",
        **STEADY,
        "x": [one["position"] for one in sentences],
        "y": [height[one["strength"]] for one in sentences],
        "base": [row[one["theme"]] for one in sentences],
        "width": 0.72,
        "marker": {
            "color": [palette.rgba(colour[one["theme"]], 1 if one["shown"] else 0.16) for one in sentences]
        },
        "customdata": [
            (one["passage_id"], themes[one["theme"]].label, words[one["strength"]]) for one in sentences
        ],
        "hovertemplate": "%{customdata[0]}<br>%{customdata[1]}, %{customdata[2]}<extra></extra>",
    }
    sections = table[table["section"] != ""].drop_duplicates("section")
    y = {
        "tickvals": list(row.values()),
        "ticktext": [theme.label for theme in themes.values()],
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


def ladder(table: pd.DataFrame, rows: Codes, strengths: Codes, by: str) -> go.Figure:
    """Commitments in a grid: a row per code of `by`, a column per strength, firmest left.

    `table` has the columns `by`, strength, count, passage_ids. Rows without a
    commitment are left out; column heads carry the column's total.
    """
    rows = {code: look for code, look in rows.items() if code in set(table[by])}
    y = {code: -rank for rank, code in enumerate(rows)}
    column = {code: rank for rank, code in enumerate(strengths)}
    longest, colour = table["count"].max(), palette.colours(rows)
    cells = table.to_dict("records")
    bars = {
        "type": "bar",
        **STEADY,
        "orientation": "h",
        "x": [cell["count"] * 0.66 / longest for cell in cells],
        "y": [y[cell[by]] for cell in cells],
        "base": [column[cell["strength"]] for cell in cells],
        "width": 0.56,
        "marker": {"color": [colour[cell[by]] for cell in cells]},
        "text": [cell["count"] for cell in cells],
        "textposition": "outside",
        "constraintext": "none",  # or it shrinks to the bar's thickness
        "cliponaxis": False,
        "customdata": [
            (
                cell["passage_ids"],
                rows[cell[by]].label,
                strengths[cell["strength"]].label.lower(),
                cell["count"],
                cell[by],
                cell["strength"],
            )
            for cell in cells
        ],
        "hovertemplate": "%{customdata[1]}, %{customdata[2]}: %{customdata[3]}<extra></extra>",
    }
    totals = table.groupby("strength")["count"].sum()
    heads = [(f"{strengths[code].label}<br>{totals.get(code, 0)}", x, 0.6) for code, x in column.items()]
    y_axis = {
        "tickvals": list(y.values()),
        "ticktext": [row.label for row in rows.values()],
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


def emphasis(table: pd.DataFrame, themes: Codes) -> go.Figure:
    """A theme's share of the words (pale) over its share of the commitments (solid), in percent.

    `table` as from `queries.emphasis`, `themes` as from `queries.codes`.
    """
    rows, colour = table.to_dict("records"), palette.colours(themes)
    longest = max(*table["share_words"], *table["share_commitments"])
    bars: dict[str, list] = {name: [] for name in ("x", "y", "text", "colour", "carried")}
    for place, row in enumerate(rows):
        for share, count, words, up, strength in (
            (row["share_words"], row["words"], "words", 0.21, 0.4),
            (row["share_commitments"], row["commitments"], "commitments", -0.21, 1),
        ):
            bars["x"].append(share)
            bars["y"].append(up - place)
            bars["text"].append(f"{share:.0%} of the {words}")
            bars["colour"].append(palette.rgba(colour[row["theme"]], strength))
            bars["carried"].append((row["passage_ids"], themes[row["theme"]].label, f"{count:,} {words}"))
    trace = {
        "type": "bar",
        **STEADY,
        "orientation": "h",
        "x": bars["x"],
        "y": bars["y"],
        "width": 0.36,
        "marker": {"color": bars["colour"]},
        "text": bars["text"],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": bars["carried"],
        "hovertemplate": "%{customdata[1]}: %{customdata[2]}<extra></extra>",
    }
    y = {
        "tickvals": [-place for place in range(len(rows))],
        "ticktext": [themes[row["theme"]].label for row in rows],
        "showgrid": False,
        "range": [0.45 - len(rows), 0.5],
    }
    # The words beside the longest bar need room: 150 px of the 300 that a phone has.
    return figure([trace], row=48, x={"visible": False, "range": [0, longest * 2]}, y=y)


def cell_of(point: dict) -> tuple[str, str]:
    """Row code and strength code of a clicked mark of the ladder."""
    return point["customdata"][4], point["customdata"][5]


def _section_heads(sections: pd.DataFrame) -> Iterator[tuple[str, float, float]]:
    """The part of each heading before its colon, where its first sentence stands."""
    for section, position in zip(sections["section"], sections["position"], strict=True):
        yield section.split(":")[0], position - 0.5, 1.05
