"""Cuts a text in markdown into paragraphs and sentences.

The texts come from web pages, so they hold more than plain markdown: HTML tags, headings that are only
bold, bullets without an empty line before them, sentences without a space between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from data.load.source_text import fold

# No pattern may look through the rest of a text from each of many places: a hostile text would take hours.
LINK = re.compile(r"\[([^\[\]]+)\]\([^)\s]{0,2000}\)")
# Underlining and spans stand where other texts have bold, so they become bold. Other tags go. A backslash
# before `<` makes it a letter.
BOLD_TAG = re.compile(r"(?<!\\)</?(?:u|span|strong|b)\b[^<>]*>", re.IGNORECASE)
PARAGRAPH_TAG = re.compile(r"(?<!\\)</?(?:p|div|li|ul|ol|h[1-6])\b[^<>]*>", re.IGNORECASE)
LINE_TAG = re.compile(r"(?<!\\)<br\b[^<>]*>", re.IGNORECASE)
OTHER_TAG = re.compile(r"(?<!\\)</?[a-z][^<>]*>", re.IGNORECASE)
HASH_HEADING = re.compile(r"^#{1,6}[^\S\n]+(\S.*?)(?:[^\S\n]|#)*$", re.MULTILINE)
SOFT_HYPHEN = "\xad"
# Lines without words: `\*\*\*`, `-----` and `—` part a text, `\###` ends it,
# `* *` is an empty line in italics.
RULE = re.compile(r"^[^\S\n]*(?:(?:\\\*){3,}|[-_]{3,}|[—–]|\\?#{3,}|\*[^\S\n]+\*)[^\S\n]*$", re.MULTILINE)
EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
BULLET = re.compile(r"^[^\S\n]*[-•+*][^\S\n]+(?=\S)", re.MULTILINE)
NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\.\s+")
BOLD = r"\*{2,}[^*]+\*{2,}"
# Bold words at the start of a paragraph are its heading if a line ends after them (with two spaces, as
# markdown marks it) or a colon.
HEADING = re.compile(
    rf"(?:[IVX]{{1,4}}\.\s+)?{BOLD}(?:\s*{BOLD})*(?:\s*:|(?<=:)|(?=\s*$)|(?=[^\S\n]{{2,}}\n))"
    rf"|(?:[IVX]{{1,4}}\.\s+)?\*{{2,}}[^*]+:\s*\*{{2,}}"
)
# A sentence ends at a full stop, with the quotes and brackets closed after it, before white space and
# what can start a sentence; or between a word and a word with a capital ("programs.Both").
SENTENCE_END = re.compile(
    r"[.!?][”’\"')\]]*(?=\s+[“‘\"'(\[]?[A-Z0-9])|(?<=[a-z]{2})[.!?](?=[“‘\"'(\[]?[A-Z](?:[a-z]|\s))"
)
ABBREVIATION = re.compile(
    r"(?:^|[^A-Za-z])(?:(?:[A-Za-z]\.)+|(?:Jr|Sr|Mr|Mrs|Ms|Dr|St|No|Nos|Art|vs|Gen|Sen|Rep|Prof)\.)$"
)
# Words after which an abbreviation does end its sentence: they start one, and stand in no name.
LONGEST_ABBREVIATION = 30  # characters
STARTS_SENTENCE = re.compile(r"\s+(?:The|This|These|We|They|It|Both)\s")

Kind = Literal["heading", "number", "sentence"]


@dataclass(frozen=True)
class Part:
    """A piece of a text, its white space folded and its marks dropped.

    kind: a heading, the number before a paragraph ("2."), or a sentence.
    paragraph: the paragraph's number from 1, headings not counted; of a heading, or a number without a
    sentence, the one before it.
    is_bullet: whether it stands in a list.
    """

    kind: Kind
    paragraph: int
    text: str
    is_bullet: bool


@dataclass(frozen=True)
class Sentence:
    """A sentence, the unit that is counted and linked; of a list, each item has sentences of its own.

    passage_id: p13.s8 is the eighth sentence of the thirteenth paragraph; a list item is a paragraph.
    section: the heading above, without the colon after it; "" before the first.
    lead_in: of a list item, the passage_id of the sentence before the list that ends with a colon; or "".
    """

    passage_id: str
    section: str
    text: str
    lead_in: str


def plain(text: str) -> str:
    """A text as its sentences have it: white space folded, and without marks, tags and link addresses.

    This is the published normalisation: the parts of a text, joined, are the same characters as
    `plain(text)`, white space aside.
    """
    blocks = EMPTY_LINE.split(RULE.sub("\n", _without_tags(text)))
    # A mark does not reach from one block or list item into the next.
    return " ".join(filter(None, (fold(item) for block in blocks for item in BULLET.split(block))))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text (below its front matter), in reading order."""
    found: list[Sentence] = []
    section = lead_in = ""
    paragraph = number = 0
    for part in parts(text):
        if part.kind == "heading":
            section = part.text.rstrip(" :")
            lead_in = lead_in if part.is_bullet else ""
        if part.kind != "sentence":
            continue
        number = number + 1 if part.paragraph == paragraph else 1
        paragraph = part.paragraph
        passage_id = f"p{paragraph:02d}.s{number}"
        found.append(Sentence(passage_id, section, part.text, lead_in if part.is_bullet else ""))
        if not part.is_bullet:
            lead_in = passage_id if part.text.endswith(":") else ""
    return found


def parts(text: str) -> Iterator[Part]:
    """The headings, numbers and sentences of a text, in reading order: nothing lost, nothing twice."""
    paragraph = 0
    for block, is_bullet in _blocks(_without_tags(text)):
        rest = block
        while rest and (heading := HEADING.match(rest)):
            yield Part("heading", paragraph, fold(heading[0]), is_bullet)
            rest = rest[heading.end() :].strip()
        if not fold(rest):
            continue
        number = NUMBER.match(rest)
        said = list(_split(fold(rest[number.end() :] if number else rest)))
        paragraph += bool(said)  # a number alone, without a sentence, is no paragraph
        if number:
            yield Part("number", paragraph, fold(number[0]), is_bullet)
        for sentence in said:
            yield Part("sentence", paragraph, sentence, is_bullet)


def _without_tags(text: str) -> str:
    """The text, HTML turned into marks of markdown or dropped, links into their words."""
    plain_lines = HASH_HEADING.sub(r"\n**\1**\n", text.replace("\r\n", "\n").replace(SOFT_HYPHEN, ""))
    paragraphs = LINE_TAG.sub("\n", PARAGRAPH_TAG.sub("\n\n", LINK.sub(r"\1", plain_lines)))
    return OTHER_TAG.sub("", BOLD_TAG.sub("**", paragraphs))


def _blocks(text: str) -> Iterator[tuple[str, bool]]:
    """The blocks of a text that empty lines, rules and bullets part, and whether each is a list item."""
    for block in EMPTY_LINE.split(RULE.sub("\n", text)):
        start, is_bullet = 0, False
        for bullet in BULLET.finditer(block):
            yield block[start : bullet.start()].strip(), is_bullet
            start, is_bullet = bullet.end(), True
        yield block[start:].strip(), is_bullet


def _split(text: str) -> Iterator[str]:
    """The sentences of a paragraph, its white space folded."""
    start = 0
    for end in SENTENCE_END.finditer(text):
        before = text[max(start, end.start() - LONGEST_ABBREVIATION) : end.start() + 1]
        if ABBREVIATION.search(before) and not STARTS_SENTENCE.match(text, end.end()):
            continue
        yield text[start : end.end()].strip()
        start = end.end()
    if last := text[start:].strip():
        yield last
