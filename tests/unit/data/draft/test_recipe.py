"""The recipe of CONTRIBUTING.md, "Another statement", followed from a text to a folder that the app takes."""

import csv

import pytest

from data import check, new, second
from data.draft import descriptor
from data.draft.files import read_rows, write_rows
from data.load import TABLES, load
from tests.unit.data.draft.first_paragraphs import FIRST_PARAGRAPHS
from tests.unit.data.load.breaking import load_problems, read, set_cell_in, table_path


def texts(problems):
    return [str(problem) for problem in problems]


def fill_in(sheet, **codes):
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = [row | codes for row in csv.DictReader(file)]
    write_rows(sheet, list(rows[0]), rows, "utf-8-sig")


def test_every_proposal_is_refused_by_file_row_column_and_value(drafted):
    said = texts(load_problems(drafted))
    for name in TABLES:
        for number, row in enumerate(read_rows(drafted, name), start=2):
            if row.get("proposal"):
                assert any(line.startswith(f"{name}.csv, row {number}, column proposal: ") for line in said)
    assert (
        'codes.csv, row 16, column proposal: "carried over: does it speak in this statement?" - expected '
        "nothing, once this row is checked" in said
    )
    assert (
        'datapackage.json, column proposals.version: "a first version" - expected no such name, '
        "once the property version is checked" in said
    )


def test_a_confirmed_folder_is_loaded_with_nothing_left_to_do(confirmed, capsys):
    check.main([str(confirmed)])
    assert capsys.readouterr().out == "Nothing is left to do.\n"
    ds = load(confirmed)
    assert len(ds.passages) == 19
    assert ds.statement.date.isoformat() == "2022-05-21"
    assert not {"indo_pacific", "mekong"} & set(ds.places.columns)


def test_one_row_that_is_not_confirmed_is_one_problem(confirmed):
    rows = read_rows(confirmed, "dates")
    rows[0]["proposal"] = "a date"
    write_rows(table_path(confirmed, "dates"), list(rows[0]), rows)
    assert texts(load_problems(confirmed)) == [
        'dates.csv, row 2, column proposal: "a date" - expected nothing, once this row is checked'
    ]
    rows[0]["proposal"] = ""
    write_rows(table_path(confirmed, "dates"), list(rows[0]), rows)
    assert "proposal" not in load(confirmed).dates.columns


def test_what_is_left_comes_in_the_order_of_the_work(drafted, capsys):
    with pytest.raises(SystemExit) as stopped:
        check.main([str(drafted)])
    assert stopped.value.code == 1
    lines = capsys.readouterr().out.splitlines()
    steps = [line.split(":")[0] for line in lines if line[0].isdigit()]
    assert steps == [
        "1. What the folder says of itself",
        "2. The codes",
        "3. The sentences",
        "4. What they name",
        "5. What they promise",
        "6. The second coding",
    ]


def test_the_first_differing_letter_is_shown(confirmed, capsys):
    set_cell_in(confirmed, "dates", 2, "quote", "tests this yeer")
    with pytest.raises(SystemExit):
        check.main([str(confirmed)])
    assert "first differing letter: number 14, “tests this ye[e]r”" in capsys.readouterr().out


def test_the_rules_of_the_codebook_are_asked_too(confirmed):
    set_cell_in(confirmed, "commitments", 2, "strength", "done")
    assert texts(check.left_to_do(confirmed)) == [
        'commitments.csv, row 2, column strength: "done" - expected another strength: '
        "p01.s4 is no declaration"
    ]


def test_a_folder_in_which_something_stands_is_left_alone(drafted):
    (drafted / "statement.md").write_text("A person's own.")
    with pytest.raises(SystemExit):
        new.main([str(FIRST_PARAGRAPHS / "text.md"), str(drafted)])
    assert (drafted / "statement.md").read_text() == "A person's own."


def test_a_text_without_front_matter_is_refused_by_its_name(tmp_path):
    (tmp_path / "bare.md").write_text("A text.")
    with pytest.raises(SystemExit) as stopped:
        new.main([str(tmp_path / "bare.md"), str(tmp_path / "folder")])
    said = str(stopped.value).splitlines()
    assert said[0] == "bare.md, column title: missing - expected text in a line title: … of the front matter"
    assert not (tmp_path / "folder").exists()


def test_a_second_coder_gets_no_code_of_the_first(confirmed):
    files = second.write_sheet(confirmed)
    assert [file.name for file in files] == ["CODEBOOK.md", "codes.csv", "sheet.csv"]
    sheet = read(files[2])
    assert sheet[0] == ["\ufeffpassage_id", "section", "text", "theme", "speech_act", "actor"]
    assert all(row[3:] == ["", "", ""] for row in sheet[1:])
    assert "## Examples" not in files[0].read_text(encoding="utf-8")
    with pytest.raises(FileExistsError):
        second.write_sheet(confirmed)


def test_a_filled_sheet_becomes_the_second_coding(confirmed):
    sheet = second.write_sheet(confirmed)[2]
    before = read_rows(confirmed, "second_coding")
    assert len(second.take_in(confirmed, sheet)) == 3 * len(before)
    assert read_rows(confirmed, "second_coding") == before
    fill_in(sheet, theme="values", speech_act="assertive", actor="both")
    assert second.take_in(confirmed, sheet) == []
    taken = read_rows(confirmed, "second_coding")
    assert [row["passage_id"] for row in taken] == [row["passage_id"] for row in before]
    assert {row["theme"] for row in taken} == {"values"}
    load(confirmed)


def test_a_wrong_code_and_a_missing_sentence_of_a_sheet_are_named(confirmed):
    sheet = second.write_sheet(confirmed)[2]
    fill_in(sheet, theme="values", speech_act="assertive", actor="they")
    lines = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    sheet.write_text("".join(lines[:2]), encoding="utf-8")
    said = texts(second.take_in(confirmed, sheet))
    assert said[:2] == [
        'sheet.csv, row 2, column actor: "they" - expected one of us, rok, both',
        "sheet.csv, column passage_id: missing - expected a row for p01.s2",
    ]


def test_codes_of_a_folder_are_written_into_its_descriptor(confirmed):
    rows = read_rows(confirmed, "codes")
    theme = next(row for row in rows if row["facet"] == "theme")
    rows.append(theme | {"code": "space", "label": "Space", "order": "10"})
    write_rows(table_path(confirmed, "codes"), list(rows[0]), rows)
    assert any("codes of facet theme" in line for line in texts(load_problems(confirmed)))
    descriptor.main([str(confirmed)])
    assert "space" in load(confirmed).codes["code"].tolist()
