"""Two texts compared: lists of sentences worked out by hand, and meetings of the shipped corpus."""

import re
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest

from data import queries
from data.queries import Reference, Selection, Sentence, compare
from data.queries.compare import Cue, Link, firmness, narrowed

CUES = (
    Cue(0, re.compile("pledge", re.IGNORECASE)),
    Cue(1, re.compile("agree to", re.IGNORECASE)),
    Cue(2, re.compile("seek", re.IGNORECASE)),
)


def old(number):
    return Reference("old", f"p{number:02}.s1")


def new(number):
    return Reference("new", f"p{number:02}.s1")


OLD = (
    Sentence(old(1), "We agree to trade.", ("trade",)),
    Sentence(old(2), "Peace matters."),
    Sentence(old(3), "The strait is calm.", ("strait",)),
)
NEW = (
    Sentence(new(1), "Ships sail.", ("ships", "trade")),
    Sentence(new(2), "We pledge to trade.", ("trade",)),
    Sentence(new(3), "PEACE matters"),
    Sentence(new(4), "We trade."),
)
LINKS = (
    Link(old(1), new(4), "same_point", False),
    Link(old(2), new(3), "same_point", True),
    Link(old(1), new(2), "same_point", False),
    Link(old(3), new(1), "related", False),
    Link(old(3), Reference("other", "p01.s1"), "same_point", True),
)
COMPARED = compare(OLD, NEW, LINKS, CUES)


def ids(ones):
    return [one.sentence.reference.passage_id for one in ones]


def test_every_sentence_is_in_a_pair_or_alone():
    pairs = [(pair.old.reference, pair.new.reference) for pair in COMPARED.pairs]
    assert pairs == [(old(1), new(2)), (old(2), new(3)), (old(1), new(4))]  # in the newer text's order
    assert ids(COMPARED.new_here) == ["p01.s1"]
    assert ids(COMPARED.no_counterpart) == ["p03.s1"]


def test_a_link_to_another_text_is_no_counterpart():
    assert compare(OLD[2:], NEW, LINKS).pairs == ()


def test_of_sentences_alone_those_that_are_related_are_named_both_ways():
    assert COMPARED.new_here[0].related == (OLD[2],)
    assert COMPARED.no_counterpart[0].related == (NEW[0],)


def test_kept_is_the_same_words_whatever_marks_and_capitals():
    assert [pair.kept for pair in COMPARED.pairs] == [False, True, False]
    assert COMPARED.kept == 1


def test_a_topic_is_silent_where_the_other_text_alone_names_it():
    assert COMPARED.only_old == (queries.Silence("strait", (OLD[2],)),)
    assert COMPARED.only_new == (queries.Silence("ships", (NEW[0],)),)


def test_a_text_compared_with_itself_has_only_pairs():
    own = [Link(one.reference, one.reference, "same_point", False) for one in OLD]
    compared = compare(OLD, OLD, own)
    assert compared.kept == len(OLD)
    assert not (compared.new_here or compared.no_counterpart or compared.only_old or compared.only_new)


def test_a_text_compared_with_nothing_is_all_new():
    compared = compare((), NEW, LINKS)
    assert len(compared.new_here) == len(NEW) and not compared.pairs
    assert compare((), (), ()).empty


# Firmer or looser


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("We agree to trade.", "We Pledge to trade.", ("agree to", "Pledge", True)),
        ("We pledge to trade.", "We seek trade.", ("pledge", "seek", False)),
        ("We agree to trade.", "We agree to sail.", None),
        ("We agree to trade.", "We trade.", None),
        ("We agree to trade and seek peace.", "We pledge to trade.", None),
        ("We seek trade and seek peace.", "We pledge it.", ("seek", "pledge", True)),
    ],
)
def test_firmer_is_told_only_where_each_sentence_has_one_strength(before, after, told):
    assert firmness(before, after, CUES) == told


def test_the_words_of_a_pair_tell_it():
    assert [bool(pair.verbs) for pair in COMPARED.pairs] == [True, False, False]


# Filters


def test_a_topic_leaves_pairs_of_which_one_names_it_and_its_own_silence():
    left = narrowed(COMPARED, topics={"strait"})
    assert left.pairs == () and ids(left.no_counterpart) == ["p03.s1"] and not left.new_here
    assert [one.topic for one in left.only_old] == ["strait"] and left.only_new == ()
    assert len(narrowed(COMPARED, topics={"trade"}).pairs) == 2


def test_what_was_found_leaves_the_pairs_that_it_is_in_and_what_stands_alone():
    assert [pair.new.reference for pair in narrowed(COMPARED, found=[new(2)]).pairs] == [new(2)]
    assert ids(narrowed(COMPARED, found=[old(3)]).no_counterpart) == ["p03.s1"]
    assert narrowed(COMPARED, found=[]).empty


