"""Text folded for comparing: what people write in different ways is the same, and every letter knows where it
stands in the text.

Alike are upper and lower case, letters with and without accents, composed and decomposed Unicode, ligatures,
hyphens, spaces, quotes and apostrophes of every kind, `U.S.` and `US`, `200,000` and `200000`. All of it
takes time in proportion to the text.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

SHORT = 3  # letters: a word as short as that is found as a whole word only
CAPITALS = 2  # letters: a word of as many capitals is found in capitals only
_SIGNS = "$€£¥₩%"  # each is a word of its own
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
# A syllable of Hangul in parts, or a character with its accents.
_CHARACTER = re.compile(
    "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|.[\u0300-\u036f\u3099\u309a]*", re.DOTALL
)
# Points in an abbreviation, and commas in a large number.
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?")
_COMMA = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# A line break is a word that nobody can look for: no phrase goes across it.
_WORD = re.compile(rf"\n|[{_SIGNS}]|(?:[^\W_]|(?<=\d)\.(?=\d))+")


class Folded(NamedTuple):
    """Folded text: its words, with a space before and after each; and for each character of them, where it
    starts and ends in the text."""

    words: str
    starts: list[int]
    ends: list[int]


class Phrase(NamedTuple):
    """Words to find.

    words: folded, with a space between them, and one before or after where a hit has to start or end with
    a word. capitals: whether a hit has to be in capitals. not_in: longer names, folded likewise, of which a
    hit must not be a part.
    """

    words: str
    capitals: bool = False
    not_in: tuple[str, ...] = ()


@lru_cache(maxsize=4000)
def fold(text: str) -> Folded:
    """The text, folded."""
    letters, starts, ends = _without_points(*_letters(text))
    words, word_starts, word_ends = [" "], [0], [0]
    for match in _WORD.finditer(letters):
        first, last = match.span()
        words += [match[0], " "]
        word_starts += [*starts[first:last], ends[last - 1]]
        word_ends += [*ends[first:last], ends[last - 1]]
    return Folded("".join(words), word_starts, word_ends)


def words_of(text: str) -> list[str]:
    """The words of the text, folded."""
    return fold(text).words.split(" ")[1:-1]


def phrase(text: str, whole: bool = False) -> Phrase:
    """The phrase to find for what a reader has typed.

    It may start and end within longer words, unless it starts or ends with a short word. whole: never.
    """
    text = " ".join(text.split())
    words = words_of(text)
    if not words:
        return Phrase("")
    before = " " if whole or _is_short(words[0]) else ""
    after = " " if whole or (_is_short(words[-1]) and not words[-1].isdecimal()) else ""
    letters = re.sub(r"\W", "", text)
    capitals = len(words) == 1 and len(letters) == CAPITALS and letters.isalpha() and letters.isupper()
    return Phrase(f"{before}{' '.join(words)}{after}", capitals)


def spans(text: str, wanted: Phrase) -> list[tuple[int, int]]:
    """Where the phrase is in the text, as positions (start, end) in order, apart from each other."""
    folded, found = fold(text), []
    if not wanted.words:
        return []
    size, after = len(wanted.words), int(wanted.words.endswith(" "))
    longer = [place for name in wanted.not_in for place in spans(text, Phrase(name))]
    place = folded.words.find(wanted.words)
    while place >= 0:
        first, last = place + wanted.words.startswith(" "), place + size - after - 1
        start, end = folded.starts[first], folded.ends[last]
        is_part = any(begin <= start and end <= stop for begin, stop in longer)
        if not is_part and (not wanted.capitals or text[start:end].isupper()):
            found.append((start, end))
        place = folded.words.find(wanted.words, place + size - after)
    return found


def _is_short(word: str) -> bool:
    """Whether a word is too short to be looked for within others. Scripts without capitals write much in few
    letters, so theirs never are."""
    return len(word) <= SHORT and word.isascii()


def _letters(text: str) -> tuple[str, list[int], list[int]]:
    """The text's letters without case and accents, and where each starts and ends in the text."""
    letters, starts, ends = [], [], []
    for match in _CHARACTER.finditer(text):
        for letter in _plain(match[0]):
            letters.append(letter)
            starts.append(match.start())
            ends.append(match.end())
    return "".join(letters), starts, ends


@lru_cache(maxsize=5000)
def _plain(character: str) -> str:
    """A character without case and accents: no letter if it is invisible, several for a ligature."""
    parts = unicodedata.normalize("NFKD", character.translate(_INVISIBLE)).translate(_ACCENTS)
    return unicodedata.normalize("NFC", parts.casefold())


def _without_points(letters: str, starts: list[int], ends: list[int]) -> tuple[str, list[int], list[int]]:
    """The letters without points in abbreviations and commas in numbers. The letter before a point ends where
    the point does, so that a hit has it."""
    dropped = {match.start() for match in _COMMA.finditer(letters)}
    for match in _ABBREVIATION.finditer(letters):
        for index in range(*match.span()):
            if letters[index] == ".":
                dropped.add(index)
                ends[index - 1] = ends[index]
    kept = [index for index in range(len(letters)) if index not in dropped]
    return (
        "".join(letters[index] for index in kept),
        [starts[index] for index in kept],
        [ends[index] for index in kept],
    )
