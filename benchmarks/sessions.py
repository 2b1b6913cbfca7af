"""How long a filter change takes, and what a session costs, with many readers at once.

    python -m benchmarks.sessions [--sessions 100] [--seconds 60] [--think 2] [--entry asgi|run]

Starts the app in its own process and opens that many tabs without browsers (client.py), spread evenly
over the pages; notes the server's memory on the way. Then every tab chooses another theme, waits until the
script has finished, looks at the page for `think` seconds on average (half to one and a half of it), and
chooses again. Which themes is drawn from a fixed seed: mostly one, now and then two or none,
so that some views were made before and some were not. Nothing passes or fails by the clock.

A change runs from the message sent to the message that its script has finished; drawing in a browser
is no part of it (compare.py). Bytes are counted unpacked and as they came. A run that draws nothing
counts as an error; one that draws the same page as before is counted, since a theme may have nothing there.
Linux only.
"""

import argparse
import asyncio
import random
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.client import TROUBLE, Answer, Client
from benchmarks.figures import percentile, table
from benchmarks.server import ENTRIES, SHOWN, cpu, memory, running, unexpected
from components.ui.shell.frame import PAGES
from tests.browser.server import Server

SEED = 20210521
RUNGS = (0, 1, len(PAGES), 20, 50)  # sessions at which memory is read; after 1 a time each page is open once
OPENED_AT_ONCE = 4
CALM = 2  # seconds before memory is read
PATHS = {name: "" if not place else name for place, name in enumerate(PAGES)}


@dataclass
class Tally:
    """What was measured: the changes by page, the errors, the changes that drew the same page, the
    server's memory in MB by the number of open sessions and after their changes, and of the time of
    the changes, in seconds, how long it was, what CPU the server and this program used, and how late
    this program's timers were."""

    answers: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    held: dict[int, float] = field(default_factory=dict)
    after: float = 0
    lasted: float = 0
    served: float = 0
    spent: float = 0
    late: list[float] = field(default_factory=list)

    def note(self, page: str, answer: Answer) -> None:
        self.answers[page].append(answer)
        self.complain(page, *answer.run.errors)

    def complain(self, page: str, *errors: str) -> None:
        self.errors.update(f"{page}: {error}" for error in errors)


class Reader:
    """Someone with one page open who chooses one theme after the other."""

    def __init__(self, origin: str, number: int, tally: Tally) -> None:
        self.page = list(PAGES)[number % len(PAGES)]
        self.tally = tally
        self.random = random.Random(f"{SEED} {number}")
        self.client = Client(origin, PATHS[self.page])
        self.drawn: set[str] = set()

    async def open(self) -> None:
        try:
            answer = await self.client.open()
            self.tally.complain(self.page, *answer.run.errors)
            self.drawn = answer.run.drawn
        except TROUBLE as error:
            self.tally.complain(self.page, f"not opened, {error!r}")

    async def use(self, until: float, think: float) -> None:
        """Change the theme until that moment of time.monotonic."""
        await asyncio.sleep(self.random.uniform(0, think))
        while time.monotonic() < until:
            await self._change()
            await asyncio.sleep(self.random.uniform(0.5, 1.5) * think)

    async def _change(self) -> None:
        theme = self.client.tab.widget("theme")
        if theme is None:
            await self._again("no filter to change")
            return
        chosen = another(theme.options, theme.value, self.random)
        try:
            answer = await self.client.choose({theme.element.id: chosen})
        except TROUBLE as error:
            await self._again(repr(error))
            return
        if not answer.run.drawn:
            self.tally.complain(self.page, "nothing was drawn")
        elif answer.run.drawn == self.drawn:
            self.tally.same[self.page] += 1
        self.drawn = answer.run.drawn
        self.tally.note(self.page, answer)

    async def _again(self, error: str) -> None:
        """As a reader would: reload."""
        self.tally.complain(self.page, error)
        await self.client.close()
        self.client = Client(self.client.tab.origin, PATHS[self.page])
        await self.open()


def another(options: list[str], now: list[str], drawing: random.Random) -> list[str]:
    """Another choice of themes than now: mostly one, now and then two or none."""
    while True:
        [count] = drawing.choices((0, 1, 2), (1, 4, 1))
        chosen = drawing.sample(options, min(count, len(options)))
        if set(chosen) != set(now):
            return chosen


