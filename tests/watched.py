"""What happens besides: lines logged or printed, files written, other programs and hosts."""

import io
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate", "os.system")
REACHES = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.exec", "os.posix_spawn")
_noted: list[str] | None = None  # an audit hook stays for good, so it has to be told when to look away


def _note(event: str, about: tuple) -> None:
    if _noted is None:
        return
    if event == "open":
        path, mode, flags = about
        written = flags & (os.O_WRONLY | os.O_RDWR) if mode is None else set(mode) & set("wax+")
        if written and "__pycache__" not in str(path):  # what Python itself keeps of a module
            _noted.append(f"{event} {path} {mode}")
    elif event in CHANGES + REACHES and "__pycache__" not in str(about):
        _noted.append(f"{event} {about}")


sys.addaudithook(_note)


@contextmanager
def watched() -> Iterator[list[str]]:
    """What was written to the disk, started or asked for by code that runs meanwhile, in any thread."""
    global _noted
    _noted = seen = []
    try:
        yield seen
    finally:
        _noted = None


@contextmanager
def overheard() -> Iterator[list[str]]:
    """What was logged or printed meanwhile, line by line."""
    lines: list[str] = []
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    loggers = [logging.getLogger(name) for name in ("", "streamlit")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        with redirect_stdout(said), redirect_stderr(said):
            yield lines
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        lines += said.getvalue().splitlines()
