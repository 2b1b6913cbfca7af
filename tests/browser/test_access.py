"""Accessibility where a page shows more than it opens with: a sentence, a slide, the drawer, a phone's menu."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.conftest import PHONE
from tests.browser.measures import GROUND

# An address, and what it shows beyond the page.
DEEP = {
    "/statement?passage=p13.s8&q=health": ".st-key-statement_panel button",
    "/timeline?layer=after": "[data-testid=stButtonGroup] [aria-pressed=true]",
    "/brief?pin=p13.s8&pin=chart:balance": ".brief-card:not(.pale)",
    "/method?part=tables": ".stDataFrame canvas",
}
SLIDES = {
    "/map?present=true": ".st-key-slide canvas",
    "/statement?present=true": ".st-key-slide .sentence[tabindex='0']",  # its script lets one sentence take the focus
}


@pytest.mark.parametrize("path", DEEP)
def test_a_page_with_more_to_show(path, go):
    tab = go(path)
    tab.page.locator(DEEP[path]).locator("visible=true").first.wait_for()
    assert findings(tab.page) == {}


@pytest.mark.parametrize("path", SLIDES)
def test_a_slide(path, go):
    tab = go(path)
    tab.page.emulate_media(color_scheme="dark")
    tab.page.locator(SLIDES[path]).first.wait_for()
    tab.page.wait_for_function(GROUND, arg="dark")
    assert findings(tab.page) == {}


def test_the_drawer(go):
    tab = go("/?theme=Health")
    tab.page.wait_for_function(GROUND, arg="light")
    tab.page.locator(".st-key-balance .bars .point").first.wait_for()
    tab.page.get_by_role("button", name="12 sentences", exact=True).first.click()
    expect(tab.quotes.first).to_be_visible()
    assert findings(tab.page) == {}
    tab.page.keyboard.press("Escape")


def test_the_menu_of_a_phone(go):
    """There the navigation is a sidebar, closed until it is asked for."""
    tab = go("/pledges")
    tab.page.set_viewport_size(PHONE)
    tab.page.get_by_test_id("stExpandSidebarButton").click()
    try:
        expect(tab.page.get_by_role("link", name="Method")).to_be_visible()
        assert findings(tab.page) == {}
    finally:
        tab.page.evaluate("localStorage.clear()")  # the browser remembers whether the menu was open
