"""A text that a reader brings, beside the corpus: its sentences, topics by pattern, links by rule.

Nobody has reviewed it. It is added to a copy of the dataset, so that every query of the corpus answers
about it too; the dataset itself and the files of the corpus stay as they are.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, count

import pandas as pd

from data.load.corpus import Corpus
from data.load.dataset import Dataset
from data.load.source_text import fold
from data.load.splitter import Sentence, sentences
from data.queries.corpus import BY_RULE, PEER, Meeting, all_meetings, meetings, text_passages
from data.queries.link_rule import related
from data.queries.lookup import records

OWN = "own-text"  # statement_id and meeting_id of the text, until it is in the corpus
UNREVIEWED = "your text (unreviewed)"  # what it is called everywhere


@dataclass(frozen=True)
class OwnMention:
    """Words of a sentence that the pattern of a topic matches."""

    topic: str
    passage_id: str
    quote: str


@dataclass(frozen=True)
class OwnText:
    """title, address: "" if not stated. text: Markdown. mentions: topic by topic, in reading order."""

    title: str
    date: datetime.date
    address: str
    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[OwnMention, ...]


def own_text(
    corpus: Corpus, text: str, title: str = "", date: datetime.date = datetime.date.max, address: str = ""
) -> OwnText:
    """A text, split, with the topics of the corpus that its sentences name. date: of its publication."""
    split = tuple(sentences(text))
    found = [
        OwnMention(row["topic"], sentence.passage_id, quote)
        for row in records(corpus.topics.sort_values("order"))
        for pattern in [re.compile(row["pattern"], re.IGNORECASE)]
        for sentence in split
        for quote in quotes(pattern, sentence.text)
    ]
    return OwnText(title, date, address, text, split, tuple(found))


def quotes(pattern: re.Pattern[str], text: str) -> list[str]:
    """What a pattern matches in a sentence; the same words once."""
    return list(dict.fromkeys(match[0] for match in pattern.finditer(text) if match[0].strip()))


def same_text(ds: Dataset, own: OwnText) -> str | None:
    """The statement_id of the text of the corpus that has the very same sentences; None if there is none."""
    said = [fold(sentence.text) for sentence in own.sentences]
    for name in ds.corpus.statements["statement_id"] if ds.corpus else ():
        if [fold(row["text"]) for row in text_passages(ds, name)] == said:
            return str(name)
    return None


def with_own_text(ds: Dataset, own: OwnText, meeting_ids: Iterable[str]) -> Dataset:
    """A copy of a dataset whose corpus has the text as a meeting of its own, OWN, linked to these meetings.

    The meetings are of one series, which the text is put into. Raises ValueError without a corpus or one.
    """
    chosen = [all_meetings(ds)[name] for name in meeting_ids if ds.corpus]
    if ds.corpus is None or not chosen:
        raise ValueError("there is no meeting to compare with")
    corpus = ds.corpus
    passages = pd.DataFrame([{"statement_id": OWN, **vars(sentence)} for sentence in own.sentences])
    mentions = pd.DataFrame(
        [{"statement_id": OWN, "checked": False, **vars(one)} for one in own.mentions],
        columns=corpus.topic_mentions.columns,
    )
    links = pd.DataFrame(
        [link for meeting in chosen for link in own_links(ds, own, meeting)], columns=corpus.links.columns
    )
    statement = own_statement(ds, own, chosen[0].series) | {
        "statement_id": OWN,
        "meeting_id": OWN,
        "short_title": UNREVIEWED.capitalize(),
    }
    statements = pd.DataFrame([statement]).astype({"date": corpus.statements["date"].dtype})
    return replace(
        ds,
        corpus=replace(
            corpus,
            statements=_with_rows(corpus.statements, statements),
            passages=_with_rows(corpus.passages, passages),
            topic_mentions=_with_rows(corpus.topic_mentions, mentions),
            links=_with_rows(corpus.links, links),
        ),
    )


def _with_rows(table: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """A table with further rows; its columns and their types stay."""
    return (
        pd.concat([table, rows[table.columns].astype(table.dtypes)], ignore_index=True)
        if len(rows)
        else table
    )


def own_statement(ds: Dataset, own: OwnText, series: str) -> dict[str, str]:
    """The row of the text in statements.csv, as far as it is known: who speaks is who does in the series."""
    row = next(row for row in records(ds.corpus.statements) if row["series"] == series) if ds.corpus else {}
    name = f"{series}-{own.date:%Y-%m}"
    taken = set(ds.corpus.statements["statement_id"]) if ds.corpus else set()
    more = (f"{name}-{number}" for number in count(2))
    name = next(one for one in chain([name], more) if one not in taken)
    return {
        "statement_id": name,
        "meeting_id": name,
        "series": series,
        "date": own.date.isoformat(),
        "title": own.title,
        "short_title": own.title,
        "parties": row.get("parties", ""),
        "kind": PEER,
        "source_url": own.address,
    }


def own_links(ds: Dataset, own: OwnText, meeting: Meeting, name: str = OWN) -> list[dict[str, str]]:
    """Rows of links.csv between the text, called `name`, and a meeting, by the rule of links alone."""
    assert ds.corpus is not None
    rows = [
        (text.statement_id, row["passage_id"], row["text"])
        for text in meeting.texts
        for row in text_passages(ds, text.statement_id)
    ]
    parties = {"", *_parties(ds.corpus, meeting)}
    spoken = [row["name"] for row in records(ds.corpus.names) if row["party"] in parties]
    theirs = [text for _, _, text in rows]
    ours = [sentence.text for sentence in own.sentences]
    is_later = own.date >= meeting.start
    found = []
    for place, own_place, relation in related(theirs, ours, spoken):
        ends = [rows[place][:2], (name, own.sentences[own_place].passage_id)]
        (old, old_passage), (new, new_passage) = ends if is_later else ends[::-1]
        found.append(
            {
                "old_statement": old,
                "old_passage": old_passage,
                "new_statement": new,
                "new_passage": new_passage,
                "relation": relation,
                "how": BY_RULE,
            }
        )
    return found


def series_links(ds: Dataset, own: OwnText, series: str, name: str) -> list[dict[str, str]]:
    """Rows of links.csv between the text, called `name`, and all meetings of a series."""
    return [link for meeting in meetings(ds, series) for link in own_links(ds, own, meeting, name)]


def _parties(corpus: Corpus, meeting: Meeting) -> set[str]:
    """Who speaks in the texts of a meeting."""
    own = {text.statement_id for text in meeting.texts}
    rows = (row for row in records(corpus.statements) if row["statement_id"] in own)
    return {party for row in rows for party in row["parties"].split(";")}
