"""What holds between cells, and between tables and statement."""

import pytest

from data.load import Problem
from tests.unit.data.load.three_sentences import (
    TABLES_WITHOUT_FAULT,
    VISION,
    only_problem,
    problems,
    set_cell,
    table_path,
)


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
    assert only_problem(folder) == Problem("dates.csv", 2, "end", "2000-12-31", "start (2001-01-01) or later")


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
