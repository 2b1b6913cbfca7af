"""What holds for every page: it fits, it can be reached by keyboard, it is accessible, it prints.

One tab goes through all pages by the navigation, and each page is drawn once for all these tests. They
set the window and the scheme that they need.
"""

import pytest
from playwright.sync_api import expect

from components.ui.shell.page_frame import PAGES
from tests.browser.axe import CONTRAST, RULES, findings
from tests.browser.conftest import LAPTOP, open_tab
from tests.browser.measures import BLANK, CONTROLS, CUT_OFF, FOCUSED, GROUND, OVERHANG, WORDS
from tests.browser.paper import assert_black_on_white, letters, printed
from tests.browser.tab import READY, Tab, path_of

MAGNIFIED = (320, 640)  # a laptop zoomed to 400 percent
WINDOWS = [(390, 844), (1280, 720), (1920, 1080), MAGNIFIED]


@pytest.fixture(scope="module", params=PAGES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def travelling(server, profile):
    """The tab for all pages."""
    tab = open_tab(profile, server)
    yield tab
    tab.close()


# The next press of Tab leads to the first control of the document, as in a page just opened.
FROM_THE_TOP = """() => {
  const first = document.createElement("i")
  first.tabIndex = -1
  document.body.prepend(first)
  first.focus()
  first.remove()
}"""


@pytest.fixture(scope="module")
def opened(name, travelling):
    """The tab on the page. At the end neither page nor console has reported an error."""
    tab = travelling
    tab.page.set_viewport_size(LAPTOP)  # on a phone the navigation is in a menu
    if "?" in tab.page.url:  # a test failed and left its theme
        tab.open(path_of(name))
    else:
        tab.follow(name)
    tab.page.evaluate(FROM_THE_TOP)
    yield tab
    errors, tab.errors[:] = tab.errors[:], []
    assert errors == []


@pytest.fixture
def tab(opened) -> Tab:
    """The tab as it was opened: on a laptop, light."""
    opened.page.set_viewport_size(LAPTOP)
    use_scheme(opened, "light")
    return opened


def use_scheme(tab, scheme):
    tab.page.emulate_media(color_scheme=scheme)
    tab.page.wait_for_function(GROUND, arg=scheme)


def test_it_stands_under_one_title_and_says_its_language_and_name(name, tab):
    expect(tab.heading).to_have_count(1)
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)
    assert tab.page.locator("html").get_attribute("lang") == "en"
    assert tab.page.title() == f"{PAGES[name]} · Linchpin"
    icon = tab.page.locator("link[rel~=icon]").first
    assert icon.evaluate("link => link.href").startswith(tab.origin)


def test_every_control_is_reached_and_seen_by_keyboard_in_order(tab):
    labels = tab.page.evaluate(CONTROLS)
    reached: list[int] = []
    for _ in range(3 * len(labels)):
        tab.page.keyboard.press("Tab")
        focused = tab.page.evaluate(FOCUSED)
        if focused is None or focused["index"] in reached:
            break
        if focused["index"] is None:
            continue  # a part of Streamlit's own: a table's toolbar comes and goes as it is passed
        assert focused["seen"], f"{focused} after {len(reached)} of {labels}"
        reached.append(focused["index"])
    assert reached == sorted(reached)
    assert [label for index, label in enumerate(labels) if index not in reached] == []


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: f"{window[0]}x{window[1]}")
def test_nothing_sticks_out_is_cut_off_lies_on_another_or_is_blank(window, tab):
    tab.page.set_viewport_size({"width": window[0], "height": window[1]})
    expect(tab.page.locator(READY)).to_be_visible()
    tab.page.wait_for_timeout(500)  # figures and tables take the new width
    assert tab.page.evaluate(OVERHANG) == []
    main = tab.page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    assert tab.page.evaluate(CUT_OFF) == []
    found = tab.page.evaluate(WORDS)
    if window == MAGNIFIED:  # there the words of a figure may lie on each other; those of its table don't
        found = [one for one in found if one.startswith("outside")]
    assert found == []
    assert tab.page.evaluate(BLANK) == 0


# The first thing to be seen on a page.
PICTURE = {
    "overview": ".st-key-ribbon",
    "pledges": ".linchpin-figure",
    "map": "[data-testid=stDeckGlJsonChart]",
    "commitments": ".st-key-balance",
    "timeline": ".linchpin-figure",
    "statement": ".reader article",
    "wording": ".st-key-wording",
    "compare": ".st-key-compare",
    "brief": ".brief-card",
    "method": ".st-key-agreement",
}
THEME = "Climate"  # has no sum of money, and few sentences


def test_its_picture_is_seen_first(name, tab):
    """At the sizes of a shared screen and of a wall nearly whole, on a phone at least its beginning; with a
    theme too, and below the hint for new readers, which this browser has not closed."""
    for chosen in ([], [THEME]):
        if chosen:
            tab.chip(THEME).click()
            tab.wait_for_query(theme=chosen)
            tab.settled(name)
        for width, height in ((1280, 720), (1920, 1080), (390, 844)):
            tab.page.set_viewport_size({"width": width, "height": height})
            tab.page.wait_for_timeout(400)  # figures take the new width
            tab.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
            picture = tab.page.locator(PICTURE[name]).locator("visible=true").first
            box = picture.bounding_box()
            assert box["y"] <= (200 if width > 640 else 260), (chosen, width, box)
            if width > 640:
                seen = (height - box["y"]) / box["height"]
                assert seen >= 0.9, (chosen, width, box)
    tab.chip(THEME).click()
    tab.wait_for_query()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_serious_accessibility_finding(scheme, tab, of_a_blank_page):
    use_scheme(tab, scheme)
    found = findings(tab.page, RULES if scheme == "light" else CONTRAST)  # dark changes nothing else
    assert {rule: node for rule, node in found.items() if rule not in of_a_blank_page} == {}


def test_it_prints_black_on_white_with_its_address_and_page_number(name, tab, tmp_path):
    text, sheets = printed(tab, tmp_path)
    assert letters(tab.heading.inner_text()) in letters(text)
    assert f"{tab.origin}{path_of(name)}" in text
    assert f"1 of {len(sheets)}" in text
    for sheet in sheets:
        assert_black_on_white(sheet)
