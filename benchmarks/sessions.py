"""How long a filter change takes, and how much memory and CPU a session needs, with many readers at once.

    python -m benchmarks.sessions [--sessions 100] [--seconds 60] [--think 2] [--entry asgi|run]

Starts the app in its own process and opens tabs without browsers (client.py), the same number on each page,
while it reads the server's memory. Then every tab repeats: choose other themes, wait until the script has
finished, wait for `think` seconds on average (half to one and a half of it). Themes are drawn from a fixed
seed: mostly one, sometimes two or none, so that some views are in the cache and some are not. No time makes
it fail.

A change is timed from the sent message to the message that its script has finished, without drawing in a
browser (see compare.py for that). Bytes are counted both uncompressed and as they arrived. A run that draws
nothing is an error. A run that draws the same page as before is counted, since a page may have nothing of a
theme. Linux only.
"""

import argparse
import asyncio
import random
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.client import CONNECTION_ERRORS, Answer, Client
from benchmarks.figures import percentile, table
from benchmarks.server import ENTRIES, LOG_LINES, cpu, memory, running, unexpected_lines
from benchmarks.widgets import Press
from components.ui.session.page_names import PAGES
from tests.browser.server import Server

SEED = 20210521
SESSION_STEPS = (0, 1, len(PAGES), 20, 50)  # numbers of open sessions at which memory is read
OPENED_AT_ONCE = 4
PAUSE = 2  # seconds before memory is read
PATHS = {name: name if index else "" for index, name in enumerate(PAGES)}  # the first is the start page


@dataclass
class Tally:
    """What was measured.

    answers: the changes by page. errors: the number of each. same: by page, the number of changes that drew
    the same page as before. memory: of the server in MB, by the number of open sessions. memory_after: the
    same after the changes. The rest is in seconds, for the time of the changes. lasted: how long it was.
    server_cpu, own_cpu: CPU that the server and this program used. delays: of this program's timers.
    """

    answers: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    memory: dict[int, float] = field(default_factory=dict)
    memory_after: float = 0
    lasted: float = 0
    server_cpu: float = 0
    own_cpu: float = 0
    delays: list[float] = field(default_factory=list)

    def add(self, page: str, answer: Answer) -> None:
        """Add a change and its errors."""
        self.answers[page].append(answer)
        self.add_errors(page, *answer.run.errors)

    def add_errors(self, page: str, *errors: str) -> None:
        """Count errors on a page."""
        self.errors.update(f"{page}: {error}" for error in errors)


class Reader:
    """A reader with one page open who changes the filter by theme again and again."""

    def __init__(self, origin: str, number: int, tally: Tally) -> None:
        self.page = list(PAGES)[number % len(PAGES)]
        self.tally = tally
        self.random = random.Random(f"{SEED} {number}")
        self.client = Client(origin, PATHS[self.page])
        self.drawn: set[str] = set()

    async def open(self) -> None:
        """Open the page."""
        try:
            answer = await self.client.open()
            self.tally.add_errors(self.page, *answer.run.errors)
            self.drawn = answer.run.drawn
        except CONNECTION_ERRORS as error:
            self.tally.add_errors(self.page, f"not opened, {error!r}")

    async def use(self, until: float, think: float) -> None:
        """Change the filter again and again.

        until: when to stop, by time.monotonic. think: seconds between changes, on average.
        """
        await asyncio.sleep(self.random.uniform(0, think))
        while time.monotonic() < until:
            await self._change()
            await asyncio.sleep(self.random.uniform(0.5, 1.5) * think)

    async def _change(self) -> None:
        """Change the filter once, and add what it caused to the tally."""
        theme, bar = (self.client.tab.widget(key) for key in ("theme", "filter_bar"))
        if theme is None or bar is None:
            await self._reload("no filter to change")
            return
        chosen = other_themes(theme.options, theme.value, self.random)
        try:
            answer = await self.client.press(bar.element.id, Press("chosen", {"theme": chosen}))
        except CONNECTION_ERRORS as error:
            await self._reload(repr(error))
            return
        if not answer.run.drawn:
            self.tally.add_errors(self.page, "nothing was drawn")
        elif answer.run.drawn == self.drawn:
            self.tally.same[self.page] += 1
        self.drawn = answer.run.drawn
        self.tally.add(self.page, answer)

    async def _reload(self, error: str) -> None:
        """Count an error and reload the page, as a reader would."""
        self.tally.add_errors(self.page, error)
        await self.client.close()
        self.client = Client(self.client.tab.origin, PATHS[self.page])
        await self.open()


def other_themes(options: list[str], current: list[str], generator: random.Random) -> list[str]:
    """A random choice of themes other than the current one: mostly one theme, sometimes two or none."""
    while True:
        [count] = generator.choices((0, 1, 2), (1, 4, 1))
        chosen = generator.sample(options, min(count, len(options)))
        if set(chosen) != set(current):
            return chosen


async def measure(server: Server, sessions: int, seconds: float, think: float) -> Tally:
    """Open the sessions in steps, reading memory at each, then let all of them change their filters."""
    tally = Tally()
    readers = [Reader(server.origin, number, tally) for number in range(sessions)]
    await _open_in_steps(server, readers, tally)
    watching = asyncio.create_task(_watch_timers(tally))
    server_cpu_before, own_cpu_before = cpu(server.pid), time.process_time()
    began = time.monotonic()
    await asyncio.gather(*(reader.use(began + seconds, think) for reader in readers))
    tally.lasted = time.monotonic() - began
    tally.server_cpu = cpu(server.pid) - server_cpu_before
    tally.own_cpu = time.process_time() - own_cpu_before
    watching.cancel()
    tally.memory_after = memory(server.pid)
    await asyncio.gather(*(reader.client.close() for reader in readers))
    return tally


