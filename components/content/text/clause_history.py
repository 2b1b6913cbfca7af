"""A topic's clause history: what each meeting of a series says of it, word by word against the one before."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from components.content.text import citations, formatting
from components.content.text.word_diff import ADDED, DROPPED, SAME, Piece, is_changed, word_diff
from data import queries
from data.load.dataset import Dataset
from data.queries import Course, Meeting, Mention, Reference, Text, Topic

MOST_CHANGES = 3  # that a finding names
FEWEST_SHARED = 2  # words, of two quotes that are the same words changed


class Run(NamedTuple):
    """Some words of a sentence. kind: SAME, ADDED or DROPPED. named: whether they name the topic."""

    text: str
    kind: str
    named: bool


@dataclass(frozen=True)
class Line:
    """A sentence of a history.

    against: the earlier sentence that its words are compared with; None where no earlier sentence was
    linked to it as the same point. before: the topic that the earlier sentence named in place of this one;
    "" where it names the same one.
    """

    reference: Reference
    sentence: str
    text: Text
    runs: tuple[Run, ...]
    against: Reference | None = None
    before: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether words were added or dropped since the sentence that it is compared with."""
        return any(run.kind != SAME for run in self.runs)


@dataclass(frozen=True)
class Step:
    """A meeting of a history.

    first, last: whether it is the first or the last that says it. left_out: sentences that say it, too, and
    that a shortened history leaves out.
    """

    meeting: Meeting
    lines: tuple[Line, ...]
    first: bool = False
    last: bool = False
    left_out: int = 0

    @property
    def silence(self) -> str:
        """That the meeting does not say it, in words; "" if it does."""
        if self.lines or self.left_out:
            return ""
        texts = len(self.meeting.texts)
        where = {1: "", 2: " in either text"}.get(texts, f" in any of {texts} texts")
        notes = [f"{citations.kinds(self.meeting)}, no statement"] if not self.meeting.is_peer else []
        notes += ["about one theme alone"] if self.meeting.narrow else []
        return f"not mentioned{where}" + (f" ({', '.join(notes)})" if notes else "")


@dataclass(frozen=True)
class History:
    """The clause history of a topic in a series. series: its label. finding: what happened, in a sentence."""

    topic: Topic
    series: str
    finding: str
    steps: tuple[Step, ...]

    @property
    def references(self) -> list[Reference]:
        """Its sentences, in order."""
        return [line.reference for step in self.steps for line in step.lines]

    @property
    def left_out(self) -> str:
        """How many sentences a shortened history leaves out, in words; "" for none."""
        rest, shown = sum(step.left_out for step in self.steps), len(self.references)
        return formatting.left_out(shown, shown + rest, "sentence")


@queries.cached
def history(ds: Dataset, topic: str, name: str, meeting_id: str = "") -> History:
    """The history of a topic in a series; of one meeting alone, if one is given.

    Raises KeyError for an unknown topic or series.
    """
    course = queries.courses(ds, name)[topic]
    steps = tuple(_steps(ds, course))
    finding = told(ds, topic, name)
    if meeting_id:
        steps = tuple(step for step in steps if step.meeting.meeting_id == meeting_id)
        (step,) = steps
        said = step.silence or formatting.plural(len(step.lines), "sentence")
        finding = f"{queries.topics(ds)[topic].label}, {citations.when(step.meeting)}: {said}"
    return History(queries.topics(ds)[topic], queries.series(ds)[name], finding, steps)


