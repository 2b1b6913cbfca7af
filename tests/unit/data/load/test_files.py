"""Files that are missing or no tables, and cells that would do harm."""

import csv

import pytest

from data.load import Problem
from data.load.files import LONGEST_CELL, read_grid, read_text

FORMULA = "text that no spreadsheet takes for a formula"


@pytest.mark.parametrize(
    ("content", "row", "value", "expected"),
    [
        (b"", None, "", "a header and rows"),
        (b"\x81PNG\r\n\x1a\n\x00\xff", None, "byte 0x81 in line 1", "UTF-8 text"),
        (
            "term\nkörper".encode("latin-1"),
            None,
            "byte 0xf6 in line 2, which is “ö” in Windows-1252 (cp1252) text",
            "UTF-8 text",
        ),
        (
            "a \u2019".encode("cp1252"),
            None,
            "byte 0x92 in line 1, which is “’” in Windows-1252 (cp1252) text",
            "UTF-8 text",
        ),
        ("term".encode("utf-16"), None, "UTF-16 text", "UTF-8 text"),
        (b"term;source\nN;A book\n", 1, "columns separated by semicolons", "columns separated by commas"),
        (b"term\tsource\nN\tA book\n", 1, "columns separated by tabs", "columns separated by commas"),
        (b'term,source\nN,"A book\n', 2, "unexpected end of data", "comma-separated values"),
    ],
)
def test_content_that_is_no_table(tmp_path, content, row, value, expected):
    path, found = tmp_path / "terms.csv", []
    path.write_bytes(content)
    assert read_grid(path, found) is None
    assert found == [Problem("terms.csv", row, "", value, expected)]


def test_a_workbook_is_no_table(tmp_path):
    path, found = tmp_path / "terms.csv", []
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)))
    assert read_grid(path, found) is None
    assert found == [Problem("terms.csv", None, "", "a workbook or zip file", "UTF-8 text")]


def test_a_folder_in_place_of_a_table(tmp_path):
    path, found = tmp_path / "terms.csv", []
    path.mkdir()
    assert read_grid(path, found) is None
    assert [problem.expected for problem in found] == ["a file that can be read"]


def test_a_cell_that_is_as_long_as_a_file(tmp_path):
    path, found = tmp_path / "terms.csv", []
    path.write_text(f"term,source\nN,{'x' * (LONGEST_CELL + 1)}\n")
    assert read_grid(path, found) is None
    assert [(problem.row, problem.column) for problem in found] == [(2, "source")]


def test_a_file_that_is_not_there(tmp_path):
    found = []
    assert read_grid(tmp_path / "terms.csv", found) is None
    assert found == [Problem("terms.csv", None, "", None, "a file of this name")]


# What would run, or cannot be written down

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
