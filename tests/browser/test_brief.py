"""The briefer's way: pin, reorder, note, present, hand out."""

import io
from contextlib import suppress
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from docx import Document
from playwright.sync_api import TimeoutError as Timeout
from playwright.sync_api import expect
from pptx import Presentation

from components.content.brief import pins
from components.content.brief.standard_brief import standard_brief
from components.ui.shell import slides
from data.queries import Selection, select
from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.measures import OVERFLOW, PICTURE_SHARE, TOO_SMALL, WORDS
from tests.browser.tab import READY, Tab

WALL = {"width": 1920, "height": 1080}
SENTENCE, PLEDGE, CHART = "p13.s8", "pledge:ghsa", "chart:balance~health"


def brief(*pinned: str, **more: str) -> str:
    parts = [f"pin={quote(pin)}" for pin in pinned] + [f"{name}={value}" for name, value in more.items()]
    return "/brief?" + "&".join(parts)


def pinned_in(tab) -> list[str]:
    return parse_qs(urlsplit(tab.page.url).query).get("pin", [])


def press(tab, name: str) -> None:
    tab.page.get_by_role("button", name=name, exact=True).first.click()


def count(tab):
    return tab.page.get_by_test_id("stTopNavLink").get_by_text("Brief")


@pytest.fixture
def standard(dataset) -> list[str]:
    return standard_brief(select(dataset, Selection()))


# Pinning


def test_a_chart_is_pinned_with_its_filter_counted_and_taken_back(go):
    tab = go("/pledges?theme=Health")
    press(tab, "Pin")
    tab.wait_for_query(theme=["Health"], pin=["chart:amounts~health"])
    expect(count(tab)).to_have_text("Brief (1)")
    expect(tab.page.get_by_role("button", name="Pin", exact=True).first).to_have_attribute(
        "aria-pressed", "true"
    )
    press(tab, "Pin")
    tab.wait_for_query(theme=["Health"])
    expect(count(tab)).to_have_text("Brief")


def test_a_pledge_is_pinned_from_the_drawer_which_stays_open(go):
    tab = go("/pledges?theme=Health")
    marks = tab.page.get_by_role("listbox").locator("visible=true")
    marks.focus()
    tab.page.keyboard.press("Enter")
    money = tab.drawer.get_by_role("button", name="Money: ")
    money.click()
    expect(money).to_have_attribute("aria-pressed", "true")
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)
    tab.wait_for_query(theme=["Health"], pin=["pledge:covax-contribution"])
    expect(count(tab)).to_have_text("Brief (1)")


def test_a_sentence_a_commitment_and_a_map_are_pinned_and_survive_page_changes_and_back(go):
    tab = go(f"/statement?passage={SENTENCE}")
    press(tab, "Sentence")
    expect(count(tab)).to_have_text("Brief (1)")
    tab.follow("commitments")
    tab.go(tab.page.url.removeprefix(tab.origin) + "&commitment=covax-success")
    tab.page.get_by_role("button", name="Commitment: ").first.click()
    expect(count(tab)).to_have_text("Brief (2)")
    tab.follow("map")
    press(tab, "Pin")
    expect(count(tab)).to_have_text("Brief (3)")
    tab.page.wait_for_url(lambda url: url.count("pin=") == 3)
    made = pinned_in(tab)
    assert made[0] == SENTENCE and made[1].startswith("commitment:") and made[2] == "map:world"
    tab.page.go_back()
    tab.page.go_back()
    tab.settled("commitments")
    tab.wait_for_query(pin=made[:2], commitment=["covax-success"])


# The list


def test_the_order_of_the_brief_is_the_order_of_the_link(go, visit):
    tab = go(brief(SENTENCE, PLEDGE, CHART))
    tab.page.get_by_role("button", name="Down", exact=True).first.click()
    tab.wait_for_query(pin=[PLEDGE, SENTENCE, CHART])
    tab.settled("brief")  # the address comes before the cards
    tab.page.get_by_role("button", name="Remove").first.click()
    tab.wait_for_query(pin=[SENTENCE, CHART])
    press(tab, "Undo")
    tab.wait_for_query(pin=[PLEDGE, SENTENCE, CHART])
    pasted = visit(tab.page.url.removeprefix(tab.origin))
    expect(pasted.page.get_by_text("3 cards")).to_be_visible()
    pasted.wait_for_query(pin=[PLEDGE, SENTENCE, CHART])


# Moves the first card down, and then the second, which takes the first move back.
MOVE_TWICE = """async (wait) => {
  const down = [...document.querySelectorAll("button")].filter((one) => one.innerText.trim().endsWith("Down"))
  down[0].click()
  await new Promise((done) => setTimeout(done, wait))
  down[1].click()
}"""


