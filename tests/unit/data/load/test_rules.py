"""What must hold between cells, and between tables and statement."""

import pytest

from data.load import Problem
from tests.unit.data.load.breaking import set_cell


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
    (problem,) = problems("passages")
    assert (problem.file, problem.row, problem.value) == ("passages.csv", 3, "Peace <b>is</b> here.")
    assert problem.expected == "the sentence that follows the row above"


def test_a_dataset_without_passages(grids, problems):
    grids["passages"] = grids["passages"][:1]
    assert problems("passages") == [Problem("passages.csv", None, "", "", "at least one sentence")]


def test_codes_that_differ_from_the_descriptor(grids, problems):
    set_cell(grids["codes"], 3, "code", "commerce")
    found = problems("codes")
    columns = {"passages.theme", "secondary_themes.theme", "second_coding.theme"}
    assert {problem.column for problem in found} == columns
    wanted = "the codes of facet theme in codes.csv: peace, commerce, sport"
    assert all(problem.value == "peace, trade, sport" and problem.expected == wanted for problem in found)
