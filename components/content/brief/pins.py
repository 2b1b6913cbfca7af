"""Pins as texts in a link.

    p13.s8   commitment:<id>   pledge:<id>   chart:<name>   map:<preset>   topic:<code>

The pin of a chart or a map also holds the selection it was pinned with, as codes:
`chart:balance~health.climate~us` is themes, then actors. A third part holds the roles (map), kinds of
dates (timeline), series (wording) or two meetings (compare) chosen on the page.

A topic is its clause history in the first series; `topic:opcon~us-japan` is that in another series, and
`topic:opcon~us-japan~us-japan-2022-05` what one meeting says.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from components.content.charts.chart_names import CHOICES, NAMES, RENAMED
from components.content.text import links
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection

MOST = 40  # pins in a brief: so a link mostly stays under 2,000 characters
PART, CODE = "~", "."  # what separates parts, and codes within a part; neither is escaped in an address
MAP, CHART, TOPIC = "map", "chart", "topic"
FILTERED = (CHART, MAP)  # kinds of pin that hold a selection
NOTHING = Selection()


@dataclass(frozen=True)
class Pin:
    """One pin.

    kind: passage, commitment, pledge, chart, map or topic. name: the id, the chart's name, the map's preset,
    or the topic's code. selection: the filter of a chart or a map; empty for other kinds. scope: of a topic,
    its series ("" for the first), and the meeting_id if it is about one meeting; empty for other kinds.
    """

    kind: str
    name: str
    selection: Selection = NOTHING
    scope: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.kind == "passage":
            return self.name
        if self.kind == TOPIC:
            return PART.join([f"{TOPIC}:{self.name}", *self.scope])
        parts = [
            f"{self.kind}:{self.name}",
            CODE.join(self.selection.themes),
            CODE.join(self.selection.actors),
        ]
        own_choice = choice(self.kind, self.name)
        if own_choice:
            parts.append(CODE.join(getattr(self.selection, own_choice)))
        return PART.join(parts).rstrip(PART)


def choice(kind: str, name: str) -> str:
    """The field of a Selection that such a pin holds besides themes and actors; "" for none."""
    if kind == MAP:
        return "roles"
    return CHOICES.get(name, "") if kind == CHART else ""


def parse(text: str, ds: Dataset) -> Pin | None:
    """The pin of a text; None if the dataset lacks what it names, or one of its codes."""
    kind, colon, rest = text.partition(":")
    if not colon:
        kind, rest = "passage", text
    name, *parts = rest.split(PART)
    if kind == TOPIC:
        return _topic(name, parts, ds)
    if kind == CHART:
        name = RENAMED.get(name, name)
    if name not in _names(ds).get(kind, ()) or len(parts) > (3 if kind in FILTERED else 0):
        return None
    selection = NOTHING
    for field, part in zip(("themes", "actors", choice(kind, name)), parts, strict=False):
        if not part:
            continue
        codes = tuple(dict.fromkeys(part.split(CODE)))
        known_codes = queries.codes(ds, queries.FACETS[field]) if field else {}
        if not set(codes) <= set(known_codes):
            return None
        if field == "meetings" and not queries.meeting_pair(ds, codes):
            return None
        chosen: dict[str, Any] = {field: codes}
        selection = replace(selection, **chosen)
    return Pin(kind, name, selection)


def _topic(name: str, parts: list[str], ds: Dataset) -> Pin | None:
    """The pin of a topic. parts: its series, and perhaps a meeting of that series."""
    series = parts[0] if parts else next(iter(queries.series(ds)), "")
    meetings = [meeting.meeting_id for meeting in queries.meetings(ds, series)]
    known = name in queries.topics(ds) and meetings and set(parts[1:]) <= set(meetings)
    if not known or len(parts) > 2:
        return None
    return Pin(TOPIC, name, scope=(series, *parts[1:]))


def read(text: str, ds: Dataset) -> Pin | None:
    """The pin of a text in a link: as `parse`, but a tool may have rewritten it."""
    return parse(text, ds) or parse(links.plain(text), ds)


def kept(texts: list[str], ds: Dataset) -> list[str]:
    """The pins of a link that are valid, each once, as texts: the first MOST of them."""
    parsed = [read(text, ds) for text in dict.fromkeys(texts)]
    valid = [str(pin) for pin in parsed if pin]
    return list(dict.fromkeys(valid))[:MOST]


def first_view(ds: Dataset) -> str:
    """The preset that the map opens with: the name of the first row of map_views."""
    return str(ds.map_views.sort_values("order").iloc[0]["view"])


@queries.cached
def _names(ds: Dataset) -> dict[str, Collection[str]]:
    """The names that can be pinned, by kind of pin."""
    return {
        "passage": set(ds.passages["passage_id"]),
        "commitment": set(ds.commitments["commitment_id"]),
        "pledge": set(ds.pledges["pledge_id"]),
        MAP: set(ds.map_views["view"]),
        CHART: set(NAMES),
    }
