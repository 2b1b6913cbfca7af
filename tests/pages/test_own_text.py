"""A reader's own text on the page Compare: asked for, compared, taken away, and nobody else's."""

import json

import pytest

from components.content.text import wording_findings
from data import queries

TEXT = (
    "Trade\n\nThe two Presidents reaffirm the importance of preserving peace in the Taiwan Strait. "
    "They will build a thousand ships. " * 3
)


def ask(page, text):
    """Paste a text, and compare."""
    page.app.text_area(key="own_text_pasted").input(text)
    button(page, "Compare").click().run()


def button(page, label):
    (found,) = [one for one in page.app.button if one.label == label]
    return found


def html_of(page):
    return " ".join(one.proto.body for one in page.app.get("html"))


def test_an_own_text_is_compared_in_this_session_alone(open_page):
    page, other = open_page("compare"), open_page("compare")
    ask(page, TEXT)
    assert not page.app.exception
    assert "thousand ships" in html_of(page)
    assert not page.buttons("^Present") and other.buttons("^Present")
    assert queries.UNREVIEWED in page.titles[0].lower()
    assert any("this session alone" in one.value for one in page.app.caption)
    assert not {"old", "new"} & set(page.app.query_params)
    other.app.run()
    assert "thousand ships" not in html_of(other)
    # Another page and back: it is still there; then against another meeting; then forgotten.
    choice = page.app.selectbox(key="own_text_meeting")
    choice.select(choice.options[0] if choice.value != choice.options[0] else choice.options[1]).run()
    assert "thousand ships" in html_of(page)
    button(page, "Forget it").click().run()
    assert "thousand ships" not in html_of(page)


def test_its_marks_open_its_sentences(open_page):
    page = open_page("compare")
    ask(page, TEXT)
    *_, newer = page.traces("compare")
    page.open_mark("compare", len(page.traces("compare")) - 1, 0)
    assert not page.app.exception and newer["customdata"]
    assert any("Taiwan Strait" in quote for quote in page.drawer)
    page.app.switch_page("pages/wording.py").run()
    page.app.selectbox(key="view").set_value(wording_findings.ALL).run()
    own = [
        (trace, point)
        for trace, drawn in enumerate(page.traces("wording"))
        for point, mark in enumerate(drawn.get("customdata", []))
        if mark[4] == queries.OWN
    ]
    page.open_mark("wording", *own[0])
    assert not page.app.exception and any("Taiwan Strait" in quote for quote in page.drawer)
    assert page.titles  # the page stands behind it


def test_it_is_a_column_of_the_wording_and_has_no_pin_and_no_address(open_page):
    page = open_page("compare")
    ask(page, TEXT)
    page.app.switch_page("pages/wording.py").run()
    page.app.selectbox(key="view").set_value(wording_findings.ALL).run()
    assert not page.app.exception
    marks = [mark for trace in page.traces("wording") for mark in trace.get("customdata", [])]
    assert any(mark[4] == queries.OWN for mark in marks)
    topic = next(mark[3] for mark in marks if mark[4] == queries.OWN)
    page.app.selectbox(key="topic").set_value(topic).run()
    (history,) = json.loads(page.spec("clause_history"))["histories"]
    (own,) = [step for step in history["steps"] if step["when"] == queries.UNREVIEWED]
    assert own["lines"] and own["pin"] == "" and not any(line["address"] for line in own["lines"])


@pytest.mark.parametrize(("text", "said"), [("", "is empty"), ("Peace", "one word")])
def test_what_cannot_be_compared_is_said(open_page, text, said):
    page = open_page("compare")
    ask(page, text)
    assert said in page.app.error[0].value
