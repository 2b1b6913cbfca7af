"""How fast the Overview is, compared with the same work in Shiny for Python, Dash and Panel.

    pip install -r benchmarks/peers/requirements.txt
    python -m benchmarks.peers [--rounds 20]

Each peer shows what `content` makes: two figures and the key findings under a filter by theme. Linchpin's
Overview shows more: counts, links, another figure, tables. Each round opens every app cold, in a new browser
profile, and then chooses and clears a theme in it. Each app runs as its own documentation starts it. Prints
medians, ratios to a blank and a bare Streamlit app, and what a change takes at the 95th percentile.
"""

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Locator, expect, sync_playwright

from benchmarks.compare import THEMES, WINDOW, compared, median
from benchmarks.figures import percentile, table
from benchmarks.server import ASGI_APP, BARE, BLANK, running
from benchmarks.timed_tab import TimedTab, Timing
from tests.browser import chromium
from tests.browser.server import HOST, ROOT, Server, free_port

LINCHPIN = "linchpin"
# By name: what starts it, after `python -m`, the path of its page, and what a theme is to the browser.
PEERS = {
    "shiny": ("shiny run benchmarks/peers/shiny_app.py --host {host} --port {port}", "/", "checkbox"),
    "dash": ("flask --app benchmarks.peers.dash_app run --host {host} --port {port}", "/", "checkbox"),
    "panel": ("panel serve benchmarks/peers/panel_app.py --port {port}", "/panel_app", "button"),
}


class Peer(Server):
    """A running peer. Its own page says that it serves."""

    HEALTH = ""

    def __init__(self, log: Path, name: str) -> None:
        self.port = free_port()
        command, path, _ = PEERS[name]
        self.origin = f"http://{HOST}:{self.port}{path}"
        self._command = [sys.executable, "-m", *command.format(host=HOST, port=self.port).split()]
        self._folder, self._environment, self.log = ROOT, dict(os.environ), log
        self.start()


class PeerTab(TimedTab):
    """A tab on a peer: once both figures are there, it is complete when nothing changes any more."""

    READY = "body"

    def _timing(self) -> Timing:
        self.page.locator(".js-plotly-plot .main-svg .barlayer").nth(1).wait_for(state="attached")
        return super()._timing()

    def shown(self) -> str:
        """The first finding."""
        return self._finding.inner_text()

    def answered(self, before: str) -> None:
        """Wait for another first finding."""
        expect(self._finding).not_to_have_text(before)

    @property
    def _finding(self) -> Locator:
        return self.page.locator(".findings p").first


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    cold: dict[str, list[Timing]] = defaultdict(list)
    changes: dict[str, list[Timing]] = defaultdict(list)
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        blank, bare, served = stack.enter_context(running(BLANK, BARE, ASGI_APP))
        tabs = {BLANK: TimedTab, BARE: TimedTab, LINCHPIN: TimedTab} | dict.fromkeys(PEERS, PeerTab)
        addresses = {BLANK: blank.origin, BARE: bare.origin, LINCHPIN: served.origin}
        for name in PEERS:
            peer = Peer(logs / name, name)
            stack.callback(peer.stop)
            addresses[name] = peer.origin
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags(HOST))
        for turn in range(rounds + 1):
            for name, address in addresses.items():
                context = browser.new_context(viewport=WINDOW)
                tab = tabs[name](context, address)
                chosen = []
                if name != BLANK:
                    role = PEERS[name][2] if name in PEERS else "button"
                    chosen = [tab.click(THEMES[0], role), tab.click(THEMES[0], role)]
                context.close()
                if turn:  # not the first turn, in which a server runs each page for the first time
                    cold[name].append(tab.opened)
                    changes[name] += chosen
        browser.close()
    rows = []
    for name in addresses:
        opened = compared(cold[name], cold[BLANK], "complete")
        kilobytes = median(cold[name], "http") / 1000
        rows.append((name, *opened, f"{kilobytes:,.0f}", *_change(changes[name], changes[BARE])))
    heads = "app|cold, complete, ms|ratio to blank|kB|change, median, ms|ratio to bare|change, p95, ms"
    print(table(heads.split("|"), rows))


def _change(timings: list[Timing], bare: list[Timing]) -> tuple[str, ...]:
    """Median, its ratio to the bare app's, and 95th percentile; blanks for an app without a filter."""
    if not timings:
        return "", "", ""
    return *compared(timings, bare, "complete"), f"{percentile([one.complete for one in timings], 0.95):.0f}"


if __name__ == "__main__":
    main()
