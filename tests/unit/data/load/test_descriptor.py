"""A descriptor that is none, or that says less than the shipped one."""

import copy

import pytest

from data.load import Problem
from data.load.descriptor import check_descriptor, read_descriptor, resources_by_name
from data.load.parse import parse_tables
from tests.unit.data.load.breaking import describe_as, field, load_problems, resource


@pytest.fixture
def own(tiny):
    """A descriptor to be edited."""
    return copy.deepcopy(tiny.descriptor)


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
def test_a_file_that_is_no_descriptor(tmp_path, content, expected):
    found = []
    (tmp_path / "datapackage.json").write_bytes(content)
    assert read_descriptor(tmp_path, found) is None
    assert [(problem.file, problem.expected) for problem in found] == [("datapackage.json", expected)]


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
        (lambda it: resource(it, "terms")["schema"].pop("primaryKey"), "terms.primaryKey", None, '["term"]'),
        (
            lambda it: resource(it, "terms")["schema"]["fields"].pop(),
            "terms.source_url",
            None,
            "a column of this name",
        ),
        (lambda it: field(it, "places", "lon").update(type="string"), "places.lon", "string", "type number"),
        (
            lambda it: field(it, "places", "lon")["constraints"].pop("maximum"),
            "places.lon",
            None,
            "a constraint maximum",
        ),
        (
            lambda it: field(it, "terms", "term")["constraints"].update(required=False),
            "terms.term",
            None,
            "a constraint required",
        ),
        (lambda it: field(it, "places", "kind").pop("facet"), "places.kind", None, "facet place_kind"),
        (
            lambda it: field(it, "places", "kind")["constraints"].update(enum=[1]),
            "places.kind",
            "[1]",
            "a facet and a list of codes",
        ),
    ],
)
def test_a_descriptor_that_says_less_than_the_shipped_one(own, shipped, change, column, value, expected):
    change(own)
    found = list(check_descriptor(own, shipped.descriptor))
    assert found == [Problem("datapackage.json", None, column, value, expected)]


def test_an_added_table_whose_codes_are_no_list(own, shipped):
    coded = {"name": "tone", "type": "string", "facet": "tone", "constraints": {"enum": 5}}
    table = {"name": "tones", "path": "tables/tones.csv", "schema": {"fields": [coded]}}
    own["resources"].append(table)
    problem = Problem("datapackage.json", None, "tones.tone", "5", "a facet and a list of codes")
    assert list(check_descriptor(own, shipped.descriptor)) == [problem]


def test_a_wrong_descriptor_is_reported_without_a_look_into_the_cells(folder):
    describe_as(folder, lambda it: it.pop("title"))
    assert load_problems(folder) == (Problem("datapackage.json", None, "title", None, "this property"),)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("terms", lambda it: field(it, "terms", "term")["constraints"].update(pattern="(")),
        ("places", lambda it: field(it, "places", "lon")["constraints"].update(minimum="west")),
        ("terms", lambda it: field(it, "terms", "term")["constraints"].update(required="very")),
        (
            "terms",
            lambda it: resource(it, "terms")["schema"]["fields"].append({"name": "more", "type": ["string"]}),
        ),
        (
            "terms",
            lambda it: resource(it, "terms")["schema"]["fields"].append({"name": "more", "type": "colour"}),
        ),
    ],
)
def test_a_descriptor_that_frictionless_does_not_accept(own, grids, table, change):
    change(own)
    found = []
    assert parse_tables({table: grids[table]}, resources_by_name(own), found) == {}
    assert any(problem.file == "datapackage.json" for problem in found)
