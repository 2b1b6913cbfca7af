"""What the neighbouring statements say where one sentence stands: its counterparts, in words."""

from collections.abc import Collection
from typing import NamedTuple

from components.content.text import citations, formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Counterpart, Reference

# By the column how of links: how a counterpart was found.
HOW = {queries.BY_RULE: "by rule, not reviewed", queries.REVIEWED: "reviewed"}
NO_COUNTERPART = "That does not mean that the point is new or was dropped: it may stand in other words."


class Line(NamedTuple):
    """A counterpart: where it stands and how it was found, in words, and its text."""

    reference: Reference
    where: str
    how: str
    text: str


class Group(NamedTuple):
    """Counterparts of a sentence under one heading. same: those that make the same point; related: those
    that are on one matter, at most."""

    heading: str
    same: tuple[Line, ...] = ()
    related: tuple[Line, ...] = ()


def counterparts(ds: Dataset, reference: Reference) -> list[Group]:
    """The counterparts of a sentence: in the coded statement, at earlier meetings of its series, and at later
    ones. Nothing is said of texts in which none were looked for: those of other series and of its own
    meeting."""
    text, coded = queries.texts(ds)[reference.statement_id], queries.coded_text(ds)
    before, after = queries.counterparts(ds, reference)
    compared = {meeting.meeting_id for meeting in queries.meetings(ds, text.series)} - {text.meeting_id}
    groups = []
    if coded and coded.meeting_id in compared:
        there = [one for one in (*before, *after) if one.reference.statement_id == coded.statement_id]
        found = any(one.relation == queries.SAME_POINT for one in there)
        heading = "In the coded statement" if found else "No counterpart found in the coded statement"
        groups.append(_group(ds, heading, there))
        before, after = (tuple(one for one in side if one not in there) for side in (before, after))
    for when, side in (("Before", before), ("After", after)):
        if side:
            groups.append(_group(ds, f"{when}: {_said(ds, side)}", side))
    if compared and not groups:
        groups.append(Group("No counterpart found in the other texts of this series"))
    return groups


def _group(ds: Dataset, heading: str, side: Collection[Counterpart]) -> Group:
    same = tuple(_line(ds, one) for one in side if one.relation == queries.SAME_POINT)
    related = tuple(_line(ds, one) for one in side if one.relation != queries.SAME_POINT)
    return Group(heading, same, related)


def _line(ds: Dataset, one: Counterpart) -> Line:
    place = citations.place(one.reference).lower()
    name = citations.text_name(queries.texts(ds)[one.reference.statement_id])
    text = queries.corpus_passage(ds, one.reference)["text"]
    return Line(one.reference, f"{name}, {place}", HOW[one.how], text)


def _said(ds: Dataset, side: Collection[Counterpart]) -> str:
    """In which years the same point was made: `the same point in 2022 and 2023`."""
    texts = queries.texts(ds)
    same = [one.reference.statement_id for one in side if one.relation == queries.SAME_POINT]
    years = list(dict.fromkeys(str(texts[statement_id].date.year) for statement_id in same))
    return f"the same point in {formatting.listed(years)}" if years else "related sentences only"
