"""The card of a pin: what a slide, a row of the brief and a document show of it.

All kinds of card have these in common:
pin: the pin that it is the card of. heading: its title. lines: sentences about it (Markdown whose only
markup is `**`). page, link: the page that shows it and the parameters that select it there. pledges: the
ids of the pledges that it shows. filter_words: its filter in words; "" without one. empty: whether the
filter leaves nothing to show. source(ds): the line under it that names its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from components.content.brief.pins import CHART, MAP, NOTHING, Pin, first_view
from components.content.charts.catalogue import CHARTS
from components.content.charts.chart import Chart
from components.content.text import citations, clause_history, descriptions, findings, formatting, links
from components.content.text.clause_history import History
from data import queries
from data.load.dataset import Dataset
from data.queries import Record, Selection, View

SLIDE_LETTERS = 1300  # of a history's sentences on a slide


class _Unfiltered:
    """A card that is the same under every filter, and never empty. A topic that nobody names is a finding."""

    filter_words = ""
    empty = False


@dataclass(frozen=True, kw_only=True)
class PassageCard(_Unfiltered):
    """A passage, or a commitment or a pledge in it.

    clause: the words of the passage that the commitment or pledge was read from; "" for a whole passage.
    """

    pin: Pin
    heading: str
    lines: list[str]
    link: Mapping[str, list[str]]
    passage: Record
    clause: str = ""
    pledges: tuple[str, ...] = ()
    page: str = "statement"

    def source(self, ds: Dataset) -> str:
        """The statement and its address."""
        return f"{ds.statement.title}, {ds.statement.url}"


@dataclass(frozen=True, kw_only=True)
class ChartCard:
    """A chart of a view."""

    pin: Pin
    lines: list[str]
    link: Mapping[str, list[str]]
    chart: Chart
    view: View
    filter_words: str

    @property
    def heading(self) -> str:
        """The chart's title."""
        return self.chart.heading(self.view)

    @property
    def page(self) -> str:
        """The page that shows the chart."""
        return self.chart.page

    @property
    def pledges(self) -> tuple[str, ...]:
        """The ids of the pledges that the chart shows."""
        return tuple(self.view.ds.pledges["pledge_id"]) if self.page == "pledges" else ()

    @property
    def empty(self) -> bool:
        """Whether the filter leaves nothing to draw."""
        return self.chart.empty(self.view)

    def source(self, ds: Dataset) -> str:
        """The filter, how much of the chart a slide leaves out, and the chart's source."""
        return _sentences(_filtered(self.filter_words), self.chart.left_out(self.view), self.chart.credit(ds))


@dataclass(frozen=True, kw_only=True)
class MapCard:
    """The map of a view. preset: a row of map_views."""

    pin: Pin
    heading: str
    lines: list[str]
    link: Mapping[str, list[str]]
    preset: Record
    view: View
    filter_words: str
    page: str = "map"
    pledges: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the filter leaves nothing to draw."""
        return self.view.ds.place_mentions.empty

    def source(self, ds: Dataset) -> str:
        """The filter, the statement and its address."""
        return _sentences(_filtered(self.filter_words), f"{ds.statement.title}, {ds.statement.url}")


@dataclass(frozen=True, kw_only=True)
class TopicCard(_Unfiltered):
    """The clause history of a topic in a series, or what one meeting says of it."""

    pin: Pin
    link: Mapping[str, list[str]]
    history: History
    page: str = "wording"
    pledges: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The topic and its series."""
        return f"{self.history.topic.label}, {self.history.series}"

    @property
    def lines(self) -> list[str]:
        """The finding."""
        return [f"{self.history.finding}."]

    def source(self, ds: Dataset) -> str:
        """The texts that name the topic, by date."""
        texts = queries.texts(ds)
        named = dict.fromkeys(texts[one.statement_id] for one in self.history.references)
        if not named:
            return f"Source: the texts of {self.history.series}."
        return f"Source: {'; '.join(citations.source(text) for text in named)}."

    @property
    def fitted(self) -> History:
        """The history with as many sentences as fit on a slide."""
        return clause_history.shortened(self.history, SLIDE_LETTERS)


Card = PassageCard | ChartCard | MapCard | TopicCard


@queries.cached_recent
def card(whole: Dataset, pin: Pin, live: Selection = NOTHING) -> Card:
    """The card of a pin. live: themes and actors chosen while presenting; if there are any, they replace
    those of the pin."""
    match pin.kind:
        case "passage":
            return _passage(whole, pin)
        case "commitment":
            return _commitment(whole, pin)
        case "pledge":
            return _pledge(whole, pin)
        case "topic":
            return _topic(whole, pin)
    selection = pin.selection
    if live:
        selection = replace(selection, themes=live.themes, actors=live.actors)
    if pin.kind == CHART and not CHARTS[pin.name].by_actor:
        selection = replace(selection, actors=())
    view = queries.select(whole, selection)
    return _map(view, pin) if pin.kind == MAP else _chart(view, pin)


