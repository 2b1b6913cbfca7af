"""The content of a brief's documents, the same in all formats."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.content.brief.cards import Card, ChartCard, PassageCard
from components.content.text import descriptions, formatting
from data import queries
from data.load.dataset import Dataset
from data.load.files import CONTROL

LONGEST_LINK = 2000  # characters; Word and PowerPoint open no longer ones


@dataclass(frozen=True)
class Handout:
    """A brief to be written as a document.

    filter_words: the shared filter in words; "" without one. date: of its making. notes, addresses: by the
    text of the card's pin, the reader's note and the link to its page. address: the link to the brief.
    """

    ds: Dataset
    title: str
    filter_words: str
    date: datetime.date
    cards: Sequence[Card]
    notes: Mapping[str, str]
    addresses: Mapping[str, str]
    address: str

    @property
    def head(self) -> str:
        """The line under the title: the statement and its date, the filter, the date of making."""
        statement = self.ds.statement
        filter_line = f"Filter: {self.filter_words}." if self.filter_words else "No filter."
        made_on = f"Made on {formatting.day(self.date)}."
        return f"{statement.title}, {formatting.day(statement.date)}. {filter_line} {made_on}"

    @property
    def sources(self) -> list[str]:
        """Where the text, the codes and the brief come from, a line each."""
        statement = self.ds.statement
        return [
            f"Statement: {statement.title}, {formatting.day(statement.date)}. {statement.url}",
            f"Codes: {self.ds.about.author}, {self.ds.about.coder}",
            f"This brief: {self.address}",
        ]

    def note(self, card: Card) -> str:
        """The reader's note to a card as plain text; "" without one."""
        return clean(self.notes.get(str(card.pin), ""))

    def pledges(self) -> pd.DataFrame:
        """The pledges that the cards show, in words: Pledge, Payer, Amount, Kind, Period, Paragraph."""
        shown = {pledge_id for card in self.cards for pledge_id in card.pledges}
        rows = queries.with_passage(self.ds, self.ds.pledges)
        rows = rows[rows["pledge_id"].isin(shown)]
        return pd.DataFrame(
            {
                "Pledge": rows["title"],
                "Payer": rows["payer"].map(queries.labels(self.ds, "actor")),
                "Amount": [
                    formatting.money(usd) if pd.notna(usd) else "not stated" for usd in rows["amount_usd"]
                ],
                "Kind": rows["basis"].map(queries.labels(self.ds, "basis")),
                "Period": [
                    formatting.period(start, end)
                    for start, end in zip(rows["period_start"], rows["period_end"], strict=True)
                ],
                "Paragraph": rows["paragraph"].astype(str),
            }
        )


NEVER_SUMMED = "These sums are of different kinds. They are not added."


def codes(ds: Dataset, card: PassageCard) -> str:
    """Where a card's passage is, and its codes: `Paragraph 13, sentence 8. Health, Both, commissive.`"""
    return f"{descriptions.reference(card.passage)}. {', '.join(descriptions.codes(ds, card.passage))}."


def plain_lines(card: Card) -> list[str]:
    """The card's lines without Markdown. For an empty card, a line that says so."""
    if card.empty:
        return [descriptions.nothing(card.filter_words)]
    return [descriptions.plain(line) for line in card.lines]


def first_line(card: Card) -> str:
    """The line under a card's heading, "" for none: what is drawn, where the heading of a chart is a finding;
    all lines of a chart that is text alone; else the first line."""
    lines = plain_lines(card)
    if isinstance(card, ChartCard) and not card.empty:
        if card.chart.draw is None:
            return " ".join(lines)
        if card.heading != card.chart.title:
            return card.chart.title
    return next(iter(lines), "")


def linked(line: str) -> list[tuple[str, str]]:
    """A line in parts, as (text, address): an address is "" for words, and the text itself for a link.

    An address ends before white space and before the marks that end a sentence or a quotation.
    """
    # With a group in its pattern, re.split returns words and addresses in turn.
    parts = re.split(r"(https?://[^\s<>]*[^\s<>.,;:!?'\"’”)])", line)
    return [(part, part if index % 2 else "") for index, part in enumerate(parts) if part]


def clean(text: str) -> str:
    """Text that is valid in XML: without control characters. Lines end with `\\n`."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
