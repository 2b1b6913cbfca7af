"""Lines of words, each with the button that opens the passages behind it.

A component: as elements of Streamlit each line would be a container, a text and a button, and those
of Overview took a fifth of the time of a filter change (benchmarks/RESULTS.md).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from components.ui.parts import passage_card

ROWS, FIGURES = "rows", "figures"
_mount = st.components.v2.component(
    "linchpin_lines",
    html='<ul class="lines"></ul>',
    css="""
.lines {
  list-style: none; margin: 0; padding: 0; line-height: 1.6;
  li { display: flex; gap: 1rem; align-items: center; margin: 0; padding: 0.4rem 0 }
  p { flex: 1; margin: 0; white-space: pre-line; overflow-wrap: anywhere }
  button {
    font: 0.875rem/1.6 var(--st-font); color: inherit; background: none; border: none;
    padding: 0.4rem 0; cursor: pointer; white-space: nowrap
  }
  button:hover { color: var(--st-link-color) }
  button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px }
  button span {
    font: 1rem/1 "Material Symbols Rounded"; vertical-align: middle; margin-right: 0.5rem;
    display: inline-block; width: 1em; overflow: hidden
  }
}
.lines.figures {
  display: flex; flex-wrap: wrap; gap: 1rem 2rem;
  li { flex: 1 1 12rem; display: block }
  b { font: 1.6rem/1.6 "Source Serif", serif }
}
@media print { .lines button { display: none } }
""",
    js=(Path(__file__).parent / "finding_list.js").read_text(encoding="utf-8"),
    isolate_styles=False,  # in a shadow tree a button would not have the focus back after the drawer
)


class Line(NamedTuple):
    """What a line says, with `**` around what is bold; its button's words; what the drawer then shows."""

    text: str
    label: str
    title: str
    passage_ids: Sequence[str]


def lines(told: Sequence[Line], key: str, look: str = ROWS) -> None:
    """Draw the lines: ROWS, one below the other, or FIGURES, side by side under a large bold number.
    A line without passages has no button."""

    def opened() -> None:
        # From the browser, so it may be anything.
        place = st.session_state[key].opened
        if type(place) is int and 0 <= place < len(told):
            passage_card.behind(told[place].title, told[place].passage_ids)

    words = [(line.text, line.label if line.passage_ids else "") for line in told]
    _mount(key=key, data={"lines": words, "look": look}, on_opened_change=opened)
