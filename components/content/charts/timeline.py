"""Dates on a time axis of panels: those that the statement names, and what followed it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import build_figure, line_shape, text_trace
from components.content.charts.time_axis import TimeAxis
from components.content.text import formatting, measure
from data.queries import Codes, Record, records

DEADLINE = "deadline"  # the kind that is marked at its end
MARK, BAR = 11, 3  # px: the size of a mark, the thickness of a span
INK = palette.INK["light"]
QUIET = palette.rgba(INK, 0.72)  # of small words
LETTER = 0.45  # of a letter's size, its width on average
OWN_YEAR, OWN_YEAR_AMONG_LATER = 0.34, 0.026  # how wide the statement's year is: see TimeAxis.of


@dataclass(frozen=True)
class Look:
    """How lines are laid out.

    text, line: px, the size of words and the height of a line of them. width: px, the narrowest figure in
    which all words have room. letters: on a line of words below their mark; 0: words are beside it.
    left: where panels begin, as a share of the width. rows: px, the least and the largest height of a row.
    """

    text: int
    line: int
    width: int
    letters: int
    left: float
    rows: tuple[int, int]


PAGE = Look(13, 17, 930, 0, 0.1, (22, 30))
SLIDE = Look(16, 21, 1216, 0, 0.1, (24, 44))
NARROW = Look(13, 17, 280, 43, 0, (24, 24))
SLIDE_HEIGHT = 445  # px for the rows of a slide


def timeline(
    dates: pd.DataFrame,
    kinds: Codes,
    middle: datetime.date,
    look: Look = PAGE,
    groups: bool = True,
    in_all: Mapping[str, int] | None = None,
) -> go.Figure:
    """Dates on an axis of panels, with a line at `middle`, the day of the statement.

    `dates` as from `queries.dates`. Dates of the same days and kind share a row and a mark, whose shape is
    its kind (palette.DATE_MARKS): hollow where all of them are implied, with a bar to its end or, without an
    end, to an arrowhead at the edge. groups: put what is behind the statement, running and ahead under heads;
    without them every date has a row of its own with its kind in words, and the later years have more of the
    axis. in_all: the number of dates by the column `lies`, for the heads, where only some are drawn.
    """
    day = pd.Timestamp(middle)
    own_year = OWN_YEAR if groups else OWN_YEAR_AMONG_LATER
    axis = TimeAxis.of([*dates["start"], *dates["end"].dropna()], day, look.left, own_year)
    canvas = _Canvas(look, axis)
    rows = _grouped(dates, shared=groups)
    heads = {name: sum(len(row.dates) for row in rows if row.group == name) for name in _GROUPS}
    if look.text == SLIDE.text:
        canvas.row_height = min(max(SLIDE_HEIGHT // max(len(rows), 1), look.rows[0]), look.rows[1])
    canvas.ticks(day, f"{formatting.day(middle)}, the statement")
    group = ""
    for row in rows:
        if groups and row.group != group:
            canvas.head(f"{_GROUPS[row.group]} {(in_all or heads)[row.group]}")
            group = row.group
        canvas.row(row, kinds, with_kind=not groups)
    canvas.key([kind for kind in kinds if kind in set(dates["kind"])], kinds, dates)
    return canvas.figure(day)


def followed(outcomes: pd.DataFrame, relations: Codes, middle: datetime.date, look: Look = PAGE) -> go.Figure:
    """What followed, drawn as `timeline` draws dates, with the shape of its relation.

    `outcomes` as from `queries.outcomes`, with a column label: the words beside the mark.
    """
    # Where only the month is known, its last day stands for it: the first may be before the statement.
    day_known = outcomes["precision"] == "day"
    days = outcomes["date"].where(day_known, outcomes["date"] + pd.offsets.MonthEnd(0))
    dates = outcomes.drop(columns="passage_id").rename(
        columns={"outcome_id": "date_id", "passage_ids": "passage_id", "relation": "kind"}
    )
    dates = dates.assign(start=days, end=days, implied=False, lies="ahead")
    dates = dates.sort_values("start", kind="stable")
    return timeline(dates, relations, middle, replace(look, left=0), groups=False)


# How dates lie to the statement, as in the column `lies`, and the words for it.
_GROUPS = {"behind": "Earlier", "running": "Under way", "ahead": "Ahead"}


class _Row(NamedTuple):
    """Dates that share a row. end: None without a stated one. group: one of _GROUPS."""

    start: pd.Timestamp
    end: pd.Timestamp | None
    kind: str
    group: str
    dates: list[Record]

    @property
    def implied(self) -> bool:
        return all(date["implied"] for date in self.dates)


def _grouped(dates: pd.DataFrame, shared: bool) -> list[_Row]:
    """The rows, what is behind the statement first; in each group the earliest first. shared: dates of the
    same days and kind share a row."""
    rows: dict[tuple, list[Record]] = {}
    for date in records(dates):
        end: pd.Timestamp | None = None if pd.isna(date["end"]) else date["end"]
        own = "" if shared else date["date_id"]
        rows.setdefault((date["start"], end, date["kind"], own), []).append(date)
    grouped = [
        _Row(start, end, kind, members[0]["lies"], members) for (start, end, kind, _), members in rows.items()
    ]
    return sorted(grouped, key=lambda row: list(_GROUPS).index(row.group))


@dataclass
class _Canvas:
    """Rows drawn from the top down. y is in px below the top, x a share of the width."""

    look: Look
    axis: TimeAxis
    row_height: int = 0
    y: float = 0
    words: list = field(default_factory=list)  # (text, x, y, position)
    quiet: list = field(default_factory=list)
    separators: list = field(default_factory=list)  # y
    bars: list = field(default_factory=list)  # (start, end, y, customdata)
    marks: list = field(default_factory=list)  # (x, y, symbol, customdata)
    ends: list = field(default_factory=list)  # (x, y, symbol): arrowheads and bar-stops
    keys: list = field(default_factory=list)  # (x, y, symbol)
    gaps: list = field(default_factory=list)  # (from, to): y of words across the line of the statement
    ticks_at: list = field(default_factory=list)  # x
    day_x: float = 0
    top: float = 0

    def __post_init__(self) -> None:
        self.row_height = self.look.rows[0]

    def share(self, letters: int) -> float:
        """How much of the width so many letters take, at most. Letters as `measure` counts them."""
        return letters * self.look.text * LETTER / self.look.width

    def ticks(self, day: pd.Timestamp, words: str) -> None:
        """The years at the top, with the words of the statement's line above them."""
        self.day_x = x = self.axis.at(day)
        side = "right" if x + self.share(measure.width(words)) < 1 else "left"
        self.words.append((f"<b>{words}</b>", x, self.look.line / 2, f"middle {side}"))
        self.y = self.look.line + 2
        for panel in self.axis.panels:
            last = -1.0
            for year in range(panel.start.year, panel.end.year):
                x = panel.at(pd.Timestamp(year, 1, 1))
                first = year == panel.start.year
                # A panel's other years have a label where there is room for it, decades first of all.
                room = x - last > self.share(7) and panel.right - x > self.share(4)
                if first or (room and (panel.end.year - panel.start.year < 12 or year % 20 == 0)):
                    self.quiet.append((f"{year}", x, self.y + self.look.line / 2, "middle right"))
                    self.ticks_at.append(x)
                    last = x
        self.y += self.look.line + 2
        self.top = self.y
        self.y += 3

    def head(self, words: str) -> None:
        """The head of a group: at the left of its first row or, with words below marks, above it."""
        self.separators.append(self.y)
        text = f"<b>{words}</b>"
        if self.look.letters:
            self.words.append((text, 0, self.y + 13, "middle right"))
            self.y += 24
        else:
            self.words.append((text, 0, self.y + self.row_height / 2, "middle right"))

    def row(self, row: _Row, kinds: Codes, with_kind: bool) -> None:
        """A row with its marks and words. with_kind: the kind stands before the words, as the shape alone may
        be overlooked."""
        below = bool(self.look.letters)
        middle = self.y + (10 if below else self.row_height / 2 - 1)
        first = row.dates[0]
        when = formatting.dated(first)
        what = "; ".join(date["label"] for date in row.dates)
        kind = kinds[row.kind].label.lower() + (", implied" if row.implied else "")
        ids = ";".join(dict.fromkeys(date["passage_id"] for date in row.dates))
        carried = [ids, ";".join(date["date_id"] for date in row.dates), what, f"{when}, {kind}"]
        what = f"{kinds[row.kind].label}: {what}" if with_kind else what
        start = self.axis.at(row.start)
        end = 0.995 if row.end is None else self.axis.at(row.end)
        at = end if row.kind == DEADLINE and row.end is not None else start
        spans = end - start > 0.012
        if spans:
            level = middle if below else middle + MARK / 2 + 3
            self.bars.append((start, end, level, carried))
            if row.end is None:
                self.ends.append((end, level, "triangle-right"))
            elif row.kind == DEADLINE:
                self.ends.append((end, level, "line-ns-open"))
        symbol = palette.DATE_MARKS.get(row.kind, "circle")
        hollow = row.implied and not symbol.endswith("-open")
        self.marks.append((at, middle, symbol + "-open" if hollow else symbol, carried))
        if below:
            text = "<br>".join(measure.wrapped(f"{when}  {what}", self.look.letters))
            text = text.replace(when, f"<b>{when}</b>", 1)
            self.words.append((text, 0, self.y + 18, "bottom right"))
            self.gaps.append((self.y + 18, self.y + 22 + self.look.line * (text.count("<br>") + 1)))
            self.y += 18 + self.look.line * (text.count("<br>") + 1) + 10
        else:
            self._beside(when, what, at, middle, spans)
            self.y += self.row_height

    def _beside(self, when: str, what: str, at: float, middle: float, spans: bool) -> None:
        """Words right of a mark or, without room there, left of it; on the side with more room, cut, if
        there is room on neither. Words that would cross the line of the statement are left if they fit, but
        not those of a span, which stand over it."""
        mark = (MARK / 2 + 4) / self.look.width
        right, left = 1 - at - mark, at - mark - self.look.left
        needed = self.share(measure.width(when) + measure.width(what) + 3)
        crossing = not spans and at < self.day_x < at + mark + needed
        is_right = needed > left and right >= left if crossing else needed <= right or right >= left
        room = right if is_right else left
        start = at if is_right else at - mark - needed
        if start < self.day_x < start + mark + needed:
            self.gaps.append((middle - self.look.text / 2 - 2, middle + self.look.text / 2 + 2))
        if needed > room:
            letters = int(measure.width(what) * room / needed) - 4
            what = measure.shortened(what, max(letters, 12))
        text, x = f"<b>{when}</b>  {what}", at + mark if is_right else at - mark
        self.words.append((text, x, middle, f"middle {'right' if is_right else 'left'}"))

    def key(self, shown: list[str], kinds: Codes, dates: pd.DataFrame) -> None:
        """What the shapes stand for, in a line below the rows, or in several where words are below marks."""
        entries = [(kinds[kind].label.lower(), palette.DATE_MARKS.get(kind, "circle")) for kind in shown]
        if len(entries) < 2:
            return
        if dates["implied"].any():
            entries.append(("hollow: implied", "circle-open"))
        if dates["end"].isna().any():
            entries.append(("no stated end", "triangle-right"))
        self.separators.append(self.y + 3)
        self.y += 6
        x = 0.0
        for label, symbol in entries:
            width = self.share(measure.width(label) + 5)
            if x + width > 1:
                x, self.y = 0.0, self.y + self.look.line + 2
            middle = self.y + self.look.line / 2
            mark = (MARK / 2 + 1) / self.look.width
            self.keys.append((x + mark, middle, symbol))
            self.quiet.append((label, x + 2.4 * mark, middle, "middle right"))
            x += width
        self.y += self.look.line + 2

    def figure(self, day: pd.Timestamp) -> go.Figure:
        click = {"hovertemplate": "%{customdata[2]}<br>%{customdata[3]}<extra></extra>", "cliponaxis": False}
        spans = {
            "type": "bar",
            **click,
            "orientation": "h",
            "base": [start for start, *_ in self.bars],
            "x": [end - start for start, end, *_ in self.bars],
            "y": [-bar[2] for bar in self.bars],
            "width": BAR,
            "marker": {"color": palette.rgba(INK, 0.45), "line": {"width": 0}},
            "customdata": [bar[3] for bar in self.bars],
        }
        marks = _symbols(self.marks) | click | {"customdata": [mark[3] for mark in self.marks]}
        traces = [spans, marks, _symbols(self.ends + self.keys) | {"hoverinfo": "skip"}]
        for labels, colour in ((self.words, INK), (self.quiet, QUIET)):
            trace = text_trace(((text, x, -y) for text, x, y, _ in labels), self.look.text)
            font = {"size": self.look.text, "color": colour}
            traces.append(trace | {"textposition": [place for *_, place in labels], "textfont": font})
        fig = build_figure(
            [trace for trace in traces if trace["y"]],
            row_height=1,
            x_axis={"visible": False, "range": [0, 1]},
            y_axis={"visible": False, "range": [-self.y, 0]},
        )
        bottom = self.marks[-1][1] + self.row_height / 2 if self.marks else self.y
        fig.layout.font.size = self.look.text
        fig.layout.shapes = [*self._panels(bottom), *self._months(day.year), *self._lines(day, bottom)]
        return fig

    def _panels(self, bottom: float) -> list[dict]:
        """A pale ground for each panel, so that the breaks between them are seen."""
        fill = palette.rgba(INK, 0.045)
        return [
            {
                "type": "rect",
                "x0": panel.left,
                "x1": panel.right,
                "y0": -self.top,
                "y1": -bottom,
                "fillcolor": fill,
                "line": {"width": 0},
                "layer": "below",
            }
            for panel in self.axis.panels
        ]

    def _months(self, year: int) -> list[dict]:
        """A short line where each month of the statement's year begins, a longer one where a year does."""
        months = [self.axis.at(pd.Timestamp(year, month, 1)) for month in range(2, 13)]
        lines = [
            (x, -self.top + up, x, -self.top - 4)
            for up, positions in ((0, months), (8, self.ticks_at))
            for x in positions
        ]
        return line_shape(lines, {"color": palette.NEUTRAL, "width": 1})

    def _lines(self, day: pd.Timestamp, bottom: float) -> list[dict]:
        """The line of the statement, which leaves out words, and those between groups."""
        starts, ends = [start for start, _ in self.gaps], [end for _, end in self.gaps]
        x = self.axis.at(day)
        pieces = zip([0, *ends], [*starts, bottom], strict=True)
        statement = [(x, -start, x, -end) for start, end in pieces if end > start]
        separators = [(0, -y, 1, -y) for y in self.separators]
        thin = {"color": palette.rgba(palette.NEUTRAL, 0.45), "width": 1}
        return [
            *line_shape(statement, {"color": INK, "width": 1.5, "dash": "dot"}),
            *line_shape(separators, thin, "below"),
        ]


def _symbols(points: list) -> dict:
    """A trace of symbols in ink, each (x, y, symbol, ...)."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point[0] for point in points],
        "y": [-point[1] for point in points],
        "marker": {
            "symbol": [point[2] for point in points],
            "color": INK,
            "size": MARK,
            "opacity": 1,
            "line": {"color": INK, "width": 1.5},  # open symbols consist of this line alone
        },
        "cliponaxis": False,
    }
