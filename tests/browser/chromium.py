"""Finds an installed Chromium or Chrome; none is downloaded."""

import os
import shutil
from pathlib import Path

# The headless shell goes first: without a browser's own windows a page opens in two thirds of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Chromium\Application\chrome.exe",
)
MISSING = "No Chromium or Chrome found: install one, or name its program in LINCHPIN_CHROMIUM."


def find() -> str | None:
    """The program's path, or None. LINCHPIN_CHROMIUM goes before all other places."""
    named = os.environ.get("LINCHPIN_CHROMIUM")
    if named:
        return named
    on_path = (shutil.which(name) for name in NAMES)
    usual = (place for place in map(os.path.expandvars, PLACES) if Path(place).is_file())
    return next(filter(None, on_path), None) or next(usual, None)


def flags(host: str) -> list[str]:
    """Command line for a browser that draws without a graphics card and reaches this host alone.

    No other host name or address resolves, whatever asks for it: pages, workers, the browser.
    """
    return [
        f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {host}",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--use-gl=angle",
        "--use-angle=swiftshader-webgl",
        "--enable-unsafe-swiftshader",
        *(["--no-sandbox"] if _unprivileged() else []),
    ]


def _unprivileged() -> bool:
    """Chromium's sandbox refuses to start as root and in most containers."""
    return bool(os.environ.get("CI")) or (hasattr(os, "geteuid") and os.geteuid() == 0)
