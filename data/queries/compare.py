"""Two texts compared: what the newer takes up from the older, what stands in one of them alone.

`compare` needs no corpus: it compares any two lists of sentences, by links between them. A sentence
without a link has no counterpart that was found, which does not say that its point was dropped; only a
topic that is silent says that words are gone.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.corpus import (
    REVIEWED,
    SAME_POINT,
    Meeting,
    Reference,
    all_meetings,
    coded_text,
    corpus_passage,
    counterparts,
    meetings,
    text_passages,
    topics,
    topics_of,
)
from data.queries.folding import words_of
from data.queries.lookup import codes, ranks, records
from data.queries.own_text import OWN
from data.queries.search import sentences_with
from data.queries.selection import View


class Sentence(NamedTuple):
    """One sentence. topics: codes of the topics that it names, each once."""

    reference: Reference
    text: str
    topics: tuple[str, ...] = ()


class Link(NamedTuple):
    """A link between an old and a new sentence. relation: same_point or related. reviewed: whether it is."""

    old: Reference
    new: Reference
    relation: str
    reviewed: bool


class Verbs(NamedTuple):
    """The words of a pair by which the codebook tells how firmly each sentence commits.

    firmer: whether the new words are the firmer ones.
    """

    old: str
    new: str
    firmer: bool


class Pair(NamedTuple):
    """An old and a new sentence that make the same point. verbs: None where the words do not tell whether the
    new one is firmer or looser."""

    old: Sentence
    new: Sentence
    reviewed: bool
    verbs: Verbs | None = None

    @property
    def kept(self) -> bool:
        """Whether both have the same words, whatever the marks and capital letters."""
        return words_of(self.old.text) == words_of(self.new.text)


class Alone(NamedTuple):
    """A sentence without a counterpart. related: those of the other text about the same matter, at most."""

    sentence: Sentence
    related: tuple[Sentence, ...]


class Silence(NamedTuple):
    """A topic that one of the two texts does not name, and the sentences of the other one that name it."""

    topic: str
    named: tuple[Sentence, ...]


class Cue(NamedTuple):
    """Words that tell how firmly a sentence commits. rank: 0 for the firmest strength."""

    rank: int
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Comparison:
    """What one text takes up from another. The lists are in the order of the new text, `no_counterpart` and
    `only_old` in that of the old one.

    old, new: all sentences. pairs: those that make the same point; a sentence can be in several.
    new_here: new sentences in no pair. no_counterpart: old sentences in no pair. only_old, only_new: topics
    that the other text does not name. shown: the sentences that the filters leave, all without a filter.
    """

    old: tuple[Sentence, ...]
    new: tuple[Sentence, ...]
    pairs: tuple[Pair, ...]
    new_here: tuple[Alone, ...]
    no_counterpart: tuple[Alone, ...]
    only_old: tuple[Silence, ...]
    only_new: tuple[Silence, ...]
    shown: frozenset[Reference]

    @property
    def empty(self) -> bool:
        """Whether the filters leave no sentence."""
        return not (self.pairs or self.new_here or self.no_counterpart)

    @property
    def kept(self) -> int:
        """The number of pairs with the same words."""
        return sum(pair.kept for pair in self.pairs)


def compare(
    old: Sequence[Sentence], new: Sequence[Sentence], links: Sequence[Link], cues: Sequence[Cue] = ()
) -> Comparison:
    """Compare two lists of sentences, each in reading order. Links to other sentences are left out."""
    old_ones, new_ones = ({one.reference: one for one in side} for side in (old, new))
    known = [link for link in links if link.old in old_ones and link.new in new_ones]
    pairs = [
        Pair(before, after, link.reviewed, firmness(before.text, after.text, cues))
        for link in known
        if link.relation == SAME_POINT
        for before, after in [(old_ones[link.old], new_ones[link.new])]
    ]
    places = {one.reference: place for place, one in enumerate((*new, *old))}
    related: dict[Reference, list[Sentence]] = defaultdict(list)
    for link in known:
        if link.relation != SAME_POINT:
            related[link.old].append(new_ones[link.new])
            related[link.new].append(old_ones[link.old])
    return Comparison(
        old=tuple(old),
        new=tuple(new),
        pairs=tuple(sorted(pairs, key=lambda pair: [places[one.reference] for one in (pair.new, pair.old)])),
        new_here=_alone(new, {pair.new.reference for pair in pairs}, related, places),
        no_counterpart=_alone(old, {pair.old.reference for pair in pairs}, related, places),
        only_old=_silences(old, new),
        only_new=_silences(new, old),
        shown=frozenset(places),
    )


def _alone(
    sentences: Sequence[Sentence],
    paired: Collection[Reference],
    related: dict[Reference, list[Sentence]],
    places: dict[Reference, int],
) -> tuple[Alone, ...]:
    """The sentences that are not paired, each with those that are related to it, in reading order."""
    return tuple(
        Alone(one, tuple(sorted(related[one.reference], key=lambda other: places[other.reference])))
        for one in sentences
        if one.reference not in paired
    )


def _silences(speaking: Sequence[Sentence], silent: Sequence[Sentence]) -> tuple[Silence, ...]:
    """The topics that only the first of two texts names, in the order in which it does."""
    said = {topic for one in silent for topic in one.topics}
    named: dict[str, list[Sentence]] = defaultdict(list)
    for one in speaking:
        for topic in one.topics:
            if topic not in said:
                named[topic].append(one)
    return tuple(Silence(topic, tuple(ones)) for topic, ones in named.items())


def firmness(old: str, new: str, cues: Sequence[Cue]) -> Verbs | None:
    """The words that make a new sentence firmer or looser than an old one.

    None where they do not tell it: where one of the two has no cue, or cues of several strengths, or where
    both have the same strength.
    """
    before, after = (_cue(text, cues) for text in (old, new))
    if before is None or after is None or before[0] == after[0]:
        return None
    return Verbs(before[1], after[1], after[0] < before[0])


def _cue(text: str, cues: Sequence[Cue]) -> tuple[int, str] | None:
    """Rank and words of the first cue of a sentence whose cues have one strength."""
    found = sorted(
        (match.start(), cue.rank, match[0]) for cue in cues for match in cue.pattern.finditer(text)
    )
    if len({rank for _, rank, _ in found}) != 1:
        return None
    return found[0][1:]


# Under filters


def narrowed(
    comparison: Comparison,
    topics: Collection[str] | None = None,
    found: Collection[Reference] | None = None,
    reviewed: bool = False,
) -> Comparison:
    """The comparison with the sentences that name one of the topics and were found (None: any).

    A pair stays if either of its sentences does; so does a silent topic that is chosen, with all sentences
    that name it. reviewed: leave out pairs that are not reviewed. Which sentences stand alone does not
    change.
    """
    sentences = {one.reference: one for one in (*comparison.old, *comparison.new)}
    shown = frozenset(
        reference
        for reference, one in sentences.items()
        if topics is None or not set(topics).isdisjoint(one.topics)
    )
    if found is not None:
        shown &= frozenset(found)

    def alone(ones: Sequence[Alone]) -> tuple[Alone, ...]:
        return tuple(one for one in ones if one.sentence.reference in shown)

    def silent(ones: Sequence[Silence]) -> tuple[Silence, ...]:
        chosen = (one for one in ones if topics is None or one.topic in topics)
        return tuple(one for one in chosen if any(named.reference in shown for named in one.named))

    return replace(
        comparison,
        pairs=tuple(
            pair
            for pair in comparison.pairs
            if not shown.isdisjoint((pair.old.reference, pair.new.reference))
            and (pair.reviewed or not reviewed)
        ),
        new_here=alone(comparison.new_here),
        no_counterpart=alone(comparison.no_counterpart),
        only_old=silent(comparison.only_old),
        only_new=silent(comparison.only_new),
        shown=shown,
    )


# Two meetings of the corpus


@cached
def compared(view: View) -> Comparison | None:
    """The comparison of `compared_meetings`, under the selection's themes, words and reviewed; None if there
    are no two meetings."""
    chosen, pair = view.selection, compared_meetings(view)
    if pair is None:
        return None
    comparison = _of_meetings(view.whole, *(meeting.meeting_id for meeting in pair))
    of_themes = frozenset(
        topic.topic for topic in topics(view.whole).values() if topic.theme in chosen.themes
    )
    # With all themes, the sentences that name no topic are there, too.
    filtered = chosen.themes and set(chosen.themes) != set(codes(view.whole, "theme"))
    found = None
    if chosen.words:
        both = [one.reference for one in (*comparison.old, *comparison.new)]
        found = sentences_with(view.whole, chosen.words, both)
    return narrowed(comparison, of_themes if filtered else None, found, chosen.reviewed)


def compared_meetings(view: View) -> tuple[Meeting, Meeting] | None:
    """The older and the newer meeting that a view's selection names, or `first_meetings`."""
    return meeting_pair(view.whole, view.selection.meetings) or first_meetings(view.whole)