async def measure(server: Server, sessions: int, seconds: float, think: float) -> Tally:
    """Open the sessions in steps, reading memory at each, then let all of them change their filters."""
    tally = Tally()
    readers = [Reader(server.origin, number, tally) for number in range(sessions)]
    await _open_in_steps(server, readers, tally)
    behind = asyncio.create_task(_watch(tally))
    served, spent, began = cpu(server.pid), time.process_time(), time.monotonic()
    await asyncio.gather(*(reader.use(began + seconds, think) for reader in readers))
    tally.lasted = time.monotonic() - began
    tally.served, tally.spent = cpu(server.pid) - served, time.process_time() - spent
    behind.cancel()
    tally.after = memory(server.pid)
    await asyncio.gather(*(reader.client.close() for reader in readers))
    return tally


async def _open_in_steps(server: Server, readers: list[Reader], tally: Tally) -> None:
    gate, opened = asyncio.Semaphore(OPENED_AT_ONCE), 0

    async def enter(reader: Reader) -> None:
        async with gate:
            await reader.open()

    for rung in sorted({rung for rung in RUNGS if rung < len(readers)} | {len(readers)}):
        await asyncio.gather(*(enter(reader) for reader in readers[opened:rung]))
        await asyncio.sleep(CALM)
        tally.held[rung] = memory(server.pid)
        opened = rung


async def _watch(tally: Tally) -> None:
    """How late a timer of this program rings: it measures the server only while that is little."""
    while True:
        due = time.perf_counter() + 0.05
        await asyncio.sleep(0.05)
        tally.late.append(time.perf_counter() - due)


def report(tally: Tally) -> str:
    """Tables of times and of memory, the costs in sentences, and the errors."""
    every = [answer for answers in tally.answers.values() for answer in answers]
    errors = [
        f"{sum(tally.errors.values())} errors.",
        *(f"- {count} × {what}" for what, count in tally.errors.most_common(20)),
    ]
    if not every:
        return "\n".join(["No change came to an end.", *errors])
    columns = "page|changes|p50, ms|p95, ms|max, ms|bytes, median|bytes, most|as sent, median".split("|")
    rows = [_row("all", every), *(_row(page, tally.answers[page]) for page in PAGES if tally.answers[page])]
    return "\n\n".join(
        [table(columns, rows), _memory(tally), _costs(tally, len(every)), _same(tally), "\n".join(errors)]
    )


def _same(tally: Tally) -> str:
    pages = ", ".join(f"{count} on {page}" for page, count in tally.same.items())
    return f"{tally.same.total()} changes drew the same page as before{pages and f': {pages}'}."


def _memory(tally: Tally) -> str:
    """What was held at each number of sessions, and what each session more took since the number before."""
    steps = list(pairwise(tally.held.items()))
    each = {now: (held - before) / (now - few) for (few, before), (now, held) in steps if few}
    rows = [
        (now, f"{held:.0f}", f"{each[now]:.2f}" if now in each else "") for now, held in tally.held.items()
    ]
    last = (f"{max(tally.held)}, after their changes", f"{tally.after:.0f}", "")
    return table(("sessions", "memory, MB", "MB each more"), [*rows, last])


def _costs(tally: Tally, changes: int) -> str:
    server, here = (f"{100 * used / tally.lasted:.0f} % of a core" for used in (tally.served, tally.spent))
    late, latest = (f"{1000 * percentile(tally.late, share):.0f} ms" for share in (0.5, 0.95))
    return (
        f"{changes / tally.lasted:.1f} changes a second. Server: {1000 * tally.served / changes:.1f} ms of CPU "
        f"a change, {server}. This program: {here}, its timers {late} late (p50), {latest} (p95)."
    )


def _row(name: str, answers: list[Answer]) -> list[object]:
    took = [1000 * answer.seconds for answer in answers]
    received, wire = [answer.run.received for answer in answers], [answer.wire for answer in answers]
    times = [f"{time:.0f}" for time in (percentile(took, 0.5), percentile(took, 0.95), max(took))]
    sizes = [f"{size:,.0f}" for size in (statistics.median(received), max(received), statistics.median(wire))]
    return [name, len(answers), *times, *sizes]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=2)
    parser.add_argument("--entry", choices=ENTRIES, default="asgi")
    asked = parser.parse_args()
    with running(asked.entry) as [server]:
        tally = asyncio.run(measure(server, asked.sessions, asked.seconds, asked.think))
        odd = unexpected(server.printed())
    print(report(tally))
    print(f"\nUnexpected lines in the server's log: {len(odd)}.", *odd[-SHOWN:], sep="\n")


if __name__ == "__main__":
    main()
