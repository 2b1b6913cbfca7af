"""The timeline: what happened, happens, is due, and followed."""

import json

from components.content.text import findings
from data import queries


def test_dates_are_narrowed_by_kind(open_page, shipped):
    deadlines = shipped.dates[shipped.dates["kind"] == "deadline"]
    traces = open_page("timeline", kind="deadline").traces("timeline")
    marks = [mark for trace in traces for mark in trace.get("customdata", [])]
    assert {date for mark in marks for date in mark[1].split(";")} == set(deadlines["date_id"])


def test_what_followed_is_off_until_asked_for(open_page, shipped):
    assert open_page("timeline").figures == ["timeline"]
    shown = open_page("timeline", layer="after")
    assert shown.figures == ["timeline", "followed"]
    known = findings.follow_up(queries.select(shipped, queries.Selection()))
    assert known in [head.value for head in shown.app.header]


def test_a_statement_without_outcomes_offers_no_layer(open_page, other_data):
    table = other_data / "tables" / "outcomes.csv"
    table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    keys = {pills.key for pills in open_page("timeline").app.get("button_group")}
    assert "kind" in keys and "layer" not in keys


def test_the_picture_of_a_narrowed_timeline_says_what_it_is_limited_to(open_page):
    drawn = json.loads(open_page("timeline", kind="deadline", theme="Climate").spec("timeline"))
    assert drawn["picture"]["subtitle"] == "Filter: theme Climate, kind deadline"
