"""The timeline: what happened, happens, is due, and followed."""

import json

from data import queries


def test_dates_are_narrowed_by_kind(open_page, shipped):
    deadlines = shipped.dates[shipped.dates["kind"] == "deadline"]
    spec = json.loads(open_page("timeline", kind="deadline").spec("timeline"))
    marks = [mark for trace in spec["traces"] for mark in trace.get("customdata", [])]
    assert {date for mark in marks for date in mark[1].split(";")} == set(deadlines["date_id"])


def test_what_followed_is_off_until_asked_for(open_page, shipped):
    assert open_page("timeline").figures == ["timeline", "timeline_narrow"]
    shown = open_page("timeline", layer="after")
    assert shown.figures == ["timeline", "timeline_narrow", "followed", "followed_narrow"]
    assert any("After the statement" in head.value for head in shown.app.header)


def test_a_theme_without_outcomes_offers_no_layer(open_page, shipped):
    themes = queries.with_passage(shipped, shipped.commitments)["theme"]
    without = next(
        theme
        for theme in queries.codes(shipped, "theme")
        if theme in set(themes)
        and queries.outcomes(queries.select(shipped, queries.Selection((theme,)))).empty
        and len(queries.select(shipped, queries.Selection((theme,))).ds.dates)
    )
    label = queries.label(shipped, "theme", without)
    keys = {pills.key for pills in open_page("timeline", theme=label).app.get("button_group")}
    assert "kind" in keys and "layer" not in keys


def test_the_picture_of_a_narrowed_timeline_says_what_it_is_limited_to(open_page):
    drawn = json.loads(open_page("timeline", kind="deadline", theme="Climate").spec("timeline"))
    assert drawn["picture"]["subtitle"] == "Filter: theme Climate, kind deadline"