@queries.cached_recent
def of_words(ds: Dataset, words: str, name: str) -> History:
    """The sentences of a series that hold search words, as a history: without comparing any."""
    hits = queries.search(ds, queries.CORPUS, words).hits
    steps = []
    for meeting in queries.meetings(ds, name):
        found = [
            Reference(text.statement_id, row["passage_id"])
            for text in meeting.texts
            for row in queries.text_passages(ds, text.statement_id)
        ]
        lines = tuple(_found(ds, one, hits[str(one)]) for one in found if str(one) in hits)
        steps.append(Step(meeting, lines))
    said = [step for step in steps if step.lines]
    count = formatting.plural(sum(len(step.lines) for step in said), "sentence")
    finding = f"“{words}”: {count} at {len(said)} of {formatting.plural(len(steps), 'meeting')}"
    return History(Topic("", words, "", ""), queries.series(ds)[name], finding, tuple(steps))


def _found(ds: Dataset, reference: Reference, spans: Sequence[tuple[int, int]]) -> Line:
    """A sentence with the hits of a search."""
    sentence = queries.corpus_passage(ds, reference)["text"]
    named = [False] * len(sentence)
    for start, end in spans:
        named[start:end] = [True] * (end - start)
    runs = tuple(_cut([Piece(sentence, SAME)], sentence, named))
    return Line(reference, sentence, queries.texts(ds)[reference.statement_id], runs)


def shortened(shown: History, letters: int) -> History:
    """The history with as many sentences as have room: the first of each meeting, then the second, and so on.

    letters: of all sentences together, with the dropped words.
    """
    kept: dict[int, list[Line]] = {number: [] for number in range(len(shown.steps))}
    for round_ in range(max((len(step.lines) for step in shown.steps), default=0)):
        for number, step in enumerate(shown.steps):
            if round_ < len(step.lines) and len(kept[number]) == round_:
                size = sum(len(run.text) for run in step.lines[round_].runs)
                if size <= letters:
                    kept[number].append(step.lines[round_])
                    letters -= size
    steps = [
        replace(step, lines=tuple(kept[number]), left_out=len(step.lines) - len(kept[number]))
        for number, step in enumerate(shown.steps)
    ]
    return replace(shown, steps=tuple(steps))


def as_text(shown: History) -> str:
    """The history as text with citations: what was added stands between [+ +], what was dropped between
    [- -]."""
    marks = {SAME: "{}", ADDED: "[+{}+]", DROPPED: "[-{}-]"}
    parts = [f"{shown.topic.label}, {shown.series}. {shown.finding}."]
    for step in shown.steps:
        if step.silence:
            parts.append(f"{citations.when(step.meeting)}: {step.silence}.")
        for line in step.lines:
            words = "".join(
                marks[kind].format("".join(run.text for run in group))
                for kind, group in groupby(line.runs, lambda run: run.kind)
            )
            parts.append(
                f"{formatting.day(line.text.date)}: “{words}”\n"
                f"{citations.place(line.reference)}. {line.text.title}. {line.text.source_url}"
            )
    return "\n\n".join(parts)


# The steps


class Pair(NamedTuple):
    """A mention, the earlier sentence that it is compared with, and the topic which that one named instead.

    old, before: as `against` and `before` of a Line.
    """

    mention: Mention
    old: Reference | None
    before: str


@queries.cached
def pairs(ds: Dataset, topic: str, name: str) -> dict[str, tuple[Pair, ...]]:
    """The mentions of a topic at each meeting of a series, by meeting_id, in the order of dates.

    A sentence is compared with the last one that makes the same point at the last meeting that said the
    topic; if none said it before, with one that named a topic in its place.
    """
    course = queries.courses(ds, name)[topic]
    found, before = {}, set[Reference]()
    for meeting in course.meetings:
        named = queries.mentions(ds, topic, meeting.meeting_id)
        found[meeting.meeting_id] = tuple(_pair(ds, mention, before, course) for mention in named)
        before = {mention.reference for mention in named} or before
    return found


def _pair(ds: Dataset, mention: Mention, before: Collection[Reference], course: Course) -> Pair:
    if before:
        linked = _same_point(ds, mention.reference)
        return Pair(mention, next((one for one in linked if one in before), None), "")
    replaced = _replaced(ds, mention, course)
    if replaced is None:
        return Pair(mention, None, "")
    return Pair(mention, replaced.reference, queries.topics(ds)[replaced.topic].label)


