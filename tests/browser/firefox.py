"""Firefox without a window, driven over WebDriver BiDi, the protocol that it speaks by itself.

https://w3c.github.io/webdriver-bidi
"""

import base64
import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.sync.client import connect

from components.ui.session.page_names import PAGES
from tests.browser.tab import READY

MISSING = "No firefox-esr found: the tests in Firefox are optional."
PATIENCE = 20  # seconds that a page may take for what it is waited for
START = 60  # seconds for a start, and for the answer to a command
# Whatever asks for another host than this machine gets a proxy that isn't there.
SETTINGS: dict[str, str | int | bool] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "datareporting.policy.dataSubmissionEnabled": False,
    "layout.css.prefers-color-scheme.content-override": 1,  # light
}
STANDS = f"""(title) => document.title === title && document.querySelector("{READY}") !== null &&
  [...document.querySelectorAll("h1")].some((one) => one.checkVisibility()) &&
  [...document.querySelectorAll(".linchpin-filters, .st-key-leave")].some((one) => one.checkVisibility()) &&
  document.querySelector("[data-testid=stSkeleton]") === null"""


def find() -> str | None:
    """The program's path, or None."""
    return shutil.which("firefox-esr")


class Firefox:
    """A running Firefox with a profile of its own, in `folder`, and one session of the protocol."""

    def __init__(self, program: str, folder: Path) -> None:
        """Raises RuntimeError with what Firefox printed if it doesn't start."""
        profile = folder / "profile"
        profile.mkdir()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in SETTINGS.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self._log = folder / "log"
        self._numbers = itertools.count(1)
        self._listeners: list[Callable[[dict[str, Any]], None]] = []
        flags = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        with self._log.open("wb") as output:
            self._process = subprocess.Popen([program, *flags], stdout=output, stderr=subprocess.STDOUT)
        self._opened = ExitStack()
        self._opened.callback(self._end)
        try:
            address = self._await_address(profile / "WebDriverBiDiServer.json")
            to_firefox = connect(f"{address}/session", proxy=None, max_size=None, compression=None)
            self._socket = self._opened.enter_context(to_firefox)
            self.ask("session.new", capabilities={})
            self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        except BaseException:
            self.stop()
            raise

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of a command. Events that come before it go to the tabs. Raises RuntimeError with
        Firefox's message if it refuses."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            said = json.loads(self._socket.recv(timeout=START))
            if said["type"] == "event":
                for listener in self._listeners:
                    listener(said)
            elif said["id"] == number and said["type"] == "error":
                raise RuntimeError(f"{method}: {said['error']}: {said['message']}")
            elif said["id"] == number:
                return said["result"]

    def tab(self, origin: str, before: str = "") -> "FirefoxTab":
        """A new tab, in which a script runs before those of each page."""
        tab = FirefoxTab(self, origin, before)
        self._listeners.append(tab.note)
        return tab

    def stop(self) -> None:
        """End the session and the process, and wait until it has ended."""
        self._opened.close()

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _await_address(self, file: Path) -> str:
        """Where Firefox listens, which it writes to a file of the profile."""
        deadline = time.monotonic() + START
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                place = json.loads(file.read_text(encoding="utf-8"))
                return f"ws://{place['ws_host']}:{place['ws_port']}"
            except (FileNotFoundError, json.JSONDecodeError):  # not there yet, or half written
                time.sleep(0.1)
        raise RuntimeError(f"Firefox did not start:\n{self._log.read_text(errors='replace')}")