def meeting_pair(ds: Dataset, ids: Sequence[str]) -> tuple[Meeting, Meeting] | None:
    """Two different meetings of one series by their meeting_ids, the older one first; None for any other ids.

    A reader's own text, whose day may be made up, stays where it is.
    """
    found = [all_meetings(ds)[name] for name in ids if name in all_meetings(ds)]
    if len(ids) != 2 or len(found) != 2 or ids[0] == ids[1] or found[0].series != found[1].series:
        return None
    old, new = found
    return (old, new) if OWN in ids or old.start <= new.start else (new, old)


def first_meetings(ds: Dataset) -> tuple[Meeting, Meeting] | None:
    """The meeting of the coded statement and the next one of its series, or the last two if it is the last.

    None where its series has no other meeting, and without a corpus.
    """
    coded = coded_text(ds)
    return neighbours(ds, coded.meeting_id) if coded else None


def neighbours(ds: Dataset, meeting_id: str, before: bool = False) -> tuple[Meeting, Meeting] | None:
    """A meeting and the next one of its series (`before`: the one before it and itself).

    The last two for the last meeting, the first two for the first; None for the only one.
    """
    series = meetings(ds, all_meetings(ds)[meeting_id].series)
    place = [meeting.meeting_id for meeting in series].index(meeting_id) - before
    first = max(min(place, len(series) - 2), 0)
    return (series[first], series[first + 1]) if len(series) > 1 else None


