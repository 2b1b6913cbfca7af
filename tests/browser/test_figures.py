"""Figures: every mark by keyboard, pictures, colours that follow a switch, nothing left behind."""

import io
import itertools
import json
import re
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from components.content.charts import wording
from components.content.charts.catalogue import CHARTS
from components.content.charts.figure import passages_of
from components.ui.brief import slides
from components.ui.shell import drawer
from data import queries
from tests.browser.conftest import PHONE, open_tab
from tests.browser.measures import GROUND

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
BARS, SYMBOLS = ".point > path", ".scatterlayer path.point"


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


def marks_of(key, dataset, **parts):
    """The marks of a figure as its page opens it, or of parts of the view, in order; of what two marks share,
    the last that is drawn."""
    chart, view = CHARTS[key], queries.select(dataset, queries.Selection())
    opened = view.narrowed(**parts) if parts or not chart.opening else chart.opening(view)
    last = {}
    for mark in itertools.chain(*chart.spec(opened)["marks"]):
        last.pop(json.dumps(mark), None)
        last[json.dumps(mark)] = mark
    return list(filter(None, last.values()))


def assert_opened(tab, path, mark, dataset):
    """The drawer shows the sentences of this mark, and is closed; a topic's mark has opened its history."""
    if path == "/wording":
        topic, meeting_id = wording.topic_of(mark)
        if not meeting_id:
            tab.wait_for_query(topic=[topic])
            return
    ids = passages_of(mark)
    references = [one for one in (queries.parse_reference(dataset, text) for text in ids) if one]
    ordered = queries.in_order(dataset, references)[: drawer.MOST_CARDS]
    texts = [queries.corpus_passage(dataset, one)["text"] for one in ordered]
    coded = dataset.passages.set_index("passage_id")["text"]
    expect(tab.quotes).to_have_text(texts or [coded[passage_id] for passage_id in ids])
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)


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


def press(tab, mark):
    """Click the middle of a mark."""
    mark.evaluate("mark => mark.scrollIntoView({ block: 'center' })")  # the filter bar lies over the top
    box = mark.bounding_box()
    tab.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


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


INK = "() => getComputedStyle(document.querySelector('.st-key-balance .main-svg text')).fill"


def test_ink_and_hues_follow_a_switch_of_the_scheme(commitments, dataset):
    page = commitments.page
    health = dataset.codes.query("facet == 'theme' and code == 'health'").iloc[0]
    drawn = "() => document.querySelector('.st-key-balance .plot').innerHTML.replaceAll(' ', '')"
    for scheme, colour in (("dark", health["colour_dark"]), ("light", health["colour"])):
        page.emulate_media(color_scheme=scheme)
        ink = "document.querySelector('[data-testid=stApp]')"
        page.wait_for_function(f"() => ({INK})() === getComputedStyle({ink}).color")
        channels = ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        # Ink changes at once, by the style; the hues come with the server's answer.
        page.wait_for_function(f"colour => ({drawn})().includes(colour)", arg=f"rgb({channels})")


def test_a_figure_is_laid_out_for_paper_and_back(commitments):
    page = commitments.page
    plot = page.locator(".st-key-balance .main-svg").first
    wide = plot.bounding_box()["width"]
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert plot.bounding_box()["width"] == 690
    assert page.evaluate(INK) == "rgb(0, 0, 0)"
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


def test_a_figure_out_of_sight_changes_once_it_comes_near_or_is_printed(visit):
    tab = visit("/?theme=Climate&theme=Health", window={"width": 1280, "height": 400})
    figure = tab.page.locator(".st-key-emphasis")
    bars = figure.locator(".bars .point")
    expect(bars).to_have_count(4)
    three, two = {"theme": ["Climate", "Health", "Region"]}, {"theme": ["Climate", "Health"]}
    for query, options in ((three, 0), (two, 1), (three, 0)):
        tab.chip("Region").click()
        tab.wait_for_query(**query)
        tab.settled("overview")
        assert bars.count() == 4
        expect(figure.get_by_role("option")).to_have_count(options)  # none of marks that are gone
    figure.scroll_into_view_if_needed()
    expect(bars).to_have_count(6)
    expect(figure.get_by_role("option")).to_have_count(1)
    tab.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    tab.chip("Region").click()
    tab.wait_for_query(**two)
    expect(figure.get_by_role("option")).to_have_count(0)  # the change has come, and is not drawn
    tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert bars.count() == 4
    tab.page.evaluate("window.dispatchEvent(new Event('afterprint'))")


