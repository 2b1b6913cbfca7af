"""The commitments as a table with filters of its own; a row opens its sentence beside it."""

from typing import Any

import pandas as pd
import streamlit as st

from components.content.charts import counts
from components.content.export import csv_zip
from components.content.text import formatting, tables
from components.ui.parts.page_controls import choose_any, choose_from_list, search_box
from components.ui.shell import url_state
from data import queries
from data.load import Dataset
from data.queries import View

MOST_UNASKED = 12  # sentences shown beside the table although no row was chosen
STRENGTH, MARK, CELL = "strength", "names", "cell"  # parameters of the URL
ROWS = "commitment_rows"


def choose_rows(view: View) -> pd.DataFrame:
    """Draw the table's own filters; returns the rows of `queries.commitments` that they leave."""
    strengths = view.labels("strength")
    cells = _cells(view.whole)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        words = search_box("Search titles and quotes")
        cell = choose_from_list("Bar of the ladder", cells, CELL, "Any theme and strength", known=cells)
        wanted = choose_any("Strength", strengths, STRENGTH)
        marks = choose_any("Names", {word: word for word in queries.MARKS.values()}, MARK)
    return _narrowed(view, cell, tuple(wanted), tuple(marks), words)


@queries.cached
def _narrowed(
    view: View, cell: str | None, strengths: tuple[str, ...], marks: tuple[str, ...], words: str
) -> pd.DataFrame:
    rows = queries.commitments(view)
    if cell:
        rows = rows[rows["theme"] + "." + rows["strength"] == cell]
    if strengths:
        rows = rows[rows["strength"].isin(strengths)]
    for column, word in queries.MARKS.items():
        if word in marks:
            rows = rows[rows[column]]
    if words:
        texts = rows["title"] + "\n" + rows["quote"]
        rows = rows[[bool(queries.hits(text, words)) for text in texts]]
    return rows.reset_index(drop=True)


def commitments_table(ds: Dataset, rows: pd.DataFrame) -> list[str]:
    """Draw the rows with their download; returns the passages to show beside them, in reading order."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        count = formatting.plural(len(rows), "commitment")
        st.markdown(f"**{count}**. Choose a row to read its sentence.", width="content")
        st.download_button(
            "Download these rows",
            lambda: csv_zip.csv(rows),
            "commitments-shown.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
        )
    event = st.dataframe(
        tables.commitments(ds, rows),
        key=ROWS,
        hide_index=True,
        selection_mode="single-row",
        on_select="rerun",
        column_config={"Commitment": st.column_config.Column(width=290)},
        height=520 if len(rows) > 13 else "content",
    )
    chosen = [row for row in event.selection.rows if row < len(rows)]
    picked = rows.iloc[chosen] if chosen else rows
    ids = queries.joined(picked["passage_id"]).split(";")
    narrowed = url_state.any_set(STRENGTH, MARK, CELL, url_state.SEARCH) and len(ids) <= MOST_UNASKED
    return ids if chosen or narrowed else []


def show_cell(point: dict[str, Any]) -> None:
    """A click on a bar of the ladder: the table shows what the bar counts. The ladder stays whole."""
    url_state.write(CELL, [".".join(counts.cell_of(point))])


def clear_own_filters() -> None:
    """Clear the table's own filters; the shared ones stay."""
    for name in (STRENGTH, MARK, CELL, url_state.SEARCH):
        url_state.write(name, None)


@queries.cached
def _cells(whole: Dataset) -> dict[str, str]:
    """The bars of the whole statement's ladder: words by name in the URL,
    `{"health.pledged": "Health, pledged"}`."""
    theme, strength = (queries.labels(whole, facet) for facet in ("theme", "strength"))
    ladder = queries.ladder(queries.select(whole, queries.Selection()))
    return {
        f"{t}.{s}": f"{theme[t]}, {strength[s].lower()}"
        for t, s in zip(ladder["theme"], ladder["strength"], strict=True)
    }
