"""Accessibility where a page shows more than it opens with: a sentence, a slide, the drawer, a phone's menu."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.conftest import LAPTOP, open_tab
from tests.browser.measures import GROUND
from tests.browser.tab import FIRST

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


@pytest.fixture(scope="module")
def opened(server, profile):
    """One tab for all these tests."""
    tab = open_tab(profile, server)
    yield tab
    tab.close()


@pytest.fixture
def tab(opened):
    """The tab on a laptop, light."""
    opened.page.set_viewport_size(LAPTOP)
    opened.page.emulate_media(color_scheme="light")
    return opened


# As the browser's Back and Forward do: the page stays, its address changes.
GO = """path => {
  history.pushState({}, "", path)
  dispatchEvent(new PopStateEvent("popstate"))
}"""


def go(tab, path):
    tab.page.evaluate(GO, path)
    tab.settled(urlsplit(path).path.strip("/") or FIRST)


@pytest.mark.parametrize("path", DEEP)
def test_a_page_with_more_to_show(path, tab):
    go(tab, path)
    tab.page.locator(DEEP[path]).locator("visible=true").first.wait_for()
    assert findings(tab.page) == {}


@pytest.mark.parametrize("path", SLIDES)
def test_a_slide(path, tab):
    tab.page.emulate_media(color_scheme="dark")
    go(tab, path)
    tab.page.locator(SLIDES[path]).first.wait_for()
    tab.page.wait_for_function(GROUND, arg="dark")
    assert findings(tab.page) == {}


def test_the_drawer(tab):
    go(tab, "/?theme=Health")
    tab.page.wait_for_function(GROUND, arg="light")
    tab.page.locator(".st-key-balance .bars .point").first.wait_for()
    tab.page.get_by_role("button", name="12 sentences", exact=True).first.click()
    expect(tab.quotes.first).to_be_visible()
    assert findings(tab.page) == {}
    tab.page.keyboard.press("Escape")


def test_the_menu_of_a_phone(tab):
    """There the navigation is a sidebar, closed until it is asked for."""
    go(tab, "/pledges")
    tab.page.set_viewport_size({"width": 390, "height": 844})
    tab.page.get_by_test_id("stExpandSidebarButton").click()
    try:
        expect(tab.page.get_by_role("link", name="Method")).to_be_visible()
        assert findings(tab.page) == {}
    finally:
        tab.page.evaluate("localStorage.clear()")  # the browser remembers whether the menu was open
