"""The place of the map on the screen: how wide it is, and whether the browser can draw a map at all.

The server makes the picture for a width; only the browser knows it. Most are as wide as is taken for
granted, on phones another width, so a second run is needed only in narrow windows, for slides on larger
screens, on some phones, and in browsers without WebGL.
"""

from typing import Any, NamedTuple

import streamlit as st

from components.ui.scripts import script, sent

_KEY, _WEBGL = "map_place", "map_webgl"  # keys of the component, and of the session state
_STEP = 20  # px: the width is rounded down to a multiple of this
_NARROWEST = 240  # px
_PHONE = 340  # px: the width that is taken for granted on a phone
_LARGEST = 4.0  # the largest scale of a slide
_mount = st.components.v2.component(
    "linchpin_map_place",
    js=script("map_place"),
    # Where the map would be smaller than the text beside it, the text goes below it.
    html="<p></p>",
    css="""
.st-key-map_place p { margin: 0; font: 0.875rem/1.4 var(--st-font); opacity: 0.75 }
@media (max-width: 900px) {
  .st-key-map_page [data-testid=stHorizontalBlock]:has(.st-key-map) {
    flex-wrap: wrap; > [data-testid=stColumn] { min-width: 100% }
  }
}
""",
    isolate_styles=False,
)


class Place(NamedTuple):
    """The place of a map.

    scale: how many times as large as 1280 x 720 px a slide is; 1 for a page. width: in px, at most the one
    taken for granted on a large screen, times the scale. webgl: whether the browser can draw a map.
    """

    width: int
    scale: float
    webgl: bool


def known_place(most: int) -> Place:
    """What is known so far. most: the width in px that is taken for granted, but on a phone."""
    granted = _PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else most
    width, scale = st.session_state.get(_size_key(most), (granted, 1.0))
    return Place(width, scale, st.session_state.get(_WEBGL, True))


def watch_place(most: int, caption: str, slide: bool) -> None:
    """Draw the caption below the map. It is as wide as the map, and its script asks the browser.

    most: the width in px that is taken for granted. slide: whether the map is on a slide.
    """
    _mount(
        key=_KEY,
        data={
            "most": most,
            "step": _STEP,
            "caption": caption,
            "slide": slide,
            **known_place(most)._asdict(),
        },
        on_seen_change=lambda: _keep(most, sent(_KEY, "seen")),
    )


def _size_key(most: int) -> str:
    return f"map_size_{most}"


def _keep(most: int, seen: Any) -> None:
    """Keep what the browser says, which can be anything."""
    if not isinstance(seen, dict):
        return
    width, webgl = seen.get("width"), seen.get("webgl")
    scale: Any = seen.get("scale")
    if type(width) is int and type(scale) in (int, float) and type(webgl) is bool and 1 <= scale <= _LARGEST:
        st.session_state[_size_key(most)] = min(round(most * scale), max(_NARROWEST, width)), float(scale)
        st.session_state[_WEBGL] = webgl
