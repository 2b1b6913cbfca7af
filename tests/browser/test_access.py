"""What axe-core finds beyond a blank page, and what the keyboard reaches."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from components.ui.shell.frame import PAGES
from tests.browser.server import Server
from tests.browser.tab import READY, path_of

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"runOnly": {"type": "tag", "values": [*WCAG, "best-practice"]}}
# Addresses at which a page has more to show than it opens with.
DEEP = [
    "/statement?passage=p13.s8&q=health",
    "/map?place=mekong",
    "/timeline?layer=after",
    "/commitments?strength=pledged",
    "/brief?pin=p13.s8&pin=chart:ladder",
    *(f"/method?part={part}" for part in ("codebook", "tables", "cite")),
]
PRESENTED = [f"{path_of(name)}?present=true" for name in PAGES]
GROUND = """scheme => {
  const ground = getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor
  return (Number(ground.match(/\\d+/)[0]) > 128) === (scheme === 'light')
}"""

# What takes the Tab key: each control that can be seen, or one of its group (the arrow keys do the rest).
CONTROLS = """() => [...document.querySelectorAll(
  '[data-testid=stApp] :is(a[href], button, input, textarea, [role=button], [role=combobox])')]
  .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((node) => !node.disabled && node.tabIndex >= 0 && node.getBoundingClientRect().width > 1)
  .filter((node, _, all) => {
    const group = node.closest('[role=group], [role=radiogroup], [role=toolbar]')
    return !group || all.find((other) => group.contains(other)) === node
  })
  .map((node, place) => { node.dataset.place = place; return (node.ariaLabel || node.innerText).slice(0, 40) })"""
FOCUSED = """() => {
  const deep = (node) => node?.shadowRoot?.activeElement ? deep(node.shadowRoot.activeElement) : node
  const node = deep(document.activeElement), box = node.getBoundingClientRect()
  const seen = box.bottom > 0 && box.top < innerHeight && node.matches(':focus-visible')
  const place = node.dataset.place === undefined ? null : Number(node.dataset.place)
  return node === document.body ? null : { place, seen }
}"""


def findings(page) -> dict[str, str]:
    """Serious and critical findings of axe, and all about headings: the rule and its first place."""
    violations = Axe().run(page, options=RULES).response["violations"]
    return {
        one["id"]: one["nodes"][0]["html"][:200]
        for one in violations
        if one["impact"] in ("serious", "critical") or "heading" in one["id"] or "lang" in one["id"]
    }


@pytest.fixture(scope="session")
def of_a_blank_page(profile, tmp_path_factory) -> set[str]:
    """The findings on a Streamlit page with next to nothing of its own."""
    server = Server(tmp_path_factory.mktemp("bare") / "log", script="benchmarks/bare.py")
    page = profile.new_page()
    try:
        page.goto(server.origin)
        page.wait_for_selector(READY)
        page.get_by_text("0 chosen").wait_for()
        return set(findings(page))
    finally:
        page.close()
        server.stop()


def assert_clean(tab, of_a_blank_page):
    """In the light and, switched over under the reader's eyes, in the dark."""
    for scheme in ("light", "dark"):
        tab.page.emulate_media(color_scheme=scheme)
        tab.page.wait_for_function(GROUND, arg=scheme)
        found = findings(tab.page)
        assert {rule: place for rule, place in found.items() if rule not in of_a_blank_page} == {}, scheme


def test_axe_finds_what_is_wrong(visit):
    tab = visit("/method")
    tab.page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"data:,\">'")
    assert "image-alt" in findings(tab.page)


@pytest.mark.parametrize("path", [*map(path_of, PAGES), *DEEP, *PRESENTED])
def test_a_page_has_no_serious_finding(path, visit, of_a_blank_page):
    assert_clean(visit(path), of_a_blank_page)


def test_the_drawer_has_no_serious_finding(visit, of_a_blank_page):
    tab = visit("/?theme=Health")
    tab.page.get_by_role("button", name="12 sentences").first.click()
    expect(tab.quotes.first).to_be_visible()
    assert_clean(tab, of_a_blank_page)


def test_the_menu_of_a_phone_has_no_serious_finding(visit, of_a_blank_page, browser):
    """There the navigation is a sidebar, closed until it is asked for."""
    with browser.new_context() as phone:  # it remembers whether its menu was open
        tab = visit("/", window={"width": 390, "height": 844}, by=phone)
        assert_clean(tab, of_a_blank_page)
        tab.page.get_by_test_id("stExpandSidebarButton").click()
        expect(tab.page.get_by_role("link", name="Method")).to_be_visible()
        assert_clean(tab, of_a_blank_page)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_its_language_and_name(name, visit):
    tab = visit(path_of(name))
    assert tab.page.locator("html").get_attribute("lang") == "en"
    assert tab.page.title() == f"{PAGES[name]} · Linchpin"


@pytest.mark.parametrize("name", PAGES)
def test_every_control_is_reached_and_seen_by_keyboard_in_order(name, visit):
    tab = visit(path_of(name))
    labels = tab.page.evaluate(CONTROLS)
    reached: list[int] = []
    for _ in range(3 * len(labels)):
        tab.page.keyboard.press("Tab")
        focused = tab.page.evaluate(FOCUSED)
        if focused is None or focused["place"] in reached:
            break
        assert focused["seen"], f"{focused} after {len(reached)} of {labels}"
        if focused["place"] is not None:
            reached.append(focused["place"])
    assert reached == sorted(reached)
    assert [label for place, label in enumerate(labels) if place not in reached] == []
