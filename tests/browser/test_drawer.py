"""From a mark to its sentences, and on into the statement."""

import pytest
from playwright.sync_api import expect

from tests.browser.measures import WORDS


@pytest.fixture
def click_tick(dataset):
    """Clicks the ribbon's column of a passage: one tick a sentence, in reading order."""
    order = dataset.passages["passage_id"].tolist()

    def click(tab, passage_id):
        ticks = tab.page.locator(".st-key-ribbon .trace.bars").last.locator(".point")
        expect(ticks).to_have_count(len(order))
        tick = ticks.nth(order.index(passage_id))
        tick.scroll_into_view_if_needed()
        box = tick.bounding_box()
        tab.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    return click


@pytest.fixture
def text_of(dataset):
    return dataset.passages.set_index("passage_id")["text"].get


def test_a_tick_opens_its_sentence_and_opens_it_again_after_esc(go, click_tick, text_of):
    tab = go("/")
    for _ in range(2):
        click_tick(tab, "p13.s8")
        expect(tab.quotes).to_have_text([text_of("p13.s8")])
        tab.page.keyboard.press("Escape")
        expect(tab.drawer).to_have_count(0)


# Notes how often a drawer is seen to open, and how often the filter bar goes.
COUNT = """() => {
  window.openings = window.leavings = 0
  let [open, there] = [false, true]
  const look = () => {
    const [isOpen, isThere] = ["[role=dialog]", ".linchpin-filters .chip"].map((one) => Boolean(document.querySelector(one)))
    if (isOpen && !open) window.openings += 1
    if (!isThere && there) window.leavings += 1
    open = isOpen
    there = isThere
    requestAnimationFrame(look)
  }
  look()
}"""
STATES = """() => {
  window.changes = 0
  const app = document.querySelector("[data-testid=stApp]")
  new MutationObserver(() => window.changes += 1).observe(app, { attributeFilter: ["data-test-script-state"] })
}"""
PRESS = """async (wait) => {
  for (const label of ["Health", "Climate", "Health", "Climate"]) {
    document.querySelector(`.linchpin-filters [data-label="${label}"]`).click()
    await new Promise((done) => setTimeout(done, wait))
  }
}"""


def test_closing_the_drawer_runs_nothing(go, click_tick):
    """A run that began with Esc took back what was done next: a page change, or another mark's sentences."""
    tab = go("/")
    click_tick(tab, "p13.s8")
    expect(tab.quotes).to_have_count(1)
    tab.fitted()
    tab.page.evaluate(STATES)
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)
    tab.page.wait_for_timeout(600)
    assert tab.page.evaluate("window.changes") == 0


def test_esc_closes_the_drawer_in_the_moment_in_which_nothing_has_the_focus(go, click_tick):
    tab = go("/")
    click_tick(tab, "p13.s8")
    expect(tab.quotes).to_have_count(1)
    tab.page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))"
    )
    expect(tab.drawer).to_have_count(0)


def test_quick_presses_after_esc_neither_open_the_drawer_again_nor_take_the_chips_away(go, click_tick):
    tab = go("/")
    tab.page.evaluate(COUNT)
    waits = (10, 40, 80)
    for number, wait in enumerate(waits, start=1):
        click_tick(tab, "p13.s8")
        expect(tab.quotes).to_have_count(1)
        tab.page.wait_for_function("number => window.openings === number", arg=number)  # a busy page is late
        tab.page.keyboard.press("Escape")
        expect(tab.drawer).to_have_count(0)
        tab.page.evaluate(PRESS, wait)
        tab.settled("overview")
    assert tab.page.evaluate("[window.openings, window.leavings]") == [len(waits), 0]


# Puts a copy of the drawer back as Streamlit does, and one of another drawer; returns how often each is closed.
COPIES = """() => {
  const copies = ["before", "another"].map((name) => {
    const copy = document.querySelector(".stDialog").cloneNode(true)
    if (name === "another") copy.querySelector("[data-opening]").dataset.opening = name
    copy.closed = 0
    copy.querySelector("button[aria-label=Close]").addEventListener("click", () => copy.closed += 1)
    return copy
  })
  window.putBack = async () => {
    document.body.append(...copies)
    await new Promise((done) => setTimeout(done))
    copies.forEach((copy) => copy.remove())
    return copies.map((copy) => copy.closed)
  }
}"""


def test_a_drawer_that_was_closed_is_closed_again_if_a_stopped_run_brings_it_back(go, click_tick):
    tab = go("/")
    click_tick(tab, "p13.s8")
    expect(tab.quotes).to_have_count(1)
    tab.page.evaluate(COPIES)
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)
    assert tab.page.evaluate("window.putBack()") == [1, 0]


def test_back_right_after_esc_goes_back(go, click_tick):
    tab = go("/?theme=Health")
    tab.follow("pledges")
    tab.page.get_by_role("listbox").locator("visible=true").focus()
    tab.page.keyboard.press("Enter")
    expect(tab.quotes).to_have_count(1)
    steps = tab.page.evaluate("history.length")
    tab.page.keyboard.press("Escape")
    tab.page.evaluate("history.back()")
    tab.settled("overview")
    assert tab.page.evaluate("history.length") == steps
    tab.page.go_forward()
    tab.settled("pledges")


@pytest.mark.parametrize("path", ["/", "/pledges", "/timeline"])
def test_no_word_of_a_picture_lies_on_another_or_is_cut_beside_the_drawer(path, go):
    tab = go(path)
    tab.page.get_by_role("listbox").locator("visible=true").first.focus()
    tab.page.keyboard.press("Enter")
    expect(tab.quotes).not_to_have_count(0)
    tab.fitted()
    assert tab.page.evaluate(WORDS) == []


def test_a_finding_opens_as_many_sentences_as_it_says_and_has_the_focus_again_after_esc(go, dataset):
    tab = go("/")
    binding = dataset.commitments["passage_id"].nunique()
    button = tab.page.get_by_role("button", name=f"{binding} sentences").first
    button.focus()
    tab.page.keyboard.press("Enter")
    expect(tab.quotes).to_have_count(binding)
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)
    expect(button).to_be_focused()


def test_findings_follow_the_filter_and_can_be_selected_to_copy(go):
    tab = go("/?theme=Health")
    words = tab.page.locator(".st-key-findings p").first
    expect(words).to_contain_text("of 13 sentences")
    tab.chip("Climate").click()
    expect(words).to_contain_text("of 20 sentences")
    words.click(click_count=3)
    assert "of 20 sentences" in tab.page.evaluate("getSelection().toString()")


def test_the_drawer_leads_to_the_sentence_in_the_statement(go, click_tick, text_of):
    tab = go("/?theme=Health")
    click_tick(tab, "p13.s8")
    tab.drawer.get_by_role("link", name="Read it in the statement").click()
    tab.settled("statement")
    tab.wait_for_query(theme=["Health"], passage=["p13.s8"])
    expect(tab.drawer).to_have_count(0)
    sentence = tab.sentence("p13.s8")
    expect(sentence).to_contain_text(text_of("p13.s8"))
    expect(sentence).to_have_attribute("aria-pressed", "true")
    expect(sentence).to_be_in_viewport()
