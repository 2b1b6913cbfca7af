"""Files that are missing or no tables."""

import pytest

from data.dataset import TABLES, Problem
from tests.data.three_sentences import only_problem, problems, table_path


@pytest.mark.parametrize(
    ("content", "value", "expected"),
    [
        (b"", "", "a header and rows"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "byte 0x89 at position 0", "UTF-8 text"),
        ("körper".encode("latin-1"), "byte 0xf6 at position 1", "UTF-8 text"),
        ("term".encode("utf-16"), "byte 0xff at position 0", "UTF-8 text"),
    ],
)
@pytest.mark.parametrize("table", ["passages", "terms"])
def test_content_that_is_no_text(folder, table, content, value, expected):
    table_path(folder, table).write_bytes(content)
    assert only_problem(folder) == Problem(f"{table}.csv", None, "", value, expected)


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_table_is_reported_once_and_not_by_those_that_refer_to_it(folder, table):
    table_path(folder, table).unlink()
    assert only_problem(folder) == Problem(f"{table}.csv", None, "", None, "a file of this name")


def test_a_folder_in_place_of_a_table(folder):
    table_path(folder, "terms").unlink()
    table_path(folder, "terms").mkdir()
    assert only_problem(folder).expected == "a file that can be read"


def test_a_quotation_mark_that_never_closes(folder):
    table_path(folder, "terms").write_text('term,expansion,explanation,source\nHP,"Harbour,A pact,A book\n')
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.expected) == (
        "terms.csv",
        2,
        "comma-separated values",
    )


def test_a_folder_that_is_not_there(tmp_path):
    found = problems(tmp_path / "nowhere")
    assert {problem.file for problem in found} == {
        "datapackage.json",
        "statement.md",
        *(f"{name}.csv" for name in TABLES),
    }
