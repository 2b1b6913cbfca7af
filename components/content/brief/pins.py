"""What can be pinned, as the text that stands in a link, and the standard brief.

    p13.s8   commitment:<id>   pledge:<id>   chart:<name>   map:<view>

A chart or a map keeps the filter it was pinned under, as codes: `chart:ladder~health.climate~us`
(themes, actors), and a third part for the page's own choice of roles or kinds of date.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from components.content.charts.names import CHOICES, NAMES
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection, View

MOST = 40  # pins: they keep a link under 2,000 characters, unless many hold several themes
PART, CODE = "~", "."  # both stay as they are in an address
MAP, CHART = "map", "chart"
FILTERED = (CHART, MAP)
NOTHING = Selection()


@dataclass(frozen=True)
class Pin:
    """One pin. `kind` is passage, commitment, pledge, chart or map, `name` an id, a name of a chart or
    a view of the map; the selection is empty but for charts and maps."""

    kind: str
    name: str
    selection: Selection = NOTHING

    def __str__(self) -> str:
        if self.kind == "passage":
            return self.name
        fields = ("themes", "actors", choice(self.kind, self.name))
        tail = PART.join(CODE.join(getattr(self.selection, field, ())) for field in fields)
        return f"{self.kind}:{self.name}{PART}{tail}".rstrip(PART)


def choice(kind: str, name: str) -> str:
    """The field of a Selection that a pin holds beyond the shared filters; empty text for none."""
    if kind == MAP:
        return "roles"
    return CHOICES.get(name, "") if kind == CHART else ""


def parse(text: str, ds: Dataset) -> Pin | None:
    """The pin that a link's text names; None where this statement has no such thing."""
    kind, colon, rest = text.partition(":")
    if not colon:
        kind, rest = "passage", text
    name, *parts = rest.split(PART)
    if name not in _names(ds).get(kind, ()) or len(parts) > (3 if kind in FILTERED else 0):
        return None
    selection = NOTHING
    for field, part in zip(("themes", "actors", choice(kind, name)), parts, strict=False):
        asked = tuple(dict.fromkeys(part.split(CODE))) if part else ()
        known = queries.codes(ds, queries.FACETS[field]) if field else ()
        if not set(asked) <= set(known):
            return None
        if asked:
            selection = replace(selection, **{field: asked})
    return Pin(kind, name, selection)


def kept(texts: list[str], ds: Dataset) -> list[str]:
    """The texts that name something, each once, at most MOST of them."""
    found = [str(pin) for text in dict.fromkeys(texts) if (pin := parse(text, ds))]
    return list(dict.fromkeys(found))[:MOST]


@queries.cached
def standard(view: View) -> list[str]:
    """The standard brief of what is shown: key findings, the pledges with a sum, the map, and the
    firmest commitment of each theme."""
    if view.ds.passages.empty:
        return []
    pledges = view.ds.pledges[view.ds.pledges["amount_usd"].notna()]
    made = [Pin(CHART, "findings", view.selection)]
    made += [Pin("pledge", pledge_id) for pledge_id in pledges["pledge_id"]]
    if len(view.ds.place_mentions):
        made.append(Pin(MAP, first_view(view.whole), view.selection))
    firmest = queries.commitments(view).drop_duplicates("theme")
    order = {code: rank for rank, code in enumerate(view.codes("theme"))}
    firmest = firmest.sort_values("theme", key=lambda column: column.map(order))
    made += [Pin("commitment", commitment_id) for commitment_id in firmest["commitment_id"]]
    return [str(pin) for pin in made]


def first_view(ds: Dataset) -> str:
    """The view of the map that its page opens with."""
    return str(ds.map_views.sort_values("order").iloc[0]["view"])


@queries.cached
def _names(ds: Dataset) -> dict[str, Collection[str]]:
    """What can be pinned, by kind."""
    return {
        "passage": set(ds.passages["passage_id"]),
        "commitment": set(ds.commitments["commitment_id"]),
        "pledge": set(ds.pledges["pledge_id"]),
        MAP: set(ds.map_views["view"]),
        CHART: set(NAMES),
    }
