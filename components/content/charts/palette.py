"""Colours and patterns. The colours of codes come from codes.csv; the rest is defined here."""

import re
from collections.abc import Mapping
from typing import Any

from data.queries import Code

# Background and text colour of each colour scheme, as in .streamlit/config.toml.
GROUND = {"light": "#fdfcfa", "dark": "#15191f"}
INK = {"light": "#0e1319", "dark": "#e8e6e1"}

ACCENT = "#1f4e79"  # the light scheme's primary colour

# For marks without a code. Its contrast is at least 3:1 on both backgrounds.
NEUTRAL = "#7a8088"

# How each kind of money (basis) is drawn, so that different kinds look different: opacity of the fill,
# Plotly's pattern of the hatching, and line style of the outline (None: no outline).
BASIS: dict[str, dict[str, Any]] = {
    "new": {"opacity": 1.0, "hatch": "", "outline": None},
    "total_after_increase": {"opacity": 1.0, "hatch": "/", "outline": "solid"},
    "acknowledged": {"opacity": 0.12, "hatch": "", "outline": "solid"},
    "increase_unstated": {"opacity": 0.0, "hatch": "", "outline": "dash"},
}

# For a kind of money that BASIS does not list.
OTHER: dict[str, Any] = {"opacity": 0.0, "hatch": "", "outline": "solid"}

# Plotly's symbol per kind of date, so that kinds differ in shape.
DATE_MARKS = {
    "past": "circle",
    "scheduled": "diamond",
    "deadline": "triangle-left",
    "window": "square",
    "anniversary": "star",
    "carried_out": "pentagon",
    "step": "triangle-up",
    "repeated": "cross",
    "talks": "triangle-up-open",
    "changed": "bowtie",
    "reversed": "x",
}


def colours(codes: Mapping[str, Code]) -> dict[str, str]:
    """Hex colour by code of a facet; NEUTRAL where the table gives no valid colour.

    The check matters, since the colours are written into CSS.
    """
    return {
        name: code.colour if re.fullmatch("#[0-9A-Fa-f]{6}", code.colour) else NEUTRAL
        for name, code in codes.items()
    }


def dark_colours(codes: Mapping[str, Code]) -> dict[str, str]:
    """What figures are redrawn with on a dark ground: hex colour there by hex colour on a light ground.

    Holds the codes' colours, the ink and the ground. A code without a dark colour keeps its colour.
    """
    light = colours(codes)
    swaps = {
        light[name]: code.colour_dark
        for name, code in codes.items()
        if re.fullmatch("#[0-9A-Fa-f]{6}", code.colour_dark)
    }
    return swaps | {INK["light"]: INK["dark"], GROUND["light"]: GROUND["dark"]}


def css_colours(codes: Mapping[str, Code]) -> dict[str, str]:
    """By code the colour in CSS that follows the scheme of the page."""
    dark = dark_colours(codes)
    return {
        name: f"light-dark({colour}, {dark.get(colour, colour)})" for name, colour in colours(codes).items()
    }


def basis(code: str) -> dict[str, Any]:
    """How a kind of money is drawn: opacity, hatch, outline (see BASIS)."""
    return BASIS.get(code, OTHER)


def shades(count: int) -> list[str]:
    """`count` greys as hex colours, from dark to light, for ordered codes without colours of their own."""
    steps = [
        mixed(INK["light"], GROUND["light"], 0.85 - 0.6 * step / max(count - 1, 1)) for step in range(count)
    ]
    return [hexadecimal(step) for step in steps]


def rgba(colour: str, opacity: float = 1.0) -> str:
    """A hex colour with an opacity (0 to 1) as CSS, which Plotly takes."""
    red, green, blue = channels(colour)
    return f"rgba({red}, {green}, {blue}, {opacity:g})"


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, each 0 to 255. Raises ValueError for any other text."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexadecimal(colour: tuple[int, int, int]) -> str:
    """Red, green and blue, each 0 to 255, as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mixed(colour: str, ground: str, share: float) -> tuple[int, int, int]:
    """A mixture of two hex colours: `share` (0 to 1) of `colour`, the rest of `ground`. Channels 0 to 255."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    red, green, blue = (round(above * share + below * (1 - share)) for above, below in pairs)
    return red, green, blue
