"""The front matter of a statement: what is read as it is meant, and what is refused with a Problem."""

import datetime

import pytest

from data.load import Problem, load
from data.load.source_text import read_statement
from tests.unit.data.load.three_sentences import STATEMENT, only_problem, problems

TITLE = 'title: "North\\u2019s and South\\u2019s\\_Statement"'
LINES = "front matter of lines like title: …"
YAML = "front matter in YAML, without anchors, aliases and keys used twice"


def rewrite(folder, old, new):
    """Put other words into the front matter of the statement."""
    assert old in STATEMENT
    (folder / "statement.md").write_text(STATEMENT.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "column", "value", "expected"),
    [
        ("title: ", "heading: ", "title", None, "text in a line title: … of the front matter"),
        (TITLE, "title:", "title", "", "text in a line title: … of the front matter"),
        (TITLE, "title: ~", "title", "~", "text in a line title: … of the front matter"),
        (TITLE, "title: ' '", "title", " ", "text in a line title: … of the front matter"),
        (
            TITLE,
            "title: [North, 5]",
            "title",
            '["North", "5"]',
            "text in a line title: … of the front matter",
        ),
        (
            TITLE,
            "title:\n  en: North",
            "title",
            '{"en": "North"}',
            "text in a line title: … of the front matter",
        ),
        (TITLE, r'title: "A\0"', "title", "A\0", "text without control characters"),
        (TITLE, r'title: "A\ud800"', "title", "A\ud800", "text without control characters"),
        ("'2001-02-03'", "3 February 2001", "date", "3 February 2001", "a date like 2021-05-21"),
        ("'2001-02-03'", "2001-02-30", "date", "2001-02-30", "a date like 2021-05-21"),
        ("'2001-02-03'", "2001", "date", "2001", "a date like 2021-05-21"),
        ("'2001-02-03'", "2001-02-03 20:44:01Z", "date", "2001-02-03 20:44:01Z", "a date like 2021-05-21"),
        (
            "https://example.org",
            "javascript:alert(1)//",
            "source_url",
            "javascript:alert(1)///statement",
            "an address that starts with https://",
        ),
    ],
)
def test_a_value_that_the_front_matter_lacks_or_has_wrong(folder, old, new, column, value, expected):
    rewrite(folder, old, new)
    assert only_problem(folder) == Problem("statement.md", None, column, value, expected)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("North and\n  South", "North and South"),
        ('"North and\n  South"', "North and South"),
        (">\n  North and\n  South", "North and South"),
        ("|\n  North and\n  South", "North and South"),
        ("'North''s: a view'", "North's: a view"),
        ("North # and South", "North"),
        # Text that YAML could take for another type is the title as it stands.
        ("2001", "2001"),
        ("12:30", "12:30"),
        ("No", "No"),
        ("2001-02-03", "2001-02-03"),
        ("!!python/name:os.system", None),
        ("!!int 5", "5"),
    ],
)
def test_a_title_is_text_however_yaml_writes_it(folder, written, title):
    rewrite(folder, TITLE, f"title: {written}")
    if title is None:
        assert only_problem(folder).column == "title"
    else:
        assert load(folder).statement.title == title


@pytest.mark.parametrize("written", ["2001-02-03", "'2001-02-03'", '"2001-02-03"', "!!timestamp 2001-02-03"])
def test_a_date_with_and_without_quotes(folder, written):
    rewrite(folder, "'2001-02-03'", written)
    assert load(folder).statement.date == datetime.date(2001, 2, 3)


@pytest.mark.parametrize(
    "line", ["modified_time: 2001-99-99", "zero: 0b_", "on: !!float x", "tags: [a, {b: c}]"]
)
def test_a_key_that_the_app_does_not_read_may_hold_anything(folder, line):
    rewrite(folder, TITLE, f"{TITLE}\n{line}")
    assert load(folder).statement.url == "https://example.org/statement"


@pytest.mark.parametrize(
    ("new", "value"),
    [
        (
            'title: "North',
            "while scanning a quoted scalar in line 4, found unexpected end of stream in line 4",
        ),
        ("title: North: a view", "mapping values are not allowed here in line 4"),
        ("title: North\n---  \n", "expected a single document in the stream in line 2, but found another"),
        ("\ttitle: North", "cannot start any token in line 4"),
        ("title: &a North", "anchor or alias a (text that starts with & or * needs quotes) in line 4"),
        ("title: *a", "anchor or alias a (text that starts with & or * needs quotes) in line 4"),
        (
            "title: A\nmore: &a [*a]",
            "anchor or alias a (text that starts with & or * needs quotes) in line 5",
        ),
        ("title: A\ntitle: B", "2 times the key title in line 2"),
        ("title: A\n? [a]\n: b", "found unhashable key in line 5"),
        (r'title: "\UFFFFFFFF"', "too large"),
        (r'title: "\U00110000"', "not in range"),
        ("title: A\x7f", "unacceptable character #x007f"),
        ("title: " + "[" * 5_000, "recursion"),
    ],
)
def test_front_matter_that_is_refused_as_yaml(folder, new, value):
    rewrite(folder, TITLE, new)
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.column, problem.expected) == ("statement.md", None, "", YAML)
    assert value in problem.value
    assert "\n" not in str(problem)


@pytest.mark.parametrize(
    ("front_matter", "value"),
    [("- a\n- b", '["a", "b"]'), ("North and South", "North and South"), ("[]", "[]")],
)
def test_front_matter_without_keys(folder, front_matter, value):
    (folder / "statement.md").write_text(f"---\n{front_matter}\n---\n{STATEMENT.split('---', 2)[2]}")
    assert only_problem(folder) == Problem("statement.md", None, "", value, LINES)


def test_front_matter_that_is_too_long(folder):
    rewrite(folder, TITLE, f"{TITLE}\nmore: {'x' * 10_000}")
    problem = only_problem(folder)
    assert problem.expected == "front matter of at most 10,000 characters"
    assert problem.value.endswith(" characters")


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---\n", "---\n\n---\n", "Just a text.", STATEMENT.split("---\n", 2)[2]]
)
def test_a_statement_without_front_matter(folder, text):
    (folder / "statement.md").write_text(text, encoding="utf-8")
    assert {"title", "date", "source_url"} <= {problem.column for problem in problems(folder)}


@pytest.mark.parametrize(
    "text", ["A *text*: [to] & fro\n\n---\nmore: here\n---\n", " \n\tA text", "# A\u00a0text\n"]
)
def test_the_text_is_kept_to_the_letter(tmp_path, text):
    found = []
    (tmp_path / "statement.md").write_text(STATEMENT.split("\n---\n")[0] + f"\n---\n{text}", encoding="utf-8")
    statement = read_statement(tmp_path, found)
    assert found == []
    assert statement.text == text


def test_a_missing_statement(folder):
    (folder / "statement.md").unlink()
    assert only_problem(folder) == Problem("statement.md", None, "", None, "a file of this name")
