"""The hint for newcomers."""

import pytest
from playwright.sync_api import expect


def test_the_hint_is_shown_until_it_is_closed_for_good_and_the_first_steps_stay_in_the_menu(visit, browser):
    with browser.new_context() as newcomer:
        tab = visit("/", by=newcomer)
        hint = tab.page.get_by_text("New here?")
        expect(hint).to_be_visible()
        tab.page.get_by_role("button", name="Close the hint").click()
        expect(hint).not_to_be_visible()
        tab.chip("Health").click()
        tab.wait_for_query(theme=["Health"])
        expect(hint).not_to_be_visible()
        tab.open("/?theme=Climate")
        expect(tab.page.locator(".linchpin-figure .main-svg").first).to_be_visible()
        expect(hint).not_to_be_visible()

        tab.page.get_by_test_id("stMainMenuButton").click()
        tab.page.get_by_text("About", exact=True).click()
        expect(tab.page.get_by_role("dialog").get_by_text("To brief")).to_be_visible()


# Whether no line of the lead reaches to where the hint stands.
APART = """() => {
  const words = document.createRange()
  words.selectNodeContents(document.querySelector(".st-key-heading_words p"))
  const hint = document.querySelector(".linchpin-hint").getBoundingClientRect()
  return [...words.getClientRects()].every((line) => line.right < hint.left || line.bottom <= hint.top)
}"""


@pytest.mark.parametrize("chosen", ["theme=Health", "theme=Security&theme=Health&actor=ROK"])
def test_a_long_lead_ends_before_the_hint(visit, browser, chosen):
    with browser.new_context() as newcomer:
        tab = visit(f"/?{chosen}", "New here?", by=newcomer)
        assert tab.page.evaluate(APART)
