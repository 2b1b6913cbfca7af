"""The corpus: meetings with their texts, sentences by reference, what they name, and what took them up.

A dataset without a corpus has no series, no texts and no topics; nothing here raises for it.
"""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from data.load.corpus import Corpus
from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.lookup import Record, grouped, labels, reading_order, records

PEER = "statement"  # the kind of text that can be compared with a statement
REVIEWED, BY_RULE = "reviewed", "rule"  # how a link was made
SAME_POINT = "same_point"  # the relation of a link between sentences that make the same point


class Reference(NamedTuple):
    """One sentence of one text. As text: `statement_id:passage_id`."""

    statement_id: str
    passage_id: str

    def __str__(self) -> str:
        return f"{self.statement_id}:{self.passage_id}"


@dataclass(frozen=True)
class Text:
    """One text of the corpus. kind: statement, memorandum or fact sheet. coded: whether the dataset codes it.

    sentences: their number.
    """

    statement_id: str
    meeting_id: str
    series: str
    date: datetime.date
    title: str
    short_title: str
    kind: str
    source_url: str
    sentences: int
    coded: bool

    @property
    def is_peer(self) -> bool:
        """Whether it is a statement, and not a fact sheet or a memorandum."""
        return self.kind == PEER

    @property
    def kind_note(self) -> str:
        """What is no statement is called what it is, where its title does not say so: ` (fact sheet)`."""
        return "" if self.is_peer or self.kind in self.short_title.lower() else f" ({self.kind})"


@dataclass(frozen=True)
class Meeting:
    """One meeting of a series, with its texts in the order of dates.

    narrow: whether its texts name topics of a single theme, so that what they leave out is no silence.
    """

    meeting_id: str
    series: str
    texts: tuple[Text, ...]
    narrow: bool

    @property
    def start(self) -> datetime.date:
        """The day of its first text."""
        return self.texts[0].date

    @property
    def end(self) -> datetime.date:
        """The day of its last text."""
        return self.texts[-1].date

    @property
    def coded(self) -> bool:
        """Whether the coded statement is one of its texts."""
        return any(text.coded for text in self.texts)

    @property
    def is_peer(self) -> bool:
        """Whether a statement is among its texts, not only fact sheets and memoranda."""
        return any(text.is_peer for text in self.texts)

    @property
    def sentences(self) -> int:
        """The number of sentences of all its texts."""
        return sum(text.sentences for text in self.texts)


class Topic(NamedTuple):
    """One topic. theme: a code of the codebook."""

    topic: str
    label: str
    theme: str
    definition: str


class Mention(NamedTuple):
    """A sentence that names a topic. quotes: the words that name it, in the order of the sentence."""

    topic: str
    reference: Reference
    quotes: tuple[str, ...]


class Counterpart(NamedTuple):
    """A sentence of another meeting of the series that is linked to one.

    relation: same_point or related. how: rule or reviewed.
    """

    reference: Reference
    relation: str
    how: str


class Counterparts(NamedTuple):
    """The counterparts of a sentence, in the order of dates: at earlier meetings, and at later ones."""

    before: tuple[Counterpart, ...] = ()
    after: tuple[Counterpart, ...] = ()


# Series, meetings and texts


def series(ds: Dataset) -> dict[str, str]:
    """The label of each series, in their order."""
    return labels(ds, "series")


@cached
def texts(ds: Dataset) -> dict[str, Text]:
    """Every text by statement_id, in the order of dates."""
    if ds.corpus is None:
        return {}
    sentences = grouped(ds.corpus.passages, "statement_id")
    found = {}
    for row in records(ds.corpus.statements.sort_values("date", kind="stable")):
        own = [passage["text"] for passage in sentences.get(row["statement_id"], [])]
        found[row["statement_id"]] = Text(
            **{key: row[key] for key in ("statement_id", "meeting_id", "series", "title", "short_title")},
            **{key: row[key] for key in ("kind", "source_url")},
            date=row["date"].date(),
            sentences=len(own),
            coded=row["statement_id"] == ds.corpus.coded,
        )
    return found


