"""A statement that is missing, or whose front matter says too little."""

import pytest

from data.load.dataset import Problem
from tests.data.three_sentences import STATEMENT, only_problem, problems


@pytest.mark.parametrize(
    ("old", "new", "column", "value"),
    [
        ("title: ", "heading: ", "title", None),
        ('\\_Statement"', "\\_Statement", "title", '"North\\u2019s and South\\u2019s\\_Statement'),
        ("'2001-02-03'", "3 February 2001", "date", "3 February 2001"),
        (
            "https://example.org",
            "javascript:alert(1)//",
            "source_url",
            "javascript:alert(1)///statement",
        ),
    ],
)
def test_front_matter_that_says_too_little(folder, old, new, column, value):
    (folder / "statement.md").write_text(STATEMENT.replace(old, new), encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.file, problem.column, problem.value) == ("statement.md", column, value)


@pytest.mark.parametrize("text", ["", "---", "---\n---\n", "Just a text.", STATEMENT.split("---\n", 2)[2]])
def test_a_statement_without_front_matter(folder, text):
    (folder / "statement.md").write_text(text, encoding="utf-8")
    assert {"title", "date", "source_url"} <= {problem.column for problem in problems(folder)}


def test_a_missing_statement(folder):
    (folder / "statement.md").unlink()
    assert only_problem(folder) == Problem("statement.md", None, "", None, "a file of this name")
