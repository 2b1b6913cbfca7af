"""What holds for every page: it fits, it can be reached by keyboard, it is accessible, it prints.

One tab goes through all pages by the navigation, and each page is drawn once for all these tests. They
set the window and the scheme that they need.
"""

import pytest
from playwright.sync_api import expect

from components.ui.session.page_names import PAGES
from tests.browser.axe import CONTRAST, findings
from tests.browser.conftest import LAPTOP
from tests.browser.measures import BLANK, CONTROLS, CUT_OFF, FOCUSED, GROUND, OVERHANG, WORDS
from tests.browser.paper import assert_black_on_white, letters, printed
from tests.browser.tab import Tab, path_of

MAGNIFIED = (320, 640)  # a laptop zoomed to 400 percent
PHONE = (390, 844)
TALL = (1280, 2160)  # in a low one axe gives up on contrast where a list scrolls, as on Compare
SCREENS = [(1920, 1080), (1280, 720)]  # a wall, and a laptop whose screen is shared


@pytest.fixture(scope="module", params=PAGES)
def name(request):
    return request.param


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
    if "?" in tab.page.url:  # of another test
        tab.go(path_of(name))
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


def test_its_picture_is_seen_first_and_nothing_sticks_out_is_cut_off_lies_on_another_or_is_blank(name, tab):
    """Seen first: on a screen nearly whole, on a phone at least its beginning; with a theme too, and below
    the hint for new readers, which this browser has not closed."""
    for window in (MAGNIFIED, PHONE, *SCREENS):
        resize(tab, window)
        assert_it_fits(tab, window)
        if window != MAGNIFIED:
            assert_seen_first(tab, PICTURE[name], window)
    tab.chip(THEME).click()
    tab.wait_for_query(theme=[THEME])
    tab.settled(name)
    for window in (*reversed(SCREENS), PHONE):
        resize(tab, window)
        assert_seen_first(tab, PICTURE[name], window)
    tab.chip(THEME).click()
    tab.wait_for_query()


def resize(tab, window):
    tab.page.set_viewport_size({"width": window[0], "height": window[1]})
    tab.fitted()


def assert_it_fits(tab, window):
    assert tab.page.evaluate(OVERHANG) == [], window
    main = tab.page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0, window
    assert tab.page.evaluate(CUT_OFF) == [], window
    found = tab.page.evaluate(WORDS)
    if window == MAGNIFIED:  # there the words of a figure may lie on each other; those of its table don't
        found = [one for one in found if one.startswith("outside")]
    assert found == [], window
    assert tab.page.evaluate(BLANK) == 0, window


def assert_seen_first(tab, picture, window):
    tab.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    box = tab.page.locator(picture).locator("visible=true").first.bounding_box()
    assert box["y"] <= (260 if window == PHONE else 200), (window, tab.page.url, box)
    if window != PHONE:
        seen = (window[1] - box["y"]) / box["height"]
        assert seen >= 0.9, (window, tab.page.url, box)


def test_it_has_no_serious_accessibility_finding_and_enough_contrast_in_the_dark(tab):
    resize(tab, TALL)
    assert findings(tab.page) == {}
    use_scheme(tab, "dark")  # changes nothing but colours
    assert findings(tab.page, CONTRAST) == {}


def test_it_prints_whole_black_on_white_with_its_address_and_page_number(name, tab, dataset, tmp_path):
    if name == "statement":
        tab.sentence(dataset.passages["passage_id"].iloc[-1]).wait_for()
    text, sheets = printed(tab, tmp_path)
    found = letters(text)
    assert letters(tab.heading.inner_text()) in found
    assert f"{tab.origin}{path_of(name)}" in text
    assert f"1 of {len(sheets)}" in text
    for sheet in sheets:
        assert_black_on_white(sheet)
    if name == "commitments":  # all columns of its figure
        for head in ("done", "pledged", "committed", "agreed", "considered"):
            assert head in text
    if name == "statement":
        for passage in dataset.passages["text"]:
            words = passage.split()
            # A sheet may end within either, not within both.
            assert letters("".join(words[:5])) in found or letters("".join(words[-5:])) in found, passage
