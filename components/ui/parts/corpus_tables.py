"""The part of the page Method about the neighbouring statements: which they are, what was found in them, and
how."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.content.text import descriptions, formatting, tables
from components.ui.session import loaded_dataset
from data.load import Dataset


def about_corpus(ds: Dataset) -> None:
    """Draw what the corpus is, its texts and topics, and the data card, which says how they were made and
    measured, and what may not be concluded. The dataset has a corpus."""
    for line in descriptions.corpus(ds):
        st.markdown(formatting.literal(line))
    st.header("The texts", anchor=False)
    settings: Mapping[str, Any] = {
        "Date": st.column_config.DateColumn(format="D MMM YYYY"),
        "Official address": st.column_config.LinkColumn(display_text="open"),
    }
    st.dataframe(tables.corpus_texts(ds), hide_index=True, key="corpus_texts", column_config=settings)
    st.header("The topics", anchor=False)
    st.markdown("A pattern is a regular expression; it is searched for in every sentence of every text.")
    st.dataframe(tables.topics(ds), hide_index=True, key="corpus_topics")
    st.markdown(formatting.below(formatting.literal(loaded_dataset.corpus_card())))
