"""The front matter of a statement: what is read as it is meant, and what is refused with a Problem."""

import datetime

import pytest

from data.load import Problem
from data.load.source_text import fold, read_statement

DATE = "'2001-02-03'"
TITLE = 'title: "A\\_Statement"'
LINES = "front matter of lines like title: …"
YAML = "front matter in YAML, without anchors, aliases and keys used twice"


@pytest.fixture
def source(tiny_folder):
    """The statement of the tiny dataset."""
    return (tiny_folder / "statement.md").read_text(encoding="utf-8")


@pytest.fixture
def read(tmp_path):
    """Reads a source as statement.md: the Statement, or None, and the Problems."""

    def read(source):
        found = []
        (tmp_path / "statement.md").write_text(source, encoding="utf-8")
        return read_statement(tmp_path, found), found

    return read


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
        (DATE, "3 February 2001", "date", "3 February 2001", "a date like 2021-05-21"),
        (DATE, "2001-02-30", "date", "2001-02-30", "a date like 2021-05-21"),
        (DATE, "2001", "date", "2001", "a date like 2021-05-21"),
        (DATE, "2001-02-03 20:44:01Z", "date", "2001-02-03 20:44:01Z", "a date like 2021-05-21"),
        (
            "https://example.org",
            "javascript:alert(1)//",
            "source_url",
            "javascript:alert(1)//",
            "an address that starts with https://",
        ),
        (
            DATE,
            "2001-02-03\narchived_url: gone",
            "archived_url",
            "gone",
            "an address that starts with https://",
        ),
        (
            DATE,
            "2001-02-03\narchived_url:",
            "archived_url",
            "",
            "text in a line archived_url: … of the front matter",
        ),
    ],
)
def test_a_value_that_the_front_matter_lacks_or_has_wrong(read, source, old, new, column, value, expected):
    assert old in source
    statement, found = read(source.replace(old, new))
    assert statement is None
    assert found == [Problem("statement.md", None, column, value, expected)]


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
        ("!!int 5", "5"),
    ],
)
def test_a_title_is_text_however_yaml_writes_it(read, source, written, title):
    statement, found = read(source.replace(TITLE, f"title: {written}"))
    assert found == []
    assert statement.title == title


def test_the_address_is_the_archives_if_there_is_one(read, source):
    archived = "https://archive.example/2001"
    statement, found = read(source.replace(DATE, f"{DATE}\narchived_url: {archived}"))
    assert found == []
    assert (statement.url, statement.published_url) == (archived, "https://example.org")
    statement, _ = read(source)
    assert statement.url == statement.published_url == "https://example.org"


def test_a_title_that_yaml_would_run_is_no_title(read, source):
    _, found = read(source.replace(TITLE, "title: !!python/name:os.system"))
    assert [problem.column for problem in found] == ["title"]


@pytest.mark.parametrize("written", ["2001-02-03", "'2001-02-03'", '"2001-02-03"', "!!timestamp 2001-02-03"])
def test_a_date_with_and_without_quotes(read, source, written):
    statement, _ = read(source.replace(DATE, written))
    assert statement.date == datetime.date(2001, 2, 3)


@pytest.mark.parametrize(
    "line", ["modified_time: 2001-99-99", "zero: 0b_", "on: !!float x", "tags: [a, {b: c}]"]
)
def test_a_key_that_the_app_does_not_read_may_hold_anything(read, source, line):
    statement, found = read(source.replace(TITLE, f"{TITLE}\n{line}"))
    assert found == []
    assert statement.title == "A Statement"


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
        ("title: " + "[" * 1_000, "recursion"),
    ],
)
def test_front_matter_that_is_refused_as_yaml(read, source, new, value):
    _, (problem,) = read(source.replace(TITLE, new))
    assert (problem.file, problem.row, problem.column, problem.expected) == ("statement.md", None, "", YAML)
    assert value in problem.value
    assert "\n" not in str(problem)


@pytest.mark.parametrize(
    ("front_matter", "value"),
    [("- a\n- b", '["a", "b"]'), ("North and South", "North and South"), ("[]", "[]")],
)
def test_front_matter_without_keys(read, front_matter, value):
    _, found = read(f"---\n{front_matter}\n---\nA text.\n")
    assert found == [Problem("statement.md", None, "", value, LINES)]


def test_front_matter_that_is_too_long(read, source):
    _, (problem,) = read(source.replace(TITLE, f"{TITLE}\nmore: {'x' * 10_000}"))
    assert problem.expected == "front matter of at most 10,000 characters"
    assert problem.value.endswith(" characters")


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---\n", "---\n\n---\n", "Just a text.", "\n**A**\n\nText.\n"]
)
def test_a_statement_without_front_matter(read, text):
    _, found = read(text)
    assert {"title", "date", "source_url"} <= {problem.column for problem in found}


@pytest.mark.parametrize(
    "text", ["A *text*: [to] & fro\n\n---\nmore: here\n---\n", " \n\tA text", "# A\u00a0text\n"]
)
def test_the_text_is_kept_to_the_letter(read, source, text):
    statement, found = read(source.split("\n---\n")[0] + f"\n---\n{text}")
    assert found == []
    assert statement.text == text


def test_a_statement_without_a_text(read, source):
    _, found = read(source.split("\n---\n")[0] + "\n---\n \n")
    assert found == [Problem("statement.md", None, "", "", "a text below the front matter")]


def test_a_missing_statement(tmp_path):
    found = []
    assert read_statement(tmp_path, found) is None
    assert found == [Problem("statement.md", None, "", None, "a file of this name")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("*Peace*  is\nhere.\n\n**Deeds:\\_ all**\n", "Peace is here. Deeds: all"),
        ("the 5<sup>th</sup> <u>meeting</u>", "the 5th meeting"),
        ('[the *Pact*](https://a.org/x_(y) "A pact") holds', "the Pact holds"),
        ("[the Pact][1] holds[^2]", "the Pact holds"),
        ("<https://a.org>", "https://a.org"),
        ("co\u00adoper\u00adation, zero\u200bwidth", "cooperation, zerowidth"),
        ("one<br>two<br />three", "one two three"),
        ("_Peace_ and __trade__, snake_case", "Peace and trade, snake_case"),
        ("> quoted\n> words", "quoted words"),
        (r"1\. \<b>is\</b> a\*b", "1. <b>is</b> a*b"),
        ("R&amp;D&nbsp;and A&B", "R&D and A&B"),
        ("<!-- a\nnote -->x < y and y > z [sic]", "x < y and y > z [sic]"),
    ],
)
def test_passages_are_compared_without_line_breaks_and_marks(source, text):
    assert fold(source) == text
