"""Figures: every mark by keyboard, pictures, colours that follow a switch, nothing left behind."""

import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

# Page and key of every chart with a figure.
FIGURES = [
    ("/", "fingerprint"),
    ("/", "ladder"),
    ("/?by=actor", "actors"),
    ("/?by=emphasis", "emphasis"),
    ("/pledges", "amounts"),
    ("/pledges?amount=scale", "scale"),
    ("/timeline", "timeline"),
    ("/timeline?layer=after", "followed"),
]
CARRIED = """(plot) => {
  const marks = plot.data.filter((trace) => trace.customdata).flatMap((trace) => trace.customdata)
  const last = new Map() // of what two marks share, the last that is drawn
  for (const mark of marks) {
    last.delete(JSON.stringify(mark))
    last.set(JSON.stringify(mark), mark[0])
  }
  return [...last.values()]
}"""
# Gives each mark a data-mark; of what two marks share, the last that is drawn.
NUMBER = """(plot, marks) => {
  const last = new Map()
  for (const node of plot.querySelectorAll(marks)) {
    const point = node.__data__ ?? node.parentNode.__data__
    const carried = node.closest('.trace').__data__[0].trace.customdata?.[point.i]
    if (carried) last.set(JSON.stringify(carried), node)
  }
  for (const node of last.values()) node.dataset.mark = ""
}"""
BARS, SYMBOLS = ".bars .point > path", ".scatterlayer path.point"


class Marks:
    """The marks of a figure as the keyboard reaches them."""

    def __init__(self, tab, key):
        self.tab = tab
        self.figure = tab.page.locator(f".st-key-{key}")
        self.list = self.figure.get_by_role("listbox")
        expect(self.list).to_be_visible()

    @property
    def drawn(self):
        """What is drawn of each mark, in order: of a date with a bar, its symbol."""
        self.figure.locator(".plot").evaluate(NUMBER, f"{BARS}, {SYMBOLS}")
        return self.figure.locator("[data-mark]")

    @property
    def said(self):
        return self.list.get_by_role("option").text_content()

    def press(self, key):
        self.tab.page.keyboard.press(key)


@pytest.mark.parametrize(("path", "key"), FIGURES)
def test_every_mark_is_reached_by_keyboard_and_opens_what_a_click_opens(path, key, visit, dataset):
    tab = visit(path)
    marks = Marks(tab, key)
    carried = [ids.split(";") for ids in marks.figure.locator(".plot").evaluate(CARRIED)]
    text = dataset.passages.set_index("passage_id")["text"]
    marks.list.focus()
    said = [marks.said]
    for _ in carried[1:]:
        marks.press("ArrowRight")
        said.append(marks.said)
    assert len(set(said)) == len(said) == len(carried)
    expect(marks.figure.locator(".ring")).to_be_visible()
    marks.press("ArrowRight")  # the last is the last
    assert marks.said == said[-1]
    for key_, index in (("End", -1), ("Home", 0)):
        marks.list.focus()
        marks.press(key_)
        assert marks.said == said[index]
        marks.press("Enter" if index else "Space")
        expect(tab.quotes).to_have_text([text[passage_id] for passage_id in carried[index]])
        marks.press("Escape")
        expect(tab.drawer).to_have_count(0)
        expect(marks.list).to_be_focused()
        press(tab, marks.drawn.nth(index))
        expect(tab.quotes).to_have_text([text[passage_id] for passage_id in carried[index]])
        marks.press("Escape")
        expect(tab.drawer).to_have_count(0)


