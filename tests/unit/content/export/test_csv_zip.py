"""Tables and the whole dataset as files: what is taken away can be brought back."""

import csv
import io
import json
import shutil
import zipfile

import pandas as pd
import pytest

from components.content.export import csv_zip
from data import citation
from data.load import FOLDER, TABLES, load
from data.load.corpus import CORPUS_TABLES

BOM = b"\xef\xbb\xbf"

# A table


@pytest.fixture(scope="module")
def brought_back(shipped, tmp_path_factory):
    """The shipped dataset with every table replaced by its own export."""
    folder = tmp_path_factory.mktemp("exported")
    for name in ("datapackage.json", "statement.md", "CODEBOOK.md"):
        shutil.copy(FOLDER / name, folder)
    (folder / "tables").mkdir()
    for name in TABLES:
        (folder / "tables" / f"{name}.csv").write_bytes(csv_zip.csv(getattr(shipped, name)))
    return load(folder)


@pytest.mark.parametrize("name", TABLES)
def test_an_exported_table_loads_as_it_was(shipped, brought_back, name):
    pd.testing.assert_frame_equal(getattr(brought_back, name), getattr(shipped, name))


@pytest.mark.parametrize("name", TABLES)
def test_an_export_has_the_cells_of_the_file_it_came_from(shipped, name):
    file = (FOLDER / "tables" / f"{name}.csv").read_text(encoding="utf-8")
    exported = csv_zip.csv(getattr(shipped, name)).decode("utf-8-sig")
    as_numbers = {"lon", "lat", "west", "south", "east", "north"}  # 38 and 38.0 are the same
    for one, other in zip(
        csv.DictReader(io.StringIO(file)), csv.DictReader(io.StringIO(exported)), strict=True
    ):
        for column, cell in one.items():
            same = (
                float(cell) == float(other[column])
                if cell and column in as_numbers
                else cell == other[column]
            )
            assert same, (column, cell, other[column])


def test_an_export_ends_its_lines_as_the_files_do(shipped):
    exported = csv_zip.csv(shipped.codes)
    assert b"\r" not in exported
    assert exported.endswith(b"\n") and exported.count(b"\n") == len(shipped.codes) + 1


def test_commas_quotes_and_line_breaks_survive():
    table = pd.DataFrame({"text": ['a, "b"\nc', "“d”"]})
    rows = list(csv.reader(io.StringIO(csv_zip.csv(table).decode("utf-8-sig"), newline="")))
    assert rows == [["text"], ['a, "b"\nc'], ["“d”"]]


def test_exporting_changes_no_table(shipped):
    before = shipped.commitments.copy()
    csv_zip.csv(shipped.commitments)
    pd.testing.assert_frame_equal(shipped.commitments, before)


def test_a_table_without_rows_keeps_its_header(tiny):
    assert csv_zip.csv(tiny.bodies.head(0)) == BOM + b"body_id,name,acronym,kind\n"


# The whole dataset


@pytest.fixture(scope="module")
def package(shipped):
    return csv_zip.package(FOLDER, {"CITATION.cff": citation.cff(shipped)})


def test_the_package_holds_what_it_takes_to_use_and_to_cite(package, shipped):
    texts = {"README.md", "CODEBOOK.md", "CHANGES.md", "LICENSE.md", "statement.md", "CITATION.cff"}
    tables = {f"tables/{name}.csv" for name in TABLES} | {f"corpus/{name}.csv" for name in CORPUS_TABLES}
    corpus = {f"corpus/texts/{name}.md" for name in shipped.corpus.statements["statement_id"]}
    corpus |= {"corpus/README.md", "corpus/datapackage.json"}
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = set(archive.namelist())
    assert names == texts | {"datapackage.json"} | tables | corpus


@pytest.mark.parametrize("part", ["", "corpus/"])
def test_excel_reads_the_packages_tables_and_its_descriptors_say_how(package, part):
    """Every table begins with one byte order mark; but for it and the encoding, all is as in the folder."""
    own = json.loads((FOLDER / part / "datapackage.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        descriptor = json.loads(archive.read(f"{part}datapackage.json"))
        for resource in own["resources"]:
            path = part + resource["path"]
            assert archive.read(path) == BOM + (FOLDER / path).read_bytes()
    assert {resource.pop("encoding") for resource in descriptor["resources"]} == {"utf-8-sig"}
    for resource in own["resources"]:
        del resource["encoding"]
    assert descriptor == own


def test_a_folder_whose_tables_have_the_mark_already_gets_no_second_one(tiny_folder, tmp_path):
    folder = shutil.copytree(tiny_folder, tmp_path / "tiny")
    table = folder / "tables" / "terms.csv"
    marked = BOM + table.read_bytes()
    table.write_bytes(marked)
    with zipfile.ZipFile(io.BytesIO(csv_zip.package(folder, {}))) as archive:
        assert archive.read("tables/terms.csv") == marked


def test_the_app_itself_can_show_the_package(package, shipped, tmp_path):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        archive.extractall(tmp_path)
    brought = load(tmp_path)
    assert brought.commitments.equals(shipped.commitments)
    assert brought.corpus is not None and brought.corpus.passages.equals(shipped.corpus.passages)


def test_the_same_data_make_the_same_package(package, shipped):
    assert csv_zip.package(FOLDER, {"CITATION.cff": citation.cff(shipped)}) == package
