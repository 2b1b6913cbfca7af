"""Every page, as it first meets a reader."""

import pytest
from playwright.sync_api import expect

from components.frame import PAGES
from tests.browser.tab import path_of

PHONE = {"width": 390, "height": 844}
# Parts that reach past the right edge of the window, unless one of their own containers scrolls
# them or cuts them off on purpose. Containers that span the window are no such excuse.
OVERHANG = """() => {
  const frames = ['html', 'body', 'stApp', 'stAppViewContainer', 'stMain', 'stMainBlockContainer']
  const isFrame = (node) => frames.includes(node.dataset.testid ?? node.localName)
  const overhangs = (node) => node.getBoundingClientRect().right > innerWidth + 1
  const contained = (node) => {
    for (let box = node.parentElement; box && !isFrame(box); box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible' && !overhangs(box)) return true
    return false
  }
  return [...document.querySelectorAll('body *')]
    .filter((node) => node.checkVisibility() && overhangs(node) && !contained(node))
    .map((node) => node.outerHTML.slice(0, 120))
}"""

every_page = pytest.mark.parametrize("name", PAGES)


def assert_stands(tab):
    """One title, nothing that says an exception was raised, nothing wider than the window."""
    expect(tab.heading).to_have_count(1)
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)
    assert tab.page.evaluate(OVERHANG) == []
    main = tab.page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0


def brightness(tab):
    """Of the page's ground, from 0 to 255."""
    ground = tab.page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    return max(int(channel) for channel in ground.removeprefix("rgb(").rstrip(")").split(","))


@every_page
def test_a_page_opens_cold_from_a_link(name, visit, fresh_server):
    server = fresh_server()
    tab = visit(path_of(name), at=server)
    assert_stands(tab)
    assert brightness(tab) > 240
    assert "Traceback" not in server.printed()


@every_page
def test_a_page_opens_in_the_dark(name, visit):
    tab = visit(path_of(name), scheme="dark")
    assert_stands(tab)
    assert brightness(tab) < 64


@every_page
def test_a_page_opens_on_a_phone(name, visit):
    assert_stands(visit(path_of(name), window=PHONE))


def test_a_request_to_another_host_fails_and_is_noticed(visit):
    tab = visit("/method")
    for address in ("https://example.org/pixel.gif", "http://192.0.2.1/pixel.gif"):
        reached = tab.page.evaluate(
            "url => fetch(url, {mode: 'no-cors'}).then(() => true, () => false)", address
        )
        assert not reached
        assert address in tab.foreign
        assert any(address in error for error in tab.errors)
    tab.foreign.clear()
    tab.errors.clear()


def test_the_icon_is_the_apps_own(visit):
    tab = visit("/method")
    icon = tab.page.locator("link[rel~=icon]").first
    assert icon.evaluate("link => link.href").startswith(tab.origin)