def _steps(ds: Dataset, course: Course) -> Iterator[Step]:
    """A step per meeting of the course."""
    found = pairs(ds, course.topic, course.meetings[0].series)
    for meeting in course.meetings:
        lines = tuple(_line(ds, pair) for pair in found[meeting.meeting_id])
        yield Step(meeting, lines, meeting == course.first, meeting == course.last)


def _line(ds: Dataset, pair: Pair) -> Line:
    mention = pair.mention
    sentence = queries.corpus_passage(ds, mention.reference)["text"]
    pieces = [Piece(sentence, SAME)]
    if pair.old:
        pieces = word_diff(queries.corpus_passage(ds, pair.old)["text"], sentence)
    text = queries.texts(ds)[mention.reference.statement_id]
    runs = tuple(_runs(pieces, mention, sentence))
    return Line(mention.reference, sentence, text, runs, pair.old, pair.before)


def _same_point(ds: Dataset, reference: Reference) -> list[Reference]:
    """The sentences of earlier meetings that make the same point, the latest first."""
    linked = queries.counterparts(ds, reference).before
    return [one.reference for one in linked if one.relation == queries.SAME_POINT][::-1]


def _replaced(ds: Dataset, mention: Mention, course: Course) -> Mention | None:
    """The latest earlier sentence that makes the same point and names a topic of the same theme in place of
    this one: one that was said before, and is not said from this meeting on."""
    all_topics, others = queries.topics(ds), queries.courses(ds, course.meetings[0].series)
    for old in _same_point(ds, mention.reference):
        for named in queries.topics_of(ds, old):
            if all_topics[named.topic].theme == all_topics[mention.topic].theme and _gave_way(
                others[named.topic], course
            ):
                return named
    return None


def _gave_way(old: Course, new: Course) -> bool:
    """Whether a topic was last said before another one was first said."""
    if old.last is None or new.first is None:
        return False
    return old.meetings.index(old.last) < new.meetings.index(new.first)


def _runs(pieces: Sequence[Piece], mention: Mention, sentence: str) -> Iterator[Run]:
    """The pieces, cut where the words that name the topic begin or end in the new sentence."""
    named = [False] * len(sentence)
    at = 0
    for quote in mention.quotes:
        start = sentence.find(quote, at)
        if start >= 0:
            at = start + len(quote)
            named[start:at] = [True] * len(quote)
    return _cut(pieces, sentence, named)


def _cut(pieces: Sequence[Piece], sentence: str, named: Sequence[bool]) -> Iterator[Run]:
    """The pieces, cut where `named` changes: it says of each letter of the sentence whether it is named."""
    at = 0
    for text, kind, _ in pieces:
        if kind == DROPPED:
            yield Run(text, kind, False)
            continue
        begin = at
        for index in range(at + 1, at + len(text) + 1):
            if index == at + len(text) or named[index] != named[begin]:
                yield Run(sentence[begin:index], kind, named[begin])
                begin = index
        at += len(text)


# The finding


@queries.cached
def told(ds: Dataset, topic: str, name: str) -> str:
    """What happened to a topic in a series, without a full stop."""
    course = queries.courses(ds, name)[topic]
    if course.first is None:
        return f"Not mentioned at any of {formatting.plural(len(course.meetings), 'meeting')}"
    changed = changes(ds, topic, name)
    named = list(changed[:MOST_CHANGES])
    if rest := len(changed) - len(named):
        named.append(formatting.plural(rest, "more change of words", "more changes of words"))
    return "; ".join([turn(ds, topic, name) or _times(course), *named])


