"""Every page on every screen, light and dark: nothing sticks out, is cut off, lies on another, or is blank."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from components.ui.shell.frame import PAGES
from tests.browser.tab import READY, path_of

# Phone, tablet, laptop, large screen; then a laptop zoomed to 200 and to 400 percent.
MAGNIFIED = (320, 640)
WINDOWS = [(390, 844), (768, 1024), (1280, 720), (1920, 1080), (640, 360), MAGNIFIED]
GROUNDS = {"light": range(240, 256), "dark": range(0, 64)}

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
# Text that its own box cuts off. What scrolls is not cut off; a select box shortens a long choice.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid=stApp] *')]
  .filter((node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim()))
  .filter((node) => node.checkVisibility() && !node.closest('canvas, [aria-hidden=true], style, svg'))
  .filter((node) => {
    const style = getComputedStyle(node)
    const hides = (overflow) => ['hidden', 'clip'].includes(overflow)
    return (hides(style.overflowX) && node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1)
      || (hides(style.overflowY) && node.scrollHeight > node.clientHeight + 2 && node.clientHeight > 1)
  })
  .map((node) => node.outerHTML.slice(0, 200))"""
# Words of a figure outside of it, or over one another.
WORDS = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((figure) => {
  const frame = figure.getBoundingClientRect()
  const words = [...figure.querySelectorAll('.main-svg text')]
    .filter((text) => text.getBoundingClientRect().width && text.textContent.trim())
  const boxes = words.flatMap((text) => {
    const lines = text.querySelectorAll('tspan.line')
    return [...(lines.length ? lines : [text])].map((line) => [line.textContent, line.getBoundingClientRect()])
  })
  const outside = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1)
  const crossing = boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
    .map(([other]) => `${one} / ${other}`))
  return [...outside.map(([text]) => `outside: ${text}`), ...crossing]
})"""

# Figures without a mark or a word.
BLANK = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .filter((figure) => !figure.querySelector('.point path') || !figure.querySelector('.main-svg text')).length"""


def shades(picture: bytes) -> int:
    """How many different pixels a picture has."""
    return len(Image.open(io.BytesIO(picture)).convert("RGB").getcolors(2**24))


def assert_fits(tab, window, scheme):
    tab.page.set_viewport_size({"width": window[0], "height": window[1]})
    expect(tab.page.locator(READY)).to_be_visible()
    tab.page.wait_for_timeout(600)  # figures and tables take the new width
    where = f"{window[0]} by {window[1]}, {scheme}"
    assert tab.page.evaluate(OVERHANG) == [], where
    main = tab.page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0, where
    assert tab.page.evaluate(CUT_OFF) == [], where
    found = tab.page.evaluate(WORDS)
    if window == MAGNIFIED:  # there a figure's words may come to lie on each other; its table's don't
        found = [one for one in found if one.startswith("outside")]
    assert found == [], where
    assert tab.page.evaluate(BLANK) == 0, where


@pytest.mark.parametrize("scheme", GROUNDS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_every_screen(name, scheme, visit):
    tab = visit(path_of(name), scheme=scheme)
    expect(tab.heading).to_have_count(1)
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)
    for window in WINDOWS:
        assert_fits(tab, window, scheme)
    picture = Image.open(io.BytesIO(tab.page.screenshot())).convert("L")
    assert picture.getpixel((2, picture.height // 2)) in GROUNDS[scheme]


@pytest.mark.parametrize("scheme", GROUNDS)
@pytest.mark.parametrize("path", ["/map", "/commitments", "/method?part=tables"])
def test_a_canvas_is_not_blank(path, scheme, visit):
    tab = visit(path, scheme=scheme)
    canvas = tab.page.locator(".stDeckGlJsonChart, .stDataFrame").first
    canvas.scroll_into_view_if_needed()
    for _ in range(20):
        if shades(canvas.screenshot()) > 40:
            return
        tab.page.wait_for_timeout(250)
    raise AssertionError("one plain surface")


def test_what_is_cut_off_sticks_out_or_overlaps_is_noticed(visit):
    """The measures themselves, on a page made bad."""
    tab = visit("/")
    tab.page.locator(".st-key-ladder text").first.wait_for()
    tab.page.evaluate("""() => {
      const lead = [...document.querySelectorAll('main p, .stMain p')].find((p) => p.textContent.length > 90)
      lead.style.cssText = 'width: 60px; overflow: hidden; white-space: nowrap'
      const [one, other] = document.querySelectorAll('.st-key-ladder .ytick text')
      other.replaceWith(one.cloneNode(true))
      const wide = document.createElement('p')
      wide.style.cssText = 'width: 3000px'
      document.querySelector('[data-testid=stMainBlockContainer]').append(wide)
    }""")
    assert any(found.startswith("<p") for found in tab.page.evaluate(CUT_OFF))
    assert tab.page.evaluate(OVERHANG)
    assert tab.page.evaluate(WORDS)