@cached
def meetings(ds: Dataset, name: str) -> tuple[Meeting, ...]:
    """The meetings of a series in the order of dates; none for an unknown series."""
    by_meeting: dict[str, list[Text]] = defaultdict(list)
    for text in texts(ds).values():
        if text.series == name:
            by_meeting[text.meeting_id].append(text)
    return tuple(
        Meeting(meeting_id, name, tuple(own), len(_themes(ds).get(meeting_id, ())) == 1)
        for meeting_id, own in by_meeting.items()
    )


@cached
def all_meetings(ds: Dataset) -> dict[str, Meeting]:
    """Every meeting by meeting_id, series by series."""
    return {meeting.meeting_id: meeting for name in series(ds) for meeting in meetings(ds, name)}


def coded_text(ds: Dataset) -> Text | None:
    """The text that the dataset codes; None without a corpus."""
    return texts(ds)[ds.corpus.coded] if ds.corpus else None


# Sentences


@cached
def text_passages(ds: Dataset, statement_id: str) -> tuple[Record, ...]:
    """The sentences of a text in reading order, as rows of the corpus's table passages; none for an
    unknown text."""
    return tuple(_sentences(ds).get(statement_id, {}).values())


def corpus_passage(ds: Dataset, reference: Reference) -> Record:
    """One sentence, as a row of the corpus's table passages. Raises KeyError for an unknown one."""
    return _sentences(ds)[reference.statement_id][reference.passage_id]


def parse_reference(ds: Dataset, text: str) -> Reference | None:
    """The reference that a text `statement_id:passage_id` stands for; None if the corpus has no such
    sentence."""
    statement_id, _, passage_id = text.partition(":")
    known = passage_id in _sentences(ds).get(statement_id, {})
    return Reference(statement_id, passage_id) if known else None


def in_order(ds: Dataset, references: Sequence[Reference]) -> list[Reference]:
    """The references, each once, in the order of their texts' dates and then in reading order."""
    place = {statement_id: index for index, statement_id in enumerate(texts(ds))}
    return sorted(set(references), key=lambda one: (place[one.statement_id], reading_order(one.passage_id)))


@cached
def _sentences(ds: Dataset) -> dict[str, dict[str, Record]]:
    if ds.corpus is None:
        return {}
    rows = grouped(ds.corpus.passages, "statement_id")
    return {name: {row["passage_id"]: row for row in own} for name, own in rows.items()}


# Topics and their mentions


@cached
def topics(ds: Dataset) -> dict[str, Topic]:
    """Every topic by its code, in their order."""
    if ds.corpus is None:
        return {}
    rows = records(ds.corpus.topics.sort_values("order"))
    return {row["topic"]: Topic(*(row[key] for key in Topic._fields)) for row in rows}


def mentions(ds: Dataset, topic: str, meeting_id: str) -> tuple[Mention, ...]:
    """The sentences of a meeting that name a topic, each once: text by text, in reading order."""
    return _by_cell(ds).get((topic, meeting_id), ())


def topics_of(ds: Dataset, reference: Reference) -> tuple[Mention, ...]:
    """The topics that a sentence names, in their order."""
    return _by_sentence(ds).get(reference, ())


@cached
def _mentions(ds: Dataset) -> list[Mention]:
    """All mentions that no review rejected, topic by topic, in the order of dates and then of reading."""
    if ds.corpus is None:
        return []
    key = ["topic", "statement_id", "passage_id", "quote"]
    rejected = _rows(ds.corpus, "rejected_mentions", key)
    found: dict[tuple[str, Reference], list[Record]] = defaultdict(list)
    for row in records(ds.corpus.topic_mentions):
        if tuple(row[column] for column in key) not in rejected:
            found[row["topic"], Reference(row["statement_id"], row["passage_id"])].append(row)
    order = {reference: index for index, reference in enumerate(in_order(ds, [one for _, one in found]))}
    rank = {topic: index for index, topic in enumerate(topics(ds))}
    return [
        Mention(topic, at, tuple(row["quote"] for row in rows))
        for (topic, at), rows in sorted(found.items(), key=lambda item: (rank[item[0][0]], order[item[0][1]]))
    ]


@cached
def _by_cell(ds: Dataset) -> dict[tuple[str, str], tuple[Mention, ...]]:
    cells: dict[tuple[str, str], tuple[Mention, ...]] = defaultdict(tuple)
    for mention in _mentions(ds):
        cells[mention.topic, texts(ds)[mention.reference.statement_id].meeting_id] += (mention,)
    return dict(cells)


