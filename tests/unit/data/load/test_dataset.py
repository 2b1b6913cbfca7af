"""What load() returns of a dataset without a fault."""

import datetime

import pandas as pd
import pytest

from data.load import TABLES, load
from tests.unit.data.load.three_sentences import (
    STATEMENT,
    TABLES_WITHOUT_FAULT,
    describe_as,
    described,
    resource,
    table_path,
)


def test_every_table_loads_with_its_rows_and_columns_in_the_order_of_the_file(folder):
    dataset = load(folder)
    for name in TABLES:
        lines = TABLES_WITHOUT_FAULT[name].splitlines()
        frame = getattr(dataset, name)
        assert list(frame.columns) == lines[0].split(",")
        assert len(frame) == len(lines) - 1


def test_tables_are_those_of_the_shipped_descriptor():
    assert sorted(TABLES) == sorted(item["name"] for item in described()["resources"])


def test_the_statement_is_read_with_its_front_matter(folder):
    statement = load(folder).statement
    assert statement.title == "North’s and South’s Statement"
    assert statement.date == datetime.date(2001, 2, 3)
    assert statement.url == "https://example.org/statement"
    assert statement.text == STATEMENT.split("---\n", 2)[2]


def test_the_descriptor_comes_along(folder):
    assert load(folder).descriptor == described()


@pytest.mark.parametrize(
    ("table", "column", "dtype"),
    [
        ("passages", "section", "str"),
        ("passages", "paragraph", "Int64"),
        ("pledges", "amount_usd", "Int64"),
        ("pledges", "period_start", "Int64"),
        ("commitments", "names_amount", "bool"),
        ("places", "lon", "float64"),
        ("map_views", "zoom", "float64"),
        ("dates", "start", "datetime64[us]"),
        ("dates", "end", "datetime64[us]"),
    ],
)
def test_dtypes(folder, table, column, dtype):
    assert getattr(load(folder), table)[column].dtype == dtype


def test_a_table_without_rows_keeps_its_dtypes(folder):
    header = TABLES_WITHOUT_FAULT["pledges"].splitlines()[0]
    table_path(folder, "pledges").write_text(header + "\n", encoding="utf-8")
    pledges = load(folder).pledges
    assert len(pledges) == 0
    assert pledges["amount_usd"].dtype == "Int64"
    assert pledges["title"].dtype == "str"


def test_empty_cells(folder):
    dataset = load(folder)
    assert dataset.passages["section"].tolist() == ["", "", "Trade"]
    assert dataset.pledges["amount_usd"].tolist() == [5000000, pd.NA]
    assert dataset.dates["end"].isna().tolist() == [False, True]


def test_a_byte_order_mark_and_windows_line_ends_make_no_difference(folder):
    plain = load(folder)
    for path in [
        folder / "statement.md",
        folder / "datapackage.json",
        *(folder / "tables").iterdir(),
    ]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    windows = load(folder)
    assert windows.statement == plain.statement
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(windows, name), getattr(plain, name))


def test_columns_may_be_added_and_stand_anywhere(folder):
    lines = TABLES_WITHOUT_FAULT["bodies"].splitlines()
    text = "\n".join([f"remark,{lines[0]}", *(f"007,{line}" for line in lines[1:])])
    table_path(folder, "bodies").write_text(text, encoding="utf-8")
    bodies = load(folder).bodies
    assert list(bodies.columns) == ["remark", "body_id", "name", "acronym", "kind"]
    assert bodies["remark"].tolist() == ["007", "007"]
    assert bodies["kind"].tolist() == ["agreement", "agreement"]


def test_an_added_column_that_the_descriptor_names_has_its_type(folder):
    describe_as(
        folder,
        lambda it: resource(it, "terms")["schema"]["fields"].append({"name": "checked", "type": "boolean"}),
    )
    table_path(folder, "terms").write_text(
        "term,expansion,explanation,source,source_url,checked\na,b,c,d,,true\ne,f,g,h,,\n"
    )
    assert load(folder).terms["checked"].tolist() == [True, pd.NA]
