"""How a text is cut into sentences: each oddity of the published texts on its own, as small as it gets."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.load.splitter import parts, plain, sentences


def texts(text):
    return [sentence.text for sentence in sentences(text)]


def sections(text):
    return [(sentence.section, sentence.text) for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Tags, links and marks
        ("the 21<sup>st</sup> century.", ["the 21st century."]),
        ("See the [Climate\nPartnership](https://a.gov/x.pdf) here.", ["See the Climate Partnership here."]),
        ("through *surveillance***.** Building on it.", ["through surveillance.", "Building on it."]),
        ("a co\xadoperation of\xa0two\u3000states.", ["a cooperation of two states."]),
        ("<p>We met.</p><p>We<br/>parted</p>", ["We met.", "We parted"]),
        # Where a sentence ends
        ("One is done. Two is new.", ["One is done.", "Two is new."]),
        ("their programs.Both leaders urge.", ["their programs.", "Both leaders urge."]),
        ("under the Treaty.President Doe met.", ["under the Treaty.", "President Doe met."]),
        ("the “2+2.” We also met.", ["the “2+2.”", "We also met."]),
        ("(the first.) We met. 200 came.", ["(the first.)", "We met.", "200 came."]),
        ("Is it? Yes! It is.", ["Is it?", "Yes!", "It is."]),
        # Where it does not
        ("with the U.S. Indo-Pacific Strategy and the U.S.-ROK tie.", None),
        ("by J. R. Doe, Jr. of the North and Mr. Roe.", None),
        ("at 5 p.m. Friday, under No. 5 of Track 1.5 events.", None),
        ("about $ 5.2 billion; the U.N. Charter; Art. 5 holds.", None),
        ("to join the U.S. The leaders met.", ["to join the U.S.", "The leaders met."]),
        # Paragraphs that start with a number, and lines that only look so
        ("1. We have convened.\n\n2. Together, we commit.", ["We have convened.", "Together, we commit."]),
        ("no later than\n2050. We will cooperate.", ["no later than 2050.", "We will cooperate."]),
        # Lines without words
        ("It ends.\n\n\\###", ["It ends."]),
        ("One.\n\n\\*\\*\\*\n\nTwo.\n-----\nThree.\n\n—\n\nFour.", ["One.", "Two.", "Three.", "Four."]),
        ("Hoping for peace,  \n* *  \n*Affirming* it,", ["Hoping for peace,", "Affirming it,"]),
        ("", []),
        ("\n \n\\###\n", []),
    ],
)
def test_a_text_is_cut_into_sentences(source, expected):
    assert texts(source) == ([source] if expected is None else expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**Peace**\n\nWe met.", [("Peace", "We met.")]),
        ("***Peace: Now***  \nWe met.", [("Peace: Now", "We met.")]),
        ("**Global** **Alliance: Beyond\nit**\n\nWe met.", [("Global Alliance: Beyond it", "We met.")]),
        ("**PEACE**:  We met.", [("PEACE", "We met.")]),
        ("**PEACE: ** We met.", [("PEACE", "We met.")]),
        ("**<u>A “Free Sea”  \n</u>**  \nWe met.", [("A “Free Sea”", "We met.")]),
        ("**Space\n\xa0 \xa0 **  \nWe met.", [("Space", "We met.")]),
        ('<span style="x: y">Regional\nIssues</span>\n\nWe met.', [("Regional Issues", "We met.")]),
        ("II. ** GROWTH**\n\nWe met.", [("II. GROWTH", "We met.")]),
        ("They met.\n## Peace ##\nWe met.", [("", "They met."), ("Peace", "We met.")]),
        ("**Peace**\n\n**Health**\n\nWe met.", [("Health", "We met.")]),
        # Bold words in a sentence, even its first, are no heading.
        ("**We** met, and *they* met.", [("", "We met, and they met.")]),
        ("**We met**\non one line.", [("", "We met on one line.")]),
    ],
)
def test_a_heading_is_the_section_of_what_follows(source, expected):
    assert sections(source) == expected


LIST = """**Trade**

Both sides will work on:

-   Ships
    and steel; and
- **Cars**
    They will build cars. They will sell them.

They met.

-   A second list."""


def test_a_list_item_is_a_paragraph_of_its_own_that_names_its_lead_in():
    assert [(s.passage_id, s.text, s.lead_in) for s in sentences(LIST.replace("**\n", "**  \n"))] == [
        ("p01.s1", "Both sides will work on:", ""),
        ("p02.s1", "Ships and steel; and", "p01.s1"),
        ("p03.s1", "They will build cars.", "p01.s1"),
        ("p03.s2", "They will sell them.", "p01.s1"),
        ("p04.s1", "They met.", ""),
        ("p05.s1", "A second list.", ""),
    ]


def test_a_heading_in_a_list_item_is_its_section():
    assert [s.section for s in sentences(LIST.replace("**\n", "**  \n"))][2:4] == ["Cars", "Cars"]


def test_a_heading_ends_what_a_lead_in_introduces():
    assert [s.lead_in for s in sentences("As follows:\n\n**Trade**\n\n- Ships.")] == ["", ""]


def test_parts_joined_are_the_plain_text():
    text = LIST + "\n\n## Peace\n3. It is done.So be it.\n\n\\###"
    joined = "".join(part.text for part in parts(text))
    assert joined.replace(" ", "") == plain(text).replace(" ", "")
    # Independently of the splitter: every letter and digit, in order.
    assert re.findall(r"\w", joined) == re.findall(r"\w", text)
    assert [part.text for part in parts(text) if part.kind != "sentence"] == ["Trade", "Peace", "3."]


# What the patterns of the splitter look for, and words: put together at random, they make odd texts.
PIECES = ["\n", "\n\n", " ", "- ", "1. ", "**", "# ", "Peace", "We met. ", "U.S. ", "x:", "<b>", "</p>",
          "<a ", "[", "](", ")", "\\", "—\n", "\xad", "“A.” ", "é", "한국. ", "<!--", "*", "_"]  # fmt: skip
ODD_TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)


@settings(deadline=None)
@given(ODD_TEXTS)
@example("1. **\n\n- ")
def test_ids_are_in_order_and_lead_ins_stand_before(text):
    found = sentences(text)
    ids = [tuple(map(int, re.findall(r"\d+", one.passage_id))) for one in found]
    assert ids == sorted(set(ids))
    assert not ids or ids[0] == (1, 1)
    for place, one in enumerate(found):
        assert one.text == " ".join(one.text.split()) != ""
        assert not one.lead_in or one.lead_in in [before.passage_id for before in found[:place]]


@settings(deadline=None)
@given(ODD_TEXTS)
@example("[](\n\n)")
def test_no_word_is_lost_or_doubled(text):
    marked = " ".join(part.text for part in parts(text))
    assert "".join(marked.split()) == "".join(plain(text).split())


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PIECES), st.sampled_from(PIECES))
def test_time_grows_with_the_text_alone(one, other):
    """A pattern that looks through the rest of a text from every place would take hours for 200 kB."""
    text = (one + other) * (30_000 // len(one + other))
    start = time.process_time()
    sentences(text)
    assert time.process_time() - start < 3
