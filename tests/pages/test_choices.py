"""What several pages promise: bad choices in links, tables of charts."""

import pytest


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("pledges", "amount"),
        ("map", "view"),
        ("map", "role"),
        ("map", "place"),
        ("commitments", "strength"),
        ("commitments", "names"),
        ("timeline", "kind"),
        ("method", "part"),
    ],
)
def test_a_bad_choice_in_a_link_is_named_and_dropped(open_page, cold, name, parameter):
    opened = open_page(name, **{parameter: "nonsense<b>"})
    assert not opened.app.exception
    (warning,) = opened.warnings
    assert f"{parameter} ` nonsense<b> `" in warning
    assert opened.app.query_params == {}
    assert opened.lead == cold(name).lead and not opened.notices


@pytest.mark.parametrize(
    ("name", "chart"),
    [
        ("overview", "ribbon"),
        ("overview", "balance"),
        ("pledges", "amounts"),
        ("commitments", "balance"),
    ],
)
def test_the_table_of_a_chart_unfolds_to_a_row_a_mark(open_page, name, chart):
    opened = open_page(name)
    traces = opened.traces(chart)
    marks = {tuple(mark) for trace in traces for mark in trace.get("customdata", [])}
    opened.app.session_state[f"controls-{chart}"] = ["Table"]
    opened.app.run()
    assert len(opened.app.dataframe(key=f"{chart}_table").value) == len(marks)


def test_a_press_that_was_sent_with_the_link_of_before_keeps_what_was_chosen_meanwhile(open_page):
    opened = open_page("timeline")
    opened.app.pills(key="kind").set_value(["deadline"]).run()
    opened.app.query_params.clear()  # as the browser has it that has not yet got the new link
    opened.choose(theme=["Health"])
    assert opened.app.query_params == {"kind": "deadline", "theme": "Health"}
    assert opened.app.pills(key="kind").value == ["deadline"]


def test_a_link_to_the_page_itself_shows_what_the_link_says(open_page):
    opened = open_page("timeline")
    opened.app.pills(key="kind").set_value(["deadline"]).run()
    opened.app.query_params.clear()
    opened.app.run()  # without a press
    assert opened.app.query_params == {} and opened.app.pills(key="kind").value == []
