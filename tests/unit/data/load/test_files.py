"""Files that are missing or no tables."""

import csv

import pytest

from data.load import TABLES, Problem
from data.load.files import read_grid, read_text
from tests.unit.data.load.three_sentences import only_problem, problems, set_cell, table_path

FORMULA = "text that no spreadsheet takes for a formula"


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


# What would run, or be in nobody's power to write down

RUN = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "- item",
    "@SUM(1)",
    "\t=1",
    "\n=1",
    "＝1+1",
    "－1+1",
    "-A1",
    "--",
]
WORDS = ["-5", "+5", "-5.25", "-1,000", "-", "+", "–5 degrees", "a=1", "1-1", "'=1", "(=1)", "a@b", ""]


@pytest.mark.parametrize("cell", RUN)
def test_a_cell_that_a_spreadsheet_would_run_is_named(tmp_path, cell):
    path, found = tmp_path / "terms.csv", []
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["term", cell], ["HP", "x"], [cell, cell]])
    read_grid(path, found)
    places = [(1, "number 2"), (3, "term"), (3, cell)]
    assert found == [Problem("terms.csv", row, column, cell, FORMULA) for row, column in places]


def test_a_dataset_with_a_formula_is_refused(folder):
    set_cell(folder, "terms", 2, "expansion", RUN[0])
    assert only_problem(folder) == Problem("terms.csv", 2, "expansion", RUN[0], FORMULA)


def test_a_number_with_a_sign_and_signs_within_a_text_are_words(tmp_path):
    path, found = tmp_path / "terms.csv", []
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[cell, "x"] for cell in WORDS])
    assert read_grid(path, found) == [[cell, "x"] for cell in WORDS]
    assert found == []


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1b", "\uffff", "\r="])
def test_a_letter_that_no_document_can_hold_is_named(tmp_path, letter):
    path, found = tmp_path / "statement.md", []
    path.write_bytes(f"one\r\ntwo\nthree{letter}\n".encode())
    read_text(path, found)
    where = f"U+{ord(letter[0]):04X} in line 3"
    assert found == [Problem("statement.md", None, "", where, "text without control characters")]