DRAWN = """() => [...document.querySelectorAll(".st-key-balance .main-svg :is(path, text)")].map((one) =>
  [one.textContent, one.getAttribute("d"), one.getAttribute("transform"), getComputedStyle(one).fill])"""


# Counts how often the balance is drawn from now on.
COUNT = """() => {
  const { react } = Plotly
  window.times = 0
  Plotly.react = (plot, ...rest) => {
    window.times += plot.closest(".st-key-balance") ? 1 : 0
    return react(plot, ...rest)
  }
}"""


def _leave_page(tab):
    tab.follow("method")


def _choose_theme(tab):
    tab.follow("method")
    tab.chip("Health").click()
    tab.wait_for_query(theme=["Health"])


def _resize_window(tab):
    tab.follow("method")
    tab.page.set_viewport_size({"width": 1100, "height": 720})


def _switch_scheme(tab):
    tab.follow("method")
    tab.page.emulate_media(color_scheme="dark")
    tab.page.wait_for_function(GROUND, arg="dark")


def _print(tab):
    tab.follow("method")
    tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.page.evaluate("window.dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("leave", [_leave_page, _choose_theme, _resize_window, _switch_scheme, _print])
def test_a_figure_stays_while_its_page_is_away_and_follows_what_has_changed(leave, visit):
    tab = visit("/")
    figure = tab.page.locator(".st-key-balance .linchpin-figure").element_handle()
    tab.page.evaluate(COUNT)
    leave(tab)
    assert not figure.evaluate("figure => figure.isConnected")
    tab.follow("overview")
    tab.fitted()
    assert figure.evaluate("figure => figure.isConnected"), "made anew"
    assert tab.page.evaluate("times") == (0 if leave in (_leave_page, _print) else 1)
    came_back = tab.page.evaluate(DRAWN)
    tab.page.reload()
    tab.settled("overview")
    tab.fitted()
    assert came_back == tab.page.evaluate(DRAWN)


def _take_theme_back(tab):
    for query in ({"theme": ["Health"]}, {}):
        tab.chip("Health").click()
        tab.wait_for_query(**query)
        tab.settled("timeline")


def _return(tab):
    tab.go("/method")
    tab.go("/timeline")


def _return_in_a_narrow_window(tab):
    tab.go("/method")
    tab.page.set_viewport_size({"width": 900, "height": 720})
    tab.go("/timeline")


@pytest.mark.parametrize(
    ("width", "change"),
    [(1280, _take_theme_back), (1280, _return), (900, _return), (1280, _return_in_a_narrow_window)],
)
def test_a_figure_that_is_shown_again_opens_what_is_clicked_and_what_its_keys_say(width, change, visit):
    tab = visit("/timeline", window={"width": width, "height": 720})
    change(tab)
    tab.fitted()
    marks = Marks(tab, "timeline")
    place = marks.figure.locator(".plot").bounding_box()
    assert marks.figure.bounding_box()["height"] > place["height"]
    words = marks.said
    press(tab, marks.drawn.first)
    quotes = tab.drawer.locator("blockquote")
    quotes.first.wait_for()
    clicked = quotes.all_text_contents()
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)
    marks.list.focus()
    assert marks.said == words
    tab.page.keyboard.press("Enter")
    expect(quotes).to_have_text(clicked)


def test_a_slide_in_a_narrow_window_opens_the_marks_that_it_shows_there(visit, dataset):
    """There it shows all topics, as the page does."""
    tab = visit("/wording?present=true", window=PHONE)
    figure = tab.page.locator("[class*=st-key-slide-chart-wording]")
    figure.get_by_role("listbox").focus()
    tab.page.keyboard.press("End")
    tab.page.keyboard.press("Enter")
    last = marks_of("wording", dataset, series=("us-rok",))[-1]
    assert_opened(tab, "/wording?present=true", last, dataset)


