"""How fast Linchpin is, beside a blank and a bare Streamlit app in the same run.

    python -m benchmarks.compare [--rounds 5] [--only start open change many]

start: from the command to the first answer. open: a page in a fresh browser profile (cold), and
once more in the same (warm). change: a click on a filter, and on another page's name, until all is
repainted. many: memory and script time with 50 readers (sessions.py). Linchpin runs by `streamlit
run` and by `uvicorn asgi:app`; what it is compared with runs as Streamlit ships it: opening with
blank.py, changes with a filter of bare.py. Each round takes all in turn, so that a slow moment of
the machine meets all alike. Prints medians and ratios; nothing passes or fails by the clock.
"""

import argparse
import asyncio
import statistics
import time
from collections import defaultdict

from playwright.sync_api import Browser, sync_playwright

from benchmarks import sessions
from benchmarks.figures import table
from benchmarks.server import BARE, BLANK, RUN, SERVED, running
from benchmarks.watched import Taken, Watched
from components.ui.shell.frame import PAGES
from tests.browser import chromium
from tests.browser.server import HOST
from tests.browser.tab import path_of

PILL = "Health"
WINDOW = {"width": 1280, "height": 720}
Key = tuple[str, str]  # app, page


def start(rounds: int) -> str:
    """Seconds from the command to the first healthy answer; asgi has loaded the data by then."""
    took: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name in (BLANK, RUN, SERVED):
            begun = time.perf_counter()
            with running(name):
                took[name].append(time.perf_counter() - begun)
    middle = {name: statistics.median(its) for name, its in took.items()}
    rows = [(name, f"{it:.2f}", ratio(it, middle[BLANK])) for name, it in middle.items()]
    return table(("server", "ready, s", "ratio to blank"), rows)


def open_(rounds: int, browser: Browser) -> str:
    """Pages opened cold and warm, interleaved."""
    cold: dict[Key, list[Taken]] = defaultdict(list)
    warm: dict[Key, list[Taken]] = defaultdict(list)
    with running(BLANK, RUN, SERVED) as [blank, run, served]:
        addresses = {(BLANK, BLANK): blank.origin}
        for page in PAGES:
            addresses |= {
                (app, page): server.origin + path_of(page) for app, server in ((RUN, run), (SERVED, served))
            }
        for turn in range(rounds + 1):
            for key, address in addresses.items():
                context = browser.new_context(viewport=WINDOW)
                taken = [Watched(context, address).opened for _ in range(2)]
                context.close()
                if turn:  # the first turn is the servers' own first run of each page
                    cold[key].append(taken[0])
                    warm[key].append(taken[1])
    return opened(cold, "cold") + "\n\n" + opened(warm, "warm")


def opened(taken: dict[Key, list[Taken]], how: str) -> str:
    """Medians, and ratios to the blank app's of the same temperature."""
    blank = taken[BLANK, BLANK]
    rows = [
        (
            app,
            page,
            *beside(its, blank, "first"),
            *beside(its, blank, "complete"),
            f"{median(its, 'http') / 1000:,.0f}",
            ratio(median(its, "http"), median(blank, "http")),
            f"{median(its, 'requests'):.0f}",
        )
        for (app, page), its in taken.items()
    ]
    heads = f"opened {how}|page|first words, ms|ratio|complete, ms|ratio|kB|ratio|requests"
    return table(heads.split("|"), rows)


def change(rounds: int, browser: Browser) -> str:
    """A filter chosen and let go, and the next page and back, on a tab of every page, in turn."""
    return "\n\n".join(_change(rounds, browser, app) for app in (SERVED, RUN))


def _change(rounds: int, browser: Browser, app: str) -> str:
    filters: dict[str, list[Taken]] = defaultdict(list)
    pages: dict[str, list[Taken]] = defaultdict(list)
    with running(BARE, app) as [bare, linchpin]:
        context = browser.new_context(viewport=WINDOW)
        tabs = {BARE: Watched(context, bare.origin)}
        tabs |= {page: Watched(context, linchpin.origin + path_of(page)) for page in PAGES}
        for _ in range(2 * rounds):
            for name, tab in tabs.items():
                filters[name].append(tab.click(PILL))
        for turn in range(2 * rounds + 1):
            for page, before in zip(PAGES, [*list(PAGES)[1:], next(iter(PAGES))], strict=True):
                tab = tabs[page]
                tab.click(PAGES[before], "link")
                taken = tab.click(PAGES[page], "link")
                if turn:
                    pages[page].append(taken)
        context.close()
    rows = [
        (
            app if name != BARE else "as shipped",
            name,
            *beside(its, filters[BARE], "complete"),
            f"{max(one.websocket for one in its):,}",
            *(beside(pages[name], filters[BARE], "complete") if name in pages else ("", "")),
        )
        for name, its in filters.items()
    ]
    heads = "app|page|filter, ms|ratio to bare|most websocket bytes|page change, ms|ratio to bare's filter"
    return table(heads.split("|"), rows)


def many() -> str:
    """What a server holds and spends with up to 50 readers who change filters."""
    reports = []
    for name in (SERVED, RUN):
        with running(name) as [server]:
            tally = asyncio.run(sessions.measure(server, sessions=50, seconds=30, think=5))
        reports.append(f"{name}, 50 sessions:\n\n{sessions.report(tally)}")
    return "\n\n".join(reports)


def beside(its: list[Taken], others: list[Taken], field: str) -> tuple[str, str]:
    """The median of a field, and its ratio to the others'."""
    middle = median(its, field)
    return f"{middle:.0f}", ratio(middle, median(others, field))


def ratio(value: float, base: float) -> str:
    return f"{value / base:.1f}" if base else ""


def median(taken: list[Taken], field: str) -> float:
    return statistics.median(getattr(one, field) for one in taken)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parts = ("start", "open", "change", "many")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts)
    asked = parser.parse_args()
    if "start" in asked.only:
        print(start(asked.rounds), end="\n\n", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags(HOST))
        for name, measure in (("open", open_), ("change", change)):
            if name in asked.only:
                print(measure(asked.rounds, browser), end="\n\n", flush=True)
        browser.close()
    if "many" in asked.only:
        print(many(), flush=True)


if __name__ == "__main__":
    main()
