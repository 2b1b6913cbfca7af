"""load() against a dataset of three sentences, whole and then broken one way at a time."""

import copy
import csv
import datetime
import io
import json

import pandas as pd
import pytest

from data.dataset import FOLDER, TABLES, DatasetError, Problem, load

STATEMENT = """---
date: '2001-02-03'
source_url: https://example.org/statement
title: "North\\u2019s and South\\u2019s\\_Statement"
---

North and South share a *vision* of peace. North will pay $5 million in
2001 for a bridge in Midtown.

**Trade**

South will open its ports by 2002, as the Harbour Pact asks.
"""

CODES = {
    "theme": ["peace", "trade"],
    "speech_act": ["commissive", "assertive"],
    "actor": ["north", "south"],
    "strength": ["done", "committed"],
    "basis": ["new", "policy"],
    "place_kind": ["country", "city"],
    "role": ["topic", "venue"],
    "body_kind": ["agreement"],
    "date_kind": ["past", "deadline"],
    "precision": ["day", "month", "year"],
    "confidence": ["high", "medium"],
}

VISION = "North and South share a vision of peace."
BRIDGE = "North will pay $5 million in 2001 for a bridge in Midtown."
PORTS = "South will open its ports by 2002, as the Harbour Pact asks."

TABLES_WITHOUT_FAULT = {
    "codes": "facet,code,label,definition,order,colour,icon\n"
    + "".join(
        f"{facet},{code},{code.title()},What it covers.,{order},#1a2b3c,shield\n"
        for facet, codes in CODES.items()
        for order, code in enumerate(codes, start=1)
    ),
    "passages": f"""passage_id,paragraph,sentence,section,text,theme,speech_act,actor
p01.s1,1,1,,{VISION},peace,assertive,north
p01.s2,1,2,,{BRIDGE},peace,commissive,north
p02.s1,2,1,Trade,"{PORTS}",trade,commissive,south
""",
    "secondary_themes": """passage_id,theme
p01.s2,trade
p02.s1,peace
""",
    "second_coding": """passage_id,theme,speech_act,actor
p01.s1,peace,assertive,south
p01.s2,trade,commissive,north
""",
    "commitments": """commitment_id,passage_id,title,actor,strength,names_amount,\
names_date,names_mechanism,quote
bridge,p01.s2,A bridge,north,committed,true,true,false,North will pay $5 million
ports,p02.s1,Open ports,south,committed,false,true,true,South will open its ports
""",
    "pledges": """pledge_id,passage_id,title,payer,programme,recipient,basis,amount_usd,\
period_start,period_end,caveat,quote
bridge,p01.s2,A bridge,north,,,new,5000000,2001,2001,,$5 million
ports,p02.s1,Open ports,south,,,policy,,,,,open its ports
""",
    "places": """place_id,name,short_name,kind,lon,lat,indo_pacific,mekong,\
members,definition_source,definition_url
midtown,Midtown,Midtown,city,10.5,-20,false,false,,,
north,The North,North,country,11,21.25,true,false,AAA;BBB,An atlas,https://example.org
""",
    "place_mentions": """passage_id,place_id,role,quote
p01.s2,midtown,topic,Midtown
p01.s1,north,topic,North
""",
    "bodies": """body_id,name,acronym,kind
harbour-pact,Harbour Pact,HP,agreement
other-pact,Other Pact,,agreement
""",
    "body_mentions": """passage_id,body_id,quote
p02.s1,harbour-pact,Harbour Pact
""",
    "dates": """date_id,passage_id,label,start,end,precision,kind,quote,note,source
bridge,p01.s2,A bridge,2001-01-01,2001-12-31,year,past,in 2001,,
ports,p02.s1,Open ports,2002-01-01,,year,deadline,by 2002,,
""",
    "figures": """figure_id,passage_id,label,value,bound,unit,quote
dollars,p01.s2,Dollars,5000000,over,dollars,$5 million
""",
    "terms": """term,expansion,explanation,source,source_url
HP,Harbour Pact,A pact,An encyclopaedia,https://example.org
NS,North and South,Both,The statement,
""",
    "outcomes": """outcome_id,commitment_id,pledge_id,date,precision,what,source_title,\
source_publisher,source_url,confidence
""",
    "map_views": """view,label,lon,lat,zoom,order,place_id
world,World,0,10,1.5,1,
midtown,Midtown,10.5,-20,6,2,midtown
""",
}


