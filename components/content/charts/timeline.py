"""Dates on one rail."""

import datetime
import math

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import STEADY, figure, stacked, write
from components.content.text import formatting
from data.queries import Code, Codes, records

SCREEN = 155  # letters that a slide has room for in a line
AFTER = "after"  # the look of what is no date of the statement


def timeline(dates: pd.DataFrame, kinds: Codes, middle: datetime.date, wide: bool = False) -> go.Figure:
    """Dates on one rail, a row a date, with `middle` (the day of the statement) marked.
    `wide` writes each on one line beside the rail, which takes a screen's width.

    `dates` as from `queries.dates`. The rail's scale is logarithmic both ways from the
    middle, so that days beside it and decades away from it can both be read.
    """
    here = pd.Timestamp(middle)
    starts = dates["start"].map(lambda day: _rail(day, here))
    ends = dates["end"].map(lambda day: math.nan if pd.isna(day) else _rail(day, here))
    low, high = min(starts.min(), 0) - 0.15, max(starts.max(), *ends.dropna(), 0) + 0.35
    rows = [-row for row in range(len(dates))]
    colours = list(dates["kind"].map(palette.colours(kinds)))
    behind = list(zip(dates["passage_id"], dates["date_id"], dates["label"], strict=True))
    click = {"customdata": behind, "hovertemplate": "%{customdata[2]}<extra></extra>"}
    spans = {
        "type": "bar",
        **STEADY,
        **click,
        "orientation": "h",
        "base": list(starts),
        "x": list(ends.fillna(high) - starts),
        "y": rows,
        "width": 0.1,
        "marker": {
            "color": colours,
            "line": {"width": 0},
            # A span without a stated end is broken into dashes.
            "pattern": {
                "shape": ["|" if pd.isna(end) else "" for end in ends],
                "fillmode": "replace",
                "size": 9,
            },
        },
    }
    marks = {
        "type": "scatter",
        **STEADY,
        **click,
        "mode": "markers",
        "y": rows,
        "x": list(ends.where(dates["kind"] == "deadline", starts).fillna(starts)),
        "marker": {
            "symbol": [palette.DATE_MARKS.get(kind, "circle-open") for kind in dates["kind"]],
            "color": colours,
            "size": 14,
            "opacity": 1,
            "line": {"color": colours, "width": 2},  # for the open ones, which have nothing else
        },
    }
    texts = _words(dates, kinds, wide)
    left = low - _beside(texts) * (high - low) if wide else low
    lines = max(text.count("<br>") + 1 for text in texts)
    words = write(zip(texts, [left] * len(dates), [row + 0.15 for row in rows], strict=True))
    years = _ticks(dates, here)
    x = {
        "range": [left, high],
        "showgrid": False,
        "side": "top",
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": palette.NEUTRAL,
        "tickangle": 0,
        "tickvals": [_rail(day, here) for day in years.values()],
        "ticktext": list(years),
    }
    y = {"range": [0.6 - len(dates), 0.85], "tickvals": rows, "showticklabels": False, "showgrid": True}
    fig = figure([spans, marks, words], row=20 + 18 * lines, ticks=32, x=x, y=y)
    return fig.add_vline(0, line_width=1, line_dash="dot", line_color=palette.NEUTRAL)


def followed(outcomes: pd.DataFrame, middle: datetime.date, wide: bool = False) -> go.Figure:
    """What followed, on a rail of its own that starts at `middle`. `outcomes` as from `queries.outcomes`."""
    kinds = {AFTER: Code("After the statement", "", palette.NEUTRAL, "")}
    dates = outcomes.rename(columns={"follows": "label", "outcome_id": "date_id"})
    # A month that the statement was made in is shown by its last day: what followed came after.
    known = outcomes["precision"] == "day"
    days = outcomes["date"].where(known, outcomes["date"] + pd.offsets.MonthEnd(0))
    dates = dates.assign(start=days, end=days, kind=AFTER, implied=False, passage_id=dates["passage_ids"])
    return timeline(dates, kinds, middle, wide)


def _words(dates: pd.DataFrame, kinds: Codes, wide: bool) -> list[str]:
    """Date and kind over the label of each row; a date that the text does not print is called implied."""
    words = []
    for row in records(dates):
        when = formatting.dated(row)
        kind = kinds[row["kind"]].label.lower() + (", implied" if row["implied"] else "")
        if wide:
            words.append(f"<b>{when}</b>  ·  {kind}  ·  {row['label']}")
        else:
            words.append(stacked(when, kind, row["label"]))
    return words


def _beside(texts: list[str]) -> float:
    """The width of a column of words, one line each, as a multiple of what it leaves for the rail."""
    share = min(max(map(len, texts), default=0) / SCREEN, 0.65)
    return share / (1 - share)


def _rail(day: pd.Timestamp, middle: pd.Timestamp) -> float:
    """Where a day stands on the rail: 0 in the middle, then the logarithm of its distance in months."""
    months = (day - middle).days / 30.44
    return math.copysign(math.log1p(abs(months)), months)


def _ticks(dates: pd.DataFrame, middle: pd.Timestamp) -> dict[str, pd.Timestamp]:
    """Round years as far as the dates reach, by label, and the middle as its year."""
    first, last = dates["start"].min(), dates["end"].fillna(dates["start"]).max()
    away = [-70, -20, -3, 1, 3, 10, 30]
    years = [round(middle.year + step, -1) if abs(step) > 9 else middle.year + step for step in away]
    inside = [year for year in years if first.year <= year <= last.year]
    days = {year: pd.Timestamp(year, 1, 1) for year in inside} | {middle.year: middle}
    return {str(year): days[year] for year in sorted(days)}
