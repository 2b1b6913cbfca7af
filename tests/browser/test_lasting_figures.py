"""Figures that last: out of sight, while their page is away, while they are printed, and through many changes."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, open_tab
from tests.browser.marks import Marks, assert_opened, marks_of, press
from tests.browser.measures import BALANCE_INK, GROUND


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
        assert tab.page.evaluate(BALANCE_INK) == tab.page.evaluate(
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
