"""How problems are reported: all together, each on one line."""

import pytest

from data.load import TABLES, DatasetError, Problem
from tests.unit.data.load.breaking import load_problems, set_cell_in, table_path


def test_problems_of_all_files_are_reported_together(folder):
    set_cell_in(folder, "places", 3, "lon", "east")
    set_cell_in(folder, "commitments", 2, "strength", "maybe")
    set_cell_in(folder, "dates", 2, "quote", "in 2003")
    set_cell_in(folder, "outcomes", 3, "pledge_id", "no-pledge")
    set_cell_in(folder, "pledges", 2, "title", "=1+1")
    table_path(folder, "bodies").write_bytes(b"\xff")
    table_path(folder, "terms").unlink()
    (folder / "statement.md").write_text("Just a text.", encoding="utf-8")
    found = [(problem.file, problem.row, problem.column) for problem in load_problems(folder)]
    assert found == [
        ("bodies.csv", None, ""),
        ("commitments.csv", 2, "strength"),
        ("dates.csv", 2, "quote"),
        ("outcomes.csv", 3, "pledge_id"),
        ("places.csv", 3, "lon"),
        ("pledges.csv", 2, "title"),
        ("statement.md", None, "title"),
        ("statement.md", None, "source_url"),
        ("statement.md", None, "date"),
        ("terms.csv", None, ""),
    ]


def test_every_file_of_a_folder_that_is_not_there_is_missing(tmp_path):
    found = load_problems(tmp_path / "nowhere")
    tables = {f"{name}.csv" for name in TABLES}
    assert {problem.file for problem in found} == {"datapackage.json", "statement.md", "CODEBOOK.md", *tables}
    assert all(problem.value is None for problem in found)


def test_a_missing_descriptor_is_reported_beside_a_missing_table(folder):
    (folder / "datapackage.json").unlink()
    table_path(folder, "terms").unlink()
    assert [problem.file for problem in load_problems(folder)] == ["datapackage.json", "terms.csv"]


def test_the_error_says_a_line_for_each_problem_by_file_and_row():
    error = DatasetError(
        [
            Problem("terms.csv", None, "", None, "a file of this name"),
            Problem("passages.csv", 10, "theme", "piece", "one of peace, trade"),
            Problem("passages.csv", 9, "", "2 cells", "3 cells"),
        ]
    )
    assert str(error).splitlines() == [
        'passages.csv, row 9: "2 cells" - expected 3 cells',
        'passages.csv, row 10, column theme: "piece" - expected one of peace, trade',
        "terms.csv: missing - expected a file of this name",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", "empty"),
        (None, "missing"),
        ("two\nlines", '"two\\nlines"'),
        ("a\u2028b", '"a\\u2028b"'),
        ("x" * 500, '"' + "x" * 119 + '…"'),
    ],
)
def test_a_problem_stays_on_one_line(value, shown):
    assert str(Problem("a.csv", 2, "b", value, "more")) == f"a.csv, row 2, column b: {shown} - expected more"


@pytest.mark.parametrize(
    ("at", "cut"), [(0, (False, True)), (35, (False, True)), (200, (True, True)), (399, (True, False))]
)
def test_a_long_value_is_shown_around_the_fault(at, cut):
    value = "x" * at + "!" + "x" * (399 - at)
    shown = str(Problem("a.csv", 2, "b", value, "more", at)).split('"')[1]
    assert len(shown) == 120 and "!" in shown
    assert (shown.startswith("…"), shown.endswith("…")) == cut
