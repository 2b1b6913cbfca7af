"""What must hold between cells, and between tables and statement."""

import pytest

from data.load import Problem
from tests.unit.data.load.breaking import load_problems, set_cell, set_cell_in


@pytest.mark.parametrize(
    ("table", "passage_id"),
    [
        ("commitments", "p01.s2"),
        ("pledges", "p01.s2"),
        ("place_mentions", "p01.s1"),
        ("body_mentions", "p01.s1"),
        ("dates", "p01.s2"),
        ("figures", "p02.s1"),
    ],
)
def test_a_quote_that_nobody_said(grids, problems, table, passage_id):
    set_cell(grids[table], 2, "quote", "words nobody said")
    if table == "commitments":
        set_cell(grids[table], 2, "verb", "nobody")
    expected = f"words of passage {passage_id}, verbatim"
    problem = Problem(f"{table}.csv", 2, "quote", "words nobody said", expected)
    assert problems(table, "passages") == [problem]


@pytest.mark.parametrize("quote", ["TRADE", "Trade  brings", "$5 and $6 ."])
def test_a_quote_in_other_letters_or_spaces_is_not_verbatim(grids, problems, quote):
    set_cell(grids["commitments"], 2, "quote", quote)
    set_cell(grids["commitments"], 2, "verb", quote)
    assert [problem.value for problem in problems("commitments", "passages")] == [quote]


def test_a_date_that_ends_before_it_starts(grids, problems):
    set_cell(grids["dates"], 2, "end", "2000-12-31")
    problem = Problem("dates.csv", 2, "end", "2000-12-31", "start (2001-01-01) or later")
    assert problems("dates") == [problem]


def test_a_period_that_ends_before_it_starts(grids, problems):
    set_cell(grids["pledges"], 2, "period_end", "1999")
    problem = Problem("pledges.csv", 2, "period_end", "1999", "period_start (2001) or later")
    assert problems("pledges") == [problem]


def test_a_view_of_the_map_that_ends_south_of_where_it_starts(grids, problems):
    set_cell(grids["map_views"], 2, "north", "-40")
    (problem,) = problems("map_views")
    assert (problem.file, problem.row, problem.column) == ("map_views.csv", 2, "north")
    assert problem.expected == "more than south (-40.0)"


def test_an_outcome_of_nothing(grids, problems):
    set_cell(grids["outcomes"], 2, "commitment_id", "")
    columns, expected = "commitment_id, pledge_id, passage_id", "a commitment, a pledge or a passage"
    assert problems("outcomes") == [Problem("outcomes.csv", 2, columns, "", expected)]
    set_cell(grids["outcomes"], 2, "passage_id", "p01.s1")
    assert problems("outcomes") == []


@pytest.mark.parametrize("verb", ["pledge", "trade", "Trade "])
def test_a_verb_that_is_not_in_the_quote(grids, problems, verb):
    set_cell(grids["commitments"], 2, "verb", verb)
    expected = f"words of the quote: {grids['commitments'][1][-2]}"
    assert problems("commitments") == [Problem("commitments.csv", 2, "verb", verb, expected)]


def test_a_passage_that_is_not_in_the_statement(grids, problems):
    set_cell(grids["passages"], 2, "text", "Peace is there.")
    problem = Problem("passages.csv", 2, "text", "Peace is there.", "a sentence of the statement, verbatim")
    assert problems("passages") == [problem]


def test_passages_in_another_order_than_the_statement(grids, problems):
    header, first, second, third = grids["passages"]
    grids["passages"] = [header, third, first, second]
    (problem,) = [one for one in problems("passages") if one.column == "text"]
    assert (problem.file, problem.row, problem.value) == ("passages.csv", 3, "Peace <b>is</b> here.")
    assert problem.expected == "the sentence that follows the row above"


def test_a_dataset_without_passages(grids, problems):
    grids["passages"] = grids["passages"][:1]
    assert problems("passages") == [Problem("passages.csv", None, "", "", "at least one sentence")]


LONG = "Ships sail " + "and sail " * 20


