"""Numbers, money and dates as people say them; text that Markdown shows as it is."""

import datetime

import pandas as pd
import pytest
from hypothesis import given

from components.content.text import formatting
from tests.hostile import ANY, examples

LONGEST = 40


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "0 sentences"), (1, "1 sentence"), (2, "2 sentences"), (1200, "1,200 sentences")],
)
def test_a_count_takes_the_singular_for_one_only(count, expected):
    assert formatting.plural(count, "sentence") == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "0 bodies"), (1, "1 body"), (3, "3 bodies")])
def test_a_given_plural_is_used_for_all_but_one(count, expected):
    assert formatting.plural(count, "body", "bodies") == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0"), (200_000, "200,000"), (1_700_000, "1.7 million"), (2_000_000, "2 million")],
)
def test_a_number_of_people_is_said_in_millions_from_a_million_on(number, expected):
    assert formatting.count(number) == expected


@pytest.mark.parametrize(
    ("dollars", "expected"),
    [
        (0, "$0"),
        (950, "$950"),
        (62_500, "$62,500"),
        (1_000_000, "$1 million"),
        (62_500_000, "$62.5 million"),
        (220_000_000, "$220 million"),
        (1_000_000_000, "$1 billion"),
        (4_000_000_000, "$4 billion"),
        (2_740_000_000_000, "$2,740 billion"),
    ],
)
def test_money_is_said_in_its_largest_unit(dollars, expected):
    assert formatting.money(dollars) == expected


def test_money_just_below_a_billion_is_said_as_a_billion():
    assert formatting.money(999_999_999) == "$1 billion"
    assert formatting.money(999_999.9) == "$1 million"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (2021, 2025, "2021–2025"),
        (2021, 2021, "2021"),
        (pd.NA, pd.NA, "no period stated"),
        (2021, pd.NA, "from 2021"),
        (pd.NA, 2021, "no period stated"),
    ],
)
def test_a_period_is_said_in_years(start, end, expected):
    assert formatting.period(start, end) == expected


def test_a_day_is_said_in_english_without_a_leading_zero():
    assert formatting.day(datetime.date(2021, 5, 1)) == "1 May 2021"
    assert formatting.day(datetime.date(1999, 12, 31)) == "31 December 1999"


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2021-05-21", "2021-05-21", "day", "21 May 2021"),
        ("2021-05-30", "2021-05-31", "day", "30–31 May 2021"),
        ("2021-05-30", "2021-06-02", "day", "30 May 2021 – 2 June 2021"),
        ("2021-10-01", "2021-10-31", "month", "October 2021"),
        ("2021-01-01", "2021-12-31", "year", "2021"),
        ("2021-01-01", "2025-12-31", "year", "2021–2025"),
        ("2020-01-01", "2029-12-31", "decade", "the 2020s"),
        ("1950-01-01", "2021-05-21", "decade", "1950–2021"),
        ("2026-01-01", None, "year", "from 2026"),
        ("2026-03-04", None, "day", "from 4 March 2026"),
        ("2026-03-01", None, "month", "from March 2026"),
        ("2021-10-01", "2021-11-30", "month", "October 2021 – November 2021"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(start, end, precision, expected):
    assert formatting.span(pd.Timestamp(start), pd.Timestamp(end), precision) == expected


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2021-05-21", "2021-05-21", "day", "2021-05-21"),
        ("2021-05-30", "2021-05-31", "day", "2021-05-30/2021-05-31"),
        ("2021-10-01", "2021-10-31", "month", "2021-10"),
        ("2021-01-01", "2025-12-31", "year", "2021/2025"),
        ("2020-01-01", "2029-12-31", "decade", "2020/2029"),
        ("2026-01-01", None, "year", "2026/.."),
    ],
)
def test_a_date_as_text_that_sorts_by_time(start, end, precision, expected):
    assert formatting.iso(pd.Timestamp(start), pd.Timestamp(end), precision) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and d"),
    ],
)
def test_a_list_has_and_before_its_last_word(words, expected):
    assert formatting.listed(words) == expected


def test_a_list_may_have_another_word_before_the_last():
    assert formatting.listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(("word", "expected"), [("amount", "an"), ("Order", "an"), ("date", "a")])
def test_the_article_is_an_before_a_vowel(word, expected):
    assert formatting.article(word) == expected


# Text within Markdown


def test_a_dollar_starts_no_formula():
    assert formatting.literal("$5 and $6") == r"\$5 and \$6"


def test_headings_are_two_levels_lower_within_a_page():
    assert formatting.below("# One\n\ntext # no\n## Two") == "### One\n\ntext # no\n#### Two"


@given(ANY)
@examples(200)
def test_text_from_a_link_is_one_short_line_of_code_and_nothing_else(text):
    """CommonMark: code ends at the next backticks that are as many, and a blank at both ends is dropped."""
    said = formatting.foreign(text, LONGEST)
    assert said.isprintable() and len(said) <= 3 * LONGEST + 5
    fence = said[: len(said) - len(said.lstrip("`"))]
    if not fence:
        assert said == "“”"
        return
    inside = said.removeprefix(f"{fence} ").removesuffix(f" {fence}")
    assert inside and len(inside) <= LONGEST + 1
    assert fence not in inside or max(map(len, runs_of_backticks(inside))) < len(fence)
    assert f"{fence} {inside} {fence}" == said


def runs_of_backticks(text: str) -> list[str]:
    return "".join(c if c == "`" else " " for c in text).split()


@pytest.mark.parametrize("text", ["p99.s9", "chart:pie", "<b>", "[x](y:z)", "$x$", ":red[x]", "שלום", "_x_"])
def test_printable_text_from_a_link_is_shown_unchanged(text):
    assert formatting.foreign(text, LONGEST) == f"` {text} `"
