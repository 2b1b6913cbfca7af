"""All charts by name: title, figure, table and summary, the same on pages, on slides and in documents.

To add a chart, add its name to chart_names.py, its figure to a module of this folder, its table to
text/tables.py, and an entry to CHARTS.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import agreement, counts, pledges, timeline
from components.content.charts.figure import enlarge
from components.content.text import descriptions, findings, formatting, tables
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection, View

MOST_DATES = 12  # can be read on one slide


class Caption(NamedTuple):
    """What the downloaded picture of a chart holds beside its figure, and the name of its file without
    ending. The page shows the same words as text of its own."""

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
    table: makes the chart's table from a view, a row per mark, with the column passage_ids.
    summary: makes sentences that say what the chart shows of a view.
    draw: makes the figure from a view and `wide` (False for a page, True for a slide). None for a chart
    that is text alone: its summary.
    source: the line under the chart; empty if the source is the statement.
    filtered: whether the shared filters change it.
    fit: reduces a view to what fits on a slide.
    """

    name: str
    page: str
    title: str
    alt: str
    table: Callable[[View], pd.DataFrame]
    summary: Callable[[View], list[str]]
    draw: Callable[[View, bool], go.Figure] | None = None
    finding: Callable[[View], str] = lambda view: ""
    link: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    filtered: bool = True
    fit: Callable[[View], View] = lambda view: view

    def figure(self, view: View, height: int | None = None) -> go.Figure:
        """The figure of a view, with a caption. height: in px, for a slide; None for a page.

        The view must not be empty for this chart, and the chart must have a figure.
        """
        return _figure(view, self, height)

    def heading(self, view: View) -> str:
        """What stands above the picture of a view: its finding, or the chart's title."""
        return (not self.empty(view) and self.finding(view)) or self.title

    def describe(self, view: View) -> str:
        """What the chart draws, and its summary, in words."""
        return _description(view, self)

    def spec(self, view: View, height: int | None = None) -> dict[str, Any]:
        """The figure as plain JSON: data and layout, as the browser gets it. Arguments as of `figure`."""
        return _spec(view, self, height)

    def caption(self, view: View) -> Caption:
        """The words that a picture of the chart holds."""
        return _caption(view, self)

    def empty(self, view: View) -> bool:
        """Whether the view has nothing that this chart could show."""
        return self.filtered and self.table(view).empty

    def lines(self, view: View) -> list[str]:
        """The summary of a view; no sentence for an empty one."""
        return [] if self.empty(view) else self.summary(view)

    def left_out(self, view: View) -> str:
        """A sentence about the marks that do not fit on a slide; empty if all do."""
        all_marks, fitting = len(self.table(view)), len(self.table(self.fit(view)))
        return f"{fitting} of {all_marks}; the page has all." if fitting < all_marks else ""

    def credit(self, ds: Dataset) -> str:
        """The line under the chart that names its source."""
        if self.source:
            return self.source
        return f"Source: {ds.statement.title}, {formatting.day(ds.statement.date)}; coded by Linchpin."


def prepare(whole: Dataset) -> None:
    """Draw all charts of the whole statement and of each theme before the first reader comes.

    Their figures are then in the cache.
    """
    themes = queries.codes(whole, "theme")
    for selection in (Selection(), *(Selection(themes=(theme,)) for theme in themes)):
        view = queries.select(whole, selection)
        for chart in CHARTS.values():
            if chart.draw and not chart.empty(view):
                chart.spec(view)
                chart.describe(view)


@queries.cached
def _description(view: View, chart: Chart) -> str:
    return " ".join([chart.alt, *map(descriptions.plain, chart.lines(view))])


@queries.cached
def _figure(view: View, chart: Chart, height: int | None) -> go.Figure:
    assert chart.draw is not None, f"{chart.name} has no figure"
    return enlarge(chart.draw(chart.fit(view), True), height) if height else chart.draw(view, False)


@queries.cached
def _spec(view: View, chart: Chart, height: int | None) -> dict[str, Any]:
    return json.loads(chart.figure(view, height).to_json())


@queries.cached
def _caption(view: View, chart: Chart) -> Caption:
    filter_words = descriptions.chosen(view.whole, view.selection) if chart.filtered else ""
    words = re.sub("[^a-z0-9]+", "-", f"linchpin {chart.name} {filter_words}".lower())
    return Caption(
        title=chart.heading(view),
        subtitle=f"Filter: {filter_words}" if filter_words else "The whole statement",
        source=chart.credit(view.whole),
        file_name=words.strip("-"),
    )


def _fingerprint(view: View, wide: bool) -> go.Figure:
    return counts.fingerprint(queries.fingerprint(view), view.codes("theme"), view.codes("strength"))


def _ladder(view: View, wide: bool) -> go.Figure:
    return counts.ladder(queries.ladder(view), view.codes("theme"), view.codes("strength"), by="theme")


def _actors(view: View, wide: bool) -> go.Figure:
    return counts.ladder(queries.who_acts(view), view.codes("actor"), view.codes("strength"), by="actor")


def _emphasis(view: View, wide: bool) -> go.Figure:
    return counts.emphasis(queries.emphasis(view), view.codes("theme"))


def _amounts(view: View, wide: bool) -> go.Figure:
    return pledges.amounts(
        queries.sums(view), view.codes("actor"), view.codes("basis"), per_year=False, wide=wide
    )


