"""The dataset that the app shows, loaded once per server. LINCHPIN_DATA names another folder to load."""

import os
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from components.content.export import csv_zip
from data import citation
from data import load as loader
from data.load import FOLDER, Dataset
from data.load import country_names as outlines


class _Folder(NamedTuple):
    dataset: Dataset
    codebook: str
    changes: str
    package: bytes


def load() -> Dataset:
    """The dataset, read and checked once per server. Raises DatasetError for a bad folder."""
    return _read().dataset


def codebook() -> str:
    """The rules by which the folder's statement was coded, in Markdown."""
    return _read().codebook


def changes() -> str:
    """What was changed in the folder's tables after the first coding, in Markdown."""
    return _read().changes


def package() -> bytes:
    """The whole dataset as a zip, with descriptor, codebook, licence and citation."""
    return _read().package


@st.cache_resource(show_spinner=False)
def country_names() -> dict[str, str]:
    """English name by ISO 3166-1 alpha-3 code. The outlines are the world's, whatever the statement."""
    return outlines.names(FOLDER)


@st.cache_resource(show_spinner=False)
def _read() -> _Folder:
    """Everything that is shown of the folder, read at one moment: if a file changes while it is read, all
    are read again. Later changes show after a restart."""
    folder = Path(os.environ.get("LINCHPIN_DATA") or FOLDER)
    while True:
        before = _state(folder)
        ds = loader.load(folder)
        read = _Folder(
            ds,
            _text(folder, "CODEBOOK.md"),
            _text(folder, "CHANGES.md"),
            csv_zip.package(folder, {"CITATION.cff": citation.cff(ds)}),
        )
        if _state(folder) == before:
            return read


def _state(folder: Path) -> list[tuple[Path, int, int]]:
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in {".csv", ".json", ".md"}]
    return [(path, path.stat().st_mtime_ns, path.stat().st_size) for path in files]


def _text(folder: Path, name: str) -> str:
    file = folder / name
    return file.read_text(encoding="utf-8") if file.is_file() else f"This folder holds no {name}."
