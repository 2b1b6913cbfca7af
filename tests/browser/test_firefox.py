"""What Firefox does otherwise than Chromium: translation, storage, paper, selections, links."""

import time
from collections.abc import Callable, Iterator

import pytest

from tests.browser import firefox
from tests.browser.firefox import Firefox, FirefoxTab
from tests.browser.paper import need_poppler, read
from tests.browser.server import Server
from tests.browser.test_gestures import REFUSED, TRANSLATE

FOOT = """() => {
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
  return `${location.href} · ${day}`
}"""
LEAD = ".st-key-heading_words"
NO_CLIPBOARD = """Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined })"""
# WCAG 1.4.12
SPACED = """() => {
  const sheet = document.createElement("style")
  sheet.textContent = `* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  }`
  document.head.append(sheet)
}"""
# How many choices and buttons there are with words, and the words of those that hold them only in part.
CUT_OFF = """() => {
  const buttons = [...document.querySelectorAll(".linchpin-filters button, [data-testid=stMain] button")]
    .filter((one) => one.innerText.trim() && one.checkVisibility())
  const cut = (button) => {
    const words = document.createRange()
    words.selectNodeContents(button)
    const [inner, outer] = [words.getBoundingClientRect(), button.getBoundingClientRect()]
    return inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1
  }
  return [buttons.length, buttons.filter(cut).map((button) => button.innerText)]
}"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = firefox.find()
    if not program:
        pytest.skip(firefox.MISSING)
    running = Firefox(program, tmp_path_factory.mktemp("firefox"))
    yield running
    running.stop()


@pytest.fixture
def visit(running: Firefox, server: Server) -> Iterator[Callable[..., FirefoxTab]]:
    """Opens tabs on addresses of the app."""
    tabs: list[FirefoxTab] = []

    def visit(path: str, name: str, before: str = "") -> FirefoxTab:
        tabs.append(running.tab(server.origin, before))
        tabs[-1].open(path, name)
        return tabs[-1]

    yield visit
    for tab in tabs:
        tab.close()


def test_a_rewritten_link_opens_dragging_over_words_chooses_no_other_and_paper_has_its_foot(visit, tmp_path):
    tab = visit("/Statement?passage=P05.S1.&utm_source=x", "statement")
    link = ("/statement", {"passage": ["p05.s1"]})
    assert tab.address == link
    assert tab.count("[data-testid=stAlert]") == 0
    tab.wait_for("() => document.querySelector('.sentence.selected')?.dataset.id === 'p05.s1'")
    words = ".sentence[data-id='p05.s2'] .text"
    x, y = tab.run(
        """(words) => {
          const [line] = document.querySelector(words).getClientRects()
          return [line.x, line.y + line.height / 2]
        }""",
        words,
    )
    tab.drag([(x + 10, y), (x + 40, y), (x + 90, y), (x + 140, y)])
    time.sleep(0.5)  # a choice would be in the address by now
    selected = tab.run("() => getSelection().toString()")
    assert len(selected) > 3 and selected in tab.text(words)
    assert tab.address == link

    need_poppler()
    tab.change("/method?part=codebook", "method")
    tab.print(tmp_path / "page.pdf")
    foot = tab.run(FOOT)
    text, sheets = read(tmp_path / "page.pdf")
    *printed, _ = text.split("\f")
    assert len(printed) == len(sheets) > 3
    assert all(" ".join(words.split()).endswith(foot) for words in printed)
    for sheet in sheets:  # the words of the page end above the foot, 16 mm from the edge
        width, height = sheet.size
        assert sheet.crop((0, height - 56, width, height - 50)).convert("L").getextrema() == (255, 255)
    assert tab.count(".linchpin-foot") == 0


def test_a_translated_page_shows_new_numbers_and_takes_wide_letters(visit):
    tab = visit("/commitments?theme=health", "commitments")
    assert tab.address == ("/commitments", {"theme": ["Health"]})
    filtered, chip = tab.text(LEAD), ".linchpin-filters .chip[data-label=Health]"
    tab.click(chip)
    tab.wait_for("() => !location.search")
    tab.settled("commitments")
    tab.wait_for("(lead, words) => document.querySelector(lead).innerText !== words", LEAD, filtered)
    tab.run(TRANSLATE)
    assert tab.count(f"{LEAD} font") > 0
    tab.click(chip)
    tab.wait_for("(lead, words) => document.querySelector(lead).innerText === words", LEAD, filtered)

    tab.run(SPACED)
    buttons, cut_off = tab.run(CUT_OFF)
    assert buttons > 12 and cut_off == []


def test_without_storage_pages_stand_figures_have_their_words_and_a_missing_clipboard_is_said(visit):
    tab = visit("/", "overview", f"{REFUSED}; {NO_CLIPBOARD}")
    with pytest.raises(RuntimeError, match="denied"):
        tab.run("() => localStorage.length")
    assert_stands_without_storage(tab)
    ribbon = ".st-key-ribbon"
    tab.wait_for(
        """(ribbon) => [...document.querySelectorAll(`${ribbon} .bartext`)]
          .some((one) => one.textContent === "Health" && one.getBoundingClientRect().width > 0)""",
        ribbon,
    )

    tab.run(
        """(ribbon) => [...document.querySelectorAll(`${ribbon} [role=toolbar] button`)]
      .find((one) => one.textContent === "Copy picture").click()""",
        ribbon,
    )
    said = "(ribbon) => document.querySelector(`${ribbon} [role=status]`).textContent"
    assert "https" in tab.wait_for(said, ribbon)

    tab.change("/brief?pin=p05.s1", "brief")
    assert_stands_without_storage(tab)


def assert_stands_without_storage(tab):
    assert tab.count("[data-testid=stException]") == 0
    assert "denied" not in tab.text("[data-testid=stMain]")