def test_a_long_text_is_shown_where_it_leaves_the_statement(folder):
    path = folder / "statement.md"
    source = path.read_text(encoding="utf-8").replace("Ships sail.", f"{LONG}away.")
    path.write_text(source, encoding="utf-8")
    set_cell_in(folder, "passages", 4, "text", f"{LONG}home.")
    (problem,) = [one for one in load_problems(folder) if one.column == "text"]
    assert str(problem).startswith('passages.csv, row 4, column text: "…')
    assert 'and sail home." - expected a sentence of the statement' in str(problem)
    assert "which says “il and sail away.” there" in str(problem)


@pytest.mark.parametrize(
    ("drop", "missing", "expected"),
    [
        (1, "Peace <b>is</b> here.", "a row of passages.csv before row 2, or a section of this name"),
        (2, "Trade brings $5 and $6.", "a row of passages.csv before row 3, or a section of this name"),
        (3, "Deeds: all Ships sail.", "a row at the end of passages.csv"),
    ],
)
def test_a_sentence_that_is_missing(grids, problems, drop, missing, expected):
    del grids["passages"][drop]
    found = [one for one in problems("passages") if one.file == "statement.md"]
    assert found == [Problem("statement.md", None, "", missing, expected)]


@pytest.mark.parametrize(
    ("row", "section", "expected"),
    [
        (4, "Deeds: some", "the heading above this sentence: Deeds: all"),
        (2, "Deeds: all", "the section of the row above"),
    ],
)
def test_a_section_that_is_no_heading_there(grids, problems, row, section, expected):
    set_cell(grids["passages"], row, "section", section)
    assert Problem("passages.csv", row, "section", section, expected) in problems("passages")


def test_a_heading_that_no_section_names(grids, problems):
    set_cell(grids["passages"], 4, "section", "")
    (problem,) = problems("passages")
    assert (problem.file, problem.value) == ("statement.md", "Deeds: all")


@pytest.mark.parametrize(
    ("row", "column", "value", "problem"),
    [
        (3, "sentence", "3", ("paragraph, sentence", "1, 3", "1, 2 or 2, 1 after the row above")),
        (4, "paragraph", "3", ("paragraph, sentence", "3, 1", "1, 3 or 2, 1 after the row above")),
        (2, "sentence", "2", ("paragraph, sentence", "1, 2", "1, 1 in the first row")),
        (3, "passage_id", "p01.s3", ("passage_id", "p01.s3", "p01.s2, by its paragraph and sentence")),
    ],
)
def test_numbers_of_paragraphs_and_sentences_that_contradict_each_other(
    grids, problems, row, column, value, problem
):
    set_cell(grids["passages"], row, column, value)
    assert problems("passages") == [Problem("passages.csv", row, *problem)]


def test_a_sentence_that_the_second_coding_lacks(grids, problems):
    del grids["second_coding"][2]
    problem = Problem("second_coding.csv", None, "passage_id", None, "a row for p01.s2")
    assert problems("passages", "second_coding") == [problem]


def test_a_sentence_that_commits_to_nothing(grids, problems):
    del grids["commitments"][3]
    expected = "another speech act, or a row for p02.s1 in commitments.csv"
    problem = Problem("passages.csv", 4, "speech_act", "commissive", expected)
    assert problems("passages", "commitments") == [problem]


def test_a_country_that_the_map_does_not_have(grids, problems):
    set_cell(grids["places"], 2, "members", "FJI;XYZ")
    problem = Problem(
        "places.csv", 2, "members", "FJI;XYZ", "ISO 3166-1 alpha-3 codes; the map has no XYZ", 4
    )
    assert problems("places") == [problem]


def test_a_map_without_a_view(grids, problems):
    grids["map_views"] = grids["map_views"][:1]
    assert problems("map_views") == [Problem("map_views.csv", None, "", "", "at least one view of the map")]


def test_codes_that_differ_from_the_descriptor(grids, problems):
    set_cell(grids["codes"], 3, "code", "commerce")
    found = problems("codes")
    columns = {"passages.theme", "secondary_themes.theme", "second_coding.theme"}
    assert {problem.column for problem in found} == columns
    wanted = "the codes of facet theme in codes.csv: peace, commerce, sport"
    assert all(problem.value == "peace, trade, sport" and problem.expected == wanted for problem in found)