def press(tab, mark):
    """Click the middle of a mark."""
    mark.evaluate("mark => mark.scrollIntoView({ block: 'center' })")  # the filter bar lies over the top
    box = mark.bounding_box()
    tab.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_the_keys_of_a_figure_do_not_turn_the_slide(visit):
    tab = visit("/commitments?present=true")
    marks = Marks(tab, "slide-chart-ladder")
    marks.list.focus()
    first = marks.said
    marks.press("ArrowRight")
    assert marks.said != first
    expect(tab.page.get_by_text("4 of 7")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_hold_title_filter_and_source_and_are_named_after_them(scheme, visit):
    tab = visit("/commitments?theme=Health", scheme=scheme)
    tools = tab.page.locator(".st-key-ladder").get_by_role("toolbar")
    with tab.page.expect_download() as waiting:
        tools.get_by_role("button", name="SVG").click()
    assert waiting.value.suggested_filename == "linchpin-ladder-theme-health.svg"
    svg = ElementTree.parse(waiting.value.path())
    words = " ".join(svg.getroot().itertext())
    for text in ("How firmly, in which field", "Filter: theme Health", "Source: ", "Committed"):
        assert text in words
    with tab.page.expect_download() as waiting:
        tools.get_by_role("button", name="PNG").click()
    assert waiting.value.suggested_filename == "linchpin-ladder-theme-health.png"
    picture = Image.open(waiting.value.path()).convert("L")
    assert picture.width == 3000
    for top, bottom in ((0, 90), (90, 180), (picture.height - 72, picture.height)):
        darkest, lightest = picture.crop((0, top, picture.width, bottom)).getextrema()
        assert darkest < 100 < 240 < lightest, "no words on a light ground"


def test_a_picture_is_copied_and_that_is_said(visit, browser):
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as reader:
        tab = visit("/commitments", by=reader)
        tools = tab.page.locator(".st-key-ladder").get_by_role("toolbar")
        tools.get_by_role("button", name="Copy picture").click()
        expect(tools.get_by_role("status")).to_have_text("Picture copied.")
        size = tab.page.evaluate("""async () => {
          const [item] = await navigator.clipboard.read()
          const picture = await createImageBitmap(await item.getType("image/png"))
          return [picture.width, picture.height]
        }""")
        assert size[0] == 3000 and size[1] > 500


def test_ink_follows_a_switch_of_the_scheme(visit):
    tab = visit("/commitments")
    word = tab.page.locator(".st-key-ladder .ytick text").first
    colour = "node => getComputedStyle(node).fill"
    light = word.evaluate(colour)
    tab.page.emulate_media(color_scheme="dark")
    tab.page.wait_for_function(
        "before => getComputedStyle(document.querySelector('.st-key-ladder .ytick text')).fill !== before",
        arg=light,
    )
    page = tab.page.locator("[data-testid=stApp]").evaluate("node => getComputedStyle(node).color")
    assert word.evaluate(colour) == page


def test_a_chip_is_pressed_and_other_themes_are_pale_before_the_server_answers(visit):
    tab = visit("/")
    tab.page.locator(".st-key-fingerprint .bars .point > path").first.wait_for()
    pressed, pale = tab.page.evaluate("""() => {
      const chip = document.querySelector(".linchpin-filters .chip[data-label=Health]")
      chip.click()
      const marks = [...document.querySelectorAll(".st-key-fingerprint .bars .point > path")]
      const now = document.querySelector(".linchpin-filters .chip[data-label=Health]")
      return [now.ariaPressed, marks.filter((mark) => mark.style.opacity === "0.2").length]
    }""")
    assert pressed == "true" and pale > 50
    tab.wait_for_query(theme=["Health"])
    expect(tab.page.locator(".st-key-fingerprint .bars .point > path[style*='opacity: 0.2;']")).to_have_count(
        0
    )


def test_changes_leave_no_listeners_behind(visit):
    """Nor elements: what a change adds, it takes away."""
    tab = visit("/timeline")
    tab.page.locator(".st-key-timeline .bars .point").first.wait_for()
    session = tab.page.context.new_cdp_session(tab.page)
    session.send("Performance.enable")

    def count():
        for _ in range(3):
            session.send("HeapProfiler.collectGarbage")
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return metrics["JSEventListeners"], metrics["Nodes"]

    def change(times):
        for _ in range(times):
            for query in ({"theme": ["Health"]}, {}):
                tab.chip("Health").click()
                tab.wait_for_query(**query)

    change(4)
    listeners, nodes = count()
    change(8)
    assert count() == (listeners, nodes)


def test_a_figure_is_laid_out_for_paper_and_back(visit):
    tab = visit("/commitments")
    plot = tab.page.locator(".st-key-ladder .main-svg").first
    expect(plot).to_be_visible()
    wide = plot.bounding_box()["width"]
    tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert plot.bounding_box()["width"] == 690
    assert (
        tab.page.locator(".st-key-ladder .ytick text").first.evaluate("node => getComputedStyle(node).fill")
        == "rgb(0, 0, 0)"
    )
    tab.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert plot.bounding_box()["width"] == pytest.approx(wide, abs=1)


def test_the_library_is_that_of_plotly_py():
    from plotly.offline import get_plotlyjs_version

    from components.ui.parts.plotly_figure import LIBRARY
    from components.ui.scripts import STATIC

    name = LIBRARY.rsplit("/", 1)[1]
    assert re.fullmatch(rf"plotly-basic-{re.escape(get_plotlyjs_version())}\.[0-9a-f]{{8}}\.min\.js", name)
    head = io.StringIO((STATIC / "plotly" / name).read_text(encoding="utf-8")).read(200)
    assert f"v{get_plotlyjs_version()}" in head
