"""What load() returns of a dataset without a fault."""

import datetime
import json

import pandas as pd
import pytest

from data.load import TABLES, Problem, load
from tests.unit.data.load.breaking import (
    describe_as,
    field,
    load_problems,
    read,
    resource,
    set_cell_in,
    table_path,
    write,
)


def test_every_table_loads_with_its_rows_and_columns_in_the_order_of_the_file(tiny, tiny_folder):
    for name in TABLES:
        header, *rows = read(table_path(tiny_folder, name))
        frame = getattr(tiny, name)
        assert list(frame.columns) == header
        assert len(frame) == len(rows)


def test_tables_are_those_of_the_shipped_descriptor(shipped):
    assert sorted(TABLES) == sorted(item["name"] for item in shipped.descriptor["resources"])


def test_the_statement_is_read_with_its_front_matter(tiny, tiny_folder):
    assert tiny.statement.title == "A Statement"
    assert tiny.statement.date == datetime.date(2001, 2, 3)
    assert tiny.statement.url == "https://example.org"
    source = (tiny_folder / "statement.md").read_text(encoding="utf-8")
    assert tiny.statement.text == source.split("---\n", 2)[2]


def test_the_descriptor_comes_along(tiny, tiny_folder):
    assert tiny.descriptor == json.loads((tiny_folder / "datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("table", "column", "dtype"),
    [
        ("passages", "section", "str"),
        ("passages", "paragraph", "Int64"),
        ("pledges", "amount_usd", "Int64"),
        ("pledges", "period_start", "Int64"),
        ("commitments", "names_amount", "bool"),
        ("places", "lon", "float64"),
        ("map_views", "west", "float64"),
        ("dates", "start", "datetime64[us]"),
        ("dates", "end", "datetime64[us]"),
    ],
)
def test_dtypes(tiny, table, column, dtype):
    assert getattr(tiny, table)[column].dtype == dtype


def test_empty_cells(tiny):
    assert tiny.passages["section"].tolist() == ["", "", "Deeds: all"]
    assert tiny.pledges["amount_usd"].tolist() == [70000000, 110000000, 500000000, pd.NA, pd.NA]
    assert tiny.dates["end"].isna().tolist() == [False, True]


def test_another_dataset_may_have_empty_tables_and_more_columns_anywhere(folder):
    more = {"name": "checked", "type": "boolean"}
    describe_as(folder, lambda it: resource(it, "places")["schema"]["fields"].append(more))
    for name, added in (("bodies", ["remark", "007"]), ("places", ["checked", "true", "", "false"])):
        path = table_path(folder, name)
        write(path, [[cell, *row] for cell, row in zip(added, read(path), strict=True)])
    write(table_path(folder, "figures"), read(table_path(folder, "figures"))[:1])
    ds = load(folder)
    assert list(ds.bodies) == ["remark", "body_id", "name", "acronym", "kind"]
    assert ds.bodies["remark"].tolist() == ["007"]
    assert ds.places["checked"].tolist() == [True, pd.NA, False]
    assert len(ds.figures) == 0
    assert (ds.figures["value"].dtype, ds.figures["label"].dtype) == ("Int64", "str")


def test_a_byte_order_mark_and_windows_line_ends_make_no_difference(folder, tiny):
    for path in (folder / "statement.md", folder / "datapackage.json", *(folder / "tables").iterdir()):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    windows = load(folder)
    assert windows.statement == tiny.statement
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(windows, name), getattr(tiny, name))


def test_a_folder_without_a_codebook(folder):
    (folder / "CODEBOOK.md").unlink()
    assert load_problems(folder) == (Problem("CODEBOOK.md", None, "", None, "a file of this name"),)


def test_a_descriptor_of_another_statement(folder):
    describe_as(folder, lambda it: it["sources"][0].update(path="https://example.org/other"))
    expected = "a source whose path is the source_url of the statement, https://example.org"
    problem = Problem("datapackage.json", None, "sources", '["https://example.org/other"]', expected)
    assert load_problems(folder) == (problem,)


@pytest.mark.parametrize("value", [None, "", " ", 5])
def test_a_folder_that_does_not_say_who_coded_it(folder, value):
    describe_as(folder, lambda it: it["about"].update(coder=value))
    (problem,) = load_problems(folder)
    assert (problem.file, problem.column, problem.expected) == (
        "datapackage.json",
        "about.coder",
        "some text",
    )


def test_a_folder_that_says_nothing_of_itself(folder):
    describe_as(folder, lambda it: it.pop("about"))
    (problem,) = load_problems(folder)
    assert (problem.column, problem.value) == ("about", None)


def test_semicolons_and_another_encoding_are_one_line_each(folder):
    for name, old, new in (("commitments", b",", b";"), ("passages", b"sail", b"s\xe4il")):
        path = table_path(folder, name)
        path.write_bytes(path.read_bytes().replace(old, new))
    assert [problem.file for problem in load_problems(folder)] == ["commitments.csv", "passages.csv"]


@pytest.mark.parametrize(
    ("yes", "no"), [("TRUE", "FALSE"), ("True", "False"), ("true", "false"), ("ja", "no")]
)
def test_yes_and_no_as_spreadsheets_write_them_or_as_the_descriptor_says(folder, tiny, yes, no):
    def own_words(descriptor):
        for column in ("names_amount", "names_date", "names_mechanism"):
            field(descriptor, "commitments", column).update(trueValues=["ja"], falseValues=["no"])

    describe_as(folder, own_words)
    path = table_path(folder, "commitments")
    words = {"true": yes, "false": no}
    write(path, [[words.get(cell, cell) for cell in row] for row in read(path)])
    pd.testing.assert_frame_equal(load(folder).commitments, tiny.commitments)


def test_a_number_too_long_for_a_column_of_whole_numbers(folder):
    describe_as(folder, lambda it: field(it, "figures", "value")["constraints"].update(maximum=10**40))
    set_cell_in(folder, "figures", 2, "value", "9" * 30)
    (problem,) = load_problems(folder)
    assert (problem.file, problem.column) == ("figures.csv", "value")
