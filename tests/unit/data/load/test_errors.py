"""How problems are reported: all together, each on one line."""

import pytest

from data.load import DatasetError, Problem, load
from tests.unit.data.load.three_sentences import problems, set_cell, table_path


def test_problems_of_different_tables_are_reported_together(folder):
    set_cell(folder, "places", 3, "lon", "east")
    set_cell(folder, "commitments", 2, "strength", "maybe")
    set_cell(folder, "dates", 2, "quote", "in 2003")
    table_path(folder, "terms").unlink()
    found = [(problem.file, problem.row, problem.column) for problem in problems(folder)]
    assert found == [
        ("commitments.csv", 2, "strength"),
        ("dates.csv", 2, "quote"),
        ("places.csv", 3, "lon"),
        ("terms.csv", None, ""),
    ]


def test_the_error_says_a_line_for_each_problem(folder):
    set_cell(folder, "passages", 3, "theme", "piece")
    table_path(folder, "terms").unlink()
    with pytest.raises(DatasetError) as caught:
        load(folder)
    assert str(caught.value).splitlines() == [
        'passages.csv, row 3, column theme: "piece" - expected one of peace, trade',
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