def described():
    """The shipped descriptor with the codes of this dataset."""
    descriptor = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        for column in resource["schema"]["fields"]:
            if "facet" in column:
                column["constraints"]["enum"] = CODES[column["facet"]]
    return descriptor


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "statement.md").write_text(STATEMENT, encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps(described()), encoding="utf-8")
    for name, text in TABLES_WITHOUT_FAULT.items():
        (tmp_path / "tables" / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def table_path(folder, name):
    return folder / "tables" / f"{name}.csv"


def set_cell(folder, name, row, column, value):
    """Overwrite one cell; rows as a spreadsheet counts them."""
    path = table_path(folder, name)
    grid = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    grid[row - 1][grid[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(grid)


def problems(folder):
    with pytest.raises(DatasetError) as caught:
        load(folder)
    return caught.value.problems


def only_problem(folder):
    (problem,) = problems(folder)
    return problem


def describe_as(folder, change):
    """Rewrite the descriptor after `change` has edited it in place."""
    descriptor = copy.deepcopy(described())
    change(descriptor)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


def resource(descriptor, name):
    return next(item for item in descriptor["resources"] if item["name"] == name)


def field(descriptor, table, column):
    return next(
        item for item in resource(descriptor, table)["schema"]["fields"] if item["name"] == column
    )


# What loads


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
        lambda it: resource(it, "terms")["schema"]["fields"].append(
            {"name": "checked", "type": "boolean"}
        ),
    )
    table_path(folder, "terms").write_text(
        "term,expansion,explanation,source,source_url,checked\na,b,c,d,,true\ne,f,g,h,,\n"
    )
    assert load(folder).terms["checked"].tolist() == [True, pd.NA]


# Cells


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "expected"),
    [
        ("passages", 3, "theme", "piece", "one of peace, trade"),
        ("passages", 2, "theme", "Peace", "one of peace, trade"),
        ("passages", 4, "speech_act", "", "one of commissive, assertive"),
        ("passages", 2, "paragraph", "one", "a whole number from 1 to 99"),
        ("passages", 2, "paragraph", "0", "a whole number from 1 to 99"),
        ("secondary_themes", 2, "theme", "war", "one of peace, trade"),
        ("second_coding", 3, "actor", "both", "one of north, south"),
        ("commitments", 2, "commitment_id", "The Bridge", "text like"),
        ("commitments", 3, "names_date", "yes", "true or false"),
        ("commitments", 3, "names_date", "", "true or false"),
        ("commitments", 3, "title", "", "some text"),
        ("pledges", 2, "payer", "us", "one of north, south"),
        ("pledges", 2, "amount_usd", "5 million", "a whole number from 0 to"),
        ("pledges", 2, "amount_usd", "-5", "or nothing"),
        ("pledges", 2, "amount_usd", "5000000.5", "a whole number"),
        ("pledges", 2, "amount_usd", "9" * 30, "a whole number"),
        ("pledges", 2, "amount_usd", "9" * 5000, "a whole number"),
        ("pledges", 2, "period_start", "soon", "a year from 1900 to 2100"),
        ("places", 2, "lon", "180.5", "a number from -180 to 180"),
        ("places", 2, "lat", "-90.5", "a number from -90 to 90"),
        ("places", 2, "lat", "10 N", "a number from -90 to 90"),
        ("places", 2, "lat", "", "a number from -90 to 90"),
        ("places", 2, "lat", "nan", "a number from -90 to 90"),
        ("places", 2, "lat", "sNaN", "a number from -90 to 90"),
        ("places", 2, "lat", "inf", "a number from -90 to 90"),
        ("places", 3, "members", "AAA,BBB", "text like"),
        ("places", 3, "members", "AAA;BBB;", "text like"),
        ("places", 3, "members", "aaa", "text like"),
        ("dates", 2, "start", "1 January 2001", "a date like 2021-05-21"),
        ("dates", 2, "start", "2001-02-30", "a date like 2021-05-21"),
        ("dates", 2, "start", "1001-01-01", "from 1900-01-01 to 2100-12-31"),
        ("dates", 3, "end", "later", "or nothing"),
        ("figures", 2, "value", "many", "a whole number"),
        ("terms", 2, "source", "", "some text"),
        ("codes", 2, "colour", "red", "text like #"),
        ("map_views", 3, "zoom", "30", "a number from 0 to 22"),
    ],
)
def test_a_cell_that_the_descriptor_does_not_allow(folder, table, row, column, value, expected):
    set_cell(folder, table, row, column, value)
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.column) == (f"{table}.csv", row, column)
    assert problem.value == value
    assert expected in problem.expected


