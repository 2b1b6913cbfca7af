"""The cached load, and the folder it loads from."""

import io
import shutil
import zipfile

import pytest

from components.ui.shell import dataset
from data.load.dataset import FOLDER, DatasetError


@pytest.fixture(autouse=True)
def uncached(monkeypatch):
    monkeypatch.delenv("LINCHPIN_DATA", raising=False)
    forget()
    yield
    forget()


@pytest.fixture
def other_folder(tmp_path, monkeypatch):
    """A copy of the shipped folder that LINCHPIN_DATA points at."""
    folder = tmp_path / "other"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("geo", "*.py", "__pycache__"))
    monkeypatch.setenv("LINCHPIN_DATA", str(folder))
    return folder


def forget():
    dataset._read.clear()


def rewrite(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_shipped_folder_is_loaded_where_no_other_is_named(shipped):
    assert dataset.load().statement == shipped.statement


def test_an_empty_name_of_a_folder_is_none(monkeypatch, shipped):
    monkeypatch.setenv("LINCHPIN_DATA", "")
    assert dataset.load().statement == shipped.statement


def test_another_folder_is_loaded_where_one_is_named(other_folder, shipped):
    rewrite(other_folder / "statement.md", "\ntitle:", "\ntitle: Another\nformer:")
    assert dataset.load().statement.title == "Another"


def test_the_codebook_is_that_of_the_same_folder(other_folder):
    (other_folder / "CODEBOOK.md").write_text("Other rules “here”.", encoding="utf-8")
    assert dataset.codebook() == "Other rules “here”."


def test_a_folder_is_read_once_and_whole(other_folder):
    first = dataset.load()
    for name in ("statement.md", "CODEBOOK.md", "CHANGES.md"):
        (other_folder / name).write_text("Written later.", encoding="utf-8")
    assert dataset.load() is first
    assert "Written later." not in dataset.codebook() + dataset.changes()
    with zipfile.ZipFile(io.BytesIO(dataset.package())) as archive:
        assert archive.read("statement.md").decode() != "Written later."


def test_a_folder_that_changes_while_it_is_read_is_read_again(other_folder, monkeypatch):
    def load(folder):
        ds = read(folder)
        if "Another" not in ds.statement.title:
            rewrite(other_folder / "statement.md", "\ntitle:", "\ntitle: Another\nformer:")
        return ds

    read = dataset.dataset.load
    monkeypatch.setattr(dataset.dataset, "load", load)
    assert dataset.load().statement.title == "Another"


def test_a_bad_folder_is_refused_until_it_is_mended(other_folder):
    rewrite(other_folder / "tables" / "terms.csv", "term,", "word,")
    with pytest.raises(DatasetError):
        dataset.load()
    rewrite(other_folder / "tables" / "terms.csv", "word,", "term,")
    assert len(dataset.load().terms)
