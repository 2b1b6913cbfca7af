"""A map as the JSON that the browser gets, and its layers."""

import json

from components.content.charts import map_camera, map_deck, map_layout
from data import queries

ADDRESS = "app/static/"
NAMES = ("labels", "areas", "base-light", "base-dark")
URLS = {name: f"{ADDRESS}{name}.json" for name in NAMES}  # where the published outlines do not matter
# px: a map's size on a page, on a slide, on phones
PAGE, SLIDE, PHONE, SMALL = (map_layout.WIDE, 528), (1200, 508), (340, 300), (280, 300)


def presets(ds):
    """The rows of map_views."""
    return queries.records(ds.map_views.sort_values("order"))


def camera(view, preset=None, size=PAGE):
    """What a picture of this size shows of a view, at its first preset unless another is given."""
    edges = map_camera.edges(preset or presets(view.whole)[0], queries.places(view))
    return map_camera.fit(edges, *size)


def deck(view, preset=None, urls=URLS, size=PAGE, **choices):
    """The map of a view, at its first preset unless another is given."""
    drawn = map_deck.deck(queries.places(view), camera(view, preset, size), urls, **choices)
    return json.loads(drawn.to_json())


def layers(deck, kind=None):
    return {layer["id"]: layer for layer in deck["layers"] if kind in (None, layer["@@type"])}


def starting(deck, start):
    """The one layer whose id starts so."""
    (layer,) = [layer for name, layer in layers(deck).items() if name.startswith(start)]
    return layer
