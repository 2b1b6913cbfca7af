"""The one cached load. LINCHPIN_DATA points the app at another folder of the same shape."""

import os
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from components.content import export
from data import citation
from data.load import country_names, dataset


class _Folder(NamedTuple):
    dataset: dataset.Dataset
    codebook: str
    changes: str
    package: bytes


def load() -> dataset.Dataset:
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
    return country_names.names(dataset.FOLDER)


@st.cache_resource(show_spinner=False)
def _read() -> _Folder:
    """All that is shown of the folder, read together: what changes on disk later shows after a
    restart, whole, and a change while reading makes it read again."""
    folder = Path(os.environ.get("LINCHPIN_DATA") or dataset.FOLDER)
    while True:
        before = _state(folder)
        ds = dataset.load(folder)
        read = _Folder(
            ds,
            _text(folder, "CODEBOOK.md"),
            _text(folder, "CHANGES.md"),
            export.package(folder, {"CITATION.cff": citation.cff(ds)}),
        )
        if _state(folder) == before:
            return read


def _state(folder: Path) -> list[tuple[Path, int, int]]:
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in {".csv", ".json", ".md"}]
    return [(path, path.stat().st_mtime_ns, path.stat().st_size) for path in files]


def _text(folder: Path, name: str) -> str:
    file = folder / name
    return file.read_text(encoding="utf-8") if file.is_file() else f"This folder holds no {name}."
