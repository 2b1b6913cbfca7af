"""Figures: every mark by keyboard, pictures, colours that follow a switch, nothing left behind."""

import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from components.ui.shell import slides
from tests.browser.marks import Marks, assert_opened, marks_of, press
from tests.browser.measures import BALANCE_INK

# By page, the keys of its charts with a figure.
FIGURES = {
    "/": ["ribbon", "balance", "emphasis"],
    "/pledges": ["amounts"],
    "/pledges?amount=scale": ["scale"],
    "/timeline?layer=after": ["timeline", "followed"],
    "/method?part=codebook": ["agreement", "verbs"],
    "/wording": ["wording"],
    "/compare": ["compare"],
}
# Keeps what the list of marks says, in order, however fast the keys come.
LISTEN = """(list) => {
  list.said = [list.textContent]
  new MutationObserver(() => list.said.push(list.textContent)).observe(list, { childList: true })
}"""


@pytest.mark.parametrize("path", FIGURES)
def test_every_mark_is_reached_by_keyboard_and_opens_what_a_click_opens(path, go, dataset):
    tab = go(path)
    for key in FIGURES[path]:
        marks = Marks(tab, key)
        tab.fitted()  # the drawer has given its room back
        carried = marks_of(key, dataset)
        marks.list.evaluate(LISTEN)
        marks.list.focus()
        for _ in carried:  # the key is held; the last is the last
            tab.page.keyboard.down("ArrowRight")
        tab.page.keyboard.up("ArrowRight")
        said = marks.list.evaluate("list => list.said")
        assert said[-1] == said[-2]
        assert len(set(said)) == len(said) - 1 == len(carried)
        expect(marks.figure.locator(".ring")).to_be_visible()
        for end, opening, index in (("Home", "Space", 0), ("End", "Enter", -1)):
            marks.press(end)
            assert marks.said == said[index]
            marks.press(opening)
            assert_opened(tab, path, carried[index], dataset)
            expect(marks.list).to_be_focused()
        press(tab, marks.drawn.last)
        assert_opened(tab, path, carried[-1], dataset)


def test_a_click_on_a_topic_opens_its_history_as_its_key_does(go):
    tab = go("/wording")
    marks = Marks(tab, "wording")
    tab.fitted()
    press(tab, marks.drawn.first)
    tab.page.wait_for_url("**/wording?topic=*")
    clicked = tab.page.url
    tab.go("/wording")
    Marks(tab, "wording").list.focus()
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url(clicked)


def test_the_keys_of_a_figure_do_not_turn_the_slide(go):
    tab = go("/commitments?present=true")
    marks = Marks(tab, "slide-chart-balance")
    marks.list.focus()
    first = marks.said
    marks.press("ArrowRight")
    assert marks.said != first
    expect(tab.page.get_by_text(f"4 of {len(slides.STANDARD)}")).to_be_visible()


@pytest.fixture
def commitments(go):
    """The tab on Commitments."""
    return go("/commitments?theme=Health")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_hold_title_filter_and_source_and_are_named_after_them(scheme, commitments):
    tab = commitments
    tab.page.emulate_media(color_scheme=scheme)
    tools = tab.page.locator(".st-key-balance").get_by_role("toolbar")
    with tab.page.expect_download() as waiting:
        tools.get_by_role("button", name="SVG").click()
    assert waiting.value.suggested_filename == "linchpin-balance-theme-health.svg"
    svg = ElementTree.parse(waiting.value.path())
    words = " ".join(svg.getroot().itertext())
    title = tab.heading.inner_text()
    for text in (title, "Filter: theme Health", "Source: "):
        assert text in words
    with tab.page.expect_download() as waiting:
        tools.get_by_role("button", name="PNG").click()
    assert waiting.value.suggested_filename == "linchpin-balance-theme-health.png"
    picture = Image.open(waiting.value.path()).convert("L")
    assert picture.width == 3000
    for top, bottom in ((0, 90), (90, 180), (picture.height - 72, picture.height)):
        darkest, lightest = picture.crop((0, top, picture.width, bottom)).getextrema()
        assert darkest < 100 < 240 < lightest, "no words on a light ground"


