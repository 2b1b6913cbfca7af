"""Names of countries and territories, as the map's outlines give them."""

import functools
import json
from pathlib import Path


@functools.cache
def names(folder: Path) -> dict[str, str]:
    """English names by ISO 3166-1 alpha-3 code, read once from geo/ in the folder. OSError if there is
    none."""
    found: dict[str, str] = {}
    for file in ("countries.json", "small_states.json"):
        collection = json.loads((folder / "geo" / file).read_text(encoding="utf-8"))
        for feature in collection["features"]:
            found[feature["properties"]["iso3"]] = feature["properties"]["name"]
    return found
