"""A browser tab that measures when its page shows its first words, when it is complete, and what it fetches.

A page is complete at the last of these, if nothing follows for half a second: a change of the document, a
file that arrives, the end of a task of over 50 ms, anything drawn on the map's canvas. Changes of the
document inside a canvas do not count: there the data grid keeps a copy of its rows for screen readers, which
is never painted and comes 200 ms after the rows.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import BrowserContext

from tests.browser.tab import READY

# Sets window.first (first words) and window.last (last event), in ms since the page was opened.
WATCH = """
  window.last = window.since = 0
  const isPainted = ({ target }) => {
    const element = target.closest ? target : target.parentElement
    return !element?.closest("canvas")
  }
  const observer = new MutationObserver((changes) => {
    if (changes.some(isPainted)) window.last = performance.now()
    if (!window.first && document.querySelector("h1")?.innerText) window.first = performance.now()
  })
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  const observe = (tree) => observer.observe(tree, all)
  observe(document)
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (...parts) {
    const tree = attach.apply(this, parts)
    observe(tree)
    return tree
  }
  for (const type of ["longtask", "resource"]) new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.last = Math.max(window.last, entry.startTime + entry.duration)
    }
  }).observe({ type })
  for (const context of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of ["clear", "drawArrays", "drawElements", "drawElementsInstanced"]) {
      const draw = context.prototype[name]
      if (draw) context.prototype[name] = function (...parts) {
        window.last = performance.now()
        return draw.apply(this, parts)
      }
    }
  }
"""
# What the page says, with its address: a click that changes neither was not measured.
SHOWN = "() => document.querySelector('[data-testid=stMain]').innerText + location.href"
# Whether the page is complete; ready: a selector. window.since is the time of the last click.
QUIET = """ready => document.querySelector(ready) && !document.querySelector("[data-testid=stSkeleton]")
  && performance.now() - Math.max(window.last, window.since) > 500"""


@dataclass(frozen=True)
class Timing:
    """What an opening or a click took.

    first, complete: ms until the first words, and until the page is complete. requests, http: files and bytes
    by HTTP. websocket: bytes by the websocket, not compressed.
    """

    first: float
    complete: float
    requests: int
    http: int
    websocket: int


class TimedTab:
    """A tab on one address. opened: the timing of its opening. READY: a selector of what a ready page has."""

    READY = READY

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page = context.new_page()
        self._requests = self._http = self._websocket = 0
        self.page.add_init_script(WATCH)
        network = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", self._fetched)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._received))
        self.page.goto(address)
        self.opened = self._timing()

    def click(self, label: str, role: str = "button") -> Timing:
        """Click the button (or other role) with this label, and wait until the page is complete.

        A number after the label does not matter. Raises RuntimeError if nothing changed.
        """
        self.page.bring_to_front()
        self._requests = self._http = self._websocket = 0
        before = self.shown()
        target = self.page.get_by_role(role, name=re.compile(rf"^{label}(, \d.*)?$")).first
        target.evaluate("target => { window.since = performance.now(); window.first = 0; target.click() }")
        self.answered(before)
        timing = self._timing()
        if self.shown() == before:
            raise RuntimeError(f"A click on {label} changed nothing.")
        return timing

    def shown(self) -> str:
        """What a click has to change."""
        return self.page.evaluate(SHOWN)

    def answered(self, before: str) -> None:
        """Wait for the server's answer, where a page may stand still for half a second before it comes."""

    def _timing(self) -> Timing:
        self.page.wait_for_function(QUIET, arg=self.READY)
        first, complete = self.page.evaluate(
            "[(window.first || window.last) - window.since, window.last - window.since]"
        )
        return Timing(first, complete, self._requests, self._http, self._websocket)

    def _fetched(self, event: dict) -> None:
        self._requests += 1
        self._http += event["encodedDataLength"]

    def _received(self, frame: bytes | str) -> None:
        self._websocket += len(frame)
