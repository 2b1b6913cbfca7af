"""A pin as a card: what a slide, a row of the brief and a document say of it. (no streamlit)"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from components.content.brief.pins import MAP, NONE, ROLE, Pin
from components.content.charts.catalogue import EXHIBITS, Exhibit, Shown
from components.content.text import descriptions, findings, formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection


@dataclass(frozen=True)
class Card:
    """One card of a brief.

    `lines` say it in words (Markdown with `**` alone). A sentence, a commitment or a pledge has its
    `passage`, and `clause`, the words of it that were read; a chart its `exhibit` and what it is
    drawn from; a map its `map_view` (a row of map_views) too. `page` and `link` are where it stands.
    """

    pin: Pin
    heading: str
    lines: list[str]
    page: str
    link: Mapping[str, list[str]]
    passage: pd.Series | None = None
    clause: str = ""
    under: str = ""
    shown: Shown | None = None
    exhibit: Exhibit | None = None
    map_view: pd.Series | None = None
    pledges: list[str] = field(default_factory=list)  # ids: what it says of money

    @property
    def empty(self) -> bool:
        """Whether the filter leaves nothing to draw."""
        if self.map_view is not None:
            return self.shown.view.place_mentions.empty
        return self.exhibit is not None and self.exhibit.empty(self.shown)

    def source(self, ds: Dataset) -> str:
        """The line under it: the filter, what there is no room for, and where it is from."""
        parts = [f"Under {self.under}."] if self.under else []
        if self.exhibit is None:
            return " ".join([*parts, f"{ds.statement.title}, {ds.statement.url}"])
        return " ".join(filter(None, [*parts, self.exhibit.left_out(self.shown), self.exhibit.credit(ds)]))


@queries.remembered
def card(whole: Dataset, pin: Pin, live: Selection = NONE) -> Card:
    """The card of a pin. `live` is what is chosen on the spot: it goes before the pin's own filter."""
    if pin.kind in _OF_A_SENTENCE:
        return _OF_A_SENTENCE[pin.kind](whole, pin)
    selection = live or pin.selection
    view = queries.select(whole, selection)
    link = {
        facet: [queries.label(whole, facet, code) for code in asked]
        for facet, asked in (("theme", selection.themes), ("actor", selection.actors))
        if asked
    }
    facet = ROLE if pin.kind == MAP else EXHIBITS[pin.name].facet
    under = descriptions.limited(whole, selection, facet, pin.choice)
    return (_map if pin.kind == MAP else _chart)(whole, view, pin, under, link)


def _passage(whole: Dataset, pin: Pin) -> Card:
    row = _row(whole, pin.name)
    money = [pledge["pledge_id"] for pledge in queries.of_passage(whole.pledges, pin.name)]
    return Card(
        pin,
        descriptions.place(row),
        descriptions.lines(whole, pin.name),
        "statement",
        {"passage": [pin.name]},
        passage=row,
        pledges=money,
    )


def _commitment(whole: Dataset, pin: Pin) -> Card:
    row = whole.commitments.set_index("commitment_id").loc[pin.name]
    strength, actor = (queries.label(whole, facet, row[facet]) for facet in ("strength", "actor"))
    names = [f"{formatting.article(word)} {word}" for column, word in queries.MARKS.items() if row[column]]
    said = f"**{strength}**, to be kept by {actor}; names {formatting.listed(names) or 'no amount, date or mechanism'}."
    link = {"passage": [row["passage_id"]]}
    passage = _row(whole, row["passage_id"])
    return Card(pin, row["title"], [said], "statement", link, passage=passage, clause=row["quote"])


def _pledge(whole: Dataset, pin: Pin) -> Card:
    row = whole.pledges.set_index("pledge_id", drop=False).loc[pin.name]
    amount = formatting.money(row["amount_usd"]) if pd.notna(row["amount_usd"]) else "No sum stated"
    payer, basis = (queries.label(whole, "actor", row["payer"]), queries.label(whole, "basis", row["basis"]))
    said = f"**{amount}**, {payer}, {basis.lower()}, {formatting.period(row['period_start'], row['period_end'])}."
    return Card(
        pin,
        row["title"],
        [line for line in (said, row["caveat"]) if line],
        "statement",
        {"passage": [row["passage_id"]]},
        passage=_row(whole, row["passage_id"]),
        clause=row["quote"],
        pledges=[pin.name],
    )


def _chart(whole: Dataset, view: Dataset, pin: Pin, under: str, link: dict[str, list[str]]) -> Card:
    exhibit = EXHIBITS[pin.name]
    shown = Shown(whole, exhibit.narrow(view, pin.choice))
    link |= {name: [value] for name, value in exhibit.link.items()}
    if pin.choice:
        link[exhibit.parameter] = list(pin.choice)
    return Card(
        pin,
        exhibit.title,
        exhibit.said(shown),
        exhibit.page,
        link,
        under=under if exhibit.filtered else "",
        shown=shown,
        exhibit=exhibit,
        pledges=list(shown.view.pledges["pledge_id"]) if exhibit.page == "pledges" else [],
    )


def _map(whole: Dataset, view: Dataset, pin: Pin, under: str, link: dict[str, list[str]]) -> Card:
    preset = whole.map_views.set_index("view", drop=False).loc[pin.name]
    view = queries.with_roles(view, pin.choice)
    link |= {"view": [pin.name]} | ({"role": list(pin.choice)} if pin.choice else {})
    said = [findings.places(view)[0]] if len(view.place_mentions) else []
    title = f"Where the statement looks: {preset['label']}"
    return Card(pin, title, said, "map", link, under=under, shown=Shown(whole, view), map_view=preset)


def _row(whole: Dataset, passage_id: str) -> pd.Series:
    return whole.passages.set_index("passage_id", drop=False).loc[passage_id]


_OF_A_SENTENCE = {"passage": _passage, "commitment": _commitment, "pledge": _pledge}
