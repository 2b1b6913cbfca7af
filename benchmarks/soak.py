"""Whether memory stays where it is while readers come, use everything, and go.

    python -m benchmarks.soak [--minutes 30] [--sessions 20] [--warm-up 5] [--entry asgi|run]

Starts the app in its own process and lets tabs without browsers (client.py) do what readers do
(readers.py), each a step every `THINK` seconds, drawn from a fixed seed. Memory is read every `EVERY`
seconds. The steady state begins after the warm-up: answers are kept for the last views (remembered.py),
which takes a few thousand reruns to fill, and Streamlit keeps a session for two minutes after its tab closed.
Says whether memory stayed flat: every reading of the steady state within 10 % of its first. Linux only.
"""

import argparse
import asyncio
import time
from collections import Counter

from benchmarks.figures import slope, table
from benchmarks.readers import Reader
from benchmarks.server import ENTRIES, SHOWN, memory, running, unexpected
from tests.browser.server import Server

THINK = 2  # seconds between two steps of a reader, on average
EVERY = 30  # seconds between two readings of memory
FLAT = 0.1  # of the first reading
Reading = tuple[float, float]  # seconds since the start, MB


async def soak(server: Server, sessions: int, minutes: float) -> tuple[list[Reading], list[Reader]]:
    """Memory over time, and the readers with what they did and what went wrong."""
    readers = [Reader(server.origin, number) for number in range(sessions)]
    began = time.monotonic()
    using = asyncio.gather(*(reader.use(began + 60 * minutes, THINK) for reader in readers))
    readings: list[Reading] = []
    while not using.done():
        await asyncio.wait([using], timeout=EVERY)
        readings.append((time.monotonic() - began, memory(server.pid)))
        seconds, mb = readings[-1]
        print(
            f"{seconds / 60:5.1f} min {mb:6.1f} MB {sum(sum(r.done.values()) for r in readers)} reruns",
            flush=True,
        )
    await using  # raises what a reader failed with
    return readings, readers


def report(readings: list[Reading], readers: list[Reader], warm_up: float) -> str:
    """Memory in the steady state, which begins after `warm_up` seconds; the steps; the errors."""
    steady = [reading for reading in readings if reading[0] >= warm_up] or readings[-1:]
    held = [mb for _, mb in steady]
    off = max(abs(mb - held[0]) for mb in held) / held[0]
    memory = table(
        ("steady state", "MB"),
        [
            ("start", f"{held[0]:.1f}"),
            ("end", f"{held[-1]:.1f}"),
            ("least", f"{min(held):.1f}"),
            ("most", f"{max(held):.1f}"),
            ("slope, an hour", f"{3600 * slope(steady):+.1f}"),
        ],
    )
    flat = (
        f"{len(steady)} readings in {(steady[-1][0] - steady[0][0]) / 60:.1f} minutes, at most {100 * off:.1f} % off the "
        f"first: {'flat' if off <= FLAT else 'NOT flat'} within {100 * FLAT:.0f} %."
    )
    done = sum((reader.done for reader in readers), Counter())
    steps = ", ".join(f"{name} {count:,}" for name, count in done.most_common())
    errors = sum((reader.errors for reader in readers), Counter())
    lines = [
        f"{sum(errors.values())} errors.",
        *(f"- {count} × {what}" for what, count in errors.most_common(20)),
    ]
    return "\n\n".join([memory, flat, f"{sum(done.values()):,} reruns: {steps}.", "\n".join(lines)])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--warm-up", type=float, default=5, help="minutes, of those above")
    parser.add_argument("--entry", choices=ENTRIES, default="asgi")
    asked = parser.parse_args()
    with running(asked.entry) as [server]:
        readings, readers = asyncio.run(soak(server, asked.sessions, asked.minutes))
        odd = unexpected(server.printed())
    print(report(readings, readers, 60 * asked.warm_up))
    print(f"\nUnexpected lines in the server's log: {len(odd)}.", *odd[-SHOWN:], sep="\n")


if __name__ == "__main__":
    main()