def test_a_picture_is_copied_and_that_is_said(commitments):
    tools = commitments.page.locator(".st-key-balance").get_by_role("toolbar")
    tools.get_by_role("button", name="Copy picture").click()
    expect(tools.get_by_role("status")).to_have_text("Picture copied.")
    size = commitments.page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read()
      const picture = await createImageBitmap(await item.getType("image/png"))
      return [picture.width, picture.height]
    }""")
    assert size[0] == 3000 and size[1] > 400
    commitments.page.evaluate(
        "() => { navigator.clipboard.write = () => Promise.reject(new Error('not now')) }"
    )
    tools.get_by_role("button", name="Copy picture").click()
    expect(tools.get_by_role("status")).to_have_text("Not copied: this browser did not allow it.")
    commitments.page.evaluate("() => delete navigator.clipboard.write")


def test_ink_and_hues_follow_a_switch_of_the_scheme(commitments, dataset):
    page = commitments.page
    health = dataset.codes.query("facet == 'theme' and code == 'health'").iloc[0]
    drawn = "() => document.querySelector('.st-key-balance .plot').innerHTML.replaceAll(' ', '')"
    for scheme, colour in (("dark", health["colour_dark"]), ("light", health["colour"])):
        page.emulate_media(color_scheme=scheme)
        ink = "document.querySelector('[data-testid=stApp]')"
        page.wait_for_function(f"() => ({BALANCE_INK})() === getComputedStyle({ink}).color")
        channels = ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        # Ink changes at once, by the style; the hues come with the server's answer.
        page.wait_for_function(f"colour => ({drawn})().includes(colour)", arg=f"rgb({channels})")


def test_a_figure_is_laid_out_for_paper_and_back(commitments):
    page = commitments.page
    plot = page.locator(".st-key-balance .main-svg").first
    wide = plot.bounding_box()["width"]
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert plot.bounding_box()["width"] == 690
    assert page.evaluate(BALANCE_INK) == "rgb(0, 0, 0)"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert plot.bounding_box()["width"] == pytest.approx(wide, abs=1)


def test_a_chip_is_pressed_and_other_themes_are_pale_before_the_server_answers(go):
    tab = go("/")
    tab.page.locator(".st-key-ribbon .bars .point > path").first.wait_for()
    pressed, pale = tab.page.evaluate("""() => {
      const chip = document.querySelector(".linchpin-filters .chip[data-label=Health]")
      chip.click()
      const marks = [...document.querySelectorAll(".st-key-ribbon .bars .point > path")]
      const now = document.querySelector(".linchpin-filters .chip[data-label=Health]")
      return [now.ariaPressed, marks.filter((mark) => mark.style.opacity === "0.2").length]
    }""")
    assert pressed == "true" and pale > 50
    tab.wait_for_query(theme=["Health"])
    expect(tab.page.locator(".st-key-ribbon .bars .point > path[style*='opacity: 0.2;']")).to_have_count(0)


RIBBON = """() => [...document.querySelectorAll(".st-key-ribbon .barlayer :is(path, text)")].map((one) =>
  [one.textContent, one.getAttribute("d"), getComputedStyle(one).fill, getComputedStyle(one).fillOpacity])"""


def test_a_theme_repaints_the_ribbon_and_it_looks_as_one_that_is_drawn_anew(go):
    tab = go("/")
    name = tab.page.locator(".st-key-ribbon .bartext").first.element_handle()
    whole = tab.page.evaluate(RIBBON)
    tab.chip("Health").click()
    tab.wait_for_query(theme=["Health"])
    tab.settled("overview")
    repainted = tab.page.evaluate(RIBBON)
    assert repainted != whole
    assert name.evaluate("name => name.isConnected"), "drawn anew"
    tab.page.reload()
    tab.settled("overview")
    assert tab.page.evaluate(RIBBON) == repainted
    tab.go("/method")  # the next test finds figures of the whole statement


def test_the_library_is_that_of_plotly_py():
    from plotly.offline import get_plotlyjs_version

    from components.ui.parts.plotly_figure import LIBRARY
    from components.ui.scripts import STATIC

    name = LIBRARY.rsplit("/", 1)[1]
    assert re.fullmatch(rf"plotly-basic-{re.escape(get_plotlyjs_version())}\.[0-9a-f]{{8}}\.min\.js", name)
    head = io.StringIO((STATIC / "plotly" / name).read_text(encoding="utf-8")).read(200)
    assert f"v{get_plotlyjs_version()}" in head
