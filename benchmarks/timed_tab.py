"""A tab that notes when its page began to show something, when it was complete, and what it fetched.

Complete is the last change of the document, the last file that arrived, or the end of the last task
over 50 ms (the map and Plotly paint in such), after which there is quiet for half a second. What
stands inside a canvas is no part of it: the data grid keeps a copy of its rows there for screen
readers, which is never painted and follows 200 ms after the rows.
"""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext

from tests.browser.tab import READY

WATCH = """
  window.last = window.since = 0
  const now = () => { window.last = performance.now() }
  const painted = (change) => !(change.target.closest?.("canvas") ?? change.target.parentElement?.closest("canvas"))
  new MutationObserver((changes) => {
    if (changes.some(painted)) now()
    if (!window.first && document.querySelector("h1")?.innerText) window.first = performance.now()
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  for (const type of ["longtask", "resource"]) new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.last = Math.max(window.last, entry.startTime + entry.duration)
  }).observe({ type })
"""
QUIET = f"""() => document.querySelector("{READY}") && !document.querySelector("[data-testid=stSkeleton]")
  && performance.now() - Math.max(window.last, window.since) > 500"""


@dataclass(frozen=True)
class Taken:
    """Milliseconds until the first words and until complete; files and bytes over HTTP; bytes over
    the websocket, before compression."""

    first: float
    complete: float
    requests: int
    http: int
    websocket: int


class Watched:
    """A tab of a browser profile on one address."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page = context.new_page()
        self._requests = self._http = self._websocket = 0
        self.page.add_init_script(WATCH)
        network = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", self._fetched)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._received))
        self.page.goto(address)
        self.opened = self._taken()

    def click(self, label: str, role: str = "button") -> Taken:
        """Click what has this label, and wait until all that follows is done."""
        self.page.bring_to_front()
        self._requests = self._http = self._websocket = 0
        target = self.page.get_by_role(role, name=label, exact=True).first
        target.evaluate("target => { window.since = performance.now(); window.first = 0; target.click() }")
        return self._taken()

    def _taken(self) -> Taken:
        self.page.wait_for_function(QUIET)
        first, complete = self.page.evaluate(
            "[(window.first || window.last) - window.since, window.last - window.since]"
        )
        return Taken(first, complete, self._requests, self._http, self._websocket)

    def _fetched(self, event: dict) -> None:
        self._requests += 1
        self._http += event["encodedDataLength"]

    def _received(self, frame: bytes | str) -> None:
        self._websocket += len(frame)
