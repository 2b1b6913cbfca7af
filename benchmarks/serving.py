"""The app's server, started as its own process and seen from outside. Linux only: it reads /proc."""

import os
import re
from pathlib import Path

from tests.browser.server import ASGI, Server

ENTRIES = {"asgi": ASGI, "run": "app.py"}
SHOWN = 120  # lines of the log: one traceback, as Streamlit prints it
COLOUR = re.compile(r"\x1b\[[\d;]*m")
# What a server says of itself and of who came: uvicorn's own lines, with and without Streamlit's clock.
USUAL = re.compile(
    r"""(INFO:\s+|\d{4}-\d\d-\d\d\s[\d:.]+\s)?
    (connection\ (open|closed)
    |\S+\ -\ "(GET|HEAD)\ \S+\ HTTP/[\d.]+"\ (200|206|304)(\ OK)?
    |\S+\ -\ "WebSocket\ \S+"\ \[accepted\]
    |Started\ server\ process.*|Waiting\ for\ application\ startup.*|Application\ startup\ complete.*
    |Uvicorn\ (running|server\ started)\ on.*
    |\s*(You\ can\ now\ view\ your\ Streamlit\ app\ in\ your\ browser\.|URL:\ \S+)
    |)\s*""",
    re.VERBOSE,
)


def start(entry: str, log: Path) -> Server:
    """The app by `streamlit run` (run) or by uvicorn (asgi)."""
    return Server(log, ENTRIES[entry])


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
