"""The names that the map's outlines give to countries and territories."""

import json
from pathlib import Path


def names(folder: Path) -> dict[str, str]:
    """English name by ISO 3166-1 alpha-3 code, from the folder's geo/. OSError if it has none."""
    found = {}
    for file in ("countries.json", "small_states.json"):
        outlines = json.loads((folder / "geo" / file).read_text(encoding="utf-8"))
        for outline in outlines["features"]:
            found[outline["properties"]["iso3"]] = outline["properties"]["name"]
    return found
