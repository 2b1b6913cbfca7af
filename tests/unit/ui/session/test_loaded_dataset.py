"""The folder that the app shows: which one it is, read once and whole, refused until it is mended."""

import io
import shutil
import zipfile

import pytest

from components.ui.session import loaded_dataset
from data.load import FOLDER, DatasetError


@pytest.fixture(autouse=True)
def forgotten(monkeypatch):
    """Nothing is read yet, and no folder is named."""
    monkeypatch.delenv("LINCHPIN_DATA", raising=False)
    loaded_dataset._read.clear()
    yield
    loaded_dataset._read.clear()


@pytest.fixture
def folder(tiny_folder, tmp_path, monkeypatch):
    """A copy of the tiny folder, which LINCHPIN_DATA names."""
    folder = shutil.copytree(tiny_folder, tmp_path / "other")
    monkeypatch.setenv("LINCHPIN_DATA", str(folder))
    return folder


def rewrite(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", [None, ""])
def test_the_shipped_folder_is_loaded_where_no_other_is_named(monkeypatch, tiny, name):
    if name is not None:
        monkeypatch.setenv("LINCHPIN_DATA", name)
    asked = []
    monkeypatch.setattr(loaded_dataset.loader, "load", lambda folder: asked.append(folder) or tiny)
    assert loaded_dataset.load() is tiny and asked == [FOLDER]


def test_another_folder_is_loaded_where_one_is_named(folder, tiny):
    assert loaded_dataset.load().statement == tiny.statement


def test_codebook_and_changes_are_those_of_the_same_folder(folder):
    (folder / "CODEBOOK.md").write_text("Other rules “here”.", encoding="utf-8")
    assert loaded_dataset.codebook() == "Other rules “here”."
    assert loaded_dataset.changes() == "This folder holds no CHANGES.md."


def test_the_package_holds_the_folder_and_its_citation(folder):
    with zipfile.ZipFile(io.BytesIO(loaded_dataset.package())) as archive:
        assert archive.read("statement.md") == (folder / "statement.md").read_bytes()
        assert "A Statement" in archive.read("CITATION.cff").decode()


def test_a_folder_is_read_once_and_whole(folder):
    first = loaded_dataset.load()
    for name in ("statement.md", "CODEBOOK.md", "CHANGES.md"):
        (folder / name).write_text("Written later.", encoding="utf-8")
    assert loaded_dataset.load() is first
    assert "Written later." not in loaded_dataset.codebook() + loaded_dataset.changes()
    with zipfile.ZipFile(io.BytesIO(loaded_dataset.package())) as archive:
        assert archive.read("statement.md").decode() != "Written later."


def test_a_folder_that_changes_while_it_is_read_is_read_again(folder, monkeypatch):
    def load(path):
        ds = read(path)
        if ds.statement.title != "Another":
            rewrite(folder / "statement.md", "\ntitle:", "\ntitle: Another\nformer:")
        return ds

    read = loaded_dataset.loader.load
    monkeypatch.setattr(loaded_dataset.loader, "load", load)
    assert loaded_dataset.load().statement.title == "Another"


def test_a_bad_folder_is_refused_until_it_is_mended(folder):
    rewrite(folder / "tables" / "terms.csv", "term,", "word,")
    with pytest.raises(DatasetError):
        loaded_dataset.load()
    rewrite(folder / "tables" / "terms.csv", "word,", "term,")
    assert len(loaded_dataset.load().terms)


def test_countries_have_names():
    names = loaded_dataset.country_names()
    assert names["JPN"] == "Japan" and len(names) > 190
