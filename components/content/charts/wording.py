"""The wording of topics: a row a topic, a column a meeting, and a disc with the number of sentences."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import TRANSPARENT, build_figure, packed
from components.content.text import citations, formatting
from data import queries
from data.queries import Meeting, Record, Topic

ROW, WIDE_ROW = 22, 26  # px
LABELS, MANY_LABELS = 0.9, 0.6  # width of the topics’ labels, as a share of that of few or many columns
HEADS, TURNED_HEADS = 62, 76  # px above the rows: three short lines, or one that is turned
FEW = 8  # columns whose heads need not be turned
GAP = 0.6  # columns between two series
SERIES_LINES = (1.0, 1.8)  # y of the names of series, in rows
SMALLEST, LARGEST, LARGEST_OF_MANY = 13.0, 20.0, 17.0  # px: discs, of few columns and of many
INK = palette.INK["light"]


class Columns(NamedTuple):
    """Where the columns are. at: x of each meeting, by meeting_id. right: of the last column's edge."""

    at: Mapping[str, float]
    right: float


def wording(
    cells: Sequence[Record],
    topics: Sequence[Topic],
    meetings: Sequence[Meeting],
    series: Mapping[str, str],
    wide: bool = False,
) -> go.Figure:
    """The figure. cells: rows of `queries.wording`. meetings: series by series, in the order of dates.

    series: label of each. A disc is full where a statement says it, hollow at a meeting that has only other
    kinds of text. The column of the coded statement is shaded, that of a meeting about one theme is hatched.
    A thin line runs from the first to the last disc of a topic in a series.
    """
    columns = _columns(meetings)
    turned = len(meetings) > FEW
    left = -(MANY_LABELS if turned else LABELS) * (columns.right + 0.5) - 0.5
    rows = {topic.topic: -index for index, topic in enumerate(topics)}
    held = {meeting.meeting_id: meeting for meeting in meetings}
    traces = [
        *_bands(meetings, columns, len(topics)),
        _spans(cells, rows, columns, held),
        _labels(cells, topics, rows, left),
        _discs(cells, topics, rows, columns, held, series),
    ]
    several = len(series) > 1
    if several:
        traces.append(_series_names(meetings, columns, series))
    x_axis = {
        "side": "top",
        "tickvals": [columns.at[meeting.meeting_id] for meeting in meetings],
        "ticktext": [_head(meeting, turned) for meeting in meetings],
        "tickangle": -90 if turned else 0,
        "showgrid": False,
        "range": [left, columns.right],
    }
    y_axis = {
        "visible": False,
        "range": [0.4 - len(topics), SERIES_LINES[1] + 0.6 if several else 0.6],
    }
    heads = TURNED_HEADS if turned else HEADS
    return build_figure(traces, WIDE_ROW if wide else ROW, x_axis, y_axis, ticks_height=heads)


def legend(meetings: Sequence[Meeting]) -> str:
    """How discs and columns look, in words."""
    words = ["A disc holds the number of sentences; under a date stands that of the whole meeting."]
    if any(meeting.coded for meeting in meetings):
        words.append("Shaded: the coded statement.")
    if not all(meeting.is_peer for meeting in meetings):
        words.append("Hollow: no statement, but a fact sheet or a memorandum.")
    if any(meeting.meeting_id == queries.OWN for meeting in meetings):
        words.append("Your text: unreviewed, found by pattern.")
    if any(meeting.narrow for meeting in meetings):
        words.append("Hatched: about one theme alone. A blank there does not mean that a topic was dropped.")
    return " ".join(words)


def topic_of(mark: Sequence[str]) -> tuple[str, str]:
    """The topic of a mark, and its meeting_id; "" for the mark of a whole row. The mark as its customdata."""
    return mark[3], mark[4]


def _columns(meetings: Sequence[Meeting]) -> Columns:
    at: dict[str, float] = {}
    x = 0.0
    for _, group in groupby(meetings, key=lambda meeting: meeting.series):
        for meeting in group:
            at[meeting.meeting_id] = x
            x += 1
        x += GAP
    return Columns(at, x - GAP - 0.5)


def _head(meeting: Meeting, turned: bool) -> str:
    """The month of a meeting and its number of sentences. A reader's own text has a name instead."""
    if meeting.meeting_id == queries.OWN:
        return "Your text" if turned else f"Your<br>text<br><b>{meeting.sentences}</b>"
    month, year = citations.month(meeting.end).split()
    if turned:
        return f"{month[:3]} {year}"
    return f"{month[:3]}<br>{year}<br><b>{meeting.sentences}</b>"


