"""Dates on a time axis: those that the statement names, and what followed it."""

import datetime
import math

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import build_figure, row_label, text_trace
from components.content.text import formatting
from data.queries import Code, Codes, records

LETTERS_ON_SLIDE = 155  # fit on one line of a slide
AFTER = "after"  # the kind of a date that is not the statement's; see palette.DATE_MARKS


def timeline(dates: pd.DataFrame, kinds: Codes, middle: datetime.date, wide: bool = False) -> go.Figure:
    """Dates on one time axis, a row per date, with a line at `middle`, the day of the statement.

    `dates` as from `queries.dates`. wide: each date's text is one line left of the axis, for a slide;
    otherwise it is above the date's mark. The axis is logarithmic in both directions from the middle,
    so that both days close to it and decades away from it can be read.
    """
    origin = pd.Timestamp(middle)
    starts = dates["start"].map(lambda day: _axis_position(day, origin))
    ends = dates["end"].map(lambda day: math.nan if pd.isna(day) else _axis_position(day, origin))
    low = min(starts.min(), 0) - 0.15
    high = max(starts.max(), *ends.dropna(), 0) + 0.35
    rows = [-row for row in range(len(dates))]
    colours = list(dates["kind"].map(palette.colours(kinds)))
    days = [f"{formatting.dated(row)}, {kinds[row['kind']].label.lower()}" for row in records(dates)]
    click = {
        "customdata": list(zip(dates["passage_id"], dates["date_id"], dates["label"], days, strict=True)),
        "hovertemplate": "%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
    }
    spans = {
        "type": "bar",
        **click,
        "orientation": "h",
        "base": list(starts),
        "x": list(ends.fillna(high) - starts),
        "y": rows,
        "width": 0.1,
        "marker": {
            "color": colours,
            "line": {"width": 0},
            # A span without a stated end is drawn as dashes.
            "pattern": {
                "shape": ["|" if pd.isna(end) else "" for end in ends],
                "fillmode": "replace",
                "size": 9,
            },
        },
    }
    marks = {
        "type": "scatter",
        **click,
        "mode": "markers",
        "y": rows,
        # A deadline is marked at its end, any other date at its start.
        "x": list(ends.where(dates["kind"] == "deadline", starts).fillna(starts)),
        "marker": {
            "symbol": [palette.DATE_MARKS.get(kind, "circle-open") for kind in dates["kind"]],
            "color": colours,
            "size": 14,
            "opacity": 1,
            "line": {"color": colours, "width": 2},  # open symbols consist of this line alone
        },
    }
    labels = _labels(dates, kinds, wide)
    left = low - _label_width(labels) * (high - low) if wide else low
    lines = max(label.count("<br>") + 1 for label in labels)
    text = text_trace((label, left, row + 0.15) for label, row in zip(labels, rows, strict=True))
    years = _year_ticks(dates, origin)
    x_axis = {
        "range": [left, high],
        "showgrid": False,
        "side": "top",
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": palette.NEUTRAL,
        "tickangle": 0,
        "tickvals": [_axis_position(day, origin) for day in years.values()],
        "ticktext": list(years),
    }
    y_axis = {
        "range": [0.6 - len(dates), 0.85],
        "tickvals": rows,
        "showticklabels": False,
        "showgrid": True,
    }
    fig = build_figure(
        [spans, marks, text], row_height=20 + 18 * lines, x_axis=x_axis, y_axis=y_axis, ticks_height=32
    )
    return fig.add_vline(0, line_width=1, line_dash="dot", line_color=palette.NEUTRAL)


def followed(outcomes: pd.DataFrame, middle: datetime.date, wide: bool = False) -> go.Figure:
    """What followed, drawn as `timeline` draws dates. `outcomes` as from `queries.outcomes`."""
    kinds = {AFTER: Code("After the statement", "", palette.NEUTRAL, "")}
    # Where only the month is known, its last day stands for it: the first may be before the statement.
    day_known = outcomes["precision"] == "day"
    days = outcomes["date"].where(day_known, outcomes["date"] + pd.offsets.MonthEnd(0))
    dates = outcomes.rename(columns={"follows": "label", "outcome_id": "date_id"})
    dates = dates.assign(start=days, end=days, kind=AFTER, implied=False, passage_id=dates["passage_ids"])
    return timeline(dates, kinds, middle, wide)


def _labels(dates: pd.DataFrame, kinds: Codes, wide: bool) -> list[str]:
    """The label of each row as HTML: date, kind and title. A date that the text does not print is called
    implied."""
    labels = []
    for row in records(dates):
        when = formatting.dated(row)
        kind = kinds[row["kind"]].label.lower() + (", implied" if row["implied"] else "")
        if wide:
            labels.append(f"<b>{when}</b>  ·  {kind}  ·  {row['label']}")
        else:
            labels.append(row_label(when, kind, row["label"]))
    return labels


def _label_width(labels: list[str]) -> float:
    """The width of a column of labels, one line each, as a multiple of the axis beside it."""
    longest = max((len(label) for label in labels), default=0)
    share = min(longest / LETTERS_ON_SLIDE, 0.65)
    return share / (1 - share)


def _axis_position(day: pd.Timestamp, middle: pd.Timestamp) -> float:
    """Where a day is on the axis: 0 in the middle, then the logarithm of its distance in months."""
    months = (day - middle).days / 30.44
    return math.copysign(math.log1p(abs(months)), months)


def _year_ticks(dates: pd.DataFrame, middle: pd.Timestamp) -> dict[str, pd.Timestamp]:
    """The axis ticks as {year: day}: round years within the dates, and the middle for its own year."""
    first = dates["start"].min().year
    last = dates["end"].fillna(dates["start"]).max().year
    ticks = {middle.year: middle}
    for distance in (-70, -20, -3, 1, 3, 10, 30):
        year = middle.year + distance
        if abs(distance) > 9:
            year = round(year, -1)
        if first <= year <= last and year != middle.year:
            ticks[year] = pd.Timestamp(year, 1, 1)
    return {str(year): ticks[year] for year in sorted(ticks)}
