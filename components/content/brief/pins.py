"""What can be pinned, as the text that stands in a link, and the brief that is made with one
click. (no streamlit)

    p13.s8   commitment:<id>   pledge:<id>   chart:<name>   map:<view>

A chart or a map keeps the filter it was pinned under, as codes: `chart:ladder~health.climate~us`
(themes, actors), and a third part for the page's own choice of roles or kinds of date.
"""

from collections.abc import Collection
from dataclasses import dataclass

from components.content.charts.catalogue import EXHIBITS
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection

MOST = 40  # pins: they keep a link under 2,000 characters, unless many hold several themes
PART, CODE = "~", "."  # both travel in an address as they are
MAP = "map"
FILTERED = ("chart", MAP)
NONE = Selection()
ROLE = "role"  # the facet that the map lets a reader choose from


@dataclass(frozen=True)
class Pin:
    """One pin. `kind` is passage, commitment, pledge, chart or map, `name` an id, a name in
    EXHIBITS or a view of the map; the filter is empty but for charts and maps."""

    kind: str
    name: str
    selection: Selection = NONE
    choice: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.kind == "passage":
            return self.name
        filters = (self.selection.themes, self.selection.actors, self.choice)
        tail = PART.join(CODE.join(codes) for codes in filters)
        return f"{self.kind}:{self.name}{PART}{tail}".rstrip(PART)


def parse(text: str, ds: Dataset) -> Pin | None:
    """The pin that a link's text names; None where this statement has no such thing."""
    kind, colon, rest = text.partition(":")
    if not colon:
        kind, rest = "passage", text
    name, *filters = rest.split(PART)
    if name not in _names(ds).get(kind, ()) or len(filters) > (3 if kind in FILTERED else 0):
        return None
    codes = [tuple(dict.fromkeys(part.split(CODE))) if part else () for part in filters] + [()] * 3
    facets = ("theme", "actor", ROLE if kind == MAP else getattr(EXHIBITS.get(name), "facet", ""))
    for facet, asked in zip(facets, codes, strict=False):
        if not set(asked) <= set(queries.codes(ds, facet).index):
            return None
    return Pin(kind, name, Selection(codes[0], codes[1]), codes[2])


def kept(texts: list[str], ds: Dataset) -> list[str]:
    """The texts that name something, each once, at most MOST of them."""
    found = [str(pin) for text in dict.fromkeys(texts) if (pin := parse(text, ds))]
    return list(dict.fromkeys(found))[:MOST]


@queries.remembered
def standard(ds: Dataset, view: Dataset, selection: Selection) -> list[str]:
    """A brief of what the filter shows: key findings, the pledges with a sum, the map, and the
    firmest commitment of each theme."""
    if view.passages.empty:
        return []
    made = [Pin("chart", "findings", selection)]
    stated = view.pledges[view.pledges["amount_usd"].notna()]
    made += [Pin("pledge", pledge_id) for pledge_id in stated["pledge_id"]]
    if len(view.place_mentions):
        made.append(Pin(MAP, first_view(ds), selection))
    firmest = queries.commitments(view).drop_duplicates("theme")
    order = {code: rank for rank, code in enumerate(queries.codes(ds, "theme").index)}
    firmest = firmest.sort_values("theme", key=lambda column: column.map(order))
    made += [Pin("commitment", commitment_id) for commitment_id in firmest["commitment_id"]]
    return [str(pin) for pin in made]


def first_view(ds: Dataset) -> str:
    """The view of the map that its page opens with."""
    return ds.map_views.sort_values("order").iloc[0]["view"]


@queries.remembered
def _names(ds: Dataset) -> dict[str, Collection[str]]:
    tables = {
        "passage": ds.passages["passage_id"],
        "commitment": ds.commitments["commitment_id"],
        "pledge": ds.pledges["pledge_id"],
        "map": ds.map_views["view"],
    }
    return {kind: set(ids) for kind, ids in tables.items()} | {"chart": EXHIBITS}
