"""Whether the server's memory stays the same while readers come, use everything, and go.

    python -m benchmarks.soak [--minutes 30] [--sessions 20] [--warm-up 5] [--entry asgi|run]

Starts the app in its own process. Tabs without browsers (client.py) take the steps of readers (readers.py),
one every `THINK` seconds, drawn from a fixed seed. Memory is read every `EVERY` seconds. The steady state
begins after the warm-up: the cache of the last views (data/queries/selection.py) is full after a few
thousand reruns, and Streamlit keeps a session for two minutes after its tab is closed. Memory is flat if
every reading of the steady state is within 10 % of the first. Linux only.
"""

import argparse
import asyncio
import time
from collections import Counter

from benchmarks.figures import slope, table
from benchmarks.readers import Reader
from benchmarks.server import ENTRIES, LOG_LINES, memory, running, unexpected_lines
from tests.browser.server import Server

THINK = 2  # seconds between two steps of a reader, on average
EVERY = 30  # seconds between two readings of memory
FLAT = 0.1  # largest change that counts as flat, relative to the first reading
Reading = tuple[float, float]  # seconds since the start, MB


async def soak(server: Server, sessions: int, minutes: float) -> tuple[list[Reading], list[Reader]]:
    """Let readers use the server. Returns the readings of memory, and the readers."""
    readers = [Reader(server.origin, number) for number in range(sessions)]
    began = time.monotonic()
    using = asyncio.gather(*(reader.use(began + 60 * minutes, THINK) for reader in readers))
    readings: list[Reading] = []
    while not using.done():
        await asyncio.wait([using], timeout=EVERY)
        seconds, mb = time.monotonic() - began, memory(server.pid)
        readings.append((seconds, mb))
        reruns = sum(reader.done.total() for reader in readers)
        print(f"{seconds / 60:5.1f} min {mb:6.1f} MB {reruns} reruns", flush=True)
    await using  # raises the exception of a reader, if there is one
    return readings, readers


def report(readings: list[Reading], readers: list[Reader], warm_up: float) -> str:
    """The report in Markdown: memory in the steady state, steps and errors. warm_up: in seconds."""
    steady = [reading for reading in readings if reading[0] >= warm_up] or readings[-1:]
    mbs = [mb for _, mb in steady]
    largest_change = max(abs(mb - mbs[0]) for mb in mbs) / mbs[0]
    memory_table = table(
        ("steady state", "MB"),
        [
            ("start", f"{mbs[0]:.1f}"),
            ("end", f"{mbs[-1]:.1f}"),
            ("least", f"{min(mbs):.1f}"),
            ("most", f"{max(mbs):.1f}"),
            ("slope, an hour", f"{3600 * slope(steady):+.1f}"),
        ],
    )
    first_second, last_second = steady[0][0], steady[-1][0]
    minutes = (last_second - first_second) / 60
    verdict = "flat" if largest_change <= FLAT else "NOT flat"
    flat = (
        f"{len(steady)} readings in {minutes:.1f} minutes, at most {100 * largest_change:.1f} % off "
        f"the first: {verdict} within {100 * FLAT:.0f} %."
    )
    done = sum((reader.done for reader in readers), Counter())
    steps = ", ".join(f"{name} {count:,}" for name, count in done.most_common())
    errors = sum((reader.errors for reader in readers), Counter())
    lines = [
        f"{sum(errors.values())} errors.",
        *(f"- {count} × {error}" for error, count in errors.most_common(20)),
    ]
    return "\n\n".join([memory_table, flat, f"{sum(done.values()):,} reruns: {steps}.", "\n".join(lines)])


def main() -> None:
    """Measure as the command line says, and print the report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--warm-up", type=float, default=5, help="minutes, of those above")
    parser.add_argument("--entry", choices=ENTRIES, default="asgi")
    arguments = parser.parse_args()
    with running(arguments.entry) as [server]:
        readings, readers = asyncio.run(soak(server, arguments.sessions, arguments.minutes))
        unexpected = unexpected_lines(server.printed())
    print(report(readings, readers, 60 * arguments.warm_up))
    print(f"\nUnexpected lines in the server's log: {len(unexpected)}.", *unexpected[-LOG_LINES:], sep="\n")


if __name__ == "__main__":
    main()
