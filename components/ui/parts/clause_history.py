"""Clause histories on screen: the words of each meeting, with what was added and dropped.

A component, since a history has some forty elements, each of which Streamlit would draw again at every change
of a filter. The code that runs in the browser is in static/scripts/clause_history.js.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.content.brief.pins import TOPIC, Pin
from components.content.text import citations
from components.content.text.clause_history import History, Line, Step
from components.ui.scripts import script, sent
from components.ui.session import drawer_request, url_state
from data import queries
from data.load import Dataset

MOST_LINES = 3  # sentences of a meeting; a button opens all
_KEY = "clause_history"
_GO = "clause_history_go"  # key of the session state: the sentence to read on the page Statement
_mount = st.components.v2.component("linchpin_history", js=script("clause_history"), isolate_styles=False)


def clause_histories(ds: Dataset, name: str, histories: Sequence[History]) -> None:
    """Draw histories below each other, one a series. name: what they are of.

    A sentence opens in the reader, on its official page, or as a quote in the drawer; a history and each of
    its meetings can be pinned, unless they are of search words.
    """
    if _GO in st.session_state:
        st.switch_page("pages/statement.py", query_params=st.session_state.pop(_GO))
    _mount(
        key=_KEY,
        data={"name": name, "histories": [_history(ds, one) for one in histories]},
        on_asked_change=lambda: _answer(ds, histories, sent(_KEY, "asked")),
    )


def _history(ds: Dataset, shown: History) -> dict[str, Any]:
    return {
        "series": shown.series,
        "finding": f"{shown.finding}.",
        "pin": _pin_label(shown),
        "steps": [_step(ds, shown, step) for step in shown.steps] if shown.references else [],
    }


def _step(ds: Dataset, shown: History, step: Step) -> dict[str, Any]:
    rest = len(step.lines) - MOST_LINES
    marks = ["first said"] * step.first + ["last said"] * step.last
    if step.lines and not step.meeting.is_peer:
        marks.append(f"{citations.kinds(step.meeting)}, no statement")
    return {
        "when": citations.when(step.meeting),
        "marks": marks,
        "silence": step.silence,
        "pin": _pin_label(shown, step) if step.lines and step.meeting.meeting_id != queries.OWN else "",
        "lines": [_line(ds, line) for line in step.lines[:MOST_LINES]],
        "more": f"All {len(step.lines)} sentences" if rest > 0 else "",
    }


def _line(ds: Dataset, line: Line) -> dict[str, Any]:
    against = ""
    if line.against:
        then = citations.when_said(ds, line.against)
        against = f"against {then}" + (f", “{line.before}”" if line.before else "")
        against = against if line.is_changed else f"as in {then}"
    own = line.reference.statement_id == queries.OWN  # it has no page and no address
    return {
        "runs": [[run.text, run.kind, run.named] for run in line.runs],
        "where": f"{citations.place(line.reference)}. {citations.source(line.text)}",
        "against": against,
        "official": line.text.source_url,
        "address": "" if own else url_state.address("statement", **url_state.to_sentence(ds, line.reference)),
    }


def pin_of(shown: History, step: Step | None = None) -> Pin:
    """The pin of a history, or of one of its meetings."""
    meeting = shown.steps[0].meeting
    scope = (meeting.series,) if step is None else (meeting.series, step.meeting.meeting_id)
    return Pin(TOPIC, shown.topic.topic, scope=scope)


def _pin_label(shown: History, step: Step | None = None) -> str:
    """The label of a pin button; "" where nothing can be pinned, since it is of search words."""
    if not shown.topic.topic:
        return ""
    return "Pinned" if str(pin_of(shown, step)) in url_state.pinned() else "Pin"


def _answer(ds: Dataset, histories: Sequence[History], asked: Any) -> None:
    """Do what a button asks for. What it sends is from the browser: any value."""
    try:
        what, *place = asked
        history, number, index = (int(one) for one in place)
        shown = histories[history]
        step = shown.steps[number] if number >= 0 else None
        line = step.lines[index] if step and index >= 0 else None
    except (TypeError, ValueError, OverflowError, IndexError):
        return
    title = f"{shown.topic.label}, {citations.when(step.meeting)}" if step else ""
    if what == "pin" and shown.topic.topic:
        url_state.toggle_pin(str(pin_of(shown, step)))
    elif what == "more" and step:
        drawer_request.open_with(title, [str(one.reference) for one in step.lines])
    elif what == "quote" and line:
        drawer_request.open_with(title, [str(line.reference)])
    elif what == "read" and line:
        st.session_state[_GO] = url_state.to_sentence(ds, line.reference)
