"""The servers that are compared: start, memory, CPU and log. Linux only, since it reads /proc."""

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.browser.server import ASGI, ROOT, Server

# Without these, Streamlit asks for an e-mail address and sends statistics.
STREAMLIT_OPTIONS = ("--server.headless", "true", "--browser.gatherUsageStats", "false")
BLANK, BARE, RUN, ASGI_APP = "blank", "bare", "run", "asgi"
ENTRIES = (ASGI_APP, RUN)
_STARTS: dict[str, Callable[[Path], Server]] = {
    BLANK: lambda log: Server(log, "blank.py", ROOT / "benchmarks", STREAMLIT_OPTIONS),
    BARE: lambda log: Server(log, "bare.py", ROOT / "benchmarks", STREAMLIT_OPTIONS),
    RUN: lambda log: Server(log),
    ASGI_APP: lambda log: Server(log, ASGI),
}
LOG_LINES = 120  # printed of the log: enough for one traceback of Streamlit
COLOUR = re.compile(r"\x1b\[[\d;]*m")
# The lines that a server normally logs: uvicorn's, with or without Streamlit's time, and Streamlit's.
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
    """Start servers, by name, and stop them at the end.

    blank, bare: the apps of these files by `streamlit run`. run: Linchpin by `streamlit run`. asgi: Linchpin
    by uvicorn.
    """
    with tempfile.TemporaryDirectory() as logs, ExitStack() as servers:
        started = []
        for name in names:
            server = _STARTS[name](Path(logs) / name)
            servers.callback(server.stop)
            started.append(server)
        yield started


def memory(pid: int) -> float:
    """The resident memory of a process, in MB."""
    return resident_mb(Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))


def cpu(pid: int) -> float:
    """The seconds of CPU that a process has used, in user and in system mode."""
    return cpu_ticks(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")) / os.sysconf("SC_CLK_TCK")


def resident_mb(status: str) -> float:
    """The resident memory in the text of /proc/<pid>/status, in MB."""
    return int(re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)[1]) / 1024


def cpu_ticks(stat: str) -> int:
    """The clock ticks of CPU in the text of /proc/<pid>/stat: its 14th and 15th field.

    The second field may contain spaces and is in parentheses, so fields are counted from its end.
    """
    fields = stat.rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def unexpected_lines(log: str) -> list[str]:
    """The lines of a log that USUAL does not match: warnings, tracebacks, anything printed."""
    return [line for line in COLOUR.sub("", log).splitlines() if not USUAL.fullmatch(line)]
