"""The dataset's tables on Method: their columns in words, their rows, their downloads."""

import pandas as pd
import streamlit as st

from components import dataset, exports
from data.dataset import TABLES, Dataset


def codebook(ds: Dataset) -> None:
    """Every facet's codes with their definitions, then the rules in full."""
    for facet in ds.codes["facet"].unique():
        st.subheader(facet.replace("_", " ").capitalize(), anchor=False)
        rows = ds.codes[ds.codes["facet"] == facet].sort_values("order")
        st.table(rows[["label", "definition"]].rename(columns=str.capitalize).set_index("Label"))
    with st.expander("The codebook's rules, in full", icon=":material/rule:"):
        st.markdown(dataset.codebook())


def browse(whole: Dataset, view: Dataset) -> None:
    """Choose a table: its description, its columns, its rows, and the CSV as filtered or whole."""
    resources = {resource["name"]: resource for resource in whole.descriptor["resources"]}
    name = st.selectbox("Table", TABLES, format_func=lambda name: f"{name}.csv", key="table")
    st.markdown(resources[name].get("description", ""))
    all_rows, filtered = getattr(whole, name), getattr(view, name)
    with st.container(horizontal=True):
        st.download_button(
            f"All {len(all_rows)} rows",
            exports.csv(all_rows),
            f"{name}.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="download_all",
        )
        st.download_button(
            f"The {len(filtered)} rows under the filter",
            exports.csv(filtered),
            f"{name}-filtered.csv",
            "text/csv",
            icon=":material/filter_alt:",
            on_click="ignore",
            key="download_filtered",
            disabled=len(filtered) == len(all_rows),
        )
    st.dataframe(filtered, hide_index=True, key="rows")
    st.subheader("Columns", anchor=False)
    columns = [
        {"Column": field["name"], "Type": field["type"], "Meaning": field.get("description", "")}
        for field in resources[name]["schema"]["fields"]
    ]
    st.table(pd.DataFrame(columns).set_index("Column"))