@cached
def _of_meetings(ds: Dataset, old_id: str, new_id: str) -> Comparison:
    """The comparison of two meetings without a filter. What texts about one theme leave out is no silence."""
    old, new = (_sentences(ds, all_meetings(ds)[name]) for name in (old_id, new_id))
    others = {one.reference for one in new}
    links = []
    for one in old:
        found = counterparts(ds, one.reference)
        links += [
            Link(one.reference, other.reference, other.relation, other.how == REVIEWED)
            for other in (*found.before, *found.after)
            if other.reference in others
        ]
    compared = compare(old, new, links, cues(ds))
    narrow = {name for name in (old_id, new_id) if all_meetings(ds)[name].narrow}
    return replace(
        compared,
        only_old=() if new_id in narrow else compared.only_old,
        only_new=() if old_id in narrow else compared.only_new,
    )


def _sentences(ds: Dataset, meeting: Meeting) -> list[Sentence]:
    """The sentences of all texts of a meeting, text by text."""
    references = [
        Reference(text.statement_id, row["passage_id"])
        for text in meeting.texts
        for row in text_passages(ds, text.statement_id)
    ]
    return [
        Sentence(one, corpus_passage(ds, one)["text"], tuple(said.topic for said in topics_of(ds, one)))
        for one in references
    ]


@cached
def cues(ds: Dataset) -> tuple[Cue, ...]:
    """The words that tell how firmly a sentence commits; none without a corpus."""
    if ds.corpus is None:
        return ()
    order = ranks(ds, "strength")
    return tuple(
        Cue(order[row["strength"]], re.compile(row["pattern"], re.IGNORECASE))
        for row in records(ds.corpus.cues)
    )
