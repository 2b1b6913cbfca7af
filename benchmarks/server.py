"""The servers that are compared, each its own process, seen from outside. Linux only: it reads /proc."""

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.browser.server import ASGI, ROOT, Server

# Without settings of its own, Streamlit would ask for an e-mail address and send statistics.
ALONE = ("--server.headless", "true", "--browser.gatherUsageStats", "false")
BLANK, BARE, RUN, SERVED = "blank", "bare", "run", "asgi"
ENTRIES = (SERVED, RUN)
_STARTS: dict[str, Callable[[Path], Server]] = {
    BLANK: lambda log: Server(log, "blank.py", ROOT / "benchmarks", ALONE),
    BARE: lambda log: Server(log, "bare.py", ROOT / "benchmarks", ALONE),
    RUN: lambda log: Server(log),
    SERVED: lambda log: Server(log, ASGI),
}
SHOWN = 120  # lines of the log: one traceback, as Streamlit prints it
COLOUR = re.compile(r"\x1b\[[\d;]*m")
# What a server says of itself and of who came: uvicorn's own lines, with and without Streamlit's clock.
USUAL = re.compile(
    r"""(INFO:\s+|\d{4}-\d\d-\d\d\s[\d:.]+\s)?
    (connection\ (open|closed)
    |\S+\ -\ "GET\ /_stcore/health\ HTTP/[\d.]+"\ 200(\ OK)?
    |\S+\ -\ "WebSocket\ \S+"\ \[accepted\]
    |Started\ server\ process.*|Waiting\ for\ application\ startup.*|Application\ startup\ complete.*
    |Uvicorn\ (running|server\ started)\ on.*
    |\s*(You\ can\ now\ view\ your\ Streamlit\ app\ in\ your\ browser\.|URL:\ \S+)
    |)\s*""",
    re.VERBOSE,
)


@contextmanager
def running(*names: str) -> Iterator[list[Server]]:
    """A blank or bare app as Streamlit ships it, or Linchpin by `streamlit run` (run) or uvicorn (asgi)."""
    with tempfile.TemporaryDirectory() as logs, ExitStack() as servers:
        started = []
        for name in names:
            started.append(_STARTS[name](Path(logs) / name))
            servers.callback(started[-1].stop)
        yield started


def memory(pid: int) -> float:
    """MB that the process holds in memory (resident)."""
    return resident(Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))


def cpu(pid: int) -> float:
    """Seconds of CPU that the process has used, its own and the system's for it."""
    return used(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")) / os.sysconf("SC_CLK_TCK")


def resident(status: str) -> float:
    """MB from what /proc/<pid>/status says."""
    return int(re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)[1]) / 1024


def used(stat: str) -> int:
    """Ticks from what /proc/<pid>/stat says: its 14th and 15th field; the second may hold spaces."""
    fields = stat.rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def unexpected(printed: str) -> list[str]:
    """The lines of the log that are none of the usual ones: warnings, tracebacks, anything printed."""
    return [line for line in COLOUR.sub("", printed).splitlines() if not USUAL.fullmatch(line)]
