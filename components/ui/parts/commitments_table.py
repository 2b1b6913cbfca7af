"""The commitments as a table: narrowed by words, strength and marks, a row opening its sentence."""

import pandas as pd
import streamlit as st

from components.content import charts, export
from components.content.text import formatting
from components.ui.shell import filter_bar
from data import queries
from data.load.dataset import Dataset

MANY = 12  # sentences; more than that are not shown unasked beside the table
STRENGTH, MARK, CELL, ROW = "strength", "names", "cell", "commitment_rows"


def choose(whole: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw the table's own filters and return the rows they leave."""
    strengths = queries.codes(whole, "strength")["label"].to_dict()
    cells = _cells(whole)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        words = filter_bar.search("Search titles and quotes")
        cell = filter_bar.page_select("Bar of the ladder", cells, CELL, "Any theme and strength", known=cells)
        wanted = filter_bar.page_pills("Strength", strengths, STRENGTH)
        marks = filter_bar.page_pills("Names", {word: word for word in queries.MARKS.values()}, MARK)
    return _narrowed(rows, cell, wanted, marks, words)


@queries.remembered
def _narrowed(
    rows: pd.DataFrame, cell: str | None, strengths: list[str], marks: list[str], words: str
) -> pd.DataFrame:
    if cell:
        rows = rows[rows["theme"] + "." + rows["strength"] == cell]
    if strengths:
        rows = rows[rows["strength"].isin(strengths)]
    for column, word in queries.MARKS.items():
        if word in marks:
            rows = rows[rows[column]]
    if words:
        rows = rows[(rows["title"] + "\n" + rows["quote"]).map(lambda text: bool(queries.hits(text, words)))]
    return rows.reset_index(drop=True)


def table(rows: pd.DataFrame, ds: Dataset) -> list[str]:
    """Draw the rows with their download; the passages to show beside them, in reading order."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        count = formatting.plural(len(rows), "commitment")
        st.markdown(f"**{count}**. Choose a row to read its sentence.", width="content")
        st.download_button(
            "Download these rows",
            lambda: export.csv(rows),
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
        column_config={"Commitment": st.column_config.Column(width=290)},
        height=520 if len(rows) > 13 else "content",
    )
    chosen = [row for row in event.selection.rows if row < len(rows)]
    picked = rows.iloc[chosen] if chosen else rows
    ids = queries.joined(picked["passage_id"]).split(";")
    narrowed = filter_bar.asked(STRENGTH, MARK, CELL, filter_bar.SEARCH) and len(ids) <= MANY
    return ids if chosen or narrowed else []


def narrow(point: dict) -> None:
    """A click on the ladder: the table shows what the bar counts. The ladder itself stays whole."""
    filter_bar.set_page(CELL, [".".join(charts.cell_of(point))])


def widen() -> None:
    """Drop the table's own filters; the shared ones stay."""
    for name in (STRENGTH, MARK, CELL, filter_bar.SEARCH):
        filter_bar.set_page(name, [])


@queries.remembered
def _cells(whole: Dataset) -> dict[str, str]:
    """The bars of the whole statement's ladder by their name in the URL: `health.pledged`, `Health, pledged`."""
    theme, strength = (queries.codes(whole, facet)["label"] for facet in ("theme", "strength"))
    ladder = queries.ladder(whole)
    return {
        f"{t}.{s}": f"{theme[t]}, {strength[s].lower()}"
        for t, s in zip(ladder["theme"], ladder["strength"], strict=True)
    }


@queries.remembered
def _shown(rows: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    label = {facet: queries.codes(ds, facet)["label"] for facet in ("actor", "strength", "theme")}
    names = [
        ", ".join(word for column, word in queries.MARKS.items() if row[column])
        for row in rows.to_dict("records")
    ]
    return pd.DataFrame(
        {
            "Commitment": rows["title"],
            "Strength": rows["strength"].map(label["strength"]),
            "Actor": rows["actor"].map(label["actor"]),
            "Theme": rows["theme"].map(label["theme"]),
            "Names": names,
            "Paragraph": rows["paragraph"],
        }
    )