def test_two_quick_moves_stand_in_the_link_as_on_the_page(go):
    tab = go(brief(SENTENCE, PLEDGE, CHART))
    for wait in (5, 10):
        tab.page.evaluate(MOVE_TWICE, wait)
        tab.page.wait_for_timeout(600)  # both runs have ended
        tab.settled("brief")
        tab.wait_for_query(pin=[SENTENCE, PLEDGE, CHART])


def test_the_standard_brief_takes_one_click_and_can_be_undone(go, standard):
    tab = go(brief(SENTENCE))
    press(tab, "Standard brief")
    tab.wait_for_query(pin=standard)
    press(tab, "Undo")
    tab.wait_for_query(pin=[SENTENCE])


# Bad links


def test_unknown_pins_and_those_above_what_a_brief_holds_are_dropped_with_a_notice(go, dataset):
    every = [SENTENCE, *dataset.passages["passage_id"], *("pledge:" + dataset.pledges["pledge_id"])]
    tab = go(brief("p99.s9", "chart:nonsense", *every * 4))
    for said in ("p99.s9", f"{pins.MOST} pins"):
        expect(tab.page.get_by_test_id("stAlert").filter(has_text=said)).to_be_visible()
    tab.wait_for_query(pin=list(dict.fromkeys(every))[: pins.MOST])


# Presenting


def test_a_brief_is_presented_by_the_keys_of_a_remote_and_left_by_esc(go):
    tab = go(brief(SENTENCE, PLEDGE, CHART))
    press(tab, "Present")
    expect(tab.page.get_by_text("1 of 3")).to_be_visible()
    expect(tab.page.get_by_test_id("stHeader")).to_be_hidden()
    for key, place in (("PageDown", 2), ("ArrowRight", 3), ("PageUp", 2), ("ArrowLeft", 1)):
        tab.page.keyboard.press(key)
        expect(tab.page.get_by_text(f"{place} of 3")).to_be_visible()
    tab.page.keyboard.press("Escape")
    tab.settled("brief")
    tab.wait_for_query(pin=[SENTENCE, PLEDGE, CHART])
    expect(tab.page.get_by_text("3 cards")).to_be_visible()


def test_a_question_is_answered_on_the_spot_by_a_theme(go):
    tab = go(brief(CHART, present="true"))
    bars = tab.page.locator(".js-plotly-plot .bars .point")
    before = bars.count()
    press(tab, "All themes and actors")
    tab.chip("Region").click()
    expect(tab.page.get_by_text("Filter: theme Region.")).to_be_visible()
    expect(bars).not_to_have_count(before)
    box = bars.first.bounding_box()
    tab.page.mouse.click(box["x"] + 3, box["y"] + 3)
    expect(tab.quotes.first).to_be_visible()


def test_any_page_is_a_slide_among_the_standard_views_and_leaving_returns_to_it(go):
    tab = go("/pledges?theme=Health&present=true")
    title = tab.heading.inner_text()
    expect(tab.page.get_by_text(f"2 of {len(slides.STANDARD)}")).to_be_visible()
    tab.page.get_by_role("button", name="Next").click()
    expect(tab.heading).to_contain_text("Where the statement looks")
    tab.wait_for_query(theme=["Health"], present=["true"], card=["3"])
    tab.page.go_back()
    expect(tab.page.get_by_text(f"2 of {len(slides.STANDARD)}")).to_be_visible()
    tab.page.keyboard.press("Escape")
    expect(tab.page.get_by_test_id("stTopNavLink").first).to_be_visible()
    tab.wait_for_query(theme=["Health"])
    expect(tab.heading).to_have_text(title)


# Watches every painted frame from the first on: how often the title or a theme could be seen, and
# how often without the style of a slide.
WATCH = """() => {
  window.seen = 0
  window.unstyled = []
  const look = () => {
    for (const part of ['[data-testid=stMain] h1', '.linchpin-filters .chip']) {
      const node = document.querySelector(part)
      const box = node?.getBoundingClientRect()
      const top = box && document.elementFromPoint(box.x + 5, box.y + box.height / 2)
      if (!top || !(node.contains(top) || top.contains(node) && top.closest('h1, button'))) continue
      window.seen += 1
      const size = getComputedStyle(document.documentElement).fontSize
      if (parseFloat(size) < 23) window.unstyled.push([part, size])
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}"""