# Keys and references


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "key", "found"),
    [
        ("commitments", 3, "commitment_id", "bridge", "commitment_id", "bridge"),
        ("terms", 3, "term", "HP", "term", "HP"),
        ("second_coding", 3, "passage_id", "p01.s1", "passage_id", "p01.s1"),
        ("map_views", 3, "view", "world", "view", "world"),
    ],
)
def test_a_key_used_twice(folder, table, row, column, value, key, found):
    set_cell(folder, table, row, column, value)
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.column, problem.value) == (
        f"{table}.csv",
        row,
        key,
        found,
    )
    assert problem.expected == f"a {key} that no other row has"


def test_a_key_of_two_columns_used_twice(folder):
    table_path(folder, "secondary_themes").write_text(
        "passage_id,theme\np01.s2,trade\np01.s2,trade\n"
    )
    problem = only_problem(folder)
    assert (problem.row, problem.column, problem.value) == (3, "passage_id, theme", "p01.s2, trade")


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "target"),
    [
        ("secondary_themes", 2, "passage_id", "p09.s9", "passages.csv"),
        ("second_coding", 2, "passage_id", "p09.s9", "passages.csv"),
        ("commitments", 3, "passage_id", "p09.s9", "passages.csv"),
        ("pledges", 2, "passage_id", "p09.s9", "passages.csv"),
        ("place_mentions", 2, "passage_id", "p09.s9", "passages.csv"),
        ("place_mentions", 3, "place_id", "uptown", "places.csv"),
        ("body_mentions", 2, "passage_id", "p09.s9", "passages.csv"),
        ("body_mentions", 2, "body_id", "no-pact", "bodies.csv"),
        ("map_views", 3, "place_id", "uptown", "places.csv"),
        ("dates", 2, "passage_id", "p09.s9", "passages.csv"),
        ("figures", 2, "passage_id", "p09.s9", "passages.csv"),
    ],
)
def test_a_reference_that_leads_nowhere(folder, table, row, column, value, target):
    set_cell(folder, table, row, column, value)
    assert only_problem(folder) == Problem(
        f"{table}.csv", row, column, value, f"a {column} of {target}"
    )


def test_a_reference_that_is_no_passage_id_at_all_is_reported_once(folder):
    set_cell(folder, "dates", 2, "passage_id", "first page")
    assert only_problem(folder) == Problem(
        "dates.csv", 2, "passage_id", "first page", "text like p13.s8"
    )


# Between cells


@pytest.mark.parametrize(
    "table", ["commitments", "pledges", "place_mentions", "body_mentions", "dates", "figures"]
)
@pytest.mark.parametrize("quote", ["words nobody said", "NORTH", "North  will"])
def test_a_quote_that_is_not_verbatim(folder, table, quote):
    passage = TABLES_WITHOUT_FAULT[table].splitlines()[1]
    passage_id = "p01.s2" if "p01.s2" in passage else "p02.s1"
    set_cell(folder, table, 2, "quote", quote)
    expected = f"words of passage {passage_id}, verbatim"
    assert only_problem(folder) == Problem(f"{table}.csv", 2, "quote", quote, expected)


def test_a_date_that_ends_before_it_starts(folder):
    set_cell(folder, "dates", 2, "end", "2000-12-31")
    assert only_problem(folder) == Problem(
        "dates.csv", 2, "end", "2000-12-31", "start (2001-01-01) or later"
    )


def test_a_period_that_ends_before_it_starts(folder):
    set_cell(folder, "pledges", 2, "period_end", "1999")
    assert only_problem(folder) == Problem(
        "pledges.csv", 2, "period_end", "1999", "period_start (2001) or later"
    )


def test_a_passage_that_is_not_in_the_statement(folder):
    set_cell(folder, "passages", 2, "text", "North and South share a view of peace.")
    problem = problems(folder)[0]
    assert (problem.file, problem.row, problem.column) == ("passages.csv", 2, "text")
    assert problem.expected == "a sentence of the statement, verbatim"


def test_passages_in_another_order_than_the_statement(folder):
    lines = TABLES_WITHOUT_FAULT["passages"].splitlines()
    table_path(folder, "passages").write_text("\n".join([lines[0], lines[3], lines[1], lines[2]]))
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.value) == ("passages.csv", 3, VISION)
    assert problem.expected == "the sentence that follows the row above"


def test_a_dataset_without_passages(folder):
    table_path(folder, "passages").write_text(TABLES_WITHOUT_FAULT["passages"].splitlines()[0])
    assert Problem("passages.csv", None, "", "", "at least one sentence") in problems(folder)


