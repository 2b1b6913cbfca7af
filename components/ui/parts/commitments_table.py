"""The commitments as a table with its own filters, and the sentence of the chosen one.

A commitment is chosen by a row of the table or a square of the balance; the link holds which.
"""

import pandas as pd
import streamlit as st

from components.content.charts.balance import commitment_of
from components.content.export import csv_zip
from components.content.text import formatting, tables
from components.ui.parts import passage_card
from components.ui.parts.page_controls import choose_any, found_line, search_box
from components.ui.parts.plotly_figure import Mark
from components.ui.parts.sorted_columns import sorted_columns
from components.ui.session import url_state
from data import queries
from data.load import Dataset
from data.queries import View

# Parameters of the URL.
STRENGTH, MARK, FOLLOWED, CELL, CHOSEN = "strength", "names", "followed", "cell", "commitment"
NOTHING = "none"  # value of FOLLOWED: no event is known
ROWS = "commitment_rows"  # key of the table
ROW_HEIGHT = 32  # px
TALL, SHORT = 16, 6  # rows in sight without and with a chosen commitment


def choose_rows(view: View) -> pd.DataFrame:
    """Draw the table's own filters. Returns the rows of `queries.commitments` that they leave."""
    with st.container(key="commitment_filters", horizontal=True, vertical_alignment="center", gap="small"):
        words = search_box("Search titles and quotes", width=250)
        strengths = _choose("Strength", view.labels("strength"), STRENGTH)
        marks = _choose("Names", {word: word for word in queries.MARKS.values()}, MARK)
        followed = [] if view.whole.outcomes.empty else _choose("Followed", _relations(view), FOLLOWED)
        if words:
            found_line(queries.search(view.whole, "commitments", words))
    cells = _cells(view.whole)
    cell = choose_any("Theme and strength", _linked(cells), CELL) if url_state.any_set(CELL) else []
    return _filtered(view, tuple(cell), tuple(strengths), tuple(marks), tuple(followed), words)


def _relations(view: View) -> dict[str, str]:
    """What readers can choose of what followed, as {value in the URL: words on screen}."""
    return view.labels("relation") | {NOTHING: "Nothing known"}


def _choose(label: str, options: dict[str, str], name: str) -> list[str]:
    """Draw a button that unfolds a choice of any number of options. Returns the chosen values."""
    chosen = [options[value] for value in url_state.known_values(name, options)]
    with st.popover(f"{label}: {', '.join(chosen).lower()}" if chosen else label):
        return choose_any(label, options, name)


def _linked(cells: dict[str, str]) -> dict[str, str]:
    """The cells that the link holds: older links may have one."""
    linked = url_state.known_values(CELL, cells)
    return {cell: words for cell, words in cells.items() if cell in linked}


@queries.cached_recent
def _filtered(
    view: View,
    cells: tuple[str, ...],
    strengths: tuple[str, ...],
    marks: tuple[str, ...],
    followed: tuple[str, ...],
    words: str,
) -> pd.DataFrame:
    rows = queries.commitments(view)
    if cells:
        rows = rows[(rows["theme"] + "." + rows["strength"]).isin(cells)]
    if strengths:
        rows = rows[rows["strength"].isin(strengths)]
    for column, word in queries.MARKS.items():
        if word in marks:
            rows = rows[rows[column]]
    if followed:
        relations = queries.relations(view)
        known = [relations.get(commitment_id, [NOTHING]) for commitment_id in rows["commitment_id"]]
        rows = rows[[not set(codes).isdisjoint(followed) for codes in known]]
    if words:
        found = queries.search(view.whole, "commitments", words)
        rows = rows[rows["commitment_id"].isin(found.hits)]
    return rows.reset_index(drop=True)


def commitments_table(ds: Dataset, rows: pd.DataFrame) -> None:
    """Draw the rows, under them the sentence of the chosen one, and their download."""
    ids = list(rows["commitment_id"])
    chosen = _chosen(ds)
    st.session_state[ROWS] = {"selection": {"rows": [ids.index(chosen)] if chosen in ids else []}}

    def choose() -> None:
        selected = st.session_state[ROWS].selection.rows
        url_state.write(CHOSEN, ids[selected[0]] if selected and selected[0] < len(ids) else None)

    most = SHORT if chosen else TALL
    shown, settings = sorted_columns(tables.commitments(ds, rows))
    columns = ["Commitment", "Strength", "What followed", "Names", "Verb", "Actor", "Theme", "Paragraph"]
    if ds.outcomes.empty:
        columns.remove("What followed")
    st.dataframe(
        shown,
        key=ROWS,
        hide_index=True,
        selection_mode="single-row",
        on_select=choose,
        column_order=columns,
        column_config={
            # Most titles are whole: Streamlit wraps none in rows below 64 px.
            "Commitment": st.column_config.Column(width=400),
            "Strength": settings["Strength"] | {"width": 85},
            "What followed": st.column_config.Column(width=110),
            "Names": st.column_config.Column(width=105),
            "Actor": st.column_config.Column(width=60),
        },
        row_height=ROW_HEIGHT,
        height=(most + 1) * ROW_HEIGHT if len(rows) > most else "content",
    )
    if chosen:
        (row,) = queries.records(ds.commitments[ds.commitments["commitment_id"] == chosen])
        st.header(formatting.literal(row["title"]), anchor=False)
        passage_card.card(ds, queries.passage(ds, row["passage_id"]), clause=row["quote"])
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(
            f"{formatting.plural(len(rows), 'commitment')}. Choose a row or a square to read its sentence.",
            width="content",
        )
        st.download_button(
            "Download these rows",
            lambda: csv_zip.csv(rows),
            "commitments-shown.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
        )


def show_commitment(mark: Mark, words: str) -> None:
    """Handle a click on a square of the balance: its commitment is chosen."""
    url_state.write(CHOSEN, commitment_of(mark))


def clear_own_filters() -> None:
    """Clear the table's own filters; the shared ones stay."""
    for name in (STRENGTH, MARK, FOLLOWED, CELL, url_state.SEARCH):
        url_state.write(name, None)


def _chosen(ds: Dataset) -> str | None:
    """The id of the chosen commitment, or None. An unknown one is removed from the link, with a warning."""
    return next(iter(url_state.known_values(CHOSEN, set(ds.commitments["commitment_id"]))), None)


@queries.cached
def _cells(whole: Dataset) -> dict[str, str]:
    """The themes with each strength of their commitments, as {value in the URL: words on screen}:
    `{"health.pledged": "Health, pledged"}`."""
    themes, strengths = queries.labels(whole, "theme"), queries.labels(whole, "strength")
    balance = queries.balance(queries.select(whole, queries.Selection()))
    return {
        f"{theme}.{strength}": f"{themes[theme]}, {strengths[strength].lower()}"
        for theme, strength in zip(balance["theme"], balance["strength"], strict=True)
    }
