"""What all documents of a brief hold, in Word, PowerPoint and Markdown alike."""

import itertools

import pytest

from components.content.brief import pins
from components.content.brief.cards import PassageCard
from components.content.brief.standard_brief import standard_brief
from components.content.export.handout import NEVER_SUMMED
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from components.content.text import descriptions, formatting
from data import queries
from data.queries import Selection
from tests.unit.content.export.documents import FORMATS, handout, markdown_text, parts
from tests.unit.content.views import whole


@pytest.fixture(scope="module", params=FORMATS)
def text(request, standard):
    """The words of the standard brief in each format."""
    return FORMATS[request.param](standard)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_document_has_title_statement_filter_and_day(tiny, kind):
    text = FORMATS[kind](handout(tiny, ["p01.s1"], title="On *trade*", selection=Selection(("trade",))))
    assert "On *trade*" in text
    assert "A Statement, 3 February 2001. Filter: theme Trade. Made on 4 May 2006." in text


@pytest.mark.parametrize("kind", FORMATS)
def test_another_script_without_money_and_dates_is_written_under_its_author(hangul, kind):
    text = FORMATS[kind](handout(hangul, [*standard_brief(whole(hangul)), "chart:amounts"]))
    assert f"Codes: 한빛, {hangul.about.coder}" in text
    assert "하늘강 유역의 안전을 함께 지키고" in text
    assert "Nothing to show here." in text
    assert "Linchpin," not in text


def test_every_card_has_its_heading_and_its_lines_in_order(text, standard):
    assert len(standard.cards) > 10
    at = 0
    for card in standard.cards:
        at = text.index(card.heading, at)
        for line in card.lines:
            assert descriptions.plain(line) in text, line


def test_every_sentence_is_quoted_to_the_letter_with_its_place_and_codes(text, standard):
    sentences = [card.passage for card in standard.cards if isinstance(card, PassageCard)]
    assert len(sentences) > 9
    for row in sentences:
        codes = ", ".join(descriptions.codes(standard.ds, row))
        assert row["text"] in text
        assert f"Paragraph {row['paragraph']}, sentence {row['sentence']}. {codes}." in text


def test_a_document_says_where_words_codes_and_brief_are_from(text, standard):
    assert standard.ds.statement.url in text
    assert "made by a language model" in text
    assert standard.address in text


@pytest.mark.parametrize("text", ["PowerPoint", "Markdown"], indirect=True)
def test_every_card_has_its_address(text, standard):
    assert all(address in text for address in standard.addresses.values())


# One card


@pytest.mark.parametrize("kind", FORMATS)
def test_a_chart_says_the_filter_that_it_was_pinned_under(tiny, kind):
    text = FORMATS[kind](handout(tiny, ["chart:balance~trade~south"]))
    assert "Filter: theme Trade, actor South." in text
    assert "1 pledged and 1 considered. Who has to act: South 2." in text


@pytest.mark.parametrize("kind", FORMATS)
def test_a_card_with_nothing_to_show_says_so(tiny, kind):
    text = FORMATS[kind](handout(tiny, ["chart:balance~sport", "map:world~sport"]))
    assert text.count("Nothing to show") >= 2


@pytest.mark.parametrize("kind", FORMATS)
def test_a_sentence_that_nothing_was_read_from_is_something_to_show(shipped, kind):
    bare = next(one for one in shipped.passages["passage_id"] if not descriptions.lines(shipped, one))
    assert "Nothing to show" not in FORMATS[kind](handout(shipped, [bare]))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_full_brief_of_the_longest_pins_is_made(shipped, kind):
    """Their address takes more than the 255 characters that a property of a document may have."""
    longest = sorted(shipped.commitments["commitment_id"], key=len, reverse=True)[: pins.MOST]
    brief = handout(shipped, [f"commitment:{name}" for name in longest])
    assert len(brief.cards) == pins.MOST and len(brief.address) > 1000
    assert brief.address in FORMATS[kind](brief)


# Money


@pytest.mark.parametrize("kind", FORMATS)
def test_a_document_with_money_says_that_it_is_not_added_up(tiny, kind):
    assert NEVER_SUMMED in FORMATS[kind](handout(tiny, ["pledge:fund"]))
    assert NEVER_SUMMED in FORMATS[kind](handout(tiny, ["chart:amounts"]))
    assert NEVER_SUMMED not in FORMATS[kind](handout(tiny, ["p01.s1", "chart:balance"]))


@pytest.mark.parametrize("kind", FORMATS)
def test_every_amount_is_in_words_and_no_sum_of_amounts_is_there(shipped, kind):
    pledges = [f"pledge:{name}" for name in shipped.pledges["pledge_id"]]
    brief = handout(shipped, [*standard_brief(whole(shipped)), "chart:amounts", *pledges])
    everything = {
        "Word": lambda: [*parts(word(brief))],
        "PowerPoint": lambda: [*parts(powerpoint(brief))],
        "Markdown": lambda: [markdown_text(brief)],
    }[kind]()
    sums = queries.sums(whole(shipped)).dropna(subset="amount_usd")
    stated = [formatting.money(usd) for usd in sums["amount_usd"]]
    assert all(any(words in text for text in everything) for words in stated) and len(stated) > 2
    values = sums["amount_usd"].astype(float)
    groups = [itertools.combinations(values, size) for size in range(2, len(values) + 1)]
    added = [sum(group) for group in itertools.chain(*groups)]
    never = {formatting.money(usd) for usd in added} - set(stated) | {f"{usd:.0f}" for usd in added}
    assert len(never) > len(added)
    assert not [words for words in never if any(words in text for text in everything)]