@cached
def _by_sentence(ds: Dataset) -> dict[Reference, tuple[Mention, ...]]:
    found: dict[Reference, tuple[Mention, ...]] = defaultdict(tuple)
    for mention in _mentions(ds):
        found[mention.reference] += (mention,)
    return dict(found)


@cached
def _themes(ds: Dataset) -> dict[str, set[str]]:
    """The themes of the topics that each meeting names, by meeting_id."""
    found: dict[str, set[str]] = defaultdict(set)
    for topic, meeting_id in _by_cell(ds):
        found[meeting_id].add(topics(ds)[topic].theme)
    return found


# Links


def counterparts(ds: Dataset, reference: Reference) -> Counterparts:
    """The sentences of other meetings that are linked to a sentence, without rejected links."""
    return _counterparts(ds).get(reference, Counterparts())


@cached
def _counterparts(ds: Dataset) -> dict[Reference, Counterparts]:
    if ds.corpus is None:
        return {}
    key = ["old_statement", "old_passage", "new_statement", "new_passage"]
    rejected = _rows(ds.corpus, "rejected_links", key)
    before: dict[Reference, list[Counterpart]] = defaultdict(list)
    after: dict[Reference, list[Counterpart]] = defaultdict(list)
    for row in records(ds.corpus.links):
        ends = tuple(row[column] for column in key)
        if ends not in rejected:
            old, new = Reference(*ends[:2]), Reference(*ends[2:])
            before[new].append(Counterpart(old, row["relation"], row["how"]))
            after[old].append(Counterpart(new, row["relation"], row["how"]))
    order = {reference: index for index, reference in enumerate(in_order(ds, [*before, *after]))}

    def sorted_ones(found: list[Counterpart]) -> tuple[Counterpart, ...]:
        return tuple(sorted(found, key=lambda one: order[one.reference]))

    return {one: Counterparts(sorted_ones(before[one]), sorted_ones(after[one])) for one in order}


def _rows(corpus: Corpus, table: str, columns: list[str]) -> set[tuple[str, ...]]:
    """The cells of these columns of a table, row by row."""
    return {tuple(row[column] for column in columns) for row in records(getattr(corpus, table))}


# The course of topics through the meetings of a series


class Course(NamedTuple):
    """How a topic went through the meetings of a series.

    meetings: of the series. said: at each of them, whether it was said. since: the meeting that the course is
    measured from, the coded one, or the first. until: the last meeting. A meeting about one theme (narrow)
    is neither.
    """

    topic: str
    meetings: tuple[Meeting, ...]
    said: tuple[bool, ...]
    since: Meeting
    until: Meeting

    @property
    def first(self) -> Meeting | None:
        """The first meeting that said it; None if none did."""
        return next((one for one, said in zip(self.meetings, self.said, strict=True) if said), None)

    @property
    def last(self) -> Meeting | None:
        """The last meeting that said it; None if none did."""
        return next(
            (one for one, said in zip(self.meetings[::-1], self.said[::-1], strict=True) if said), None
        )

    @property
    def came(self) -> bool:
        """Whether the last meeting says it and the one measured from does not."""
        return self.at(self.until) and not self.at(self.since)

    @property
    def went(self) -> bool:
        """Whether the meeting measured from says it and the last one does not."""
        return self.at(self.since) and not self.at(self.until)

    @property
    def turns(self) -> int:
        """How often it came or went from one meeting to the next, those about one theme left out."""
        broad = [said for one, said in zip(self.meetings, self.said, strict=True) if said or not one.narrow]
        return sum(one != other for one, other in pairwise(broad))

    def at(self, meeting: Meeting) -> bool:
        """Whether a meeting says it."""
        return self.said[self.meetings.index(meeting)]


@cached
def courses(ds: Dataset, name: str) -> dict[str, Course]:
    """The course of each topic through a series, in the order of topics; none for an unknown series."""
    held = meetings(ds, name)
    if not held:
        return {}
    broad = [meeting for meeting in held if not meeting.narrow] or list(held)
    since = next((meeting for meeting in broad if meeting.coded), broad[0])
    return {
        topic: Course(
            topic,
            held,
            tuple(bool(mentions(ds, topic, meeting.meeting_id)) for meeting in held),
            since,
            broad[-1],
        )
        for topic in topics(ds)
    }