def _passage(whole: Dataset, pin: Pin) -> PassageCard:
    passage = queries.passage(whole, pin.name)
    pledge_ids = [pledge["pledge_id"] for pledge in queries.of_passage(whole, "pledges", pin.name)]
    return PassageCard(
        pin=pin,
        heading=descriptions.reference(passage),
        lines=descriptions.lines(whole, pin.name),
        link={"passage": [pin.name]},
        passage=passage,
        pledges=tuple(pledge_ids),
    )


def _commitment(whole: Dataset, pin: Pin) -> PassageCard:
    row = _row(whole.commitments, "commitment_id", pin.name)
    strength = queries.label(whole, "strength", row["strength"])
    actor = queries.label(whole, "actor", row["actor"])
    marks = [f"{formatting.article(word)} {word}" for column, word in queries.MARKS.items() if row[column]]
    names = formatting.listed(marks) or "no amount, date or mechanism"
    return PassageCard(
        pin=pin,
        heading=row["title"],
        lines=[f"**{strength}**, actor {actor}; names {names}."],
        link={"passage": [row["passage_id"]]},
        passage=queries.passage(whole, row["passage_id"]),
        clause=row["quote"],
    )


def _pledge(whole: Dataset, pin: Pin) -> PassageCard:
    row = _row(whole.pledges, "pledge_id", pin.name)
    amount: str = formatting.money(row["amount_usd"]) if pd.notna(row["amount_usd"]) else "No sum stated"
    payer = queries.label(whole, "actor", row["payer"])
    basis = queries.label(whole, "basis", row["basis"]).lower()
    period = formatting.period(row["period_start"], row["period_end"])
    facts = f"**{amount}**, {payer}, {basis}, {period}."
    return PassageCard(
        pin=pin,
        heading=row["title"],
        lines=[line for line in (facts, row["caveat"]) if line],
        link={"passage": [row["passage_id"]]},
        passage=queries.passage(whole, row["passage_id"]),
        clause=row["quote"],
        pledges=(pin.name,),
    )


def _topic(whole: Dataset, pin: Pin) -> TopicCard:
    series, meeting_id = (*pin.scope, "")[:2]
    return TopicCard(
        pin=pin,
        link={"topic": [pin.name], "series": [series]},
        history=clause_history.history(whole, pin.name, series, meeting_id),
    )


def _chart(view: View, pin: Pin) -> ChartCard:
    chart = CHARTS[pin.name]
    chart_link = {name: [value] for name, value in chart.link.items()}
    return ChartCard(
        pin=pin,
        lines=chart.lines(view),
        link=links.of_filters(view) | chart_link | _choice_link(view),
        chart=chart,
        view=view,
        filter_words=descriptions.chosen(view.whole, view.selection) if chart.filtered else "",
    )


def _map(view: View, pin: Pin) -> MapCard:
    preset = _row(view.whole.map_views, "view", pin.name)
    return MapCard(
        pin=pin,
        heading=_map_heading(view, preset),
        lines=[findings.places(view)[0]] if len(view.ds.place_mentions) else [],
        link=links.of_filters(view) | {"view": [pin.name]} | _choice_link(view),
        preset=preset,
        view=view,
        filter_words=descriptions.chosen(view.whole, view.selection),
    )


def _map_heading(view: View, preset: Record) -> str:
    """The finding for the view that the map opens with; for another one its name."""
    first = preset["view"] == first_view(view.whole)
    return findings.where(view) if first else f"Where the statement looks: {preset['label']}"


def _choice_link(view: View) -> dict[str, list[str]]:
    """A page's own choice as parameters of a link. Their values are codes."""
    chosen = {
        "role": view.selection.roles,
        "kind": view.selection.kinds,
        "series": view.selection.series,
        "old": view.selection.meetings[:1],
        "new": view.selection.meetings[1:],
        "links": [queries.REVIEWED] * view.selection.reviewed,
        "q": [view.selection.words] * bool(view.selection.words),
    }
    return {name: list(codes) for name, codes in chosen.items() if codes}


def _row(table: pd.DataFrame, key: str, value: str) -> Record:
    """The row of a table whose key has this value. IndexError if there is none."""
    return queries.records(table[table[key] == value])[0]


def _filtered(words: str) -> str:
    """The filter as a sentence; "" without one."""
    return f"Filter: {words}." if words else ""


def _sentences(*parts: str) -> str:
    """The parts that are not empty, with spaces between."""
    return " ".join(filter(None, parts))
