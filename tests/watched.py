"""Side effects of code under test: files written, programs started, hosts asked, lines logged or printed."""

import io
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

# Events of Python's audit hooks that change the disk, and that reach other programs or hosts.
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate", "os.system")
REACHES = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.exec", "os.posix_spawn")
_noted: list[str] | None = (
    None  # the list of `watched`; None while nothing is watched: a hook cannot be removed
)


def _note(event: str, arguments: tuple) -> None:
    """The audit hook: adds an event of interest to the list."""
    if _noted is None:
        return
    if event == "open":
        path, mode, flags = arguments
        written = flags & (os.O_WRONLY | os.O_RDWR) if mode is None else set(mode) & set("wax+")
        if written and "__pycache__" not in str(path):  # not Python's own cache of modules
            _noted.append(f"{event} {path} {mode}")
    elif event in CHANGES + REACHES and "__pycache__" not in str(arguments):
        _noted.append(f"{event} {arguments}")


sys.addaudithook(_note)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Collect what is written to the disk, started or asked for within the block, in any thread."""
    global _noted
    _noted = events = []
    try:
        yield events
    finally:
        _noted = None


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Collect the lines that are logged or printed within the block. The list is filled at its end."""
    lines: list[str] = []
    output = io.StringIO()
    handler = logging.StreamHandler(output)
    loggers = [logging.getLogger(name) for name in ("", "streamlit")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        with redirect_stdout(output), redirect_stderr(output):
            yield lines
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        lines += output.getvalue().splitlines()
