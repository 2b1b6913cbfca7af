"""Charts of counted sentences, commitments and words: fingerprint, ladder and emphasis."""

from collections.abc import Iterator, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import SMALL_TEXT, build_figure, text_trace
from components.content.text import formatting
from data.queries import Codes, records


def fingerprint(table: pd.DataFrame, themes: Codes, strengths: Codes) -> go.Figure:
    """One tick per sentence from left to right, in the row of its theme, higher for a firmer commitment.

    `table` as from `queries.fingerprint`, `themes` and `strengths` as from `queries.codes`.
    A sentence without a commitment is a low stub; a sentence outside the view is pale.
    """
    row_of = {theme: -rank for rank, theme in enumerate(themes)}
    step = 0.62 / len(strengths)
    height_of = {strength: 0.82 - rank * step for rank, strength in enumerate(strengths)} | {"": 0.12}
    label_of = {strength: code.label.lower() for strength, code in strengths.items()}
    label_of[""] = "no commitment"
    colours = palette.colours(themes)
    sentences = records(table)
    ticks = {
        "type": "bar",
        "x": [sentence["position"] for sentence in sentences],
        "y": [height_of[sentence["strength"]] for sentence in sentences],
        "base": [row_of[sentence["theme"]] for sentence in sentences],
        "width": 0.72,
        "marker": {
            "color": [
                palette.rgba(colours[sentence["theme"]], 1 if sentence["shown"] else 0.16)
                for sentence in sentences
            ]
        },
        "customdata": [
            (sentence["passage_id"], themes[sentence["theme"]].label, label_of[sentence["strength"]])
            for sentence in sentences
        ],
        "hovertemplate": "%{customdata[1]}, %{customdata[2]}<br>%{customdata[0]}<extra></extra>",
        "meta": {"theme": 1},
    }
    sections = table[table["section"] != ""].drop_duplicates("section")
    y_axis = {
        "tickvals": list(row_of.values()),
        "ticktext": [theme.label for theme in themes.values()],
        "ticklabelshift": -10,
        "showgrid": True,
        "range": [1 - len(row_of) - 0.1, 1.55],
    }
    x_axis = {
        "tickvals": list(sections["position"] - 0.5),
        "showticklabels": False,
        "showgrid": True,
        "griddash": "dot",
        "range": [0, len(table) + 1],
    }
    section_names = text_trace(_section_labels(sections))
    return build_figure([ticks, section_names], row_height=33, x_axis=x_axis, y_axis=y_axis)


def ladder(table: pd.DataFrame, rows: Codes, strengths: Codes, by: str) -> go.Figure:
    """Commitments in a grid: a row per code of `by` (theme or actor), a column per strength, firmest left.

    `table` has the columns `by`, strength, count, passage_ids. Rows without a commitment are left out.
    The head of a column holds its total.
    """
    rows = {code: row for code, row in rows.items() if code in set(table[by])}
    y_of = {code: -rank for rank, code in enumerate(rows)}
    x_of = {strength: rank for rank, strength in enumerate(strengths)}
    highest_count = table["count"].max()
    colours = palette.colours(rows)
    cells = records(table)
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [cell["count"] * 0.66 / highest_count for cell in cells],
        "y": [y_of[cell[by]] for cell in cells],
        "base": [x_of[cell["strength"]] for cell in cells],
        "width": 0.56,
        "marker": {"color": [colours[cell[by]] for cell in cells]},
        "text": [cell["count"] for cell in cells],
        "textposition": "outside",
        "constraintext": "none",  # otherwise the number shrinks to the bar's thickness
        "cliponaxis": False,
        "customdata": [
            (
                cell["passage_ids"],
                rows[cell[by]].label,
                strengths[cell["strength"]].label.lower(),
                formatting.plural(cell["count"], "commitment"),
                cell[by],
                cell["strength"],
            )
            for cell in cells
        ],
        "hovertemplate": "%{customdata[1]}, %{customdata[2]}: %{customdata[3]}<extra></extra>",
        "meta": {"theme": 1} if by == "theme" else None,
    }
    totals = table.groupby("strength")["count"].sum()
    heads = [
        (f"{strengths[strength].label}<br>{totals.get(strength, 0)}", x, 0.6) for strength, x in x_of.items()
    ]
    y_axis = {
        "tickvals": list(y_of.values()),
        "ticktext": [row.label for row in rows.values()],
        "showgrid": False,
        "range": [0.5 - len(y_of), 1.7],
    }
    x_axis = {
        "tickvals": list(x_of.values()),
        "showticklabels": False,
        "showgrid": True,
        "range": [-0.02, len(x_of) + 0.15],
    }
    return build_figure([bars, text_trace(heads, SMALL_TEXT)], row_height=31, x_axis=x_axis, y_axis=y_axis)


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
            labels.append(f"{row[f'share_{unit}']:.0%} of the {unit}")
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
    # The label beside the longest bar needs half the width: 150 px of the 300 on a phone.
    x_axis = {"visible": False, "range": [0, longest * 2]}
    return build_figure([bars], row_height=48, x_axis=x_axis, y_axis=y_axis)


def cell_of(mark: Sequence[str]) -> tuple[str, str]:
    """The codes of row and strength of a bar of the ladder, given as its customdata."""
    return mark[4], mark[5]


def _section_labels(sections: pd.DataFrame) -> Iterator[tuple[str, float, float]]:
    """Each section's heading up to its colon, above the section's first sentence."""
    for section, position in zip(sections["section"], sections["position"], strict=True):
        yield section.split(":")[0], position - 0.5, 1.05