def _per_year(view: View, wide: bool) -> go.Figure:
    return pledges.amounts(
        queries.sums(view), view.codes("actor"), view.codes("basis"), per_year=True, wide=wide
    )


def _windows(view: View, wide: bool) -> go.Figure:
    return pledges.windows(queries.sums(view), view.codes("actor"), wide)


def _timeline(view: View, wide: bool) -> go.Figure:
    return timeline.timeline(queries.dates(view), view.codes("date_kind"), view.whole.statement.date, wide)


def _followed(view: View, wide: bool) -> go.Figure:
    return timeline.followed(queries.outcomes(view), view.whole.statement.date, wide)


def _findings_table(view: View) -> pd.DataFrame:
    rows = findings.key(view) if len(view.ds.passages) else []
    return pd.DataFrame(rows, columns=["Finding", "passage_ids"])


def _money(view: View) -> list[str]:
    return [findings.money(view)[0]]


def _agreement(view: View, wide: bool) -> go.Figure:
    return agreement.agreement(queries.reliability(view.whole), queries.agreement(view.whole), wide)


def _agreement_lines(view: View) -> list[str]:
    return [
        f"**{row['facet'].replace('_', ' ').capitalize()}**: the same code for {row['same']} of "
        f"{formatting.plural(row['sentences'], 'sentence')}."
        for row in queries.records(queries.reliability(view.whole))
    ]


CHARTS = {
    chart.name: chart
    for chart in (
        Chart(
            name="findings",
            page="overview",
            title="Key findings",
            alt="Sentences computed from the data.",
            table=_findings_table,
            summary=lambda view: [text for text, _ in findings.key(view)],
        ),
        Chart(
            name="fingerprint",
            page="overview",
            title="The statement’s fingerprint: a tick a sentence, taller the firmer it commits",
            alt="Every sentence in reading order, in the row of its theme, "
            "as high as its firmest commitment is strong.",
            draw=_fingerprint,
            table=tables.sentences,
            summary=lambda view: [findings.binding(view)[0]],
        ),
        Chart(
            name="ladder",
            page="overview",
            title="How firmly, in which field",
            alt="Number of commitments for each theme and strength.",
            draw=_ladder,
            table=lambda view: tables.counted(view, "theme"),
            summary=lambda view: [
                text for text, _ in (findings.firmness(view), *findings.busiest_theme(view))
            ],
        ),
        Chart(
            name="actors",
            page="overview",
            link={"by": "actor"},
            title="How firmly, and who has to act",
            alt="Number of commitments for each actor and strength.",
            draw=_actors,
            table=lambda view: tables.counted(view, "actor"),
            summary=lambda view: [findings.firmness(view)[0]],
        ),
        Chart(
            name="emphasis",
            page="overview",
            link={"by": "emphasis"},
            title="What takes the words, and what takes the commitments",
            alt="For each theme its share of the words and its share of the commitments.",
            draw=_emphasis,
            table=tables.emphasis,
            summary=lambda view: [
                text for text, _ in findings.busiest_theme(view) or [findings.binding(view)]
            ],
        ),
        Chart(
            name="amounts",
            page="pledges",
            title="Sums of different kinds, side by side and never added",
            alt="One bar a pledge, its length the US dollar amount, its drawing the kind of money.",
            draw=_amounts,
            table=tables.pledges,
            summary=_money,
        ),
        Chart(
            name="per-year",
            page="pledges",
            link={"amount": "per-year"},
            title="Sums of different kinds, per year of their period",
            alt="One bar a pledge, its length the US dollar amount a year, its drawing the kind of money.",
            draw=_per_year,
            table=tables.pledges,
            summary=_money,
        ),
        Chart(
            name="windows",
            page="pledges",
            title="When the money is meant to flow",
            alt="One bar a pledge on a calendar axis, from its first to its last year.",
            draw=_windows,
            table=tables.pledges,
            summary=_money,
        ),
        Chart(
            name="timeline",
            page="timeline",
            title="The statement’s dates on one rail",
            alt="Every date the statement names or implies, from the earliest to the latest.",
            draw=_timeline,
            fit=lambda view: queries.nearest_dates(view, MOST_DATES),
            table=tables.dates,
            summary=lambda view: [findings.dates(view)],
        ),
        Chart(
            name="followed",
            page="timeline",
            link={"layer": "after"},
            title="After the statement: what followed, from other documents",
            alt="Dated events that follow up a commitment or a pledge, from the earliest to the latest.",
            draw=_followed,
            fit=lambda view: queries.nearest_outcomes(view, MOST_DATES),
            table=tables.outcomes,
            summary=lambda view: [findings.followed(view)],
            source="Sources: a document for each event, named in the table and beside the sentence. "
            "That an event follows up a commitment is this dataset’s reading; no row is no finding.",
        ),
        Chart(
            name="agreement",
            page="method",
            filtered=False,
            title="How far two passes of coding agree",
            finding=lambda view: findings.agreement(queries.reliability(view.whole)),
            alt="For each coded facet Krippendorff’s alpha of two codings, with its interval, "
            "and how many sentences got the same code twice.",
            draw=_agreement,
            table=lambda view: tables.differences(view.whole),
            summary=_agreement_lines,
            source="Both passes were made by a language model under one codebook: "
            "this overstates their independence.",
        ),
    )
}
