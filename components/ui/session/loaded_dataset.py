"""The dataset that the app shows, loaded once per server.

The environment variable LINCHPIN_DATA names another folder to load.
"""

import os
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from components.content.export import csv_zip
from data import citation
from data import load as loader
from data.load import FOLDER, Dataset
from data.load import country_names as names_of_outlines
from data.load.corpus import CORPUS


class _Folder(NamedTuple):
    """What the app shows of the dataset's folder."""

    dataset: Dataset
    codebook: str
    changes: str
    corpus_card: str
    package: bytes


def load() -> Dataset:
    """The dataset, read and checked once per server. Raises DatasetError for a bad folder."""
    return _read().dataset


def codebook() -> str:
    """CODEBOOK.md: the rules by which the statement was coded."""
    return _read().codebook


def changes() -> str:
    """CHANGES.md: what was changed in the tables after the first coding."""
    return _read().changes


def corpus_card() -> str:
    """corpus/README.md: how the neighbouring statements were prepared, and what may not be concluded."""
    return _read().corpus_card


def package() -> bytes:
    """The whole dataset as a zip, with descriptor, codebook, licence and citation."""
    return _read().package


def country_names() -> dict[str, str]:
    """English name of each country by its ISO 3166-1 alpha-3 code. They do not depend on the statement."""
    return names_of_outlines.names(FOLDER)


@st.cache_resource(show_spinner=False)
def _read() -> _Folder:
    """Read the folder, so that all parts belong together: if a file changes meanwhile, all are read again.

    A later change of a file shows after a restart.
    """
    folder = Path(os.environ.get("LINCHPIN_DATA") or FOLDER)
    while True:
        state_before = _file_states(folder)
        ds = loader.load(folder)
        read = _Folder(
            ds,
            _text(folder, "CODEBOOK.md"),
            _text(folder, "CHANGES.md"),
            _text(folder, f"{CORPUS}/README.md"),
            csv_zip.package(folder, {"CITATION.cff": citation.cff(ds)}),
        )
        if _file_states(folder) == state_before:
            return read


def _file_states(folder: Path) -> list[tuple[Path, int, int]]:
    """The path, the time of the last change (ns) and the size (bytes) of each file of the dataset."""
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in {".csv", ".json", ".md"}]
    return [(path, path.stat().st_mtime_ns, path.stat().st_size) for path in files]


def _text(folder: Path, name: str) -> str:
    """The text of a file; if the folder has no such file, a sentence that says so."""
    file = folder / name
    return file.read_text(encoding="utf-8") if file.is_file() else f"This folder holds no {name}."
