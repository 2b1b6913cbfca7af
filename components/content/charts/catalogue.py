"""The charts by name: title, figure, table and summary, the same on a page, a slide and in a
document. (no streamlit)

To add one: write its figure in charts/, its rows in rows.py, and give it an entry in EXHIBITS.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from components.content import charts
from components.content.text import findings, formatting, tables
from data import queries
from data.load.dataset import Dataset

ROWS = 12  # dates that can be read on a slide


@dataclass(frozen=True)
class Shown:
    """What an exhibit is drawn from: the whole statement and the part in view; `wide` for a slide."""

    whole: Dataset
    view: Dataset
    wide: bool = False

    def codes(self, facet: str) -> pd.DataFrame:
        """The codes of a facet, as `queries.codes`."""
        return queries.codes(self.whole, facet)


@dataclass(frozen=True)
class Exhibit:
    """A picture of the statement. `page` is where it stands, `link` the parameters that show it
    there, `alt` what it draws. `table` has the column passage_ids and a row a mark; `summary`
    says it in sentences. Without `figure` the summary is all there is to show."""

    page: str
    title: str
    alt: str
    table: Callable[[Shown], pd.DataFrame]
    summary: Callable[[Shown], list[str]]
    figure: Callable[[Shown], go.Figure] | None = None
    link: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    filtered: bool = True  # whether the shared filters change it
    fit: Callable[[Dataset], Dataset] = lambda view: view  # the part of a view that a slide has room for
    # The codes that its page lets a reader choose from, beyond the shared filters: their facet, the
    # parameter in the link, and what the choice leaves of a view.
    facet: str = ""
    parameter: str = ""
    narrow: Callable[[Dataset, Sequence[str]], Dataset] = lambda view, chosen: view

    def credit(self, ds: Dataset) -> str:
        """The source line under the figure."""
        statement = ds.statement
        return (
            self.source or f"Source: {statement.title}, {formatting.day(statement.date)}; coded by Linchpin."
        )

    def on_slide(self, shown: Shown) -> Shown:
        """What a slide shows of it."""
        return Shown(shown.whole, self.fit(shown.view), wide=True)

    def left_out(self, shown: Shown) -> str:
        """What a slide has no room for, in words; empty text if it shows all."""
        count, fitting = len(self.table(shown)), len(self.table(self.on_slide(shown)))
        return f"{fitting} of {count}; the page has all." if fitting < count else ""

    def empty(self, shown: Shown) -> bool:
        """Whether the filter leaves nothing to draw."""
        return self.filtered and self.table(shown).empty

    def said(self, shown: Shown) -> list[str]:
        """The summary; nothing where there is nothing to draw."""
        return [] if self.empty(shown) else self.summary(shown)


def _fingerprint(shown: Shown) -> go.Figure:
    table = queries.fingerprint(shown.whole, shown.view)
    return charts.fingerprint(table, shown.codes("theme"), shown.codes("strength"))


def _ladder(by: str) -> Callable[[Shown], go.Figure]:
    return lambda shown: charts.ladder(counted(shown, by), shown.codes(by), shown.codes("strength"), by=by)


def counted(shown: Shown, by: str) -> pd.DataFrame:
    """Commitments per strength and theme or actor."""
    return queries.ladder(shown.view) if by == "theme" else queries.who_acts(shown.view)


def _amounts(per_year: bool) -> Callable[[Shown], go.Figure]:
    return lambda shown: charts.amounts(
        queries.sums(shown.view), shown.codes("actor"), shown.codes("basis"), per_year, shown.wide
    )


def _money(shown: Shown) -> list[str]:
    return [findings.money(shown.view)[0]]


def _timeline(shown: Shown) -> go.Figure:
    day = shown.whole.statement.date
    return charts.timeline(queries.dates(shown.view), shown.codes("date_kind"), day, shown.wide)


def _followed(shown: Shown) -> go.Figure:
    return charts.followed(queries.outcomes(shown.view), shown.whole.statement.date, shown.wide)


def _findings(shown: Shown) -> pd.DataFrame:
    found = findings.key(shown.view) if len(shown.view.passages) else []
    return pd.DataFrame(found, columns=["Finding", "passage_ids"])


def _agreement(shown: Shown) -> list[str]:
    return [
        f"**{row['facet'].replace('_', ' ').capitalize()}**: the same code for {row['same']} of "
        f"{formatting.plural(row['sentences'], 'sentence')}."
        for row in queries.reliability(shown.whole).to_dict("records")
    ]


EXHIBITS = {
    "findings": Exhibit(
        page="overview",
        title="Key findings",
        alt="Sentences computed from the data.",
        table=_findings,
        summary=lambda shown: [text for text, _ in findings.key(shown.view)],
    ),
    "fingerprint": Exhibit(
        page="overview",
        title="The statement’s fingerprint: a tick a sentence, taller the firmer it binds",
        alt="Every sentence in reading order, in the row of its theme, as high as its firmest commitment is strong.",
        figure=_fingerprint,
        table=lambda shown: tables.sentences(shown.whole, shown.view),
        summary=lambda shown: [findings.binding(shown.view)[0]],
    ),
    "ladder": Exhibit(
        page="overview",
        title="How firmly, in which field",
        alt="Number of commitments for each theme and strength.",
        figure=_ladder("theme"),
        table=lambda shown: tables.counted(counted(shown, "theme"), shown.whole),
        summary=lambda shown: [
            text for text, _ in (findings.firmness(shown.view), *findings.busiest_theme(shown.view))
        ],
    ),
    "actors": Exhibit(
        page="overview",
        link={"by": "actor"},
        title="How firmly, and who has to act",
        alt="Number of commitments for each actor and strength.",
        figure=_ladder("actor"),
        table=lambda shown: tables.counted(counted(shown, "actor"), shown.whole),
        summary=lambda shown: [findings.firmness(shown.view)[0]],
    ),
    "emphasis": Exhibit(
        page="overview",
        link={"by": "emphasis"},
        title="What takes the words, and what takes the commitments",
        alt="For each theme its share of the words and its share of the commitments.",
        figure=lambda shown: charts.emphasis(queries.emphasis(shown.view), shown.codes("theme")),
        table=lambda shown: tables.emphasis(queries.emphasis(shown.view), shown.whole),
        summary=lambda shown: [
            text for text, _ in findings.busiest_theme(shown.view) or [findings.binding(shown.view)]
        ],
    ),
    "amounts": Exhibit(
        page="pledges",
        title="Sums of different kinds, side by side and never added",
        alt="One bar a pledge, its length the US dollar amount, its drawing the kind of money.",
        figure=_amounts(per_year=False),
        table=lambda shown: tables.pledges(queries.sums(shown.view), shown.whole),
        summary=_money,
    ),
    "per-year": Exhibit(
        page="pledges",
        link={"amount": "per-year"},
        title="Sums of different kinds, per year of their period",
        alt="One bar a pledge, its length the US dollar amount a year, its drawing the kind of money.",
        figure=_amounts(per_year=True),
        table=lambda shown: tables.pledges(queries.sums(shown.view), shown.whole),
        summary=_money,
    ),
    "windows": Exhibit(
        page="pledges",
        title="When the money is meant to flow",
        alt="One bar a pledge on a calendar axis, from its first to its last year.",
        figure=lambda shown: charts.windows(queries.sums(shown.view), shown.codes("actor"), shown.wide),
        table=lambda shown: tables.pledges(queries.sums(shown.view), shown.whole),
        summary=_money,
    ),
    "timeline": Exhibit(
        page="timeline",
        facet="date_kind",
        parameter="kind",
        narrow=queries.with_kinds,
        title="The statement’s dates on one rail",
        alt="Every date the statement names or implies, from the earliest to the latest.",
        figure=_timeline,
        fit=lambda view: queries.nearest_dates(view, ROWS),
        table=lambda shown: tables.dates(queries.dates(shown.view), shown.whole),
        summary=lambda shown: [findings.dates(shown.view)],
    ),
    "followed": Exhibit(
        page="timeline",
        link={"layer": "after"},
        title="After the statement: what followed, from other documents",
        alt="Dated events that follow up a commitment or a pledge, from the earliest to the latest.",
        figure=_followed,
        fit=lambda view: queries.nearest_outcomes(view, ROWS),
        table=lambda shown: tables.outcomes(queries.outcomes(shown.view), shown.whole),
        summary=lambda shown: [findings.followed(shown.view)],
        source="Sources: a document for each event, named in the table and beside the sentence. "
        "That an event follows up a commitment is this dataset’s reading; no row is no finding.",
    ),
    "agreement": Exhibit(
        page="method",
        filtered=False,
        title="How far two passes of coding agree",
        alt="For each coded facet how many sentences got the same code twice.",
        table=lambda shown: tables.differences(queries.differences(shown.whole), shown.whole),
        summary=_agreement,
        source="Both passes were made by a language model under one codebook: this overstates their independence.",
    ),
}
