"""How long a filter change takes until everything is repainted, and what it sends.

    python -m benchmarks.filter_change [--rounds 5]

Starts Linchpin and a bare app by `streamlit run`, the bare app twice: as Streamlit ships it, and
with Linchpin's settings, which spare it the forced garbage collection. Opens a tab of either and
one of each page in one Chromium, and clicks the same pill in each in turn, so that a slow moment
of the machine meets all alike. Prints medians and ratios to both; nothing passes or fails by the
clock.

Repainted is the last change of the document, or the end of the last task over 50 ms (the map
and Plotly paint in such), after which there is quiet for half a second. What stands inside a
canvas is no part of it: the data grid keeps a copy of its rows there for screen readers, which
is never painted and follows 200 ms after the rows.
"""

import argparse
import statistics
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from components.frame import PAGES
from tests.browser import chromium
from tests.browser.server import HOST, ROOT, Server
from tests.browser.tab import READY, path_of

WATCH = """() => {
  window.last = 0
  const now = () => { window.last = performance.now() }
  const painted = (change) => !(change.target.closest?.("canvas") ?? change.target.parentElement?.closest("canvas"))
  new MutationObserver((changes) => { if (changes.some(painted)) now() }).observe(
    document.body, { subtree: true, childList: true, attributes: true, characterData: true }
  )
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.last = Math.max(window.last, task.startTime + task.duration)
  }).observe({ type: "longtask" })
}"""
QUIET = f"""() => document.querySelector("{READY}")
  && performance.now() - Math.max(window.last, window.clicked) > 500"""
PILL = "Health"
SHIPPED, TUNED, APP = "bare as shipped", "bare with our settings", "app"
# Without settings of its own, Streamlit would ask for an e-mail address and send statistics.
ALONE = ("--server.headless", "true", "--browser.gatherUsageStats", "false")
# Name, script, the folder that it is started in, whose settings it has, and flags.
APPS = (
    (SHIPPED, "bare.py", ROOT / "benchmarks", ALONE),
    (TUNED, "benchmarks/bare.py", ROOT, ()),
    (APP, "app.py", ROOT, ()),
)


@dataclass
class Tab:
    """An open page and what its filter changes took: milliseconds, and websocket bytes received."""

    name: str
    page: Page
    received: int = 0
    took: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector(READY)
        self.page.evaluate(WATCH)
        self.page.evaluate("window.clicked = performance.now()")
        self.page.wait_for_function(QUIET)

    def change(self) -> None:
        """Click the pill and note what followed until the page is quiet."""
        self.page.bring_to_front()
        self.received = 0
        self.page.get_by_role("button", name=PILL, exact=True).first.evaluate(
            "pill => { window.clicked = performance.now(); pill.click() }"
        )
        self.page.wait_for_function(QUIET)
        self.took.append(self.page.evaluate("window.last - window.clicked"))
        self.sent.append(self.received)

    def _count(self, frame: bytes | str) -> None:
        self.received += len(frame)


def measure(rounds: int) -> list[Tab]:
    """The tabs, the two bare ones first, each with `rounds` changes there and `rounds` back."""
    with tempfile.TemporaryDirectory() as logs, sync_playwright() as playwright:
        origins: dict[str, str] = {}
        servers: list[Server] = []
        try:
            for name, script, folder, flags in APPS:
                servers.append(Server(Path(logs) / name, script, folder, flags))
                origins[name] = servers[-1].origin
            browser = playwright.chromium.launch(
                executable_path=chromium.find(), args=chromium.flags(HOST)
            )
            context = browser.new_context(viewport={"width": 1280, "height": 720})
            tabs = [Tab(name, context.new_page()) for name in (SHIPPED, TUNED, *PAGES)]
            for tab in tabs:
                tab.open(origins.get(tab.name) or origins[APP] + path_of(tab.name))
            for _ in range(2 * rounds):
                for tab in tabs:
                    tab.change()
            browser.close()
        finally:
            for server in servers:
                server.stop()
    return tabs


def report(tabs: list[Tab]) -> str:
    """A table: per page the median time, its ratios to bare, and the most bytes one change sent."""
    shipped, tuned = (statistics.median(tab.took) for tab in tabs[:2])
    lines = [
        f"| page | repainted, ms | ratio to {SHIPPED} | ratio to {TUNED} | most bytes received |",
        "|---|---:|---:|---:|---:|",
    ]
    for tab in tabs:
        took = statistics.median(tab.took)
        ratios = f"{took / shipped:.1f} | {took / tuned:.1f}"
        lines.append(f"| {tab.name} | {took:.0f} | {ratios} | {max(tab.sent):,} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    print(report(measure(parser.parse_args().rounds)))
