"""One colour, icon and pattern per code. Colours and icons of codes come from codes.csv."""

import re
from collections.abc import Mapping
from typing import Any

from data.queries import Code

# Page grounds as in .streamlit/config.toml; the map mixes its land and sea from them.
GROUND = {"light": "#fdfcfa", "dark": "#15191f"}
INK = {"light": "#0e1319", "dark": "#e8e6e1"}

ACCENT = "#1f4e79"  # as the light scheme's

# For marks without a code of their own; at least 3:1 on both grounds.
NEUTRAL = "#7a8088"

# How sure the money is, drawn so that unlike sums don't look alike: the fill's opacity,
# the hatching, and the line style of the outline (None: no outline).
BASIS: dict[str, dict[str, Any]] = {
    "new": {"opacity": 1.0, "hatch": "", "outline": None},
    "total_after_increase": {"opacity": 1.0, "hatch": "/", "outline": "solid"},
    "acknowledged": {"opacity": 0.12, "hatch": "", "outline": "solid"},
    "increase_unstated": {"opacity": 0.0, "hatch": "", "outline": "dash"},
}

OTHER: dict[str, Any] = {
    "opacity": 0.0,
    "hatch": "",
    "outline": "solid",
}  # of a kind of money that has no drawing of its own

# Plotly's symbol per kind of date, so that kinds differ in shape as well as in colour.
DATE_MARKS = {
    "past": "circle",
    "scheduled": "diamond",
    "deadline": "triangle-left",
    "window": "square",
    "anniversary": "star",
    "after": "diamond-open",
}


def colours(codes: Mapping[str, Code]) -> dict[str, str]:
    """Hex colour per code of a facet; the neutral grey where the table gives none. They stand in styles."""
    return {
        code: look.colour if re.fullmatch("#[0-9A-Fa-f]{6}", look.colour) else NEUTRAL
        for code, look in codes.items()
    }


def basis(code: str) -> dict[str, Any]:
    """How a kind of money is drawn: opacity, hatch, outline."""
    return BASIS.get(code, OTHER)


def shades(count: int) -> list[str]:
    """So many steps of one blue, the darkest first, for what has an order and no colours of its own."""
    steps = [mixed(ACCENT, "#ffffff", 0.85 - 0.6 * step / max(count - 1, 1)) for step in range(count)]
    return ["#{:02x}{:02x}{:02x}".format(*step) for step in steps]


def rgba(colour: str, opacity: float = 1.0) -> str:
    """A hex colour as the CSS text that Plotly takes. Opacity from 0 to 1."""
    red, green, blue = channels(colour)
    return f"rgba({red}, {green}, {blue}, {opacity:g})"


def channels(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of `#rrggbb`, 0 to 255. ValueError if it is no hex colour."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, ground: str, share: float) -> tuple[int, int, int]:
    """A colour laid over a ground at the given share (0 to 1), as opaque channels."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    red, green, blue = (round(top * share + below * (1 - share)) for top, below in pairs)
    return red, green, blue
