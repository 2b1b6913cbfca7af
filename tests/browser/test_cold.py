"""A deep link on a fresh server, before any session has drawn the navigation."""

from playwright.sync_api import expect


def test_a_page_opens_cold_from_a_link(visit, fresh_server):
    server = fresh_server()
    tab = visit("/statement?theme=Health", at=server)
    expect(tab.heading).to_have_count(1)
    expect(tab.chip("Health")).to_have_attribute("aria-pressed", "true")
    assert "Traceback" not in server.printed()
