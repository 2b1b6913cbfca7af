"""The brief as a list of lines: what stands in one, in which order, with which tools."""

import html
import re

import pytest

from components.content.brief.standard_brief import standard_brief
from tests.pages.views import whole

PINS = ["p13.s8", "pledge:ghsa", "chart:agreement"]


def lines(opened) -> list[str]:
    """The words of every card, in order."""
    drawn = "".join(block.value for block in opened.app.get("html") if "brief-card" in block.value)
    return [
        html.unescape(re.sub("<[^>]*>", "|", line))
        for line in drawn.split('<div class="brief-card')[1:]
        if line
    ]


@pytest.fixture
def standard(shipped):
    return standard_brief(whole(shipped))


def test_a_brief_is_a_line_a_card_in_the_order_of_the_link(open_page):
    opened = open_page("brief", pin=PINS)
    assert not opened.app.exception
    sentence, pledge, chart = lines(opened)
    assert "Paragraph 13, sentence 8" in sentence and "“To this end" in sentence
    assert "Paragraph 14" in pledge and "Theme" in chart
    labels = [button.label for button in opened.app.button]
    assert labels.count("Up") == labels.count("Down") == labels.count("Remove") == len(PINS)
    assert [button.label for button in opened.app.get("download_button")] == [
        "Word",
        "PowerPoint",
        "Markdown",
    ]


def test_cards_move_and_go_and_come_back(open_page):
    opened = open_page("brief", pin=PINS).click("Down-p13.s8")
    assert "Paragraph 14" in lines(opened)[0] and "To this end" in lines(opened)[1]
    opened.click("remove-pledge:ghsa")
    assert len(lines(opened)) == 2
    twice = opened.app.button(key="undo_brief").click()
    states = opened.app._tree.get_widget_states()
    opened.app._run(states)
    opened.app._run(states)  # the second of two quick presses comes when the button is gone
    assert not twice.root.exception
    assert len(lines(opened)) == 3


def test_a_note_stands_in_its_line(open_page):
    opened = open_page("brief", pin=PINS)
    opened.app.text_area(key="note-p13.s8").set_value("Ask about <b>this</b>").run()
    assert "Note: Ask about <b>this</b>" in lines(opened)[0]


def test_an_empty_brief_shows_the_standard_one_and_one_button(open_page, standard):
    opened = open_page("brief")
    assert len(lines(opened)) == len(standard)
    assert not opened.app.get("download_button") and not opened.buttons("^(Present|Up)$")
    assert opened.buttons(f"^Use these {len(standard)}$") == ["standard_brief"]
    opened.click("standard_brief")
    assert len(lines(opened)) == len(standard) and opened.buttons("^Up$")