def test_a_print_does_not_scroll_the_page(go):
    tab = go("/timeline?layer=after")
    main = tab.page.get_by_test_id("stMain")
    main.evaluate("main => main.scrollTo(0, main.scrollHeight)")
    before = main.evaluate("main => main.scrollTop")
    assert before > 500
    for name in ("beforeprint", "afterprint"):
        tab.page.evaluate(
            """name => {
              window.dispatchEvent(new Event(name))
              return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
            }""",
            name,
        )
    assert main.evaluate("main => main.scrollTop") == before


def test_a_new_plot_does_not_scroll_the_page(visit):
    tab = visit("/timeline", window=PHONE)
    tab.page.locator(".st-key-timeline .bars .point").first.wait_for()
    main = tab.page.get_by_test_id("stMain")
    main.evaluate("main => { main.style.overflowAnchor = 'none' }")  # as in Safari
    main.evaluate("main => main.scrollTo(0, main.scrollHeight)")
    before = main.evaluate("main => main.scrollTop")
    assert before > 500
    tab.page.emulate_media(color_scheme="dark")
    tab.page.wait_for_function(GROUND, arg="dark")
    tab.settled("timeline")
    assert main.evaluate("main => main.scrollTop") == before


def test_a_figure_whose_page_was_left_before_the_library_came_spoils_no_other(browser, server):
    """Streamlit calls its script all the same."""
    with browser.new_context(service_workers="block") as reader:
        held = []
        reader.route("**/plotly-basic*", lambda route: held.append(route))
        tab = open_tab(reader, server, "/", scheme="dark")
        while not held:
            tab.page.wait_for_timeout(50)
        tab.follow("commitments")
        for route in held:
            route.continue_()
        tab.page.locator(".st-key-balance .bars .point").first.wait_for()
        assert tab.page.evaluate(INK) == tab.page.evaluate(
            "() => getComputedStyle(document.querySelector('h1')).color"
        )
        tab.close()


def test_a_figure_stands_that_was_changed_before_its_script_came(browser, server):
    """Streamlit lets a change overtake the first drawing, and then tells the first one to take itself away."""
    with browser.new_context(service_workers="block") as reader:
        held = []
        reader.route("**/plotly-basic*", lambda route: held.append(route))
        tab = open_tab(reader, server, "/commitments?theme=Health")
        while not held:
            tab.page.wait_for_timeout(50)
        tab.page.emulate_media(color_scheme="dark")
        tab.page.wait_for_function(GROUND, arg="dark")
        expect(tab.page.locator(".st-key-balance .main-svg")).to_have_count(0)
        for route in held:
            route.continue_()
        tab.page.locator(".st-key-balance .bars .point").first.wait_for()
        tab.page.wait_for_timeout(300)
        expect(tab.page.locator(".st-key-balance .bars .point").first).to_be_visible()
        tab.close()


def test_changes_leave_no_listeners_behind(go):
    """Nor elements: what a change adds, it takes away. A leak shows in each batch of changes; what Streamlit
    or the browser makes once, and at a time of their own, in one at most."""
    tab = go("/timeline")
    tab.page.locator(".st-key-timeline .bars .point").first.wait_for()
    session = tab.page.context.new_cdp_session(tab.page)
    session.send("Performance.enable")
    changes = 2

    def count():
        tab.follow("method")
        tab.follow("timeline")
        for _ in range(changes):
            tab.chip("Health").click()
            tab.wait_for_query(theme=["Health"])
            tab.chip("Health").click()
            tab.wait_for_query()
        tab.settled("timeline")
        for _ in range(3):
            session.send("HeapProfiler.collectGarbage")
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return metrics["JSEventListeners"], metrics["Nodes"]

    listeners, nodes = zip(*(count() for _ in range(3)), strict=True)
    for counted in (listeners, nodes):
        grown = [after - before for before, after in itertools.pairwise(counted)]
        assert min(grown) < changes, counted  # a leak is at least one a change


def test_the_library_is_that_of_plotly_py():
    from plotly.offline import get_plotlyjs_version

    from components.ui.parts.plotly_figure import LIBRARY
    from components.ui.scripts import STATIC

    name = LIBRARY.rsplit("/", 1)[1]
    assert re.fullmatch(rf"plotly-basic-{re.escape(get_plotlyjs_version())}\.[0-9a-f]{{8}}\.min\.js", name)
    head = io.StringIO((STATIC / "plotly" / name).read_text(encoding="utf-8")).read(200)
    assert f"v{get_plotlyjs_version()}" in head
