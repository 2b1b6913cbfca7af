"""Places at which the splitter may have cut a text wrongly, or left it whole, for a person to look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.load.source_text import fold
from data.load.splitter import ABBREVIATION, HEADING, RULE, SENTENCE_END, Part, parts

AROUND = 24  # characters shown on each side of a cut
# A date or place before the first words, as in news: "WASHINGTON, May 21 –".
DATELINE = re.compile(r"[A-Z][\w.,’ ]{2,40}\s[–—-]\s|\(?[A-Z][A-Za-z. ]+, [A-Z][a-z]+\.? \d{1,2}")
ENDED = re.compile(r"[.!?:;…][”’\"')\]]*$")


@dataclass(frozen=True)
class Doubt:
    """A doubtful cut.

    passage_id: the sentence that it stands in or before; "" for a line without words, which is in none.
    what: the kind of doubt and the words, as a person reads them.
    """

    passage_id: str
    what: str

    def __str__(self) -> str:
        return f"{self.passage_id or 'between paragraphs'}: {self.what}"


def doubts(text: str) -> list[Doubt]:
    """The doubtful cuts of a text (below its front matter), in reading order; lines without words last."""
    found: list[Doubt] = []
    folded = fold(text)
    heading: Part | None = None
    paragraph = sentence = 0
    before = numeral = ""
    for part in parts(text):
        if part.kind == "heading":
            if heading:
                both = f"{heading.text} {part.text}"
                found.append(Doubt("", f"two headings in a row; the section below is “{both}”"))
            heading = part
            continue
        if part.kind == "number":
            numeral = part.text
            continue
        is_first = part.paragraph != paragraph
        sentence = 1 if is_first else sentence + 1
        paragraph = part.paragraph
        passage_id = f"p{paragraph:02d}.s{sentence}"
        if is_first:
            glued = heading if heading and _is_glued(heading, part, text) else None
            found.extend(Doubt(passage_id, words) for words in _at_start(part, numeral, glued))
        elif before[-AROUND:] + part.text[:AROUND] in folded:
            found.append(Doubt(passage_id, f"cut without a space after “{before[-AROUND:]}”"))
        elif ABBREVIATION.search(before):
            found.append(Doubt(passage_id, f"cut after an abbreviation: “{before[-AROUND:]}”"))
        found.extend(Doubt(passage_id, words) for words in _inside(part))
        before, numeral, heading = part.text, "", None
    found.extend(_lines_without_words(text))
    return found


def _at_start(part: Part, numeral: str, glued: Part | None) -> Iterator[str]:
    """What is doubtful about the first sentence of a paragraph."""
    if glued:
        yield f"a heading in the paragraph: “{glued.text}”"
    if numeral:
        yield f"a numbered paragraph: “{numeral}” was left out"
    if part.paragraph == 1 and DATELINE.match(part.text):
        yield f"perhaps a dateline: “{part.text[: 2 * AROUND]}”"


def _inside(part: Part) -> Iterator[str]:
    """Where a sentence was not cut, or ends without a mark."""
    for end in SENTENCE_END.finditer(part.text):
        before = part.text[: end.start() + 1]
        if end.end() < len(part.text) and ABBREVIATION.search(before):
            after = part.text[end.end() : end.end() + AROUND].strip()
            yield f"not cut after an abbreviation: “{before[-AROUND:].strip()} | {after}”"
    if not ENDED.search(part.text) and not part.is_bullet:
        yield f"no mark at the end, perhaps a heading or a signature: “{part.text[-AROUND:]}”"


def _is_glued(heading: Part, part: Part, text: str) -> bool:
    """Whether no empty line stands between a heading and the sentence after it."""
    for block in re.split(r"\n\s*\n", RULE.sub("\n\n", text)):
        folded = fold(block)
        if folded.startswith(heading.text) and part.text[:AROUND] in folded[len(heading.text) :]:
            return bool(HEADING.match(block.strip())) or block.lstrip().startswith("#")
    return False


def _lines_without_words(text: str) -> Iterator[Doubt]:
    """Rules and end marks, which part the text and are left out."""
    for line in RULE.finditer(text):
        number = text.count("\n", 0, line.start()) + 1
        is_last = not text[line.end() :].strip()
        kind = "an end mark" if is_last else "a rule"
        yield Doubt("", f"{kind} in line {number} of the text was left out: “{line[0].strip()}”")
