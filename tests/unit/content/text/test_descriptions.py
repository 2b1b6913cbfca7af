"""A passage, a selection and codes in words, and how to cite a passage."""

import pytest

from components.content.text import descriptions
from data import queries
from data.queries import Selection


@pytest.fixture
def passage(tiny):
    return queries.passage(tiny, "p01.s2")


def test_a_passage_says_where_it_stands(passage):
    assert descriptions.reference(passage) == "Paragraph 1, sentence 2"


def test_the_codes_of_a_passage_are_told_in_words(tiny, passage):
    assert descriptions.codes(tiny, passage) == ["Trade", "North", "commissive"]


def test_the_lines_of_a_passage_say_all_that_was_read_from_it(tiny):
    assert descriptions.lines(tiny, "p01.s2") == [
        "**Done**: Markets (North)",
        "**Considered**: Tariffs (South)",
        "**Money**: $70 million (new money). Over five years.",
        "**Money**: $110 million (total).",
        "**Places**: The Bay",
        "**Dates**: First (2001)",
    ]
    assert descriptions.lines(tiny, "p01.s1") == ["**Places**: The Bay", "**Bodies**: Pact"]


def test_a_pledge_without_a_sum_is_told_by_its_title(tiny):
    *_, rise, rule = queries.records(tiny.pledges)
    assert descriptions.pledge(tiny, rise) == "Rise (increase without a figure)."
    assert descriptions.pledge(tiny, rule) == "Rule (rule)."


def test_a_citation_holds_words_place_title_date_and_address(tiny, passage):
    assert descriptions.citation(tiny, passage) == (
        "“Trade brings $5 and $6.”\n"
        "Paragraph 1, sentence 2. A Statement, 3 February 2001. https://example.org"
    )


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), ""),
        (Selection(themes=("trade",)), "theme Trade"),
        (Selection(("peace", "trade", "sport"), ("south",)), "theme Peace, Trade or Sport, actor South"),
        (Selection(roles=("venue", "topic")), "role venue or topic"),
        (Selection(actors=("north",), kinds=("deadline",)), "actor North, kind deadline"),
    ],
)
def test_a_selection_is_told_in_words(tiny, selection, words):
    assert descriptions.chosen(tiny, selection) == words


def test_definitions_are_a_list_of_all_codes(tiny):
    assert descriptions.definitions(tiny, "role") == "- **Topic**: About it.\n- **Venue**: Held there."


def test_a_plain_line_has_no_marks():
    assert descriptions.plain("**Money**: $5 (**new**)") == "Money: $5 (new)"
