"""The shape of a table: its header, and rows with a cell for each column."""

import pytest

from data.load import Problem, load
from tests.unit.data.load.three_sentences import TABLES_WITHOUT_FAULT, only_problem, problems, table_path


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
def test_a_header_or_a_row_of_the_wrong_shape(folder, text, row, column, value, expected):
    table_path(folder, "terms").write_text(text)
    assert only_problem(folder) == Problem("terms.csv", row, column, value, expected)


def test_a_header_is_the_first_row_even_where_another_row_looks_more_like_one(folder):
    header, *rows = TABLES_WITHOUT_FAULT["places"].splitlines()
    table_path(folder, "places").write_text("\n".join([header, "x", "y", "z", *rows]))
    found = problems(folder)
    assert [(problem.row, problem.value) for problem in found] == [
        (2, "1 cells"),
        (3, "1 cells"),
        (4, "1 cells"),
    ]


def test_white_space_around_a_column_name_does_not_count(folder):
    path = table_path(folder, "places")
    path.write_text(path.read_text().replace("place_id,", " place_id ,"))
    assert "place_id" in load(folder).places


def test_rows_are_counted_as_a_spreadsheet_counts_them(folder):
    text = 'term,expansion,explanation,source,source_url\na,b,"two\nlines",d,\ne,f,g,,\n'
    table_path(folder, "terms").write_text(text)
    assert only_problem(folder).row == 3


def test_a_missing_key_column_is_not_reported_by_every_reference_to_it(folder):
    path = table_path(folder, "places")
    path.write_text(path.read_text().replace("place_id,", "place,"))
    assert only_problem(folder) == Problem("places.csv", 1, "place_id", None, "a column of this name")
