"""What every document of a brief says, whatever its format."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.content.brief.cards import Card, PassageCard
from components.content.text import descriptions, formatting
from data import queries
from data.load.dataset import Dataset

# Characters that no XML file may hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Handout:
    """A brief on paper. `under` is the shared filter in words, `made` the day it is made, `notes`
    and `addresses` go by the card's pin as text, `address` leads to the whole brief."""

    ds: Dataset
    title: str
    under: str
    made: datetime.date
    cards: Sequence[Card]
    notes: Mapping[str, str]
    addresses: Mapping[str, str]
    address: str

    @property
    def head(self) -> str:
        """The line under the title: the statement, its date, the filter, the day of making."""
        statement = self.ds.statement
        under = f"Filter: {self.under}." if self.under else "No filter."
        made = formatting.day(self.made)
        return f"{statement.title}, {formatting.day(statement.date)}. {under} Made on {made}."

    @property
    def sources(self) -> list[str]:
        """Where the words, the codes and the brief itself can be found."""
        statement = self.ds.statement
        return [
            f"Statement: {statement.title}, {formatting.day(statement.date)}. {statement.url}",
            "Codes: Linchpin, made by a language model by a published codebook; judgements, not facts.",
            f"This brief: {self.address}",
        ]

    def note(self, card: Card) -> str:
        """The reader's note to a card as plain text; empty without one."""
        return clean(self.notes.get(str(card.pin), ""))

    def pledges(self) -> pd.DataFrame:
        """What the cards say of money, a row each, in words: Pledge, Payer, Amount, Kind, Period, Place."""
        asked = {pledge_id for card in self.cards for pledge_id in card.pledges}
        rows = queries.with_passage(self.ds, self.ds.pledges)
        rows = rows[rows["pledge_id"].isin(asked)]
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
    """Where a card's sentence stands, and its codes: `Paragraph 13, sentence 8. Health, Both, commissive.`"""
    return f"{descriptions.reference(card.passage)}. {', '.join(descriptions.codes(ds, card.passage))}."


def said(card: Card) -> list[str]:
    """The card's lines without Markdown; that there is nothing to show, where the filter leaves nothing."""
    if card.empty:
        return [f"Nothing to show here under {card.under}."]
    return [descriptions.plain(line) for line in card.lines]


def clean(text: str) -> str:
    """Text that any file may hold: without control characters, its lines ended by `\\n`."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
