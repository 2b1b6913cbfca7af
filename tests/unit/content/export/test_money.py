"""What a hand-out says of money: every amount as stated, none added to another."""

import itertools

import pytest

from components.content import export
from components.content.brief import pins
from components.content.export.handout import NEVER_SUMMED
from components.content.text import formatting
from data import queries
from tests.unit.content.export.documents import FORMATS, MONEY_PINS, handout, in_markdown, opened, parts


@pytest.mark.parametrize("kind", FORMATS)
def test_every_amount_is_said_in_words_and_none_is_added_to_another(shipped, kind):
    amounts = ["chart:amounts", "chart:per-year"]
    pledges = [f"pledge:{name}" for name in shipped.pledges["pledge_id"]]
    handed = handout(shipped, [*pins.standard(shipped, shipped, pins.NONE), *amounts, *pledges])
    content = {"Word": export.word, "PowerPoint": export.powerpoint}
    everything = [*parts(content[kind](handed))] if kind in content else [in_markdown(handed)]
    sums = queries.sums(shipped).dropna(subset="amount_usd")
    stated = [formatting.money(usd) for usd in sums["amount_usd"]]
    assert all(any(words in text for text in everything) for words in stated) and len(stated) > 2
    for column in ("amount_usd", "per_year"):
        values = sums[column].astype(float)
        groups = [itertools.combinations(values, size) for size in range(2, len(values) + 1)]
        added = [sum(group) for group in itertools.chain(*groups)]
        never = {formatting.money(usd) for usd in added} - set(stated) | {f"{usd:.0f}" for usd in added}
        assert len(never) > len(added)
        assert not [words for words in never if any(words in text for text in everything)]


@pytest.mark.parametrize("kind", FORMATS)
def test_what_speaks_of_money_says_that_it_is_not_added(tiny, kind):
    assert NEVER_SUMMED in FORMATS[kind](handout(tiny, ["pledge:fund"]))
    assert NEVER_SUMMED in FORMATS[kind](handout(tiny, ["chart:amounts"]))
    assert NEVER_SUMMED not in FORMATS[kind](handout(tiny, ["p01.s1", "chart:ladder"]))


MONEY = [
    ["Pledge", "Payer", "Amount", "Kind", "Period", "Paragraph"],
    ["Fund", "North", "$70 million", "New money", "2001–2005", "1"],
    ["Gift", "South", "$500 million", "Acknowledged", "2001", "2"],
    ["Rise", "North", "not stated", "Increase without a figure", "2001", "2"],
]


def test_the_word_table_has_a_row_a_pledge_under_its_head(tiny):
    (table,) = opened(handout(tiny, MONEY_PINS)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == MONEY


def test_the_markdown_table_has_a_row_a_pledge_under_its_head(tiny):
    lines = [line for line in in_markdown(handout(tiny, MONEY_PINS)).splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert [rows[0], *rows[2:]] == MONEY and set(rows[1]) == {"---"}


def test_the_word_table_of_the_standard_brief_has_every_pledge_with_an_amount(standard):
    (table,) = opened(standard).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    stated = standard.ds.pledges.dropna(subset="amount_usd")
    assert [row[0] for row in rows] == ["Pledge", *stated["title"]]
    assert [row[2] for row in rows] == ["Amount", *map(formatting.money, stated["amount_usd"])]


def test_a_brief_without_money_has_no_table(tiny):
    handed = handout(tiny, ["p01.s1", "commitment:ships"])
    assert not opened(handed).tables
    assert "|" not in export.markdown(handed) and "Money" not in in_markdown(handed)
