"""Readers who use everything: each step is one of those that are possible on the current page."""

import asyncio
import csv
import json
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial

from benchmarks.client import CONNECTION_ERRORS, Answer, Client
from benchmarks.widgets import Press, Widget
from tests.browser.server import ROOT

SEED = 20210521
QUOTES = ":material/format_quote:"  # the icon of every button that opens passages
LINES = ("findings", "figures")  # keys of components with such buttons
SLIDES = (
    "slide_on",
    "slide_on",
    "slide_back",
    "leave",
)  # keys of buttons; twice means pressed twice as often
WORDS = ("health", "climate", "the", "new", "zzz", "")  # searched for: "zzz" is not found, "" clears
with (ROOT / "data" / "tables" / "passages.csv").open(encoding="utf-8", newline="") as lines:
    PASSAGES = [row["passage_id"] for row in csv.DictReader(lines)]
Step = Callable[[], Awaitable[Answer]]
# How often each step is taken, relative to the others that are possible.
WEIGHTS = {
    "theme": 6,
    "actor": 3,
    "page": 5,
    "search": 3,
    "passage": 4,
    "sentences": 2,
    "page's own choice": 3,
    "present": 1,
    "slide": 4,
    "reload": 0.5,
    "reconnect": 0.5,
}


class Reader:
    """One reader with one tab. done: number of steps by kind. errors: number of each error."""

    def __init__(self, origin: str, number: int) -> None:
        self.origin = origin
        self.random = random.Random(f"{SEED} {number}")
        self.client = Client(origin)
        self.done: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()

    async def use(self, until: float, think: float) -> None:
        """Open the app and take one step after the other.

        until: when to stop, by time.monotonic. think: seconds between steps, on average.
        """
        await asyncio.sleep(self.random.uniform(0, think))
        await self._do("open", self.client.open)
        while time.monotonic() < until:
            await asyncio.sleep(self.random.uniform(0.5, 1.5) * think)
            name, step = self._next()
            await self._do(name, step)
        await self.client.close()

    async def _do(self, name: str, step: Step) -> None:
        """Take a step and count it, or its errors. After a lost connection, come back in a new session."""
        page = self.client.tab.page or "first page"
        try:
            answer = await step()
        except CONNECTION_ERRORS as error:
            self.errors[f"{name} on {page}: {error!r}"] += 1
            await self.client.close()
            self.client = Client(self.origin, self.client.tab.page, self.client.tab.query)
            await asyncio.sleep(1)
            return
        self.done[name] += 1
        self.errors.update(f"{name} on {page}: {error}" for error in answer.run.errors)

    def _next(self) -> tuple[str, Step]:
        """A random step of those that are possible, by WEIGHTS."""
        tab = self.client.tab
        if tab.dialog:  # it covers everything else
            return "close sentences", lambda: self.client.press(tab.dialog)
        if not tab.widgets:
            return "reload", self._reload
        steps = self._steps()
        [name] = self.random.choices(list(steps), [WEIGHTS[name] for name in steps])
        return name, steps[name]

    def _steps(self) -> dict[str, Step]:
        """The steps that are possible on the current page, by kind."""
        tab = self.client.tab
        widgets = {widget.key: widget for widget in tab.widgets.values() if not widget.in_fragment}
        steps: dict[str, Step] = {"reload": self._reload, "reconnect": self._reconnect}
        for name in ("theme", "actor"):
            if name in widgets and "filter_bar" in widgets:
                steps[name] = partial(self._filter, widgets["filter_bar"], widgets[name])
        if "q" in widgets:
            steps["search"] = partial(self._search, widgets["q"])
        if "reader" in widgets:
            steps["passage"] = partial(self._select, widgets["reader"])
        slides = [widgets[key] for key in SLIDES if key in widgets and not widgets[key].element.disabled]
        if slides:  # while presenting, the rest of the page is hidden
            return steps | {"slide": partial(self._press, slides)}
        steps["page"] = lambda: self.client.change_page(self.random.choice(list(tab.pages)))
        own_choices = [
            widget
            for key, widget in widgets.items()
            if widget.kind == "button_group" and key not in ("theme", "actor")
        ]
        if own_choices:
            steps["page's own choice"] = partial(self._choose, own_choices)
        quotes = [
            widget for widget in widgets.values() if widget.kind == "button" and widget.element.icon == QUOTES
        ]
        quotes += [widgets[key] for key in LINES if key in widgets]
        if quotes:
            steps["sentences"] = partial(self._read, quotes)
        if "present_on" in widgets:
            steps["present"] = partial(self._press, [widgets["present_on"]])
        return steps

    async def _choose(self, widgets: list[Widget]) -> Answer:
        """Add or remove an option of a random widget; where only one can be chosen, choose another one."""
        widget = self.random.choice(widgets)
        single = widget.element.click_mode == widget.element.SINGLE_SELECT
        chosen = [self.random.choice(widget.options)] if single else self._toggled(widget)
        return await self.client.choose({widget.element.id: chosen})

    async def _filter(self, bar: Widget, hidden: Widget) -> Answer:
        """Press a chip of the filter bar. hidden: the widget that holds what is chosen of its facet."""
        return await self.client.press(bar.element.id, Press("chosen", {hidden.key: self._toggled(hidden)}))

    def _toggled(self, widget: Widget) -> list[str]:
        """What is chosen of a widget's options, with a random one more or less."""
        option = self.random.choice(widget.options)
        if option in widget.value:
            return [other for other in widget.value if other != option]
        return [*widget.value, option][-2:]  # two at most, so that the filters mostly leave something

    async def _search(self, box: Widget) -> Answer:
        """Search for some words, or clear the search."""
        words = self.random.choice(WORDS)
        return await self.client.choose({box.element.id: words})

    async def _select(self, text: Widget) -> Answer:
        """Choose a passage in the statement's text."""
        return await self.client.press(text.element.id, Press("chosen", self.random.choice(PASSAGES)))

    async def _read(self, quotes: list[Widget]) -> Answer:
        """Open passages, by a button or by a line of a component."""
        quote = self.random.choice(quotes)
        if quote.kind == "button":
            return await self._press([quote])
        lines = json.loads(quote.element.json)["lines"]
        indexes = [index for index, (_, label) in enumerate(lines) if label]
        return await self.client.press(quote.element.id, Press("opened", self.random.choice(indexes)))

    async def _press(self, buttons: list[Widget]) -> Answer:
        """Press one of the buttons."""
        return await self.client.press(self.random.choice(buttons).element.id)

    async def _reload(self) -> Answer:
        """Open the same address in a new session. The server keeps the old session for a while."""
        await self.client.close()
        self.client = Client(self.origin, self.client.tab.page, self.client.tab.query)
        return await self.client.open()

    async def _reconnect(self) -> Answer:
        """Lose the connection and continue the same session."""
        await self.client.close()
        # Streamlit 1.67 sends messages to the connection that a session had when a round of sending began.
        # Within the same round, messages would go to the old connection, and the reader would wait forever.
        await asyncio.sleep(self.random.uniform(1, 3))
        return await self.client.open()
