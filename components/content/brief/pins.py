"""Pins as texts in a link.

    p13.s8   commitment:<id>   pledge:<id>   chart:<name>   map:<preset>   topic:<code>

The pin of a chart or a map also holds the selection it was pinned with, as codes:
`chart:balance~health.climate~us` is themes, then actors. A third part holds the roles (map), kinds of
dates (timeline), series (wording) or two meetings (compare) chosen on the page. Of a comparison a fourth
part is `reviewed` for reviewed links only, and a fifth one has the search words.

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
        parts = [_part(self.selection, field) for field in _fields(self.kind, self.name)]
        return PART.join([f"{self.kind}:{self.name}", *parts]).rstrip(PART)


def _fields(kind: str, name: str) -> tuple[str, ...]:
    """The fields of a Selection that such a pin holds, in their order."""
    if kind not in FILTERED:
        return ()
    return ("themes", "actors", *(("roles",) if kind == MAP else CHOICES.get(name, ())))


def _part(selection: Selection, field: str) -> str:
    """The part of a pin for a field of its selection."""
    value = getattr(selection, field)
    if field == "reviewed":
        return queries.REVIEWED * value
    # A search goes by letters and numbers, so the words may lose a mark.
    return value.replace(PART, " ").strip() if field == "words" else CODE.join(value)


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
    fields = _fields(kind, name)
    if name not in _names(ds).get(kind, ()) or len(parts) > len(fields):
        return None
    chosen = {field: _chosen(ds, field, part) for field, part in zip(fields, parts, strict=False) if part}
    if None in chosen.values():
        return None
    return Pin(kind, name, replace(NOTHING, **chosen))


def _chosen(ds: Dataset, field: str, part: str) -> Any:
    """The value of a field of a selection from its part of a pin; None for one that is not known."""
    if field == "reviewed":
        return True if part == queries.REVIEWED else None
    if field == "words":
        return part[: links.LONGEST_SEARCH].strip()
    codes = tuple(dict.fromkeys(part.split(CODE)))
    if not set(codes) <= set(queries.codes(ds, queries.FACETS[field])):
        return None
    return codes if field != "meetings" or queries.meeting_pair(ds, codes) else None


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
