"""A browser tab on the app: how to wait for it, where its parts are, what it asked for."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, expect
from playwright.sync_api import TimeoutError as Timeout

from components.ui.session import page_names
from components.ui.session.page_names import PAGES, START
from tests.browser.measures import FITTED

# Connected, and no run of the script under way.
READY = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
# Streamlit looks for its server under the page's own path first.
PROBE = re.compile(r"/[a-z]+/_stcore/(health|host-config)$")
# What a browser, and Streamlit in it, says while a server is away.
AWAY = re.compile(
    r"Failed to load resource: (net::ERR_(CONNECTION|SOCKET|EMPTY|NETWORK)_\w+|.* status of 502)"
    r"|WebSocket connection to .* failed|Client Error in reaching server endpoint|Is Streamlit still running"
)
# What can be read on a page: its words, those of figures, and those of data grids.
WORDS = r"""() => [
  document.querySelector("[data-testid=stMain]").innerText,
  ...document.querySelectorAll("[data-testid=stMain] svg text, [data-testid=stMain] canvas td"),
].map((one) => one.textContent ?? one).join("\n")"""
# Whether all grids and figures have their words.
DRAWN = """() =>
  [...document.querySelectorAll("[data-testid=stDataFrame]")].every((grid) => grid.querySelector("canvas td")) &&
  [...document.querySelectorAll(".linchpin-figure")].every((one) => !one.offsetWidth || one.querySelector(".main-svg text"))"""
# True once a page stands, all of it drawn, and nothing runs. The script of the filter bar is fetched as those
# of figures are: once it stands, they do, or are about to.
STANDS = """([title, parts]) => {
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true })
  return document.title === title && !document.querySelector("[data-testid=stSkeleton]")
    && parts.every((part) => [...document.querySelectorAll(part)].some(isSeen))
}"""
# What a page is like that does not stand.
STATE = """() => [location.href, document.title, ...document.querySelector("[data-testid=stApp]").attributes]
  .map((one) => one.value ?? one).join(" | ") + document.body.innerText.slice(0, 500)"""
# Changes the address as Forward does, and notes that a run begins or ends. A browser that is busy, with a map
# say, may show both as one.
GO = """address => {
  clearTimeout(window.late)
  window.runs?.disconnect()
  window.hasRun = false
  const note = () => { window.hasRun = true }
  window.runs = new MutationObserver(note)
  window.runs.observe(document.querySelector("[data-testid=stApp]"), { attributeFilter: ["data-test-script-state"] })
  window.late = setTimeout(note, 2000)
  history.pushState({}, "", address)
  dispatchEvent(new PopStateEvent("popstate"))
}"""


def _name(address: str) -> str:
    return urlsplit(address).path.strip("/") or START


def path_of(name: str) -> str:
    """The address of a page of page_names.PAGES, without origin."""
    return f"/{page_names.path(name)}"


class Tab:
    """One tab. `foreign` are requests to other hosts, `errors` what page and console complained of."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.loses_server = False  # then it is no error that the server is away
        page.on("request", lambda request: self._note(request.url))
        page.on("websocket", lambda socket: self._note(socket.url))
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def close(self) -> None:
        """Close it. Nothing was asked of another host, and neither page nor console reported an error."""
        self.page.close()
        assert self.foreign == [], self.foreign
        assert self.errors == [], self.errors

    def open(self, path: str, text: str | None = None) -> None:
        """Go to an address of the app and wait until its page stands, with the text if one is given."""
        self.page.goto(self.origin + path)
        self.settled(_name(path))
        if text:
            expect(self.page.get_by_text(text).first).to_be_visible()

    def go(self, path: str) -> None:
        """Go to an address of the app as Forward does: the session goes on, and no script is loaded again."""
        if self.drawer.count():
            self.page.keyboard.press("Escape")
            expect(self.drawer).to_have_count(0)
        self.page.locator(READY).wait_for()
        stays = _name(path) == _name(self.page.url)
        self.page.evaluate(GO, path)
        if stays:  # a new title says that another page has come
            self.page.wait_for_function("() => window.hasRun")
        self.settled(_name(path))
        expect(self.drawer).to_have_count(0)

    def settled(self, name: str) -> None:
        """Wait until the page of this name stands, all of it drawn, and nothing runs."""
        parts = [READY, "h1", ".linchpin-filters, .st-key-leave"]
        try:
            self.page.wait_for_function(STANDS, arg=[f"{PAGES[name]} · Linchpin", parts], polling=50)
        except Timeout as late:
            raise AssertionError(f"{name} does not stand: {self.page.evaluate(STATE)}") from late

    def fitted(self) -> None:
        """Wait until nothing moves any more and figures are as wide as their places: before a click by
        place."""
        self.page.wait_for_function(FITTED, arg=READY, polling=60)

    def follow(self, name: str) -> None:
        """Change the page by the navigation along the top."""
        self.page.locator(READY).wait_for()
        self.page.get_by_test_id("stTopNavLink").get_by_text(PAGES[name], exact=True).click()
        self.settled(name)

    def wait_for_query(self, **query: list[str]) -> None:
        """Wait until the address holds these parameters and no others."""
        self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == query)

    @property
    def view(self) -> tuple[str, dict[str, list[str]]]:
        """What the page says once nothing is fetched for it any more, and what its address asks for."""
        self.page.wait_for_load_state("networkidle")
        return self.page.get_by_test_id("stMain").inner_text(), parse_qs(urlsplit(self.page.url).query)

    def wait_for_view(self, view: tuple[str, dict[str, list[str]]]) -> None:
        """Wait until this is shown: a page is connected again before it is drawn again."""
        words, query = view
        shown = "words => document.querySelector('[data-testid=stMain]')?.innerText === words"
        try:
            self.page.wait_for_function(shown, arg=words)
        except Timeout as late:
            raise AssertionError(f"{self.page.evaluate(STATE)} {self.errors}") from late
        self.wait_for_query(**query)

    @property
    def words(self) -> str:
        """All that can be read on the page, once it is drawn."""
        self.page.wait_for_function(DRAWN)
        words: str = self.page.evaluate(WORDS)
        return words

    @property
    def heading(self) -> Locator:
        return self.page.locator("h1:visible")

    @property
    def drawer(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def quotes(self) -> Locator:
        """The sentences that the drawer shows."""
        return self.drawer.locator("blockquote")

    def chip(self, label: str) -> Locator:
        """A choice of the filter bar."""
        return self.page.locator(f".linchpin-filters .chip[data-label='{label}']")

    def sentence(self, passage_id: str) -> Locator:
        """A sentence in the reader."""
        return self.page.locator(f".sentence[data-id='{passage_id}']")

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about") and parts.netloc != urlsplit(self.origin).netloc:
            self.foreign.append(url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if self.loses_server and AWAY.search(message.text):
            return
        if message.type == "error" and not PROBE.search(message.location["url"]):
            self.errors.append(f"{message.text} ({message.location['url']})")