@queries.cached
def turn(ds: Dataset, topic: str, name: str) -> str:
    """That a topic took the place of another: `From May 2021 to July 2024 “of this”; in November 2025 “of
    that”`; "" for none."""
    others = queries.courses(ds, name)
    course = others[topic]
    turns = [(course, other) for other in others.values()] + [(other, course) for other in others.values()]
    for old, new in turns:
        if not _gave_way(old, new):
            continue
        assert old.first and old.last and new.first
        for mention in queries.mentions(ds, new.topic, new.first.meeting_id):
            replaced = _replaced(ds, mention, new)
            if replaced and replaced.topic == old.topic:
                since, until = _first_said(ds, old, old.first), _first_said(ds, old, old.last)
                then = _first_said(ds, new, new.first)
                time = f"In {since}" if since == until else f"From {since} to {until}"
                return f"{time} “{replaced.quotes[0]}”; in {then} “{mention.quotes[0]}”"
    return ""


def _first_said(ds: Dataset, course: Course, meeting: Meeting) -> str:
    """The month of the first text of a meeting that names the topic."""
    mention = queries.mentions(ds, course.topic, meeting.meeting_id)[0]
    return citations.when_said(ds, mention.reference)


def _times(course: Course) -> str:
    """When it was first and last said, and where it is silent in between and after. A meeting about one theme
    is not called silent."""
    assert course.first and course.last
    count, said = len(course.meetings), sum(course.said)
    first, last = course.meetings.index(course.first), course.meetings.index(course.last)
    after = [one for one in course.meetings[last + 1 :] if not one.narrow]
    silent = [
        citations.when(one)
        for one, is_said in zip(course.meetings[first:last], course.said[first:last], strict=True)
        if not is_said and not one.narrow
    ]
    parts = [f"said in {citations.when(course.first)} alone"] if said == 1 else []
    if said > 1:
        parts += [f"first said in {citations.when(course.first)}"] * bool(first)
        parts += [f"last said in {citations.when(course.last)}"] * bool(after)
    parts += [f"not mentioned in {formatting.listed(silent)}"] * bool(silent)
    notes = []
    if after and not after[-1].is_peer:
        notes.append(f"{citations.when(after[-1])} is {citations.kinds(after[-1])}")
    if not parts:
        parts = [f"said at all {count} meetings" if said == count else f"said at {said} of {count} meetings"]
    words = "; ".join([", ".join(parts), *notes])
    return words[:1].upper() + words[1:]


@queries.cached
def changes(ds: Dataset, topic: str, name: str) -> tuple[str, ...]:
    """How the words that name a topic changed from one sentence to the one linked to it, a clause each.

    Names that share too few words are other names of the topic, and no change.
    """
    found = []
    for pair in (pair for said in pairs(ds, topic, name).values() for pair in said):
        if pair.old is None or pair.before:
            continue
        pieces = word_diff(_quote(ds, topic, pair.old), pair.mention.quotes[0])
        shared = sum(len(piece.text.split()) for piece in pieces if piece.kind == SAME)
        if is_changed(pieces) and shared >= FEWEST_SHARED:
            then = citations.when_said(ds, pair.mention.reference)
            found.append(f"{then} {formatting.listed(list(_in_words(pieces)))}")
    return tuple(dict.fromkeys(found))


def _quote(ds: Dataset, topic: str, reference: Reference) -> str:
    """The words of a sentence that name the topic, the first of them."""
    return next(one.quotes[0] for one in queries.topics_of(ds, reference) if one.topic == topic)


def _in_words(pieces: Sequence[Piece]) -> Iterator[str]:
    """What a diff says: `drops “this”`, `adds “that”`, `has “that” for “this”`."""
    rest = list(pieces)
    while rest:
        text, kind, _ = rest.pop(0)
        if kind == DROPPED and rest and rest[0].kind == ADDED:
            yield f"has “{_bare(rest.pop(0).text)}” for “{_bare(text)}”"
        elif kind != SAME:
            yield f"{'drops' if kind == DROPPED else 'adds'} “{_bare(text)}”"


def _bare(words: str) -> str:
    """Words without the spaces and commas around them."""
    return words.strip(" ,;")
