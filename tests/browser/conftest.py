"""A real browser against a real server. Every test also fails if a tab it opened asked another
host for anything, or if its page or console reported an error."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect, sync_playwright

from data.load import FOLDER, Dataset, load
from tests.browser import chromium
from tests.browser.server import ASGI, HOST, Server
from tests.browser.tab import Tab

LAPTOP: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 844}
# Settings of a browser profile. A phone names itself by "Mobile".
OF_A_PHONE: dict[str, Any] = {
    "has_touch": True,
    "is_mobile": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36",
    "service_workers": "block",
}
EMBEDDER = "https://course.example"  # may show the shared server's app in a frame
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium.find()
    if not program and os.environ.get("CI"):
        pytest.fail(chromium.MISSING)
    if not program:
        pytest.skip(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.flags(HOST))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that don't mind who was there before: with its security headers, so
    that whatever they forbid fails a test."""
    server = Server(tmp_path_factory.mktemp("server") / "log", ASGI, LINCHPIN_EMBEDDERS=EMBEDDER)
    yield server
    server.stop()


@pytest.fixture
def fresh_server(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Server]]:
    """Starts a server that nobody has visited, by `streamlit run` unless it is told otherwise."""
    servers: list[Server] = []

    def start(script: str = "app.py", **settings: Any) -> Server:
        servers.append(Server(tmp_path_factory.mktemp("server") / "log", script, **settings))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> BrowserContext:
    """One browser profile for all tests, so that Streamlit's scripts are fetched once."""
    return browser.new_context(service_workers="block", permissions=["clipboard-read", "clipboard-write"])


def open_tab(
    by: BrowserContext,
    at: Server,
    path: str = "/",
    text: str | None = None,
    window: ViewportSize = LAPTOP,
    scheme: Literal["light", "dark"] = "light",
) -> Tab:
    """A new tab on an address of the app, once its page stands."""
    tab = Tab(by.new_page(), at.origin)
    tab.page.set_viewport_size(window)
    tab.page.emulate_media(color_scheme=scheme)
    tab.open(path, text)
    return tab


# Asks for fresh_server so that tabs close before the servers they are on.
@pytest.fixture
def visit(server: Server, fresh_server: object, profile: BrowserContext) -> Iterator[Callable[..., Tab]]:
    """Opens tabs on addresses of the app, of the shared server and profile unless others are given."""
    tabs: list[Tab] = []

    def visit(
        path: str = "/",
        text: str | None = None,
        at: Server = server,
        by: BrowserContext = profile,
        **how: Any,
    ) -> Tab:
        tabs.append(open_tab(by, at, path, text, **how))
        return tabs[-1]

    yield visit
    for tab in tabs:
        tab.close()


@pytest.fixture(scope="session")
def travelling(server: Server, profile: BrowserContext) -> Iterator[Tab]:
    """One tab for all tests that don't mind which page it showed before."""
    tab = open_tab(profile, server)
    yield tab
    tab.close()


@pytest.fixture
def go(travelling: Tab) -> Iterator[Callable[[str], Tab]]:
    """Takes that tab to addresses of the app, in a fifth of the time that a new tab takes. What the browser
    keeps for it, notes say, is not for tests that use this."""

    def go(path: str) -> Tab:
        travelling.go(path)
        return travelling

    travelling.page.set_viewport_size(LAPTOP)
    travelling.page.emulate_media(color_scheme="light")
    yield go
    errors, travelling.errors[:] = travelling.errors[:], []
    assert errors == []


@pytest.fixture(scope="session")
def phone(browser: Browser, server: Server) -> Iterator[Tab]:
    """One tab of a phone for all tests."""
    with browser.new_context(**OF_A_PHONE) as context:
        tab = open_tab(context, server, window=PHONE)
        yield tab
        tab.close()


def copy_of_dataset(to: Path) -> Path:
    """A copy of the dataset's folder, to be changed and shown in its place by LINCHPIN_DATA."""
    ignored = shutil.ignore_patterns("*.py", "__pycache__", "geo")
    return Path(shutil.copytree(FOLDER, to, ignore=ignored))


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """What the app shows, read from its files."""
    return load()
