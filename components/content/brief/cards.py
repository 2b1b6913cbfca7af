"""A pin as a card: what a slide, a row of the brief and a document show of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from components.content.brief.pins import MAP, NOTHING, Pin
from components.content.charts.catalogue import CHARTS, Chart
from components.content.text import descriptions, findings, formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Record, Selection, View


@dataclass(frozen=True, kw_only=True)
class PassageCard:
    """A sentence, or a commitment or a pledge in it.

    lines: what was read from it (Markdown with `**` alone). clause: the words of the passage that
    were read; empty for the whole sentence. page, link: where it stands. pledges: ids of its money.
    """

    pin: Pin
    heading: str
    lines: list[str]
    link: Mapping[str, list[str]]
    passage: Record
    clause: str = ""
    pledges: tuple[str, ...] = ()
    page: str = "statement"

    @property
    def under(self) -> str:
        """Its filter in words: it has none."""
        return ""

    @property
    def empty(self) -> bool:
        """Whether the filter leaves nothing to show: never."""
        return False

    def source(self, ds: Dataset) -> str:
        """The line under it: where it is from."""
        return f"{ds.statement.title}, {ds.statement.url}"


@dataclass(frozen=True, kw_only=True)
class ChartCard:
    """A chart of a view. `lines` say it in words, `under` its filter in words; `page` and `link` are
    where it stands."""

    pin: Pin
    lines: list[str]
    link: Mapping[str, list[str]]
    chart: Chart
    view: View
    under: str

    @property
    def heading(self) -> str:
        """The chart's title."""
        return self.chart.title

    @property
    def page(self) -> str:
        """The page that the chart stands on."""
        return self.chart.page

    @property
    def pledges(self) -> tuple[str, ...]:
        """Ids of the money it shows."""
        return tuple(self.view.ds.pledges["pledge_id"]) if self.page == "pledges" else ()

    @property
    def empty(self) -> bool:
        """Whether the filter leaves nothing to draw."""
        return self.chart.empty(self.view)

    def source(self, ds: Dataset) -> str:
        """The line under it: the filter, what a slide has no room for, and where it is from."""
        under = f"Under {self.under}." if self.under else ""
        return _sentences(under, self.chart.left_out(self.view), self.chart.credit(ds))


@dataclass(frozen=True, kw_only=True)
class MapCard:
    """The map of a view. `preset` is a row of map_views; the rest as of a ChartCard."""

    pin: Pin
    heading: str
    lines: list[str]
    link: Mapping[str, list[str]]
    preset: Record
    view: View
    under: str
    page: str = "map"
    pledges: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the filter leaves nothing to draw."""
        return self.view.ds.place_mentions.empty

    def source(self, ds: Dataset) -> str:
        """The line under it: the filter, and where it is from."""
        under = f"Under {self.under}." if self.under else ""
        return _sentences(under, f"{ds.statement.title}, {ds.statement.url}")


Card = PassageCard | ChartCard | MapCard


@queries.cached
def card(whole: Dataset, pin: Pin, live: Selection = NOTHING) -> Card:
    """The card of a pin. `live` is what is chosen on the spot: it takes the place of the pin's own
    shared filters."""
    match pin.kind:
        case "passage":
            return _passage(whole, pin)
        case "commitment":
            return _commitment(whole, pin)
        case "pledge":
            return _pledge(whole, pin)
    chosen = pin.selection
    if live:
        chosen = replace(chosen, themes=live.themes, actors=live.actors)
    view = queries.select(whole, chosen)
    return _map(view, pin) if pin.kind == MAP else _chart(view, pin)


def _passage(whole: Dataset, pin: Pin) -> PassageCard:
    passage = queries.passage(whole, pin.name)
    money = [pledge["pledge_id"] for pledge in queries.of_passage(whole, "pledges", pin.name)]
    return PassageCard(
        pin=pin,
        heading=descriptions.reference(passage),
        lines=descriptions.lines(whole, pin.name),
        link={"passage": [pin.name]},
        passage=passage,
        pledges=tuple(money),
    )


def _commitment(whole: Dataset, pin: Pin) -> PassageCard:
    row = _row(whole.commitments, "commitment_id", pin.name)
    strength, actor = (queries.label(whole, facet, row[facet]) for facet in ("strength", "actor"))
    marks = [f"{formatting.article(word)} {word}" for column, word in queries.MARKS.items() if row[column]]
    named = formatting.listed(marks) or "no amount, date or mechanism"
    return PassageCard(
        pin=pin,
        heading=row["title"],
        lines=[f"**{strength}**, to be kept by {actor}; names {named}."],
        link={"passage": [row["passage_id"]]},
        passage=queries.passage(whole, row["passage_id"]),
        clause=row["quote"],
    )


def _pledge(whole: Dataset, pin: Pin) -> PassageCard:
    row = _row(whole.pledges, "pledge_id", pin.name)
    amount: str = formatting.money(row["amount_usd"]) if pd.notna(row["amount_usd"]) else "No sum stated"
    payer, basis = queries.label(whole, "actor", row["payer"]), queries.label(whole, "basis", row["basis"])
    period = formatting.period(row["period_start"], row["period_end"])
    said = f"**{amount}**, {payer}, {basis.lower()}, {period}."
    return PassageCard(
        pin=pin,
        heading=row["title"],
        lines=[line for line in (said, row["caveat"]) if line],
        link={"passage": [row["passage_id"]]},
        passage=queries.passage(whole, row["passage_id"]),
        clause=row["quote"],
        pledges=(pin.name,),
    )


def _chart(view: View, pin: Pin) -> ChartCard:
    chart = CHARTS[pin.name]
    under = descriptions.chosen(view.whole, view.selection) if chart.filtered else ""
    link = _filter_link(view) | {name: [value] for name, value in chart.link.items()} | _choice_link(view)
    return ChartCard(pin=pin, lines=chart.lines(view), link=link, chart=chart, view=view, under=under)


def _map(view: View, pin: Pin) -> MapCard:
    preset = _row(view.whole.map_views, "view", pin.name)
    return MapCard(
        pin=pin,
        heading=f"Where the statement looks: {preset['label']}",
        lines=[findings.places(view)[0]] if len(view.ds.place_mentions) else [],
        link=_filter_link(view) | {"view": [pin.name]} | _choice_link(view),
        preset=preset,
        view=view,
        under=descriptions.chosen(view.whole, view.selection),
    )


def _filter_link(view: View) -> dict[str, list[str]]:
    """The shared filters as parameters of a link, which hold labels."""
    chosen = {"theme": view.selection.themes, "actor": view.selection.actors}
    return {
        facet: [queries.label(view.whole, facet, code) for code in codes]
        for facet, codes in chosen.items()
        if codes
    }


def _choice_link(view: View) -> dict[str, list[str]]:
    """A page's own choice as parameters of a link, which hold codes."""
    chosen = {"role": view.selection.roles, "kind": view.selection.kinds}
    return {name: list(codes) for name, codes in chosen.items() if codes}


def _row(table: pd.DataFrame, key: str, value: str) -> Record:
    return queries.records(table[table[key] == value])[0]


def _sentences(*parts: str) -> str:
    return " ".join(filter(None, parts))