async def _open_in_steps(server: Server, readers: list[Reader], tally: Tally) -> None:
    """Open the sessions, a few at a time, and read the server's memory at each of SESSION_STEPS."""
    few_at_once = asyncio.Semaphore(OPENED_AT_ONCE)

    async def open_session(reader: Reader) -> None:
        async with few_at_once:
            await reader.open()

    opened = 0
    for count in sorted({step for step in SESSION_STEPS if step < len(readers)} | {len(readers)}):
        await asyncio.gather(*(open_session(reader) for reader in readers[opened:count]))
        await asyncio.sleep(PAUSE)
        tally.memory[count] = memory(server.pid)
        opened = count


async def _watch_timers(tally: Tally) -> None:
    """Measure how late a timer of this program is. If it is late, this program is too slow to measure the
    server."""
    while True:
        due = time.perf_counter() + 0.05
        await asyncio.sleep(0.05)
        tally.delays.append(time.perf_counter() - due)


def report(tally: Tally) -> str:
    """The report in Markdown: tables of times and memory, CPU in a sentence, and the errors."""
    all_answers = [answer for answers in tally.answers.values() for answer in answers]
    errors = [
        f"{sum(tally.errors.values())} errors.",
        *(f"- {count} × {error}" for error, count in tally.errors.most_common(20)),
    ]
    if not all_answers:
        return "\n".join(["No change came to an end.", *errors])
    columns = (
        *("page", "changes", "p50, ms", "p95, ms", "max, ms"),
        *("bytes, median", "bytes, most", "as sent, median"),
    )
    rows = [
        _row("all", all_answers),
        *(_row(page, tally.answers[page]) for page in PAGES if tally.answers[page]),
    ]
    return "\n\n".join(
        [table(columns, rows), _memory(tally), _cpu(tally, len(all_answers)), _same(tally), "\n".join(errors)]
    )


def _same(tally: Tally) -> str:
    """A sentence about the changes that drew the same page as before."""
    pages = ", ".join(f"{count} on {page}" for page, count in tally.same.items())
    return f"{tally.same.total()} changes drew the same page as before{pages and f': {pages}'}."


def _memory(tally: Tally) -> str:
    """A table of memory by number of sessions, with the memory of each session since the number before."""
    per_session = {}
    for (count_before, memory_before), (count, memory_now) in pairwise(tally.memory.items()):
        if count_before:  # the first session also loads what all share
            per_session[count] = (memory_now - memory_before) / (count - count_before)
    rows = [
        (count, f"{mb:.0f}", f"{per_session[count]:.2f}" if count in per_session else "")
        for count, mb in tally.memory.items()
    ]
    last = (f"{max(tally.memory)}, after their changes", f"{tally.memory_after:.0f}", "")
    return table(("sessions", "memory, MB", "MB each more"), [*rows, last])


def _cpu(tally: Tally, changes: int) -> str:
    """Sentences about the changes per second, and the CPU of the server and of this program."""
    rate = changes / tally.lasted
    ms_per_change = 1000 * tally.server_cpu / changes
    server = f"{100 * tally.server_cpu / tally.lasted:.0f} % of a core"
    own = f"{100 * tally.own_cpu / tally.lasted:.0f} % of a core"
    p50 = f"{1000 * percentile(tally.delays, 0.5):.0f} ms"
    p95 = f"{1000 * percentile(tally.delays, 0.95):.0f} ms"
    return (
        f"{rate:.1f} changes a second. Server: {ms_per_change:.1f} ms of CPU a change, {server}. "
        f"This program: {own}, its timers {p50} late (p50), {p95} (p95)."
    )


def _row(name: str, answers: list[Answer]) -> list[object]:
    """A row of the table of times. name: of a page, or "all"."""
    ms = [1000 * answer.seconds for answer in answers]
    received = [answer.run.received for answer in answers]
    wire = [answer.wire_bytes for answer in answers]
    times = (percentile(ms, 0.5), percentile(ms, 0.95), max(ms))
    sizes = (statistics.median(received), max(received), statistics.median(wire))
    return [name, len(answers), *(f"{value:.0f}" for value in times), *(f"{size:,.0f}" for size in sizes)]


def main() -> None:
    """Measure as the command line says, and print the report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=2)
    parser.add_argument("--entry", choices=ENTRIES, default="asgi")
    arguments = parser.parse_args()
    with running(arguments.entry) as [server]:
        tally = asyncio.run(measure(server, arguments.sessions, arguments.seconds, arguments.think))
        unexpected = unexpected_lines(server.printed())
    print(report(tally))
    print(f"\nUnexpected lines in the server's log: {len(unexpected)}.", *unexpected[-LOG_LINES:], sep="\n")
    changes = sum(map(len, tally.answers.values()))
    if 10 * tally.same.total() > changes:  # as it was when the filter had become a component
        raise SystemExit(f"{tally.same.total()} of {changes} changes changed nothing: no measure of any.")


if __name__ == "__main__":
    main()