def test_reviewed_leaves_out_pairs_but_no_sentence_that_stands_alone():
    left = narrowed(COMPARED, reviewed=True)
    assert [pair.new.reference for pair in left.pairs] == [new(3)]
    assert (left.new_here, left.no_counterpart) == (COMPARED.new_here, COMPARED.no_counterpart)


def test_a_filter_changes_no_number_of_sentences_in_the_texts():
    left = narrowed(COMPARED, found=[])
    assert (left.old, left.new, left.shown) == (OLD, NEW, frozenset())


# The corpus


def compared(ds, *meetings, **chosen):
    return queries.compared(queries.select(ds, Selection(meetings=meetings, **chosen)))


def test_the_first_two_meetings_are_the_coded_one_and_its_successor(shipped):
    first, second = queries.first_meetings(shipped)
    assert first.coded and first.series == second.series and first.end < second.start
    assert compared(shipped) == compared(shipped, first.meeting_id, second.meeting_id)


def test_every_pair_of_meetings_of_a_series_accounts_for_each_sentence_once(shipped):
    for name in queries.series(shipped):
        meetings = queries.meetings(shipped, name)
        for before, after in pairwise(meetings):
            found = compared(shipped, before.meeting_id, after.meeting_id)
            taken = {pair.old.reference for pair in found.pairs}
            taking = {pair.new.reference for pair in found.pairs}
            assert len(taken) + len(found.no_counterpart) == len(found.old) == before.sentences
            assert len(taking) + len(found.new_here) == len(found.new) == after.sentences


@pytest.mark.parametrize("words", ["defence", "programme", "North Korea", "zebra", "?!"])
def test_search_words_find_in_two_texts_what_they_find_anywhere(shipped, words):
    """Other spellings and other names, too."""
    found = compared(shipped, words=words)
    both = {str(one.reference) for one in (*found.old, *found.new)}
    assert {str(one) for one in found.shown} == both & set(
        queries.search(shipped, queries.CORPUS, words).hits
    )
    assert bool(found.shown) == (words not in ("zebra", "?!"))


def test_words_that_are_no_phrase_in_two_texts_are_looked_for_one_by_one(shipped):
    texts = [one.text.lower() for one in compared(shipped, words="strait peace").pairs[0][:2]]
    assert any("strait" in text and "peace" in text for text in texts)


def test_the_older_of_two_meetings_comes_first_however_they_are_named(shipped):
    first, second = (meeting.meeting_id for meeting in queries.first_meetings(shipped))
    assert compared(shipped, second, first) == compared(shipped, first, second)


def test_a_meeting_between_two_texts_of_another_comes_after_it_everywhere(shipped):
    """The texts of us-rok-2025 are of 29 October and of 13 November."""
    between = {"us-rok-2024-07-ncg": pd.Timestamp(2025, 11, 5)}
    moved = shipped.corpus.statements
    days = moved["statement_id"].map(between).fillna(moved["date"])
    ds = replace(shipped, corpus=replace(shipped.corpus, statements=moved.assign(date=days)))
    (other,) = {text.meeting_id for text in queries.texts(ds).values() if text.statement_id in between}
    pair = queries.neighbours(ds, "us-rok-2025")
    assert [one.meeting_id for one in pair] == ["us-rok-2025", other]
    assert queries.meeting_pair(ds, (other, "us-rok-2025")) == pair


def test_meetings_of_two_series_or_one_alone_are_no_pair(shipped):
    known = list(queries.all_meetings(shipped).values())
    first = known[0].meeting_id
    other = next(one.meeting_id for one in known if one.series != known[0].series)
    for names in ((first, other), (first, first), (first,), ("x", "y")):
        assert queries.meeting_pair(shipped, names) is None


def test_neighbours_of_the_first_and_the_last_meeting_are_the_ends_of_the_series(shipped):
    meetings = queries.meetings(shipped, next(iter(queries.series(shipped))))
    for meeting, ends in ((meetings[0], meetings[:2]), (meetings[-1], meetings[-2:])):
        for before in (False, True):
            assert queries.neighbours(shipped, meeting.meeting_id, before) == ends


def test_what_texts_about_one_theme_leave_out_is_no_silence(shipped):
    for meeting in (one for one in queries.all_meetings(shipped).values() if one.narrow):
        before, after = (
            one.meeting_id for one in queries.neighbours(shipped, meeting.meeting_id, before=True)
        )
        found = compared(shipped, before, after)
        assert (found.only_old if after == meeting.meeting_id else found.only_new) == ()


def test_a_folder_without_a_corpus_has_nothing_to_compare(tiny):
    assert queries.first_meetings(tiny) is None
    assert compared(tiny) is None
