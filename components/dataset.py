"""The one cached load. LINCHPIN_DATA points the app at another folder of the same shape."""

import os
from pathlib import Path

import streamlit as st

from components import exports
from data import citation, dataset, outlines


@st.cache_resource(show_spinner=False)
def load() -> dataset.Dataset:
    """The dataset, read and checked once per server. Raises DatasetError for a bad folder."""
    return dataset.load(_folder())


@st.cache_data(show_spinner=False)
def codebook() -> str:
    """The rules by which the folder's statement was coded, in Markdown."""
    return _text("CODEBOOK.md")


@st.cache_data(show_spinner=False)
def changes() -> str:
    """What was changed in the folder's tables after the first coding, in Markdown."""
    return _text("CHANGES.md")


@st.cache_data(show_spinner=False)
def package() -> bytes:
    """The whole dataset as a zip, with descriptor, codebook, licence and citation."""
    return exports.package(_folder(), {"CITATION.cff": citation.cff(load())})


@st.cache_data(show_spinner=False)
def country_names() -> dict[str, str]:
    """English name by ISO 3166-1 alpha-3 code. The outlines are the world's, whatever the statement."""
    return outlines.names(dataset.FOLDER)


def _text(name: str) -> str:
    file = _folder() / name
    return file.read_text(encoding="utf-8") if file.is_file() else f"This folder holds no {name}."


def _folder() -> Path:
    return Path(os.environ.get("LINCHPIN_DATA") or dataset.FOLDER)
