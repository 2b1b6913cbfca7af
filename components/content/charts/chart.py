"""A chart: title, figure, table and summary of a view, the same on pages, on slides and in documents."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.content.charts.figure import enlarge
from components.content.text import descriptions, formatting, measure
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection, View

CAPTION_LETTERS = 165  # on a line below a downloaded picture
DIGITS = 5  # after the point, in what the browser gets


class Caption(NamedTuple):
    """What the downloaded picture of a chart holds beside its figure, and the name of its file without
    ending. The page shows the same words as text of its own. source: how marks look, and the source, in lines
    parted by `<br>`."""

    title: str
    subtitle: str
    source: str
    file_name: str


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart of the statement.

    title: names what is drawn. finding: makes the sentence above the picture from a view; "" where nothing
    stands out. page: the page that shows it. link: the parameters that select it on that page.
    alt: what is drawn, for readers who cannot see it.
    legend: makes the words that say how marks look; "" where the picture says it itself.
    table: makes the chart's table from a view, a row per mark, with the column passage_ids.
    summary: makes sentences that say what the chart shows of a view.
    draw: makes the figure from a view and `wide` (False for a page, True for a slide). None for a chart
    that is text alone: its summary.
    draw_narrow: makes the figure that a page shows instead in a narrow window and on paper (figure.js
    chooses). None where one figure suits all widths.
    source: makes the line under the chart; None if the source is the statement.
    filtered: whether the shared filters change it. by_actor: whether the filter by actor is one of them.
    fit: reduces a view to what fits on a slide. opening: makes the view that its page opens with; None
    where the page shows the chart only to those who ask for it.
    """

    name: str
    page: str
    title: str
    alt: str
    table: Callable[[View], pd.DataFrame]
    summary: Callable[[View], list[str]]
    draw: Callable[[View, bool], go.Figure] | None = None
    draw_narrow: Callable[[View], go.Figure] | None = None
    finding: Callable[[View], str] = lambda view: ""
    legend: Callable[[View], str] = lambda view: ""
    link: Mapping[str, str] = field(default_factory=dict)
    source: Callable[[Dataset], str] | None = None
    filtered: bool = True
    by_actor: bool = True
    fit: Callable[[View], View] = lambda view: view
    opening: Callable[[View], View] | None = lambda view: view

    def figure(self, view: View, height: int | None = None) -> go.Figure:
        """The figure of a view. height: in px, for a slide; None for a page.

        The view must not be empty for this chart, and the chart must have a figure.
        """
        return _figure(self._drawn(view), self, height)

    def heading(self, view: View) -> str:
        """What stands above the picture of a view: its finding, or the chart's title."""
        return _heading(view, self)

    def describe(self, view: View) -> str:
        """What the chart draws, and its summary, in words."""
        return _description(view, self)

    def spec(self, view: View, height: int | None = None) -> dict[str, Any]:
        """The figure as plain JSON: data and layout, as the browser gets it, and marks. Arguments as of
        `figure`."""
        return _spec(self._drawn(view), self, height)

    def narrow_spec(self, view: View) -> dict[str, Any] | None:
        """The figure for narrow windows as plain JSON; None for a chart with one figure for all widths."""
        return _narrow_spec(self._drawn(view), self) if self.draw_narrow else None

    def _drawn(self, view: View) -> View:
        """The view that is drawn; the whole statement for a chart that no filter changes."""
        return view if self.filtered else queries.select(view.whole, Selection())

    def caption(self, view: View) -> Caption:
        """The words that a picture of the chart holds."""
        return _caption(view, self)

    def empty(self, view: View) -> bool:
        """Whether the view has nothing that this chart could show."""
        return self.filtered and _empty(view, self)

    def lines(self, view: View) -> list[str]:
        """The summary of a view; no sentence for an empty one."""
        return [] if self.empty(view) else self.summary(view)

    def left_out(self, view: View) -> str:
        """A sentence about the marks that do not fit on a slide; empty if all do."""
        all_marks, fitting = len(self.table(view)), len(self.table(self.fit(view)))
        return formatting.left_out(fitting, all_marks)

    def credit(self, ds: Dataset) -> str:
        """The line under the chart that names its source."""
        if self.source:
            return self.source(ds)
        day = formatting.day(ds.statement.date)
        return f"Source: {ds.statement.title}, {day}; coded by {ds.about.author}."


@queries.cached
def _empty(view: View, chart: Chart) -> bool:
    return chart.table(view).empty


@queries.cached
def _heading(view: View, chart: Chart) -> str:
    return (not chart.empty(view) and chart.finding(view)) or chart.title


@queries.cached
def _description(view: View, chart: Chart) -> str:
    return " ".join([chart.alt, *map(descriptions.plain, chart.lines(view))])


@queries.cached
def _figure(view: View, chart: Chart, height: int | None) -> go.Figure:
    assert chart.draw is not None, f"{chart.name} has no figure"
    return enlarge(chart.draw(chart.fit(view), True), height) if height else chart.draw(view, False)


@queries.cached
def _spec(view: View, chart: Chart, height: int | None) -> dict[str, Any]:
    return _plain(chart.figure(view, height))


@queries.cached
def _narrow_spec(view: View, chart: Chart) -> dict[str, Any]:
    assert chart.draw_narrow is not None, f"{chart.name} has one figure for all widths"
    return _plain(chart.draw_narrow(view))


def _plain(fig: go.Figure) -> dict[str, Any]:
    """A figure as plain JSON, its numbers rounded, so that the browser gets fewer bytes.

    Added are `marks`: the customdata of each trace. In the traces themselves a number takes the place of a
    mark's passages, unless hovering shows them: the browser does not need them, and they are a third of the
    picture of Wording. Marks that are the same have the same number.
    """
    spec: dict[str, Any] = json.loads(fig.to_json(), parse_float=lambda digits: round(float(digits), DIGITS))
    spec["marks"] = [trace.get("customdata", []) for trace in spec["data"]]
    numbers: dict[str, int] = {}
    for trace, marks in zip(spec["data"], spec["marks"], strict=True):
        if marks and "customdata[0]" not in trace["hovertemplate"]:
            trace["customdata"] = [
                mark and [numbers.setdefault(json.dumps(mark), len(numbers)), *mark[1:]] for mark in marks
            ]
    return spec


@queries.cached
def _caption(view: View, chart: Chart) -> Caption:
    filter_words = descriptions.chosen(view.whole, view.selection) if chart.filtered else ""
    words_below = f"{chart.legend(view)} {chart.credit(view.whole)}".strip()
    words = re.sub("[^a-z0-9]+", "-", f"linchpin {chart.name} {filter_words}".lower())
    return Caption(
        title=chart.heading(view),
        subtitle=f"Filter: {filter_words}" if filter_words else "The whole statement",
        source="<br>".join(measure.wrapped(words_below, CAPTION_LETTERS)),
        file_name=words.strip("-"),
    )
