"""Lines of text, each with a button that opens the passages behind it: findings, figures, money.

This is a component because Streamlit needs three elements for each line: a container, a text and a
button. Those of Overview took a fifth of the time of a filter change (benchmarks/RESULTS.md).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from components.content.text import formatting
from components.content.text.findings import Finding
from components.ui.shell import drawer
from data import queries
from data.load import Dataset

ROWS, FIGURES = "rows", "figures"  # looks: see `_draw`
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
    isolate_styles=False,  # in a shadow tree a button would not get the focus back after the drawer
)


class Line(NamedTuple):
    """One line.

    text: `**` around bold words. label: of the button, which opens a drawer with `title` and the passages.
    Without passages there is no button.
    """

    text: str
    label: str
    title: str
    passage_ids: Sequence[str]


def finding_list(findings: Sequence[Finding], title: str) -> None:
    """Draw findings, each with a button that opens its passages in a drawer with this title."""
    _draw([_line(text, title, ids) for text, ids in findings], "findings")


def figure_list(ds: Dataset) -> None:
    """Draw the numbers of the table figures side by side."""
    lines = []
    for row in queries.records(ds.figures):
        number = f"{row['bound']} {formatting.count(row['value'])}".strip()
        text = f"**{number}**\n{row['label']}"
        lines.append(Line(text, "Read the sentence", row["label"], [row["passage_id"]]))
    _draw(lines, "figures", FIGURES)


def _line(text: str, title: str, passage_ids: Sequence[str]) -> Line:
    """A line whose button says how many sentences it opens."""
    return Line(text, formatting.plural(len(set(passage_ids)), "sentence"), title, passage_ids)


def _draw(lines: Sequence[Line], key: str, look: str = ROWS) -> None:
    """Draw the component. look: ROWS (lines below each other) or FIGURES (side by side, bold words large)."""

    def opened() -> None:
        # This should be the index of a line, but a browser can send anything.
        index = st.session_state[key].opened
        if type(index) is int and 0 <= index < len(lines):
            drawer.open_with(lines[index].title, lines[index].passage_ids)

    texts = [(line.text, line.label if line.passage_ids else "") for line in lines]
    _mount(key=key, data={"lines": texts, "look": look}, on_opened_change=opened)
