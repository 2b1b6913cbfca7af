"""The one cached load. LINCHPIN_DATA points the app at another folder of the same shape."""

import os
from pathlib import Path

import streamlit as st

from data import dataset, outlines


@st.cache_resource(show_spinner=False)
def load() -> dataset.Dataset:
    """The dataset, read and checked once per server. Raises DatasetError for a bad folder."""
    return dataset.load(_folder())


@st.cache_data(show_spinner=False)
def codebook() -> str:
    """The rules by which the folder's statement was coded, in Markdown."""
    rules = _folder() / "CODEBOOK.md"
    return rules.read_text(encoding="utf-8") if rules.is_file() else "This folder holds no CODEBOOK.md."


@st.cache_data(show_spinner=False)
def country_names() -> dict[str, str]:
    """English name by ISO 3166-1 alpha-3 code. The outlines are the world's, whatever the statement."""
    return outlines.names(dataset.FOLDER)


def _folder() -> Path:
    return Path(os.environ.get("LINCHPIN_DATA") or dataset.FOLDER)
