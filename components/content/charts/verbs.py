"""The words that carry the commitments: a bar a word, as long as the commitments that it carries."""

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import build_figure
from components.content.text import formatting
from data.queries import joined, records

MOST_WORDS = 7  # that have a bar of their own
ROW_HEIGHT = 28  # px
INK = palette.INK["light"]


def verbs(table: pd.DataFrame) -> go.Figure:
    """The words that carry several commitments, and in a pale bar all others; of words that carry one each
    the first ones. `table` as from `queries.verbs`."""
    several = int((table["count"] > 1).sum())
    own = min(several or len(table), MOST_WORDS)
    if len(table) - own == 1:
        own += 1  # a bar for all others would be the bar of one word
    rows = [
        (row["verb"], row["count"], f"{row['count']}", row["passage_ids"], row["forms"])
        for row in records(table.head(own))
    ]
    others = table.iloc[own:]
    if len(others):
        count = int(others["count"].sum())
        ids = joined(";".join(others["passage_ids"]).split(";"))
        forms = ", ".join(others["forms"])
        rows.append(("others", count, f"{count}, in {len(others)} words", ids, forms))
    shades = [0.85] * own + [0.3] * (len(rows) - own)
    counts = [count for _, count, *_ in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": [-index for index in range(len(rows))],
        "width": 0.62,
        "marker": {"color": [palette.rgba(INK, shade) for shade in shades]},
        "text": [label for _, _, label, *_ in rows],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [
            (ids, verb, formatting.plural(count, "commitment"), forms) for verb, count, _, ids, forms in rows
        ],
        "hovertemplate": "%{customdata[1]}: %{customdata[2]}<br>%{customdata[3]}<extra></extra>",
    }
    y_axis = {
        "tickvals": [-index for index in range(len(rows))],
        "ticktext": [f"{verb}\u2002" for verb, *_ in rows],
        "showgrid": False,
        "range": [0.4 - len(rows), 0.6],
    }
    # The words beside the longest bar need half of the width on the narrowest page.
    x_axis = {"visible": False, "range": [0, max(counts) * 2.2]}
    return build_figure([bars], ROW_HEIGHT, x_axis, y_axis)
