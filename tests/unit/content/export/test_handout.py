"""What every document of a brief says, put together before any format."""

from dataclasses import replace

import pytest

from components.content.brief import cards, pins
from components.content.export import handout as handouts
from data.queries import Selection
from tests.unit.content.export.documents import PINNED, handout


def test_the_head_says_statement_date_filter_and_day(tiny):
    brief = handout(tiny, ["p01.s1"], selection=Selection(("trade",)))
    assert brief.head == "A Statement, 3 February 2001. Filter: theme Trade. Made on 4 May 2006."
    assert handout(tiny, ["p01.s1"]).head == "A Statement, 3 February 2001. No filter. Made on 4 May 2006."


def test_the_sources_are_statement_codes_and_brief(tiny):
    statement, codes, brief = handout(tiny, ["p01.s1"]).sources
    assert statement == "Statement: A Statement, 3 February 2001. https://example.org"
    assert codes == "Codes: A Coder, The words for coder."
    assert brief == "This brief: https://linchpin.example/brief?pin=p01.s1"


def test_pledges_are_listed_once_in_the_order_of_the_statement(tiny):
    pledges = handout(tiny, PINNED).pledges()
    assert list(pledges.columns) == ["Pledge", "Payer", "Amount", "Kind", "Period", "Paragraph"]
    assert pledges.to_numpy().tolist() == [
        ["Fund", "North", "$70 million", "New money", "2001–2005", "1"],
        ["Gift", "South", "$500 million", "Acknowledged", "2001", "2"],
        ["Rise", "North", "not stated", "Increase without a figure", "2001", "2"],
    ]
    assert handout(tiny, ["p01.s1", "commitment:ships", "chart:balance"]).pledges().empty


def test_a_card_with_nothing_to_show_says_so(tiny):
    balance, sentence = (
        cards.card(tiny, pins.parse(text, tiny)) for text in ("chart:balance~sport", "p01.s1")
    )
    assert handouts.plain_lines(balance) == ["Nothing to show here under theme Sport."]
    assert handouts.plain_lines(sentence) == ["Places: The Bay", "Bodies: Pact"]
    assert handouts.codes(tiny, sentence) == "Paragraph 1, sentence 1. Peace, North, assertive."


def test_under_a_heading_stands_what_is_drawn_or_the_first_line(tiny):
    texts = ("chart:balance", "chart:findings", "pledge:fund", "chart:balance~sport")
    balance, findings, fund, empty = (cards.card(tiny, pins.parse(text, tiny)) for text in texts)
    found = replace(balance, chart=replace(balance.chart, finding=lambda view: "North is firm"))
    neutral = replace(balance, chart=replace(balance.chart, finding=lambda view: ""))
    assert handouts.first_line(neutral) == handouts.plain_lines(balance)[0]
    assert handouts.first_line(found) == balance.chart.title
    assert handouts.first_line(findings) == " ".join(handouts.plain_lines(findings))
    assert handouts.first_line(fund) == "$70 million, North, new money, 2001–2005."
    assert handouts.first_line(empty) == "Nothing to show here under theme Sport."


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("words", [("words", "")]),
        (
            "(In https://a.example/b/. See “https://a.example/c”)",
            [
                ("(In ", ""),
                ("https://a.example/b/",) * 2,
                (". See “", ""),
                ("https://a.example/c",) * 2,
                ("”)", ""),
            ],
        ),
        ("See https://a.example/b?c=d now", [("See ", ""), ("https://a.example/b?c=d",) * 2, (" now", "")]),
        ("javascript:alert(1)", [("javascript:alert(1)", "")]),
    ],
)
def test_only_addresses_of_pages_become_links(line, parts):
    assert handouts.linked(line) == parts


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\x00b\x0bc\x0cd\x1be\x7f", "abcde\x7f"),
        ("a\ud800b\udfffc\ufffed\uffff", "abcd"),
        ("👩‍👩‍👧\tשלום \u202e", "👩‍👩‍👧\tשלום \u202e"),
    ],
)
def test_a_note_is_text_that_any_file_may_hold(tiny, written, kept):
    brief = handout(tiny, ["p01.s1", "p01.s2"], {"p01.s1": written})
    assert [brief.note(card) for card in brief.cards] == [kept, ""]
