"""What is taken away can be brought back."""

import csv
import io
import shutil

import pandas as pd
import pytest

from components.content import export
from data.load.dataset import FOLDER, TABLES, load


@pytest.fixture(scope="module")
def brought_back(shipped, tmp_path_factory):
    """The shipped dataset with every table replaced by its own export."""
    folder = tmp_path_factory.mktemp("exported")
    for name in ("datapackage.json", "statement.md"):
        shutil.copy(FOLDER / name, folder)
    (folder / "tables").mkdir()
    for name in TABLES:
        (folder / "tables" / f"{name}.csv").write_bytes(export.csv(getattr(shipped, name)))
    return load(folder)


@pytest.mark.parametrize("name", TABLES)
def test_an_exported_table_loads_as_it_was(shipped, brought_back, name):
    pd.testing.assert_frame_equal(getattr(brought_back, name), getattr(shipped, name))


@pytest.mark.parametrize("name", TABLES)
def test_an_export_has_the_cells_of_the_file_it_came_from(shipped, name):
    file = (FOLDER / "tables" / f"{name}.csv").read_text(encoding="utf-8")
    exported = export.csv(getattr(shipped, name)).decode("utf-8")
    as_numbers = {"lon", "lat", "zoom"}  # 38 and 38.0 are the same
    for one, other in zip(
        csv.DictReader(io.StringIO(file)), csv.DictReader(io.StringIO(exported)), strict=True
    ):
        for column, cell in one.items():
            same = float(cell) == float(other[column]) if column in as_numbers else cell == other[column]
            assert same, (column, cell, other[column])


def test_an_export_ends_its_lines_as_the_files_do(shipped):
    exported = export.csv(shipped.codes)
    assert b"\r" not in exported
    assert exported.endswith(b"\n") and exported.count(b"\n") == len(shipped.codes) + 1


def test_commas_quotes_and_line_breaks_survive():
    table = pd.DataFrame({"text": ['a, "b"\nc', "“d”"]})
    rows = list(csv.reader(io.StringIO(export.csv(table).decode("utf-8"), newline="")))
    assert rows == [["text"], ['a, "b"\nc'], ["“d”"]]


def test_exporting_changes_no_table(shipped):
    before = shipped.commitments.copy()
    export.csv(shipped.commitments)
    pd.testing.assert_frame_equal(shipped.commitments, before)


def test_a_table_without_rows_keeps_its_header(tiny):
    assert export.csv(tiny.bodies.head(0)) == b"body_id,name,acronym,kind\n"