def _bands(meetings: Sequence[Meeting], columns: Columns, rows: int) -> list[dict]:
    """The shade of the coded statement's column, and the hatching of those about one theme."""
    bands = []
    lines = {"shape": "/", "fgcolor": palette.rgba(palette.NEUTRAL, 0.5), "size": 7}
    for wanted, colour, pattern in (
        ("coded", palette.rgba(palette.NEUTRAL, 0.2), {}),
        ("narrow", TRANSPARENT, lines),
    ):
        at = [columns.at[meeting.meeting_id] for meeting in meetings if getattr(meeting, wanted)]
        if at:
            bands.append(
                {
                    "type": "bar",
                    "x": at,
                    "y": [float(rows)] * len(at),
                    "base": [0.4 - rows] * len(at),
                    "width": 0.92,
                    "marker": {"color": colour, "line": {"width": 0}, "pattern": pattern},
                    "hoverinfo": "skip",
                }
            )
    return bands


def _spans(
    cells: Sequence[Record], rows: Mapping[str, int], columns: Columns, held: Mapping[str, Meeting]
) -> dict:
    """A line from the first to the last disc of each topic in each series."""
    x: list[float | None] = []
    y: list[int | None] = []
    by_series = groupby(cells, key=lambda cell: (cell["topic"], held[cell["meeting_id"]].series))
    for (topic, _), group in by_series:
        places = [columns.at[cell["meeting_id"]] for cell in group]
        x += [places[0], places[-1], None]
        y += [rows[topic], rows[topic], None]
    line = {"color": palette.NEUTRAL, "width": 1}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _labels(cells: Sequence[Record], topics: Sequence[Topic], rows: Mapping[str, int], left: float) -> dict:
    """The names of the topics. The place of a name is a mark that stands for the whole row."""
    ids = {
        topic: ";".join(cell["passage_ids"] for cell in group)
        for topic, group in groupby(cells, key=lambda cell: cell["topic"])
    }
    counts = {topic: len(joined.split(";")) for topic, joined in ids.items()}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [left] * len(topics),
        "x": [-0.5 - left] * len(topics),
        "y": [rows[topic.topic] for topic in topics],
        "width": 0.92,  # as of the bands
        "marker": {"color": TRANSPARENT},
        "text": [topic.label for topic in topics],
        "textposition": "inside",
        "insidetextanchor": "start",
        "insidetextfont": {"color": INK},
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [
            (
                packed(ids.get(topic.topic, "")),
                topic.label,
                formatting.plural(counts.get(topic.topic, 0), "sentence"),
                topic.topic,
                "",
            )
            for topic in topics
        ],
        "hovertemplate": "%{customdata[1]}: %{customdata[2]}<extra></extra>",
    }


def _discs(
    cells: Sequence[Record],
    topics: Sequence[Topic],
    rows: Mapping[str, int],
    columns: Columns,
    held: Mapping[str, Meeting],
    series: Mapping[str, str],
) -> dict:
    labels = {topic.topic: topic.label for topic in topics}
    full = [held[cell["meeting_id"]].is_peer for cell in cells]
    ground = palette.GROUND["light"]
    largest = LARGEST if len(held) <= FEW else LARGEST_OF_MANY
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [columns.at[cell["meeting_id"]] for cell in cells],
        "y": [rows[cell["topic"]] for cell in cells],
        "marker": {
            "size": [min(SMALLEST + 1.5 * cell["count"] ** 0.5, largest) for cell in cells],
            "color": [INK if is_full else ground for is_full in full],
            "opacity": 1,
            "line": {"color": INK, "width": 1.2},
        },
        "text": [str(cell["count"]) for cell in cells],
        "textposition": "middle center",
        "textfont": {"color": [ground if is_full else INK for is_full in full]},
        "cliponaxis": False,
        "customdata": [
            (
                packed(cell["passage_ids"]),
                labels[cell["topic"]],
                f"{_when(held[cell['meeting_id']], series)}, {formatting.plural(cell['count'], 'sentence')}",
                cell["topic"],
                cell["meeting_id"],
            )
            for cell in cells
        ],
        "hovertemplate": "%{customdata[1]}: %{customdata[2]}<extra></extra>",
    }


def _when(meeting: Meeting, series: Mapping[str, str]) -> str:
    """The month of a meeting, after its series where several are drawn."""
    name = f"{series[meeting.series]}, " if len(series) > 1 else ""
    return name + citations.when(meeting)


def _series_names(meetings: Sequence[Meeting], columns: Columns, series: Mapping[str, str]) -> dict:
    first = {meeting.series: columns.at[meeting.meeting_id] for meeting in reversed(meetings)}
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x - 0.5 for x in first.values()],
        # In turn on two lines: a long name is wider than the columns of its series.
        "y": [SERIES_LINES[number % 2] for number in range(len(first))],
        "text": [f"<b>{series[name]}</b>" for name in first],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
