"""What texts, meetings and sentences are called, and how a sentence is cited."""

import datetime

from components.content.text import formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Meeting, Reference, Text


def month(date: datetime.date) -> str:
    """`May 2021`."""
    return f"{formatting.MONTHS[date.month - 1]} {date.year}"


def when(meeting: Meeting) -> str:
    """The month of a meeting: `May 2021`. A reader's own text is called so, since its day may be made up."""
    return queries.UNREVIEWED if meeting.meeting_id == queries.OWN else month(meeting.end)


def when_said(ds: Dataset, reference: Reference) -> str:
    """As `when`, for the text of a sentence."""
    name = reference.statement_id
    return queries.UNREVIEWED if name == queries.OWN else month(queries.texts(ds)[name].date)


def kinds(meeting: Meeting) -> str:
    """The kinds of a meeting's texts: `a memorandum and a fact sheet`."""
    found = dict.fromkeys(text.kind for text in meeting.texts)
    return formatting.listed([f"{formatting.article(kind)} {kind}" for kind in found])


def text_name(text: Text) -> str:
    """A text by its day and short title, as in `21 May 2022 · Joint Communiqué`. What is no statement is
    called what it is."""
    return f"{formatting.day(text.date)} · {text.short_title}{text.kind_note}"


def dated_title(text: Text) -> str:
    """The short title of a text, and its day: `Joint Statement, 13 January 2023`."""
    return f"{text.short_title}, {formatting.day(text.date)}"


def source(text: Text) -> str:
    """As `dated_title`; what is no statement is called what it is."""
    return dated_title(text) + text.kind_note


def place(reference: Reference) -> str:
    """Where a sentence stands in its text: `Paragraph 13, sentence 8`."""
    return formatting.place(*queries.reading_order(reference.passage_id))


def full_source(text: Text, reference: Reference) -> str:
    """A sentence of a text: `Paragraph 13, sentence 8. A Title, 3 April 2021. https://…`."""
    return f"{place(reference)}. {text.title}, {formatting.day(text.date)}. {text.source_url}"


def citation(ds: Dataset, reference: Reference) -> str:
    """A sentence verbatim and, on a line of its own, its `full_source`."""
    words = queries.corpus_passage(ds, reference)["text"]
    return f"“{words}”\n{full_source(queries.texts(ds)[reference.statement_id], reference)}"
