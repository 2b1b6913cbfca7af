"""The shape of a table: its header, and rows with a cell for each column."""

import csv

import pytest

from data.load import Problem
from data.load.files import read_grid
from tests.unit.data.load.breaking import set_cell, table_path


@pytest.mark.parametrize(
    ("text", "row", "column", "value", "expected"),
    [
        ("term,expansion,source,source_url\na,b,c,\n", 1, "explanation", None, "a column of this name"),
        (
            "Term,expansion,explanation,source,source_url\na,b,c,d,\n",
            1,
            "term",
            None,
            "a column of this name",
        ),
        (
            "term,expansion,explanation,source,source_url,term\na,b,c,d,,e\n",
            1,
            "term",
            "term",
            "a column name used once",
        ),
        ("term,expansion,explanation,source,source_url,\na,b,c,d,,e\n", 1, "number 6", "", "a column name"),
        (
            "term,expansion,explanation,source,source_url\na,b,c,d,\na,b,c,d,,e\n",
            3,
            "",
            "6 cells",
            "5 cells, one for each column",
        ),
        (
            "term,expansion,explanation,source,source_url\na,b,c,d\n",
            2,
            "",
            "4 cells",
            "5 cells, one for each column",
        ),
        (
            "term,expansion,explanation,source,source_url\n,,,,\na,b,c,d,\n",
            2,
            "",
            "",
            "5 cells, one for each column",
        ),
        (
            "term,expansion,explanation,source,source_url\na,b,c,d,\n\n",
            3,
            "",
            "",
            "5 cells, one for each column",
        ),
    ],
)
def test_a_header_or_a_row_of_the_wrong_shape(grids, problems, text, row, column, value, expected):
    grids["terms"] = list(csv.reader(text.splitlines()))
    assert problems("terms") == [Problem("terms.csv", row, column, value, expected)]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "<!doctype html><title>404</title>",
        lambda text: '{"rows": []}',
        lambda text: "\n\n\n",
        lambda text: text.replace(",", ";"),
        lambda text: text.replace(",", "\t"),
        lambda text: "Exported on 21 May 2021\n" + text,
        lambda text: text + text,
        lambda text: text.replace("\n", ",\n"),
        lambda text: text.replace("\nbay", '\n"bay'),
    ],
    ids=[
        "page",
        "JSON",
        "blank",
        "semicolons",
        "tabs",
        "note above",
        "twice",
        "no column name",
        "open quote",
    ],
)
def test_a_text_that_is_no_table_of_this_name(tiny_folder, tmp_path, grids, problems, change):
    path, found = tmp_path / "places.csv", []
    path.write_text(change(table_path(tiny_folder, "places").read_text()))
    if grid := read_grid(path, found):
        grids["places"] = grid
        found += problems("places")
    assert found
    assert {problem.file for problem in found} == {"places.csv"}


def test_a_header_is_the_first_row_even_where_another_row_looks_more_like_one(grids, problems):
    grids["places"][1:1] = [["x"], ["y"], ["z"]]
    found = [(problem.row, problem.value) for problem in problems("places")]
    assert found == [(row, "1 cells") for row in (2, 3, 4)]


def test_white_space_around_a_column_name_does_not_count(grids, problems):
    set_cell(grids["places"], 1, "place_id", " place_id ")
    assert problems("places") == []


def test_rows_are_counted_as_a_spreadsheet_counts_them(grids, problems):
    grids["terms"][1:] = [["a", "b", "two\nlines", "d", ""], ["e", "f", "g", "", ""]]
    assert [problem.row for problem in problems("terms")] == [3]


def test_a_missing_key_column_is_not_reported_by_every_reference_to_it(grids, problems):
    set_cell(grids["places"], 1, "place_id", "place")
    problem = Problem("places.csv", 1, "place_id", None, "a column of this name")
    assert problems("places", "place_mentions", "map_views") == [problem]
