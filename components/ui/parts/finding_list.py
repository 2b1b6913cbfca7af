"""Lines of text, each with a button that opens the passages behind it: findings and figures.

This is a component because Streamlit needs three elements for each line: a container, a text and a
button. Those of Overview took a fifth of the time of a filter change. The code that runs in the browser is in
static/scripts/finding_list.js.
"""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from components.content.text import formatting
from components.content.text.findings import Finding
from components.ui.scripts import script, sent
from components.ui.session import drawer_request
from data import queries
from data.load import Dataset

ROWS, FIGURES = "rows", "figures"  # looks: see `_draw`
_mount = st.components.v2.component(
    "linchpin_lines",
    js=script("finding_list"),
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
        index = sent(key, "opened")
        if type(index) is int and 0 <= index < len(lines):
            drawer_request.open_with(lines[index].title, lines[index].passage_ids)

    texts = [(line.text, line.label if line.passage_ids else "") for line in lines]
    _mount(key=key, data={"lines": texts, "look": look}, on_opened_change=opened)
