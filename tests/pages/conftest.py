"""Pages opened as a reader opens them, without a browser."""

import functools
import html
import json
import math
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

from components.ui.session import page_names
from data.load import FOLDER, load
from tests.pages import views

ROOT = Path(__file__).parents[2]
SITE = "https://linchpin.example/"


class Page:
    """A page in one session: what it shows, and what can be done on it."""

    def __init__(self, name: str | None, link: dict[str, object], browser: dict[str, str]) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=math.inf)
        self.app.context.update(browser)
        for parameter, value in link.items():
            self.app.query_params[parameter] = value
        if name and name != page_names.START:  # the start page is what app.py runs
            # Streamlit runs the page's file alone, as after a link to it on a fresh server.
            self.app.switch_page(f"pages/{name}.py")
        self.app.run()

    @property
    def titles(self) -> list[str]:
        return [title.value for title in self.app.title]

    @property
    def lead(self) -> str:
        """The words right below the title."""
        elements = list(self.app.main)
        title = next(index for index, element in enumerate(elements) if element.type == "title")
        return next(element.value for element in elements[title:] if element.type == "markdown")

    @property
    def numbers(self) -> list[str]:
        words = re.sub(r"\]\(<[^>]*>\)", "", self.lead)  # an address holds numbers, too
        return re.findall(r"\d+(?:,\d+)*", words)

    @property
    def notices(self) -> list[str]:
        return [notice.value for notice in self.app.info]

    @property
    def warnings(self) -> list[str]:
        return [warning.value for warning in self.app.warning]

    @property
    def chosen(self) -> dict[str, list[str]]:
        """What the shared filters show as chosen."""
        return {facet: self.app.pills(key=facet).value for facet in ("theme", "actor")}

    @property
    def drawer(self) -> list[str] | None:
        """Texts of the passages in the drawer; None while it is closed."""
        dialogs = self.app.get("dialog")
        return self._quotes(dialogs[0]) if dialogs else None

    @property
    def quotes(self) -> list[str]:
        """Texts of all passages that stand as quotes, in the drawer or out of it."""
        return self._quotes(self.app)

    def buttons(self, label: str) -> list[str]:
        """Keys of the buttons whose label fits a pattern."""
        return [button.key for button in self.app.button if re.search(label, button.label)]

    def click(self, key: str) -> "Page":
        self.app.button(key=key).click().run()
        return self

    def lines(self, key: str) -> list[list[str]]:
        """The lines of a finding list: text, and the label of its button."""
        return json.loads(self.spec(key))["lines"]

    @property
    def figures(self) -> list[str]:
        """Keys of the figures, in order."""
        drawn = [one.proto for one in self.app.get("bidi_component")]
        return [one.id.rsplit("-", 1)[1] for one in drawn if '"traces"' in one.json]

    def traces(self, key: str, narrow: bool = False) -> list[dict]:
        """What a figure draws in a wide window, or in a narrow one."""
        return json.loads(self.spec(key))["specs"][narrow]["traces"]

    def open_mark(self, key: str, trace: int, point: int) -> "Page":
        """Open a mark of a figure, as in a wide window."""
        return self.send(key, "opened", [0, trace, point])

    def press(self, key: str, index: object) -> "Page":
        """Press the button of a line of a finding list, counted from 0."""
        return self.send(key, "opened", index)

    def choose(self, theme: Sequence[str] = (), actor: Sequence[str] = ()) -> "Page":
        """Choose these themes and actors, given as labels, in the filter bar."""
        return self.send("filter_bar", "chosen", {"theme": list(theme), "actor": list(actor), "clicks": 1})

    def send(self, key: str, event: str, value: object) -> "Page":
        """Send what a component in the browser would: AppTest cannot act on a component yet."""
        states = self.app._tree.get_widget_states()
        sent = json.dumps([{"event": event, "value": value}])
        states.widgets.add(
            id=_make_trigger_id(self.app.get_by_key(key).proto.id, "events"), json_trigger_value=sent
        )
        self.app._run(states)
        return self

    def spec(self, key: str) -> str:
        """What the browser gets to draw a chart, a map or a component from, as JSON."""
        proto = self.app.get_by_key(key).proto
        return getattr(proto, "spec", "") or proto.json

    @staticmethod
    def _quotes(part) -> list[str]:
        quotes = [one.value for one in part.get("html") if "<blockquote" in one.value]
        return [html.unescape(re.sub(r"<[^>]*>", "", quote)) for quote in quotes]


def open_(name: str | None, browser: dict[str, str] | None = None, **link: object) -> Page:
    path = page_names.path(name or "")
    return Page(name, link, {"url": SITE + path} if browser is None else browser)


@pytest.fixture(scope="session", autouse=True)
def shipped_data():
    """The app reads its own data unless a test says otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("LINCHPIN_DATA", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def packages_scanned_once():
    """AppTest reads what every installed package says of itself each time a page opens, to find components;
    that takes longer than the page. The packages stay the same, so once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        scan = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(scope="session")
def open_page():
    """Open a page by name, or the app at its start page for None, with the parameters of a link."""
    return open_


@pytest.fixture(scope="session")
def cold():
    """A page as a bare link opens it. Not to be acted on: one session serves all tests."""
    return functools.cache(open_)


@pytest.fixture(scope="session")
def shipped():
    return load()


@pytest.fixture
def other_data(monkeypatch, tmp_path):
    """A copy of the dataset that the app reads in place of its own, to be changed before a page opens."""
    folder = tmp_path / "other"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setenv("LINCHPIN_DATA", str(folder))
    forget()
    yield folder
    forget()


def forget() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def busy_theme(shipped) -> str:
    return views.busy_theme(shipped)


@pytest.fixture(scope="session")
def empty_choice(shipped) -> dict[str, str]:
    return views.empty_choice(shipped)


def pytest_generate_tests(metafunc):
    """Run a test that asks for `page` over every page of the navigation, and one that asks for `coded_page`
    over those that show the coded statement."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", list(page_names.PAGES))
    if "coded_page" in metafunc.fixturenames:
        coded = [page for page in page_names.PAGES if page not in views.OF_CORPUS]
        metafunc.parametrize("coded_page", coded)