class FirefoxTab:
    """A tab of 1280 by 720. `foreign` are requests to other hosts, `errors` what page and console
    complained of."""

    def __init__(self, browser: Firefox, origin: str, before: str) -> None:
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self._browser = browser
        self._origin = origin
        self._context = browser.ask("browsingContext.create", type="tab")["context"]
        self._ask("browsingContext.setViewport", viewport={"width": 1280, "height": 720})
        if before:
            script = f"() => {{ {before} }}"
            browser.ask("script.addPreloadScript", functionDeclaration=script, contexts=[self._context])

    def close(self) -> None:
        """Close it. Nothing was asked of another host, and neither page nor console reported an error."""
        self._ask("browsingContext.close")
        assert self.foreign == []
        assert self.errors == []

    def open(self, path: str, name: str) -> None:
        """Go to an address of the app and wait until the page of this name stands."""
        self._ask("browsingContext.navigate", url=self._origin + path, wait="complete")
        self.settled(name)

    def settled(self, name: str) -> None:
        """Wait until the page of this name stands, all of it drawn, and nothing runs."""
        self.wait_for(STANDS, f"{PAGES[name]} · Linchpin")

    def change(self, path: str, name: str) -> None:
        """Go to an address of the app within the page that is open, as going back and forth does."""
        self.run(
            "(path) => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }",
            path,
        )
        self.settled(name)

    def run(self, function: str, *arguments: Any) -> Any:
        """What a JavaScript function returns in the page, as JSON has it."""
        answer = self._browser.ask(
            "script.callFunction",
            functionDeclaration=f"async (given) => JSON.stringify(await ({function})(...JSON.parse(given)))",
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self._context},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        text = answer["result"].get("value")
        return None if text is None else json.loads(text)

    def wait_for(self, function: str, *arguments: Any) -> Any:
        """What a JavaScript function returns, once that is true."""
        deadline = time.monotonic() + PATIENCE
        while not (found := self.run(function, *arguments)):
            if time.monotonic() > deadline:
                raise AssertionError(f"Not within {PATIENCE} s: {function} of {arguments}")
            time.sleep(0.05)
        return found

    def count(self, selector: str) -> int:
        """How many elements there are."""
        return self.run("(selector) => document.querySelectorAll(selector).length", selector)

    def text(self, selector: str) -> str:
        """The words of the first element, as they are shown."""
        return self.run("(selector) => document.querySelector(selector).innerText", selector)

    @property
    def address(self) -> tuple[str, dict[str, list[str]]]:
        """Path and parameters."""
        parts = urlsplit(self.run("() => location.href"))
        return parts.path, parse_qs(parts.query, keep_blank_values=True)

    def click(self, selector: str) -> None:
        """Press the mouse in the middle of the first element, after scrolling to it."""
        place = """(selector) => {
          const element = document.querySelector(selector)
          element.scrollIntoView({ block: "center" })
          const { x, y, width, height } = element.getBoundingClientRect()
          return [x + width / 2, y + height / 2]
        }"""
        self.drag([self.run(place, selector)])

    def drag(self, places: Sequence[Sequence[float]]) -> None:
        """Press the mouse at the first place and let it go at the last: x and y from the upper left."""
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 30} for x, y in places]
        actions = [
            moves[0],
            {"type": "pointerDown", "button": 0},
            *moves[1:],
            {"type": "pointerUp", "button": 0},
        ]
        self._ask("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])

    def print(self, file: Path) -> None:
        """Write the page as it is printed, on A4, to a PDF."""
        page = {"width": 21.0, "height": 29.7}  # cm
        file.write_bytes(base64.b64decode(self._ask("browsingContext.print", page=page)["data"]))

    def screenshot(self, file: Path) -> None:
        """Write what is in sight to a PNG."""
        file.write_bytes(base64.b64decode(self._ask("browsingContext.captureScreenshot")["data"]))

    def note(self, event: dict[str, Any]) -> None:
        """Keep what an event of this tab tells that no page should do."""
        params = event["params"]
        context = (
            params["source"].get("context") if event["method"] == "log.entryAdded" else params["context"]
        )
        if context != self._context:
            return
        if event["method"] == "log.entryAdded":
            if params["level"] == "error":
                self.errors.append(params["text"])
            return
        asked = urlsplit(params["request"]["url"])
        if asked.scheme not in ("data", "blob", "about") and asked.netloc != urlsplit(self._origin).netloc:
            self.foreign.append(asked.geturl())

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.ask(method, context=self._context, **params)
