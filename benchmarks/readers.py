"""Readers who use everything: what can be done on the page that stands, and one of it done."""

import asyncio
import csv
import json
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial

from benchmarks.client import TROUBLE, Answer, Client
from benchmarks.widgets import Press, Widget
from tests.browser.server import ROOT

SEED = 20210521
QUOTES = ":material/format_quote:"  # the icon of every button that opens sentences
LINES = ("findings", "figures", "money")  # keys of lines of words, each with such a button of its own
SLIDES = ("slide_on", "slide_on", "slide_back", "leave")  # keys, in the proportion that they are pressed
WORDS = ("health", "climate", "the", "new", "zzz", "")  # what is searched for, also in vain, and cleared
with (ROOT / "data" / "tables" / "passages.csv").open(encoding="utf-8", newline="") as lines:
    PASSAGES = [row["passage_id"] for row in csv.DictReader(lines)]
Step = Callable[[], Awaitable[Answer]]
# How often each is done, of what can be done at the moment.
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
    """One reader and the tab that they have open. `done` counts steps by kind, `errors` what went wrong."""

    def __init__(self, origin: str, number: int) -> None:
        self.origin = origin
        self.random = random.Random(f"{SEED} {number}")
        self.client = Client(origin)
        self.done: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()

    async def use(self, until: float, think: float) -> None:
        """Open the app and do one thing after the other until that moment of time.monotonic."""
        await asyncio.sleep(self.random.uniform(0, think))
        await self._do("open", self.client.open)
        while time.monotonic() < until:
            await asyncio.sleep(self.random.uniform(0.5, 1.5) * think)
            name, step = self._next()
            await self._do(name, step)
        await self.client.close()

    async def _do(self, name: str, step: Step) -> None:
        page = self.client.tab.page or "first page"
        try:
            answer = await step()
        except TROUBLE as error:
            self.errors[f"{name} on {page}: {error!r}"] += 1
            await self.client.close()
            self.client = Client(self.origin, self.client.tab.page, self.client.tab.query)
            await asyncio.sleep(1)
            return
        self.done[name] += 1
        self.errors.update(f"{name} on {page}: {error}" for error in answer.run.errors)

    def _next(self) -> tuple[str, Step]:
        tab = self.client.tab
        if tab.dialog:  # it stands over everything else
            return "close sentences", lambda: self.client.press(tab.dialog)
        if not tab.widgets:
            return "reload", self._reload
        steps = self._steps()
        [name] = self.random.choices(list(steps), [WEIGHTS[name] for name in steps])
        return name, steps[name]

    def _steps(self) -> dict[str, Step]:
        """What can be done on the page that stands."""
        tab = self.client.tab
        found = {widget.key: widget for widget in tab.widgets.values() if not widget.alone}
        steps: dict[str, Step] = {"reload": self._reload, "reconnect": self._reconnect}
        for name in ("theme", "actor"):
            if name in found:
                steps[name] = partial(self._choose, [found[name]])
        if "q" in found:
            steps["search"] = partial(self._search, found["q"])
        if "reader" in found:
            steps["passage"] = partial(self._select, found["reader"])
        if slides := [found[key] for key in SLIDES if key in found and not found[key].element.disabled]:
            return steps | {"slide": partial(self._press, slides)}  # the rest of the page is hidden
        steps["page"] = lambda: self.client.turn(self.random.choice(list(tab.pages)))
        own = [
            found[key] for key in found if found[key].kind == "button_group" and key not in ("theme", "actor")
        ]
        quotes = [one for one in found.values() if one.kind == "button" and one.element.icon == QUOTES]
        quotes += [found[key] for key in LINES if key in found]
        present = [found[key] for key in ("present_on",) if key in found]
        for name, step, widgets in (
            ("page's own choice", self._choose, own),
            ("sentences", self._read, quotes),
            ("present", self._press, present),
        ):
            if widgets:
                steps[name] = partial(step, widgets)
        return steps

    async def _choose(self, widgets: list[Widget]) -> Answer:
        """Choose or leave out an option, or go to another one where there is but one choice."""
        widget = self.random.choice(widgets)
        option = self.random.choice(widget.options)
        if widget.element.click_mode == widget.element.SINGLE_SELECT:
            chosen = [option]
        elif option in widget.value:
            chosen = [one for one in widget.value if one != option]
        else:
            chosen = [*widget.value, option][-2:]  # so that filters leave something, mostly
        return await self.client.choose({widget.element.id: chosen})

    async def _search(self, box: Widget) -> Answer:
        words = self.random.choice(WORDS)
        return await self.client.choose({box.element.id: words})

    async def _select(self, reader: Widget) -> Answer:
        return await self.client.press(reader.element.id, Press("chosen", self.random.choice(PASSAGES)))

    async def _read(self, quotes: list[Widget]) -> Answer:
        quote = self.random.choice(quotes)
        if quote.kind == "button":
            return await self._press([quote])
        places = [place for place, (_, label) in enumerate(json.loads(quote.element.json)["lines"]) if label]
        return await self.client.press(quote.element.id, Press("opened", self.random.choice(places)))

    async def _press(self, buttons: list[Widget]) -> Answer:
        return await self.client.press(self.random.choice(buttons).element.id)

    async def _reload(self) -> Answer:
        """A new session at the same address; the server still keeps the old one for a while."""
        await self.client.close()
        self.client = Client(self.origin, self.client.tab.page, self.client.tab.query)
        return await self.client.open()

    async def _reconnect(self) -> Answer:
        """A connection lost and found: the same session goes on."""
        await self.client.close()
        # Streamlit 1.67 sends what a session says to the connection that it had when the round of
        # sending began: back within that round, a reader may wait in vain for what went to the old one.
        await asyncio.sleep(self.random.uniform(1, 3))
        return await self.client.open()
