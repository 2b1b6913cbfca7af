"""A descriptor that is none, or that says less than the shipped one."""

import pytest

from data.load import Problem
from tests.unit.data.load.three_sentences import (
    describe_as,
    field,
    only_problem,
    problems,
    resource,
    set_cell,
    table_path,
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"{", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"\xff", "UTF-8 text"),
        (b"[]", "a JSON object"),
        (b"", "JSON"),
    ],
)
def test_a_descriptor_that_is_no_descriptor(folder, content, expected):
    (folder / "datapackage.json").write_bytes(content)
    problem = only_problem(folder)
    assert (problem.file, problem.expected) == ("datapackage.json", expected)


def test_a_missing_descriptor_is_reported_beside_a_missing_table(folder):
    (folder / "datapackage.json").unlink()
    table_path(folder, "terms").unlink()
    assert [problem.file for problem in problems(folder)] == ["datapackage.json", "terms.csv"]


@pytest.mark.parametrize(
    ("change", "column", "value", "expected"),
    [
        (lambda it: it.pop("title"), "title", None, "this property"),
        (lambda it: it["resources"].pop(), "map_views", None, "a table of this name"),
        (
            lambda it: resource(it, "terms").update(path="/etc/passwd"),
            "terms.path",
            "/etc/passwd",
            "tables/terms.csv",
        ),
        (
            lambda it: resource(it, "terms")["schema"].pop("primaryKey"),
            "terms.primaryKey",
            None,
            '["term"]',
        ),
        (
            lambda it: resource(it, "terms")["schema"]["fields"].pop(),
            "terms.source_url",
            None,
            "a column of this name",
        ),
        (
            lambda it: field(it, "places", "lon").update(type="string"),
            "places.lon",
            "string",
            "type number",
        ),
        (
            lambda it: field(it, "places", "lon")["constraints"].pop("maximum"),
            "places.lon",
            None,
            "a constraint maximum",
        ),
        (
            lambda it: field(it, "places", "kind").pop("facet"),
            "places.kind",
            None,
            "facet place_kind",
        ),
        (
            lambda it: field(it, "places", "kind")["constraints"].update(enum=[1]),
            "places.kind",
            "[1]",
            "a facet and a list of codes",
        ),
    ],
)
def test_a_descriptor_that_says_less_than_the_shipped_one(folder, change, column, value, expected):
    describe_as(folder, change)
    assert only_problem(folder) == Problem("datapackage.json", None, column, value, expected)


@pytest.mark.parametrize(
    "change",
    [
        lambda it: field(it, "terms", "term")["constraints"].update(pattern="("),
        lambda it: field(it, "places", "lon")["constraints"].update(minimum="west"),
        lambda it: field(it, "terms", "term")["constraints"].update(required="very"),
        lambda it: resource(it, "terms")["schema"]["fields"].append({"name": "more", "type": ["string"]}),
        lambda it: resource(it, "terms")["schema"]["fields"].append({"name": "more", "type": "colour"}),
    ],
)
def test_a_descriptor_that_frictionless_does_not_accept(folder, change):
    describe_as(folder, change)
    assert any(problem.file == "datapackage.json" for problem in problems(folder))


def test_an_added_table_whose_codes_are_no_list(folder):
    coded = {"name": "tone", "type": "string", "facet": "tone", "constraints": {"enum": 5}}
    table = {"name": "tones", "path": "tables/tones.csv", "schema": {"fields": [coded]}}
    describe_as(folder, lambda it: it["resources"].append(table))
    expected = "a facet and a list of codes"
    assert only_problem(folder) == Problem("datapackage.json", None, "tones.tone", "5", expected)


def test_a_number_too_long_for_a_column_of_whole_numbers(folder):
    describe_as(folder, lambda it: field(it, "figures", "value")["constraints"].update(maximum=10**40))
    set_cell(folder, "figures", 2, "value", "9" * 30)
    problem = only_problem(folder)
    assert (problem.file, problem.column) == ("figures.csv", "value")