def test_no_frame_of_a_slide_is_painted_without_its_style(server, profile):
    tab = Tab(profile.new_page(), server.origin)
    tab.page.add_init_script(f"({WATCH})()")
    tab.open(brief(SENTENCE, CHART, present="true"))
    for place in (2, 1):
        tab.page.keyboard.press("PageDown" if place == 2 else "PageUp")
        expect(tab.page.get_by_text(f"{place} of 2")).to_be_visible()
        tab.settled("brief")
    assert tab.page.evaluate("window.seen") > 10
    assert tab.page.evaluate("window.unstyled") == []
    tab.close()


def test_the_link_beside_a_chart_reproduces_the_view_without_the_readers_pins(go, visit):
    tab = go(f"/timeline?theme=Climate&kind=deadline&pin={SENTENCE}")
    press(tab, "Link")
    link = tab.page.get_by_test_id("stCode").inner_text().strip()
    assert link.startswith(tab.origin) and "pin=" not in link
    pasted = visit(link.removeprefix(tab.origin))
    pasted.wait_for_query(theme=["Climate"], kind=["deadline"])
    expect(pasted.page.get_by_role("button", name="Deadline")).to_have_attribute("aria-pressed", "true")


def assert_fits(tab):
    """What a slide shows is large enough to be read from afar, its picture above all, and none is cut off."""
    with suppress(Timeout):  # a figure takes its room a moment later, and the map is made for it
        tab.page.wait_for_function(
            f"() => Math.max(...({OVERFLOW})()) <= 0 && (({PICTURE_SHARE})() ?? 1) >= 0.55", timeout=5_000
        )
    assert tab.page.evaluate(TOO_SMALL) == []
    assert max(tab.page.evaluate(OVERFLOW)) <= 0
    share = tab.page.evaluate(PICTURE_SHARE)
    assert share is None or share >= 0.55, f"the picture takes {share:.0%}"
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("window", [LAPTOP, WALL, PHONE], ids=["laptop", "wall", "phone"])
def test_every_standard_view_fills_the_screen_and_no_more(window, go):
    """A phone shows the pictures of the pages, and scrolls: there, no words lie on each other."""
    tab = go("/?present=true")
    tab.page.set_viewport_size(window)
    figures = [name not in ("map", "statement") for name in slides.STANDARD]
    for number in range(1, len(slides.STANDARD) + 1):
        expect(tab.page.get_by_text(f"{number} of {len(slides.STANDARD)}")).to_be_visible()
        expect(tab.page.locator(READY)).to_be_visible()
        expect(tab.page.get_by_test_id("stSkeleton")).to_have_count(0)
        if window == PHONE:
            if figures[number - 1]:
                tab.page.locator(".st-key-slide .main-svg text").locator("visible=true").first.wait_for()
            tab.fitted()
            assert tab.page.evaluate(WORDS) == []
        else:
            assert_fits(tab)
        tab.page.keyboard.press("PageDown")


def test_every_card_of_the_standard_brief_fits_the_screen(go, standard):
    tab = go(brief(*standard, present="true"))
    tops = set()
    for place in range(1, len(standard) + 1):
        expect(tab.page.get_by_text(f"{place} of {len(standard)}")).to_be_visible()
        tab.settled("brief")
        assert_fits(tab)
        boxes = [
            tab.page.locator(part).bounding_box() for part in ("h1", ".st-key-slide", ".st-key-slide_on")
        ]
        tops.add(tuple(round(box["y"]) for box in boxes))
        tab.page.keyboard.press("PageDown")
    assert len(tops) == 1, "the layout jumps between cards"


# Hand-outs


def downloaded(tab, name: str) -> bytes:
    with tab.page.expect_download() as waiting:
        tab.page.get_by_role("button", name=name, exact=True).click()
    return waiting.value.path().read_bytes()


def test_the_three_documents_hold_the_brief_with_its_note(visit, dataset):
    tab = visit(brief(SENTENCE, CHART))
    press(tab, "Note")
    note = tab.page.get_by_placeholder("A note to this card")
    note.fill("Ask about the <b>rise</b>")
    note.press("Tab")
    tab.page.wait_for_function("() => (sessionStorage['linchpin-brief'] ?? '').includes('rise')")
    words = dataset.passages.set_index("passage_id").at[SENTENCE, "text"]
    word = Document(io.BytesIO(downloaded(tab, "Word")))
    said = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert words in said and "Ask about the <b>rise</b>" in said and f"{tab.origin}/brief?pin=" in said
    deck = Presentation(io.BytesIO(downloaded(tab, "PowerPoint")))
    assert any(shape.has_chart for slide in deck.slides for shape in slide.shapes)
    assert "Ask about the <b>rise</b>" in deck.slides[1].notes_slide.notes_text_frame.text
    text = downloaded(tab, "Markdown").decode()
    assert (
        words in text
        and "Ask about the <b>rise</b>" in text
        and f"{tab.origin}/statement?passage={SENTENCE}" in text
    )
