"""Browsers that change or refuse something, and gestures that a page must not keep."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.measures import CUT_OFF

REFUSED = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } })
}"""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"  # as on plain http
# What WCAG 1.4.12 lets readers ask for.
WIDE = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
LOOK = (
    "chip => { const { color, backgroundColor } = getComputedStyle(chip); return [color, backgroundColor] }"
)
# What a browser's translator does: an element in the place of each text.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.querySelector(".st-key-page"), NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim() && !walker.currentNode.parentNode.closest("svg")) texts.push(walker.currentNode)
  }
  for (const text of texts) {
    const outer = document.createElement("font")
    const inner = document.createElement("font")
    inner.textContent = text.data
    outer.append(inner)
    text.replaceWith(outer)
  }
}"""


def pins(tab):
    return parse_qs(urlsplit(tab.page.url).query).get("pin", [])


def test_what_is_pressed_is_kept_whatever_is_pressed_next(go):
    """A short form of 200 tries: the waits are those at which presses were lost."""
    tab = go("/pledges?theme=Health")
    for wait in (0, 12, 30, 60):  # an even number: what is pinned is taken back
        before = pins(tab)
        tab.page.locator(".st-key-amounts .marks:visible").first.focus()
        tab.page.keyboard.press("Enter")
        expect(tab.quotes).to_have_count(1)
        tab.drawer.locator(".linchpin-pins button").last.click()
        tab.page.wait_for_timeout(wait)
        tab.page.keyboard.press("Escape")
        expect(tab.drawer).to_have_count(0)
        tab.page.wait_for_url(
            lambda url, before=before: parse_qs(urlsplit(url).query).get("pin", []) != before
        )
    tab.page.evaluate("""() => {
      for (const label of ["Climate", "People", "Security"]) {
        document.querySelector(`.linchpin-filters [data-label="${label}"]`).click()
      }
    }""")
    tab.wait_for_query(theme=["Health", "Climate", "People", "Security"])


# The second press is sent with the link of before the first.
CHOOSE_AND_PRESS = """async ([choice, wait]) => {
  document.querySelector(choice).click()
  await new Promise((done) => setTimeout(done, wait))
  document.querySelector(".linchpin-filters [data-label=Security]").click()
}"""


@pytest.mark.parametrize(
    ("path", "choice", "name", "value"),
    [
        ("/timeline", ".st-key-kind button", "kind", "past"),
        ("/statement", ".reader [data-id='p06.s1'][aria-pressed]", "passage", "p06.s1"),
    ],
)
def test_a_choice_of_one_page_is_kept_whatever_chip_is_pressed_next(go, path, choice, name, value):
    for wait in (0, 5, 10, 20):
        tab = go(path)
        tab.page.locator(choice).first.wait_for()
        tab.page.evaluate(CHOOSE_AND_PRESS, [choice, wait])
        tab.wait_for_query(theme=["Security"], **{name: [value]})


def test_a_translated_page_shows_new_numbers_after_a_filter(visit):
    tab = visit("/commitments?theme=Health")
    words = tab.page.locator(".st-key-heading_words")
    filtered = words.inner_text()
    tab.go("/commitments")
    expect(words).not_to_have_text(filtered, use_inner_text=True)
    tab.page.evaluate(TRANSLATE)
    tab.chip("Health").click()
    tab.wait_for_query(theme=["Health"])
    tab.settled("commitments")
    expect(words).to_have_text(filtered, use_inner_text=True)


def test_no_storage_fonts_or_clipboard_wide_letters_and_own_colours_hide_nothing(visit, browser):
    with browser.new_context(service_workers="block") as own:
        own.add_init_script(REFUSED)
        own.add_init_script(NO_CLIPBOARD)
        own.route(re.compile(r"\.woff2"), lambda route: route.abort())
        tab = visit("/", by=own)
        for path in ("/", "/brief?pin=p05.s1", "/commitments?theme=Health"):
            tab.go(path)
            expect(tab.page.get_by_test_id("stException")).to_have_count(0)
            expect(tab.page.get_by_text("denied")).to_have_count(0)
        expect(tab.page.get_by_test_id("stIconMaterial").locator("visible=true")).to_have_count(0)
        tab.page.get_by_role("button", name="Copy picture").first.click()
        expect(tab.page.get_by_text("Not copied: browsers allow that only over https").first).to_be_visible()
        tab.page.add_style_tag(content=WIDE)
        tab.page.wait_for_timeout(500)
        assert tab.page.evaluate(CUT_OFF) == []
        tab.page.emulate_media(forced_colors="active")
        assert tab.chip("Health").evaluate(LOOK) != tab.chip("Climate").evaluate(LOOK)
        assert {error for error in tab.errors if "ERR_FAILED" not in error} == set()
        tab.errors.clear()


def test_nothing_is_drawn_before_its_style_nor_kept_away_without_it(visit, browser):
    held = []
    with browser.new_context(service_workers="block") as own:
        own.route(re.compile("finding_list.css"), lambda route: held.append(route))
        tab = visit("/", by=own)
        lines = tab.page.locator("ul.lines")
        expect(tab.page.locator(".linchpin-figure").first).to_be_visible()
        tab.page.wait_for_timeout(300)
        expect(lines).to_have_count(0)
        held[0].abort()
        expect(lines.first).to_be_visible()
        assert all("ERR_FAILED" in error for error in tab.errors)
        tab.errors.clear()


def test_a_refused_websocket_is_explained(profile, server):
    page = profile.new_page()
    page.route_web_socket("**/*", lambda socket: socket.close())
    page.goto(server.origin)
    expect(page.get_by_text("Linchpin is loading")).to_be_visible()
    late = page.locator("#linchpin-waiting div")
    expect(late).to_have_css("opacity", "0")
    late.evaluate("late => late.getAnimations()[0].finish()")  # as after ten seconds
    expect(late).to_have_css("opacity", "1")
    expect(late).to_contain_text("websocket")
    page.close()


def swipe(page, x, y, up=150):
    """Move one finger up."""
    session = page.context.new_cdp_session(page)

    def touch(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 11):
        touch("touchMove", {"x": x, "y": y - up * step / 10})
        page.wait_for_timeout(16)
    touch("touchEnd")
    page.wait_for_timeout(200)


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/commitments", ".linchpin-figure .main-svg"),
        ("/map", ".st-key-map canvas"),
        ("/method?part=tables", ".stDataFrame canvas"),
    ],
)
def test_a_swipe_scrolls_the_page_wherever_it_starts(phone, path, part):
    phone.go(path)
    main = phone.page.get_by_test_id("stMain")
    picture = phone.page.locator(part).locator("visible=true").first
    expect(picture).to_be_visible()
    main.evaluate("main => main.scrollTo(0, 0)")
    picture.scroll_into_view_if_needed()
    before = main.evaluate("main => main.scrollTop")
    box = picture.bounding_box()
    swipe(phone.page, box["x"] + box["width"] / 2, box["y"] + 90)
    assert main.evaluate("main => main.scrollTop") > before + 50
    if path == "/map":
        expect(phone.page.get_by_text("Two fingers move the map.")).to_be_attached()


def test_dragging_over_words_selects_them_and_chooses_nothing(go):
    tab = go("/statement")
    tab.fitted()
    box = tab.sentence("p02.s1").locator(".text").bounding_box()
    mouse = tab.page.mouse
    mouse.move(box["x"] + 60, box["y"] + 10)
    mouse.down()
    mouse.move(box["x"] + 200, box["y"] + 10, steps=5)
    mouse.up()
    tab.page.wait_for_timeout(500)
    assert tab.page.evaluate("getSelection().toString()")
    tab.wait_for_query()


def test_keys_in_the_drawer_do_not_turn_the_slide_behind_it(go):
    tab = go("/brief?present=true&pin=p13.s8&pin=p02.s1")
    tab.page.get_by_role("button", name="All that was read").click()
    expect(tab.quotes).to_have_count(1)
    for key in ("ArrowRight", "PageDown"):
        tab.page.keyboard.press(key)
    tab.page.wait_for_timeout(500)
    expect(tab.drawer).to_have_count(1)
    expect(tab.page.get_by_text("1 of 2")).to_be_visible()
