"""A Plotly figure that keeps its element, answers clicks and keys, and makes pictures of itself.

A component of ours: `st.plotly_chart` draws every changed figure from nothing, loads all of plotly.js,
and its marks cannot be reached by keyboard. Figures beside it: benchmarks/RESULTS.md. The code that runs
in the browser is in static/scripts/figure.js.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from components.content.charts import palette
from components.content.charts.chart import Caption
from components.content.charts.figure import words_of
from components.ui.scripts import STATIC, script, sent

Mark = list[Any]  # the customdata of a point: its passages first
TOOLS_HEIGHT = 24  # px: the row of buttons under a figure
ClickHandler = Callable[[Mark, str], None]  # a mark, and what hovering over it says


def _library() -> str:
    """The address of plotly.js, as seen from the code."""
    (file,) = (STATIC / "plotly").glob("plotly-basic-*.min.js")
    return f"../plotly/{file.name}"


LIBRARY = _library()
_mount = st.components.v2.component(
    "linchpin_figure",
    js=script("figure"),
    isolate_styles=False,  # in a shadow tree a figure would not have the focus back after the drawer
)


def plotly_figure(
    specs: Sequence[Mapping[str, Any]],
    key: str,
    name: str,
    description: str,
    on_click: ClickHandler,
    dark: Mapping[str, str],
    caption: Caption | None = None,
    toggles: Mapping[str, bool] | None = None,
    on_toggle: Callable[[object], None] = lambda label: None,
) -> None:
    """Draw a figure; a mark that is clicked, or opened by keyboard, is given to `on_click`.

    specs: as from `Chart.spec`, with height and margins in px; the width is that of the figure's place. The
    server does not know how wide a window is: of two, the browser draws the second in a narrow one and on
    paper.
    A mark is a point of a trace with customdata. name, description: the figure in words.
    dark: the colour on a dark ground for each on a light one, as from `palette.dark_colours`.
    caption: of its picture; without it the figure is on a slide: without buttons, larger on a larger screen.
    toggles: labels of the buttons beside those for pictures, and whether they are on. One that is pressed is
    given to `on_toggle` as the browser names it: any value.
    """

    def opened() -> None:
        if found := _mark(specs, sent(key, "opened")):
            on_click(*found)

    _mount(
        key=key,
        data={
            "key": key,
            "library": LIBRARY,
            "specs": [{"traces": spec["data"], "layout": spec["layout"]} for spec in specs],
            "name": name,
            "description": description,
            "dark": dark,
            "picture": _picture(caption) if caption else None,
            "slide": caption is None,
            "toggles": [{"label": label, "on": on} for label, on in (toggles or {}).items()],
        },
        height=int(specs[0]["layout"]["height"]) + TOOLS_HEIGHT if caption else "content",
        on_opened_change=opened,
        on_pressed_change=lambda: on_toggle(sent(key, "pressed")),
    )


def _picture(caption: Caption) -> dict[str, str]:
    """The caption, with the colours of the light scheme: a transparent picture could not be read in a
    viewer with a dark background."""
    return caption._asdict() | {"ink": palette.INK["light"], "ground": palette.GROUND["light"]}


def _mark(specs: Sequence[Mapping[str, Any]], address: Any) -> tuple[Mark, str] | None:
    """The mark at [spec, trace, point], and its words; None if there is none.

    The address is from the browser: any value.
    """
    try:
        spec, trace, point = address
        if all(type(place) is int and place >= 0 for place in address):
            mark = list(specs[spec]["marks"][trace][point])
            return mark, words_of(mark, specs[spec]["data"][trace]["hovertemplate"])
    except (TypeError, ValueError, KeyError, IndexError):
        pass
    return None
