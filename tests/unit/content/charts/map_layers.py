"""A map as the JSON that the browser gets, and its layers."""

import json

from components.content.charts import map_deck, palette
from data import queries

ADDRESS = "app/static/"
NAMES = ("labels", "areas", "base-light", "base-dark")
URLS = {name: f"{ADDRESS}{name}.json" for name in NAMES}  # where the published outlines do not matter


def presets(ds):
    """The rows of map_views."""
    return queries.records(ds.map_views)


def deck(view, preset=None, urls=URLS, **choices):
    """The map of a view, at its first preset unless another is given."""
    return json.loads(
        map_deck.deck(
            queries.places(view),
            palette.colours(view.codes("theme")),
            preset or presets(view.whole)[0],
            urls,
            **choices,
        ).to_json()
    )


def layers(deck, kind=None):
    return {layer["id"]: layer for layer in deck["layers"] if kind in (None, layer["@@type"])}


def starting(deck, start):
    """The one layer whose id starts so."""
    (layer,) = [layer for name, layer in layers(deck).items() if name.startswith(start)]
    return layer
