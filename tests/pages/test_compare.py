"""Compare: two meetings, their lists, filters, what a click opens, and links."""

import re

import pytest

from components.content.charts.catalogue import CHARTS
from data import queries


def lists(opened) -> dict[str, int]:
    """The number in the head of each list."""
    html = "".join(element.value for element in opened.app.get("html"))
    return {name: int(count) for name, count in re.findall(r"<h2>([^<]*) <b>(\d+)</b></h2>", html)}


def numbers(ds, *meetings, **chosen) -> list[int]:
    compared = queries.compared(queries.select(ds, queries.Selection(meetings=meetings, **chosen)))
    return [len(compared.pairs), len(compared.new_here), len(compared.no_counterpart)]


def test_it_opens_with_the_coded_statement_and_its_successor(cold, shipped):
    opened = cold("compare")
    assert list(lists(opened).values()) == numbers(shipped)
    first, second = queries.first_meetings(shipped)
    boxes = [opened.app.selectbox(key=name).value for name in ("old", "new")]
    assert boxes == [first.meeting_id, second.meeting_id]
    assert opened.app.query_params == {}


def test_two_meetings_stand_in_the_order_of_their_dates_however_they_are_chosen(open_page, shipped):
    """Nothing is new in the older of two texts."""
    ids = [one.meeting_id for one in queries.meetings(shipped, queries.first_meetings(shipped)[0].series)]
    linked = open_page("compare", old=ids[2], new=ids[0])
    assert list(lists(linked).values()) == numbers(shipped, ids[0], ids[2])
    assert [linked.app.selectbox(key=name).value for name in ("old", "new")] == [ids[0], ids[2]]
    linked.app.selectbox(key="old").set_value(ids[3]).run()
    assert linked.app.query_params == {"old": ids[2], "new": ids[3]}


def test_next_pair_goes_through_the_series(open_page, shipped):
    ids = [one.meeting_id for one in queries.meetings(shipped, queries.first_meetings(shipped)[0].series)]
    opened = open_page("compare")
    (step,) = [button for button in opened.app.button if button.label == "Next pair"]
    step.click().run()
    assert opened.app.query_params == {"old": ids[1], "new": ids[2]}


def test_another_series_is_compared_within_itself(open_page, shipped):
    other = queries.meetings(shipped, list(queries.series(shipped))[-1])
    opened = open_page("compare")
    opened.app.selectbox(key="old").set_value(other[0].meeting_id).run()
    assert opened.app.query_params == {"old": other[0].meeting_id, "new": other[1].meeting_id}
    options = opened.app.selectbox(key="new").options
    assert len(options) == len(other) - 1


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ({"old": "no-such"}, "no-such"),
        ({"old": "us-rok-2021-05", "new": "quad-2021-09"}, "quad-2021-09"),
        ({"old": "us-rok-2021-05", "new": "us-rok-2021-05"}, "us-rok-2021-05"),
    ],
)
def test_meetings_that_cannot_be_compared_are_named_and_dropped(open_page, cold, link, named):
    opened = open_page("compare", **link)
    (warning,) = opened.warnings
    assert named in warning and not opened.app.exception
    assert lists(opened) == lists(cold("compare"))


def test_a_theme_and_words_leave_fewer_sentences_and_nothing_says_so(open_page, shipped):
    opened = open_page("compare", theme="Health", q="vaccine")
    assert list(lists(opened).values()) == numbers(shipped, themes=("health",), words="vaccine")
    nothing = open_page("compare", q="xylophone", links="reviewed")
    assert nothing.notices == ["No sentence of the two texts under words ` xylophone `, reviewed links only."]
    (way_back,) = [button for button in nothing.app.button if button.label.startswith("Show all")]
    way_back.click().run()
    assert not nothing.notices and nothing.app.query_params == {}


def test_a_tick_and_a_number_open_their_sentences(open_page, shipped):
    opened = open_page("compare")
    view = queries.select(shipped, queries.Selection())
    pair = queries.compared(view).pairs[0]
    for number, marks in enumerate(CHARTS["compare"].spec(view)["marks"]):
        for point, mark in enumerate(marks):
            if mark[0].startswith(f"{pair.old.reference};"):
                opened.open_mark("compare", number, point)
                assert pair.old.text in opened.quotes and pair.new.text in opened.quotes
                return
    raise AssertionError("no tick of the first pair")


def test_words_of_a_text_are_never_markup_and_its_lists_say_what_they_mean(cold):
    html = "".join(element.value for element in cold("compare").app.get("html"))
    assert "<ins>" in html and "<del>" in html and "<script" not in html
    assert "It need not be gone" in html and "dropped</" not in html.lower()
