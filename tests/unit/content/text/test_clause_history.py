"""Clause histories: diffs of linked sentences alone, silence said as silence, and findings in words."""

import pytest

from components.content.text import clause_history, wording_findings
from components.content.text.word_diff import ADDED, DROPPED
from data import queries
from tests.unit.content.views import whole

SERIES = "us-rok"


def words(line, kind):
    return [run.text.strip() for run in line.runs if run.kind == kind]


def test_each_sentence_is_compared_with_the_last_meeting_that_said_it(shipped):
    shown = clause_history.history(shipped, "opcon", SERIES)
    said = [step for step in shown.steps if step.lines]
    assert [step.meeting.start.year for step in said] == [2021, 2022, 2025]
    assert [line.against for line in said[0].lines] == [None]
    assert "our firm" in words(said[1].lines[0], DROPPED)
    assert said[2].lines[0].against == said[1].lines[0].reference  # over two meetings that are silent
    assert said[0].first and said[2].last
    assert shown.finding == (
        "Not mentioned in April 2023; May 2022 drops “firm”; "
        "November 2025 drops “commitment to a conditions-based”"
    )


def test_silence_is_said_and_why_it_may_be_none(shipped):
    steps = clause_history.history(shipped, "opcon", SERIES).steps
    assert [step.silence for step in steps] == [
        *("", "", "not mentioned in either text", "not mentioned (about one theme alone)", "")
    ]
    *_, last = clause_history.history(shipped, "climate", SERIES).steps
    assert last.silence == "not mentioned in either text (a memorandum and a fact sheet, no statement)"


def test_sentences_without_a_link_are_not_compared(shipped):
    for topic in queries.topics(shipped):
        for step in clause_history.history(shipped, topic, SERIES).steps:
            for line in step.lines:
                linked = queries.counterparts(shipped, line.reference).before
                same = [one.reference for one in linked if one.relation == queries.SAME_POINT]
                assert line.against in [None, *same]
                assert "".join(run.text for run in line.runs if run.kind != DROPPED) == line.sentence
                assert line.against or not words(line, ADDED)


def test_a_topic_in_place_of_another_is_compared_with_it(shipped):
    shown = clause_history.history(shipped, "denuclearization-dprk", SERIES)
    (line,) = shown.steps[-1].lines
    assert line.before == "Denuclearize the Peninsula" and line.against
    assert "DPRK" in words(line, ADDED)
    assert shown.finding == (
        "From May 2021 to July 2024 “complete denuclearization of the Korean Peninsula”; "
        "in November 2025 “complete denuclearization of the DPRK”"
    )


def test_a_topic_that_no_meeting_says(shipped):
    shown = clause_history.history(shipped, "china", SERIES)
    assert shown.references == [] and shown.finding == "Not mentioned at any of 5 meetings"


def test_what_one_meeting_says(shipped):
    shown = clause_history.history(shipped, "opcon", SERIES, "us-rok-2022-05")
    assert len(shown.steps) == 1
    assert shown.finding == "Wartime control (OPCON), May 2022: 1 sentence"


def test_the_history_as_text_has_every_sentence_with_its_address(shipped):
    text = clause_history.as_text(clause_history.history(shipped, "opcon", SERIES))
    assert "[- our firm-] commitment to a conditions-based transition" in text
    assert "April 2023: not mentioned in either text." in text
    assert text.count("https://") == 3 and "Paragraph 3, sentence 4. " in text


def test_a_shortened_history_keeps_a_sentence_of_each_meeting_and_says_what_it_leaves_out(shipped):
    shown = clause_history.history(shipped, "nuclear-consultation", SERIES)
    short = clause_history.shortened(shown, 1300)
    assert 0 < len(short.references) < len(shown.references)
    assert (
        short.left_out
        == f"{len(short.references)} of {len(shown.references)} sentences are shown here; the page has all."
    )
    assert [step.silence for step in short.steps] == [step.silence for step in shown.steps]
    assert clause_history.shortened(shown, 10**6).left_out == ""


def test_the_findings_name_what_came_and_what_went(shipped):
    view = whole(shipped).narrowed(series=[SERIES])
    assert wording_findings.title(view) == "Of 35 topics of May 2021, 16 are not in November 2025; 8 are new"
    texts = [text for text, _ in wording_findings.findings(view)]
    assert texts[0].startswith(
        "From May 2021 to July 2024 “complete denuclearization of the Korean Peninsula”"
    )
    assert "November 2025 is a memorandum and a fact sheet, not a statement." in texts[1]
    assert "Tariffs" in texts[2] and texts[2].startswith("**New in November 2025 since May 2021:**")
    for _, references in wording_findings.findings(view):
        assert references and all(queries.parse_reference(shipped, one) for one in references)


@pytest.mark.parametrize("choice", wording_findings.CHOICES)
def test_what_a_choice_shows(shipped, choice):
    view = whole(shipped).narrowed(series=[SERIES])
    shown = wording_findings.topics_by(view, choice, 20)
    courses = queries.courses(shipped, SERIES)
    assert shown and len(set(shown)) == len(shown)
    if choice == wording_findings.CAME:
        assert {"tariffs", "shipbuilding"} <= set(shown) and all(courses[topic].came for topic in shown)
    if choice == wording_findings.WENT:
        assert {"climate", "asean-centrality", "dprk-human-rights"} <= set(shown)
    if choice == wording_findings.MOVED:
        assert shown[:2] == ["denuclearization-peninsula", "denuclearization-dprk"] and len(shown) == 20
    if choice == wording_findings.ALL:
        assert shown == list(queries.topics(shipped))
