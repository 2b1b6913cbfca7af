"""How fast Linchpin is, compared with a blank and a bare Streamlit app.

    python -m benchmarks.compare [--rounds 5] [--only start open change many]

start: from the command to the first answer. open: a page in a new browser profile (cold), then again in the
same profile (warm); compared with blank.py. change: from a click on a theme, or on the name of a page that
was open before, until all is repainted; compared with a filter of bare.py. many: memory and script time with
50 readers (sessions.py). Linchpin runs by `streamlit run` and by `uvicorn asgi:app`, the other apps by
`streamlit run`. Each round measures all of them in turn, so that a slow moment of the machine affects all.
Prints medians and ratios. No time makes it fail.
"""

import argparse
import asyncio
import itertools
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence

from playwright.sync_api import Browser, sync_playwright

from benchmarks import sessions
from benchmarks.figures import table
from benchmarks.server import ASGI_APP, BARE, BLANK, RUN, running
from benchmarks.timed_tab import TimedTab, Timing
from components.ui.session.page_names import PAGES, START
from tests.browser import chromium
from tests.browser.server import HOST
from tests.browser.tab import path_of

THEMES = ("Health", "Climate", "Economy")  # clicked in turn: all pages have something of each
WINDOW = {"width": 1280, "height": 720}
Key = tuple[str, str]  # app, page


def start(rounds: int) -> str:
    """Seconds from the command to the first healthy answer. By then, asgi has loaded the data."""
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name in (BLANK, RUN, ASGI_APP):
            began = time.perf_counter()
            with running(name):
                seconds[name].append(time.perf_counter() - began)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    rows = [(name, f"{value:.2f}", ratio(value, medians[BLANK])) for name, value in medians.items()]
    return table(("server", "ready, s", "ratio to blank"), rows)


def open_(rounds: int, browser: Browser) -> str:
    """Timings of opening each page, cold and warm."""
    cold: dict[Key, list[Timing]] = defaultdict(list)
    warm: dict[Key, list[Timing]] = defaultdict(list)
    with running(BLANK, RUN, ASGI_APP) as [blank, run, served]:
        addresses = {(BLANK, BLANK): blank.origin}
        for page in PAGES:
            addresses[RUN, page] = run.origin + path_of(page)
            addresses[ASGI_APP, page] = served.origin + path_of(page)
        for turn in range(rounds + 1):
            for key, address in addresses.items():
                context = browser.new_context(viewport=WINDOW)
                first = TimedTab(context, address).opened
                second = TimedTab(context, address).opened
                context.close()
                if turn:  # not the first turn, in which a server runs each page for the first time
                    cold[key].append(first)
                    warm[key].append(second)
    return opened(cold, "cold") + "\n\n" + opened(warm, "warm")


def opened(timings: dict[Key, list[Timing]], how: str) -> str:
    """A table of medians, with ratios to the blank app. how: cold or warm."""
    blank = timings[BLANK, BLANK]
    rows = [
        (
            app,
            page,
            *compared(own, blank, "first"),
            *compared(own, blank, "complete"),
            f"{median(own, 'http') / 1000:,.0f}",
            ratio(median(own, "http"), median(blank, "http")),
            f"{median(own, 'requests'):.0f}",
        )
        for (app, page), own in timings.items()
    ]
    heads = f"opened {how}|page|first words, ms|ratio|complete, ms|ratio|kB|ratio|requests"
    return table(heads.split("|"), rows)


def change(rounds: int, browser: Browser) -> str:
    """Timings of a theme that is chosen, and of one that is taken back, and of coming back to a page."""
    return "\n\n".join(_change(rounds, browser, app) for app in (ASGI_APP, RUN))


def _change(rounds: int, browser: Browser, app: str) -> str:
    """The table of `change` for Linchpin run as `app`. Each page is open alone, beside the bare app,
    since hidden tabs take time from the one that is measured."""
    rows = []
    with running(BARE, app) as [bare, linchpin]:
        for page, other in itertools.pairwise([*PAGES, START]):
            context = browser.new_context(viewport=WINDOW)
            beside, tab = TimedTab(context, bare.origin), TimedTab(context, linchpin.origin + path_of(page))
            # A figure keeps the drawing before the last: a theme that is taken back is not drawn again, so
            # another one is chosen each time. The server draws in the first turns: they count for bytes only.
            clicks = [
                (beside.click(THEMES[0]), tab.click(THEMES[turn % len(THEMES)]))
                for turn in range(rounds + len(THEMES))
                for _ in ("chosen", "taken back")
            ]
            largest = max(timing.websocket for _, timing in clicks)
            counted = clicks[2 * len(THEMES) :]
            of_bare, own = zip(*counted, strict=True)
            pages: list[Timing] = []
            for turn in range(2 * rounds + 1):
                tab.click(PAGES[other], "link")
                timing = tab.click(PAGES[page], "link")
                if turn:  # not the first turn, in which the server may run a page for the first time
                    pages.append(timing)
            context.close()
            rows.append(
                (
                    page,
                    f"{median(of_bare, 'complete'):.0f}",
                    *compared(own[::2], of_bare, "complete"),
                    *compared(own[1::2], of_bare, "complete"),
                    f"{largest:,}",
                    *compared(pages, of_bare, "complete"),
                )
            )
    heads = (
        f"{app}|bare, ms|theme chosen, ms|ratio|taken back, ms|ratio|most websocket bytes"
        "|page come back to, ms|ratio"
    )
    return table(heads.split("|"), rows)


def many() -> str:
    """Memory and CPU of a server with up to 50 readers who change filters."""
    reports = []
    for name in (ASGI_APP, RUN):
        with running(name) as [server]:
            tally = asyncio.run(sessions.measure(server, sessions=50, seconds=30, think=5))
        reports.append(f"{name}, 50 sessions:\n\n{sessions.report(tally)}")
    return "\n\n".join(reports)


def compared(timings: Sequence[Timing], base: Sequence[Timing], field: str) -> tuple[str, str]:
    """The median of a field of Timing, and its ratio to that of the base."""
    value = median(timings, field)
    return f"{value:.0f}", ratio(value, median(base, field))


def ratio(value: float, base: float) -> str:
    """A ratio as text; "" for a base of 0."""
    return f"{value / base:.1f}" if base else ""


def median(timings: Sequence[Timing], field: str) -> float:
    """The median of a field of Timing."""
    return statistics.median(getattr(timing, field) for timing in timings)


def main() -> None:
    """Measure what the command line asks for, and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parts = ("start", "open", "change", "many")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts)
    arguments = parser.parse_args()
    if "start" in arguments.only:
        print(start(arguments.rounds), end="\n\n", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags(HOST))
        for name, measure in (("open", open_), ("change", change)):
            if name in arguments.only:
                print(measure(arguments.rounds, browser), end="\n\n", flush=True)
        browser.close()
    if "many" in arguments.only:
        print(many(), flush=True)


if __name__ == "__main__":
    main()
