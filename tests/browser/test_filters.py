"""The link is the view: what the shared filters put into the address, and take out of it."""

import pytest
from playwright.sync_api import expect

from components.ui.shell.page_frame import PAGES


def assert_chosen(tab, *labels):
    for label in labels:
        expect(tab.chip(label)).to_have_attribute("aria-pressed", "true")
    pressed = tab.page.locator(".linchpin-filters [aria-pressed=true]")
    expect(pressed).to_have_count(len(labels))


def test_what_is_chosen_stands_in_the_address_and_comes_back_with_it(visit, browser):
    tab = visit("/statement")
    tab.chip("Health").click()
    tab.wait_for_query(theme=["Health"])
    tab.chip("Climate").click()
    tab.wait_for_query(theme=["Health", "Climate"])
    assert_chosen(tab, "Health", "Climate")
    tab.chip("Climate").click()
    tab.wait_for_query(theme=["Health"])
    tab.chip("ROK").click()
    tab.wait_for_query(theme=["Health"], actor=["ROK"])
    tab.follow("method")
    tab.page.reload()
    tab.settled("method")
    tab.wait_for_query(theme=["Health"], actor=["ROK"])
    assert_chosen(tab, "Health", "ROK")
    tab.page.go_back()
    tab.settled("statement")
    tab.wait_for_query(theme=["Health"], actor=["ROK"])
    assert_chosen(tab, "Health", "ROK")
    lead = tab.page.get_by_text("under theme Health, actor ROK").inner_text()
    with browser.new_context() as elsewhere:
        pasted = visit(tab.page.url.removeprefix(tab.origin), lead, by=elsewhere)
        assert_chosen(pasted, "Health", "ROK")


def test_a_filter_survives_every_page_change_until_it_is_cleared(visit):
    tab = visit("/?theme=Health&actor=ROK")
    for name in [*PAGES][1:]:
        tab.follow(name)
        expect(tab.page.get_by_test_id("stException")).to_have_count(0)
        tab.wait_for_query(theme=["Health"], actor=["ROK"])
        assert_chosen(tab, "Health", "ROK")
    tab.page.get_by_role("button", name="Clear filters").click()
    tab.wait_for_query()
    assert tab.page.url == f"{tab.origin}/{name}"
    assert_chosen(tab)


@pytest.mark.parametrize(
    ("link", "named", "left"),
    [
        ("/?theme=Nonsense&theme=Health&actor=ROK", "Nonsense", {"theme": ["Health"], "actor": ["ROK"]}),
        ("/pledges?actor=Nobody&theme=Climate", "Nobody", {"theme": ["Climate"]}),
        ("/statement?passage=p99.s9&theme=Health", "p99.s9", {"theme": ["Health"]}),
    ],
    ids=["theme", "actor", "passage"],
)
def test_a_bad_value_is_named_and_dropped_from_the_link(link, named, left, visit):
    tab = visit(link)
    expect(tab.page.get_by_test_id("stAlert").filter(has_text=named)).to_be_visible()
    tab.wait_for_query(**left)
    assert_chosen(tab, *(label for labels in left.values() for label in labels))
