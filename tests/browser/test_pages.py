"""Every page, as it first meets a reader."""

import pytest
from playwright.sync_api import expect

from components.ui.shell.frame import PAGES
from tests.browser.tab import path_of

every_page = pytest.mark.parametrize("name", PAGES)


def assert_stands(tab):
    """One title, and nothing that says an exception was raised."""
    expect(tab.heading).to_have_count(1)
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)


@every_page
def test_a_page_opens_cold_from_a_link(name, visit, fresh_server):
    server = fresh_server()
    tab = visit(path_of(name), at=server)
    assert_stands(tab)
    assert "Traceback" not in server.printed()


def test_a_request_to_another_host_fails_and_is_noticed(visit, fresh_server):
    tab = visit("/method", at=fresh_server())
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
