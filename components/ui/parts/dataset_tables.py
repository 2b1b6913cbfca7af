"""The parts of the page Method: agreement, change log, citation, codebook, and tables with downloads."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.content.export import csv_zip
from components.content.text import formatting, tables
from components.ui.parts.passage_table import folded_table
from components.ui.parts.sorted_columns import sorted_columns
from components.ui.session import loaded_dataset
from data import citation
from data.load import TABLES, Dataset
from data.load.corpus import CORPUS, CORPUS_TABLES
from data.queries import View

# The picture comes first, on a phone above the text; where there is room, it stands at the right.
_STYLE = "@media (min-width: 641px) { .st-key-method > * > * { flex-direction: row-reverse } }"


def text_and_aside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The columns of the page: for the text, and for the picture of agreement beside it."""
    st.html(f"<style>{_STYLE}</style>")
    with st.container(key="method"):
        aside, text = st.columns([520, 680], gap="medium")
    return text, aside


def agreement(whole: Dataset) -> None:
    """Draw how far the two codings agree per facet, and, folded, the sentences in which they differ."""
    st.table(tables.reliability(whole).set_index("Facet"))
    differences, title = tables.differences(whole), "Where the passes differ"
    label = f"{title}: {formatting.plural(len(differences), 'sentence')}"
    note = "Both codes where they differ, the first pass before the second."
    folded_table(label, lambda: differences, "differences", title, note)


def changes() -> None:
    """Draw the change log, folded. It is long, so it is sent only when it is unfolded."""
    fold = st.expander("Change log", icon=":material/history:", key="changes_fold", on_change="rerun")
    if fold.open:
        fold.markdown(formatting.below(formatting.literal(loaded_dataset.changes())))


def cite(ds: Dataset) -> None:
    """Draw the statement's address and the dataset's citation, to copy."""
    st.markdown(
        f"**The statement.** {ds.statement.title}, {formatting.day(ds.statement.date)}. "
        f"{ds.about.statement_licence} Official address:"
    )
    st.code(ds.statement.url, language=None, wrap_lines=True)
    if ds.statement.published_url != ds.statement.url:
        day = formatting.day(ds.statement.date)
        st.markdown(f"That is the archive's. The address at which it was published on {day}:")
        st.code(ds.statement.published_url, language=None, wrap_lines=True)
    st.markdown(
        f"**The dataset.** {ds.about.licence} The code that shows it is under the MIT licence. "
        "To cite it in a text:"
    )
    st.code(citation.plain(ds), language=None, wrap_lines=True)
    st.markdown("As BibTeX:")
    st.code(citation.bibtex(ds), language=None)


def codebook(ds: Dataset) -> None:
    """Draw every facet's codes with their definitions, then the rules in full, folded."""
    for facet in ds.codes["facet"].unique():
        st.header(facet.replace("_", " ").capitalize(), anchor=False)
        rows = ds.codes[ds.codes["facet"] == facet].sort_values("order")
        st.table(rows[["label", "definition"]].rename(columns=str.capitalize).set_index("Label"))
    with st.expander("The codebook's rules, in full", icon=":material/rule:"):
        st.markdown(formatting.below(formatting.literal(loaded_dataset.codebook())))


def package(ds: Dataset) -> None:
    """Draw the button that downloads the whole dataset."""
    st.download_button(
        "Everything as one zip",
        loaded_dataset.package,
        f"{ds.descriptor['name']}-{ds.descriptor['version']}.zip",
        "application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
        key="download_package",
        help="All tables and texts, with descriptor, codebook, change log, licence and citation.",
    )


def browse(view: View) -> None:
    """Draw the choice of a table, then its description, downloads, rows and columns. No filter reaches the
    tables of the corpus."""
    whole, corpus = view.whole, view.whole.corpus
    names = [*TABLES, *(f"{CORPUS}/{name}" for name in CORPUS_TABLES if corpus)]
    path = st.selectbox("Table", names, format_func=lambda name: f"{name}.csv", key="table")
    folder, _, name = path.rpartition("/")
    source = corpus if corpus and folder else whole
    (resource,) = (one for one in source.descriptor["resources"] if one["name"] == name)
    st.markdown(resource.get("description", ""))
    all_rows = getattr(source, name)
    filtered = all_rows if folder else getattr(view.ds, name)
    with st.container(horizontal=True):
        st.download_button(
            f"All {len(all_rows)} rows",
            lambda: csv_zip.csv(all_rows),
            f"{name}.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="download_all",
        )
        st.download_button(
            f"The {len(filtered)} rows under the filter",
            lambda: csv_zip.csv(filtered),
            f"{name}-filtered.csv",
            "text/csv",
            icon=":material/filter_alt:",
            on_click="ignore",
            key="download_filtered",
            disabled=len(filtered) == len(all_rows),
        )
    fields = resource["schema"]["fields"]
    days = {field["name"]: st.column_config.DateColumn() for field in fields if field["type"] == "date"}
    shown, settings = sorted_columns(filtered if folder else tables.coded(whole, name, filtered))
    st.dataframe(shown, hide_index=True, key="rows", column_config=days | settings)
    st.header("Columns", anchor=False)
    columns = [
        {"Column": field["name"], "Type": field["type"], "Meaning": field.get("description", "")}
        for field in fields
    ]
    st.table(pd.DataFrame(columns).set_index("Column"))
