"""A table whose rows open their passages."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.ui.parts.sorted_columns import sorted_columns
from components.ui.session import drawer_request


def passage_table(table: pd.DataFrame, key: str, title: str) -> None:
    """Draw a table. A chosen row opens its passages in a drawer with this title.

    table: with the column passage_ids (`;`-separated), which is not shown.
    """
    st.caption("Choose a row to read its sentences.")
    shown, settings = sorted_columns(table.drop(columns="passage_ids"))
    st.dataframe(
        shown,
        key=key,
        hide_index=True,
        selection_mode="single-row",
        on_select=lambda: _open_chosen(table, key, title),
        column_config={"Address": st.column_config.LinkColumn(), **settings},
        height=420 if len(table) > 12 else "content",
    )


def folded_table(label: str, table: Callable[[], pd.DataFrame], key: str, title: str, note: str = "") -> None:
    """Draw a folded `passage_table`. It is made and sent only when the reader unfolds it.

    table: makes it. note: what stands above it, as Markdown.
    """
    fold = st.expander(label, icon=":material/table_rows:", key=f"{key}_fold", on_change="rerun")
    if fold.open:
        with fold:
            if note:
                st.markdown(note)
            passage_table(table(), key, title)


def _open_chosen(table: pd.DataFrame, key: str, title: str) -> None:
    chosen = st.session_state[key].selection.rows
    if chosen and chosen[0] < len(table):
        drawer_request.open_with(title, table.iloc[chosen[0]]["passage_ids"].split(";"))
