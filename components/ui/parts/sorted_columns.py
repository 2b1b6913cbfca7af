"""Columns of a table that show words and are sorted by their meaning: dates, and codes that have an order.

A browser sorts a column of words by their letters, and it has no other order for words. So a cell holds a
text whose letters sort by meaning (`2021-05-21`, `2 Pledged`), which is also what is copied and saved,
and shows the words in its place.
"""

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from components.content.text.tables import SORTED_BY


def sorted_columns(table: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, ColumnConfig]]:
    """The table without its columns SORTED_BY, their texts in the columns that they sort; and the settings by
    which those show the words."""
    shown, settings = table.copy(), dict[str, ColumnConfig]()
    for name in table.columns[table.columns.str.startswith(SORTED_BY)]:
        column = name.removeprefix(SORTED_BY)
        pairs = list(zip(table[name], table[column], strict=True))
        words: dict[Any, str] = dict(pairs)
        if len(words) < len(set(pairs)):  # different words at the same place, as `2020–2029` and `the 2020s`
            shown[name] = [f"{text}, {word}" for text, word in pairs]
            words = dict(zip(shown[name], table[column], strict=True))
        shown[column] = shown.pop(name)
        settings[column] = st.column_config.SelectboxColumn(
            options=sorted(words), format_func=words.__getitem__
        )
    return shown, settings
