"""The commitments as a table: narrowed by words, strength and marks, a row opening its sentence."""

import pandas as pd
import streamlit as st

from components import charts, exports, filters, wording
from data import queries
from data.dataset import Dataset

MANY = 12  # sentences; more than that are not shown unasked beside the table
STRENGTH, MARK, ROW = "strength", "names", "commitment_rows"


def choose(whole: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw the table's own filters and return the rows they leave."""
    strengths = queries.codes(whole, "strength")["label"].to_dict()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        words = filters.search("Search titles and quotes")
        wanted = filters.page_pills("Strength", strengths, STRENGTH)
        marks = filters.page_pills("Names", {word: word for word in queries.MARKS.values()}, MARK)
    if wanted:
        rows = rows[rows["strength"].isin(wanted)]
    for column, word in queries.MARKS.items():
        if word in marks:
            rows = rows[rows[column]]
    if words:
        rows = rows[(rows["title"] + "\n" + rows["quote"]).map(lambda text: bool(queries.hits(text, words)))]
    return rows.reset_index(drop=True)


def table(rows: pd.DataFrame, ds: Dataset) -> list[str]:
    """Draw the rows with their download; the passages to show beside them, in reading order."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        count = wording.plural(len(rows), "commitment")
        st.markdown(f"**{count}**. Choose a row to read its sentence.", width="content")
        st.download_button(
            "Download these rows",
            lambda: exports.csv(rows),
            "commitments-shown.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
        )
    event = st.dataframe(
        _shown(rows, ds),
        key=ROW,
        hide_index=True,
        selection_mode="single-row",
        on_select="rerun",
        height=520 if len(rows) > 13 else "content",
    )
    chosen = [row for row in event.selection.rows if row < len(rows)]
    picked = rows.iloc[chosen] if chosen else rows
    ids = queries.joined(picked["passage_id"]).split(";")
    narrowed = filters.asked(STRENGTH, MARK, filters.SEARCH) and len(ids) <= MANY
    return ids if chosen or narrowed else []


def narrow(ds: Dataset, point: dict) -> None:
    """A click on the ladder: show that theme and strength only."""
    theme, strength = charts.cell_of(point)
    filters.set_themes(ds, [theme])
    filters.set_page(STRENGTH, [strength])


def widen() -> None:
    """Drop the table's own filters; the shared ones stay."""
    for name in (STRENGTH, MARK, filters.SEARCH):
        filters.set_page(name, [])


def _shown(rows: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    label = {facet: queries.codes(ds, facet)["label"] for facet in ("actor", "strength", "theme")}
    marks = {
        word.capitalize(): rows[column].map({True: "✓", False: ""}) for column, word in queries.MARKS.items()
    }
    return pd.DataFrame(
        {
            "Commitment": rows["title"],
            "Strength": rows["strength"].map(label["strength"]),
            "Actor": rows["actor"].map(label["actor"]),
            "Theme": rows["theme"].map(label["theme"]),
            **marks,
            "Paragraph": rows["paragraph"],
        }
    )
