"""Accessibility where a page shows more than it opens with: a sentence, a slide, the drawer, a phone's menu."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings

DEEP = [
    "/statement?passage=p13.s8&q=health",
    "/timeline?layer=after",
    "/brief?pin=p13.s8&pin=chart:balance",
    "/method?part=tables",
]
SLIDES = ["/map?present=true", "/statement?present=true"]


def assert_clean(tab, of_a_blank_page):
    found = findings(tab.page)
    assert {rule: node for rule, node in found.items() if rule not in of_a_blank_page} == {}


@pytest.mark.parametrize("path", DEEP)
def test_a_page_with_more_to_show(path, visit, of_a_blank_page):
    assert_clean(visit(path), of_a_blank_page)


@pytest.mark.parametrize("path", SLIDES)
def test_a_slide(path, visit, of_a_blank_page):
    tab = visit(path, scheme="dark")
    if path.startswith("/statement"):  # its script lets one sentence take the focus
        expect(tab.page.locator(".sentence[tabindex='0']")).to_have_count(1)
    assert_clean(tab, of_a_blank_page)


def test_the_drawer(visit, of_a_blank_page):
    tab = visit("/?theme=Health")
    tab.page.locator(".st-key-balance .bars .point").first.wait_for()
    tab.page.get_by_role("button", name="12 sentences", exact=True).first.click()
    expect(tab.quotes.first).to_be_visible()
    assert_clean(tab, of_a_blank_page)


def test_the_menu_of_a_phone(visit, of_a_blank_page, browser):
    """There the navigation is a sidebar, closed until it is asked for."""
    with browser.new_context() as phone:  # it remembers whether its menu was open
        tab = visit("/", window={"width": 390, "height": 844}, by=phone)
        tab.page.get_by_test_id("stExpandSidebarButton").click()
        expect(tab.page.get_by_role("link", name="Method")).to_be_visible()
        assert_clean(tab, of_a_blank_page)