def test_codes_that_differ_from_the_descriptor(folder):
    set_cell(folder, "codes", 3, "code", "commerce")
    found = problems(folder)
    assert {problem.column for problem in found} == {
        "passages.theme",
        "secondary_themes.theme",
        "second_coding.theme",
    }
    wanted = "the codes of facet theme in codes.csv: peace, commerce"
    assert all(problem.value == "peace, trade" and problem.expected == wanted for problem in found)


# Files that are no tables


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
    table_path(folder, "terms").write_text(
        'term,expansion,explanation,source\nHP,"Harbour,A pact,A book\n'
    )
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


# Headers and the shape of rows


@pytest.mark.parametrize(
    ("text", "row", "column", "value", "expected"),
    [
        ("term,expansion,source,source_url\na,b,c,\n", 1, "explanation", None, "a column of this name"),
        ("Term,expansion,explanation,source,source_url\na,b,c,d,\n", 1, "term", None, "a column of this name"),
        (
            "term,expansion,explanation,source,source_url,term\na,b,c,d,,e\n",
            1,
            "term",
            "term",
            "a column name used once",
        ),
        ("term,expansion,explanation,source,source_url,\na,b,c,d,,e\n", 1, "number 6", "", "a column name"),
        (
            "term,expansion,explanation,source,source_url\na,b,c,d,\na,b,c,d,,e\n",
            3,
            "",
            "6 cells",
            "5 cells, one for each column",
        ),
        (
            "term,expansion,explanation,source,source_url\na,b,c,d\n",
            2,
            "",
            "4 cells",
            "5 cells, one for each column",
        ),
        (
            "term,expansion,explanation,source,source_url\n,,,,\na,b,c,d,\n",
            2,
            "",
            "",
            "5 cells, one for each column",
        ),
        (
            "term,expansion,explanation,source,source_url\na,b,c,d,\n\n",
            3,
            "",
            "",
            "5 cells, one for each column",
        ),
    ],
)
def test_a_header_or_a_row_of_the_wrong_shape(folder, text, row, column, value, expected):
    table_path(folder, "terms").write_text(text)
    assert only_problem(folder) == Problem("terms.csv", row, column, value, expected)


def test_a_header_is_the_first_row_even_where_another_row_looks_more_like_one(folder):
    header, *rows = TABLES_WITHOUT_FAULT["places"].splitlines()
    table_path(folder, "places").write_text("\n".join([header, "x", "y", "z", *rows]))
    found = problems(folder)
    assert [(problem.row, problem.value) for problem in found] == [
        (2, "1 cells"),
        (3, "1 cells"),
        (4, "1 cells"),
    ]


def test_white_space_around_a_column_name_does_not_count(folder):
    path = table_path(folder, "places")
    path.write_text(path.read_text().replace("place_id,", " place_id ,"))
    assert "place_id" in load(folder).places


def test_rows_are_counted_as_a_spreadsheet_counts_them(folder):
    text = 'term,expansion,explanation,source,source_url\na,b,"two\nlines",d,\ne,f,g,,\n'
    table_path(folder, "terms").write_text(text)
    assert only_problem(folder).row == 3


def test_a_missing_key_column_is_not_reported_by_every_reference_to_it(folder):
    path = table_path(folder, "places")
    path.write_text(path.read_text().replace("place_id,", "place,"))
    assert only_problem(folder) == Problem(
        "places.csv", 1, "place_id", None, "a column of this name"
    )


# The descriptor


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
        lambda it: resource(it, "terms")["schema"]["fields"].append(
            {"name": "more", "type": ["string"]}
        ),
        lambda it: resource(it, "terms")["schema"]["fields"].append(
            {"name": "more", "type": "colour"}
        ),
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
    describe_as(
        folder, lambda it: field(it, "figures", "value")["constraints"].update(maximum=10**40)
    )
    set_cell(folder, "figures", 2, "value", "9" * 30)
    problem = only_problem(folder)
    assert (problem.file, problem.column) == ("figures.csv", "value")


# The statement


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


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---\n", "Just a text.", STATEMENT.split("---\n", 2)[2]]
)
def test_a_statement_without_front_matter(folder, text):
    (folder / "statement.md").write_text(text, encoding="utf-8")
    assert {"title", "date", "source_url"} <= {problem.column for problem in problems(folder)}


def test_a_missing_statement(folder):
    (folder / "statement.md").unlink()
    assert only_problem(folder) == Problem("statement.md", None, "", None, "a file of this name")


# Reporting


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
    assert (
        str(Problem("a.csv", 2, "b", value, "more"))
        == f"a.csv, row 2, column b: {shown} - expected more"
    )
