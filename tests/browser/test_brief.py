"""The briefer's way: pin, reorder, note, present, hand out."""

import io
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from docx import Document
from playwright.sync_api import expect
from pptx import Presentation

from components.content.brief import pins
from components.content.brief.standard_brief import standard_brief
from components.ui.brief import slides
from data.queries import Selection, select
from tests.browser.measures import OVERFLOW, PICTURE_SHARE, TOO_SMALL
from tests.browser.tab import READY

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


def test_a_chart_is_pinned_with_its_filter_counted_and_taken_back(visit):
    tab = visit("/pledges?theme=Health")
    press(tab, "Pin")
    tab.wait_for_query(theme=["Health"], pin=["chart:amounts~health"])
    expect(count(tab)).to_have_text("Brief (1)")
    expect(tab.page.get_by_role("button", name="Pin", exact=True).first).to_have_attribute(
        "aria-pressed", "true"
    )
    press(tab, "Pin")
    tab.wait_for_query(theme=["Health"])
    expect(count(tab)).to_have_text("Brief")


def test_a_pledge_is_pinned_from_the_drawer_which_stays_open(visit):
    tab = visit("/pledges?theme=Health")
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


def test_a_sentence_a_commitment_and_a_map_are_pinned_and_survive_page_changes_and_back(visit):
    tab = visit(f"/statement?passage={SENTENCE}")
    press(tab, "Sentence")
    expect(count(tab)).to_have_text("Brief (1)")
    tab.follow("commitments")
    tab.page.goto(tab.page.url + "&commitment=covax-success")
    tab.settled("commitments")
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


def test_the_order_of_the_brief_is_the_order_of_the_link(visit, browser):
    tab = visit(brief(SENTENCE, PLEDGE, CHART))
    tab.page.get_by_role("button", name="Down", exact=True).first.click()
    tab.wait_for_query(pin=[PLEDGE, SENTENCE, CHART])
    tab.page.get_by_role("button", name="Remove").first.click()
    tab.wait_for_query(pin=[SENTENCE, CHART])
    press(tab, "Undo")
    tab.wait_for_query(pin=[PLEDGE, SENTENCE, CHART])
    tab.page.reload()
    tab.settled("brief")
    tab.wait_for_query(pin=[PLEDGE, SENTENCE, CHART])
    with browser.new_context() as elsewhere:
        pasted = visit(tab.page.url.removeprefix(tab.origin), by=elsewhere)
        expect(pasted.page.get_by_text("3 cards")).to_be_visible()


def test_the_standard_brief_takes_one_click_and_can_be_undone(visit, standard):
    tab = visit(brief(SENTENCE))
    press(tab, "Standard brief")
    tab.wait_for_query(pin=standard)
    press(tab, "Undo")
    tab.wait_for_query(pin=[SENTENCE])


def test_title_and_notes_stay_in_the_tab_over_a_reload_and_out_of_the_link(visit):
    tab = visit(brief(SENTENCE))
    hostile = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> 😀 مرحبا"
    title, note = (
        tab.page.get_by_label("Title of the brief"),
        tab.page.get_by_placeholder("A note to this card"),
    )
    title.fill("For Monday")
    title.press("Tab")
    press(tab, "Note")
    note.fill(hostile)
    note.press("Tab")
    tab.page.wait_for_function("() => (sessionStorage['linchpin-brief'] ?? '').includes('onerror')")
    tab.page.reload()
    tab.settled("brief")
    expect(tab.page.get_by_text(f"Note: {hostile}")).to_be_visible()
    press(tab, "Note")
    expect(note).to_have_value(hostile)
    expect(title).to_have_value("For Monday")
    tab.wait_for_query(pin=[SENTENCE])


# Bad links


def test_unknown_pins_are_named_and_dropped(visit):
    tab = visit(brief(SENTENCE, "p99.s9", "chart:nonsense", PLEDGE))
    expect(tab.page.get_by_test_id("stAlert").filter(has_text="p99.s9")).to_be_visible()
    tab.wait_for_query(pin=[SENTENCE, PLEDGE])


def test_more_pins_than_a_brief_holds_are_capped_with_a_notice(visit, dataset):
    every = [*dataset.passages["passage_id"], *("pledge:" + dataset.pledges["pledge_id"])]
    tab = visit(brief(*every * 4))
    expect(tab.page.get_by_test_id("stAlert").filter(has_text=f"{pins.MOST} pins")).to_be_visible()
    tab.wait_for_query(pin=every[: pins.MOST])


# Presenting


def test_a_brief_is_presented_by_the_keys_of_a_remote_and_left_by_esc(visit):
    tab = visit(brief(SENTENCE, PLEDGE, CHART))
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


def test_a_question_is_answered_on_the_spot_by_a_theme(visit):
    tab = visit(brief(CHART, present="true"))
    bars = tab.page.locator(".js-plotly-plot .bars .point")
    before = bars.count()
    press(tab, "All themes and actors")
    tab.chip("Region").click()
    expect(tab.page.get_by_text("Filter: theme Region.")).to_be_visible()
    expect(bars).not_to_have_count(before)
    box = bars.first.bounding_box()
    tab.page.mouse.click(box["x"] + 3, box["y"] + 3)
    expect(tab.quotes.first).to_be_visible()


def test_any_page_is_a_slide_among_the_standard_views_and_leaving_returns_to_it(visit):
    tab = visit("/pledges?theme=Health&present=true")
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


def test_no_frame_of_a_slide_is_painted_without_its_style(visit, profile):
    tab = visit("/method")
    tab.page.add_init_script(f"({WATCH})()")
    tab.open(brief(SENTENCE, CHART, present="true"))
    for place in (2, 1):
        tab.page.keyboard.press("PageDown" if place == 2 else "PageUp")
        expect(tab.page.get_by_text(f"{place} of 2")).to_be_visible()
        tab.settled("brief")
    assert tab.page.evaluate("window.seen") > 10
    assert tab.page.evaluate("window.unstyled") == []


def test_the_link_beside_a_chart_reproduces_the_view_without_the_readers_pins(visit, browser):
    tab = visit(f"/timeline?theme=Climate&kind=deadline&pin={SENTENCE}")
    press(tab, "Link")
    link = tab.page.get_by_test_id("stCode").inner_text().strip()
    assert link.startswith(tab.origin) and "pin=" not in link
    with browser.new_context() as elsewhere:
        pasted = visit(link.removeprefix(tab.origin), by=elsewhere)
        pasted.wait_for_query(theme=["Climate"], kind=["deadline"])
        expect(pasted.page.get_by_role("button", name="Deadline")).to_have_attribute("aria-pressed", "true")


def assert_fits(tab):
    """What a slide shows is large enough to be read from afar, its picture above all, and none is cut off."""
    assert tab.page.evaluate(TOO_SMALL) == []
    assert max(tab.page.evaluate(OVERFLOW)) <= 0
    share = tab.page.evaluate(PICTURE_SHARE)
    assert share is None or share >= 0.55, f"the picture takes {share:.0%}"
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)


def test_every_standard_view_fills_the_screen_and_no_more(visit):
    tab = visit("/?present=true")
    for number in range(1, len(slides.STANDARD) + 1):
        expect(tab.page.get_by_text(f"{number} of {len(slides.STANDARD)}")).to_be_visible()
        expect(tab.page.locator(READY)).to_be_visible()
        expect(tab.page.get_by_test_id("stSkeleton")).to_have_count(0)
        assert_fits(tab)
        tab.page.keyboard.press("PageDown")


def test_every_card_of_the_standard_brief_fits_the_screen(visit, standard):
    tab = visit(brief(*standard, present="true"))
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
