"""The commitments as a table with its own filters. The passage of a chosen row is shown beside it."""

import pandas as pd
import streamlit as st

from components.content.charts import counts
from components.content.export import csv_zip
from components.content.text import formatting, tables
from components.ui.parts.page_controls import choose_any, choose_from_list, search_box
from components.ui.parts.plotly_figure import Mark
from components.ui.shell import url_state
from data import queries
from data.load import Dataset
from data.queries import View

MOST_PASSAGES = 12  # shown beside the table when no row is chosen
STRENGTH, MARK, CELL = "strength", "names", "cell"  # parameters of the URL


def choose_rows(view: View) -> pd.DataFrame:
    """Draw the table's own filters. Returns the rows of `queries.commitments` that they leave."""
    strengths = view.labels("strength")
    cells = _cells(view.whole)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        words = search_box("Search titles and quotes")
        cell = choose_from_list("Bar of the ladder", cells, CELL, "Any theme and strength", known=cells)
        chosen_strengths = choose_any("Strength", strengths, STRENGTH)
        marks = choose_any("Names", {word: word for word in queries.MARKS.values()}, MARK)
    return _filtered(view, cell, tuple(chosen_strengths), tuple(marks), words)


@queries.cached
def _filtered(
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
    """Draw the rows and their download. Returns the ids of passages to show beside them, in reading order.

    They are the chosen row's passage or, if few rows are left by the table's own filters, those of all rows.
    """
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
        key="commitment_rows",
        hide_index=True,
        selection_mode="single-row",
        on_select="rerun",
        column_config={"Commitment": st.column_config.Column(width=290)},
        height=520 if len(rows) > 13 else "content",
    )
    chosen = [row for row in event.selection.rows if row < len(rows)]
    shown_rows = rows.iloc[chosen] if chosen else rows
    ids = queries.joined(shown_rows["passage_id"]).split(";")
    few = url_state.any_set(STRENGTH, MARK, CELL, url_state.SEARCH) and len(ids) <= MOST_PASSAGES
    return ids if chosen or few else []


def show_cell(mark: Mark) -> None:
    """Handle a click on a bar of the ladder: the table is filtered to the commitments that the bar counts."""
    url_state.write(CELL, [".".join(counts.cell_of(mark))])


def clear_own_filters() -> None:
    """Clear the table's own filters; the shared ones stay."""
    for name in (STRENGTH, MARK, CELL, url_state.SEARCH):
        url_state.write(name, None)


@queries.cached
def _cells(whole: Dataset) -> dict[str, str]:
    """The bars of the whole statement's ladder, as {value in the URL: words on screen}:
    `{"health.pledged": "Health, pledged"}`."""
    themes, strengths = queries.labels(whole, "theme"), queries.labels(whole, "strength")
    ladder = queries.ladder(queries.select(whole, queries.Selection()))
    return {
        f"{theme}.{strength}": f"{themes[theme]}, {strengths[strength].lower()}"
        for theme, strength in zip(ladder["theme"], ladder["strength"], strict=True)
    }
