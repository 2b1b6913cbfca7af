"""What changed between two sentences, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

SAME, ADDED, DROPPED = "same", "added", "dropped"
FEWEST_WORDS = 2  # that stand unchanged between two changes; a single one is part of the change
# An abbreviation with its points, a word with what ties its parts, a mark; each with the space before it.
_TOKEN = re.compile(r"\s*(?:(?:[^\W\d_]\.){2,}(?:-\w+)*|\w+(?:[’'.,‐‑/-]\w+)*|[^\w\s])")
_WRITTEN_ALIKE = str.maketrans("‘’“”‐‑", "''\"\"--")

Run = tuple[bool, tuple[int, int], tuple[int, int]]  # unchanged?, its tokens in the old text, in the new one


class Piece(NamedTuple):
    """Some words. kind: SAME, ADDED or DROPPED. was: of the SAME words, as the old sentence writes them."""

    text: str
    kind: str
    was: str = ""


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces of a new sentence, with the dropped words of the old one where they stood.

    `side` gives each of the sentences, letter for letter. Words that differ in capital letters or in the form
    of quotes, hyphens and apostrophes alone are the same. No piece begins or ends within a word. Of a
    replaced part, what is dropped comes first. Both sentences begin and end without space.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    # autojunk would take words that are frequent in a long sentence as never the same.
    matcher = SequenceMatcher(None, _alike(before), _alike(after), autojunk=False)
    pieces: list[Piece] = []
    for same, (first, last), (start, end) in _runs(matcher, after):
        dropped, added = "".join(before[first:last]), "".join(after[start:end])
        if same:
            pieces += _same(before[first:last], after[start:end])
            continue
        if dropped and not first and not start:
            dropped += " "  # the first word has no space before it
        pieces += [Piece(text, kind) for text, kind in ((dropped, DROPPED), (added, ADDED)) if text]
    return pieces


def _same(before: list[str], after: list[str]) -> Iterator[Piece]:
    """Unchanged words, apart where the sentences write them differently."""
    for _, group in groupby(zip(before, after, strict=True), lambda both: both[0] == both[1]):
        was, text = ("".join(words) for words in zip(*group, strict=True))
        yield Piece(text, SAME, was)


def side(pieces: Sequence[Piece], kind: str) -> list[Piece]:
    """One of the two sentences, as it writes its words: the old one with its dropped words (kind DROPPED), or
    the new one with its added ones (ADDED)."""
    own = [piece for piece in pieces if piece.kind in (SAME, kind)]
    if kind == ADDED:
        return own
    written = [piece._replace(text=piece.was) if piece.kind == SAME else piece for piece in own]
    # Dropped words at the beginning have a space that parts them from added ones.
    if written and written[0].kind == DROPPED:
        written[0] = written[0]._replace(text=written[0].text.rstrip())
    return written


def is_changed(pieces: Sequence[Piece]) -> bool:
    """Whether any word was added or dropped."""
    return any(piece.kind != SAME for piece in pieces)


def _alike(tokens: list[str]) -> list[str]:
    """The tokens as they are compared."""
    return [token.strip().casefold().translate(_WRITTEN_ALIKE) for token in tokens]


def _runs(matcher: SequenceMatcher, after: list[str]) -> list[Run]:
    """The runs of tokens, changed and unchanged in turn.

    An unchanged run of fewer than FEWEST_WORDS words between two changes joins them into one: "dropped added
    the dropped added" is harder to read than "dropped added".
    """
    runs: list[Run] = []
    codes = matcher.get_opcodes()
    for index, (tag, *bounds) in enumerate(codes):
        first, last, start, end = bounds
        same = tag == "equal"
        if same and 0 < index < len(codes) - 1:
            same = sum(token.strip()[0].isalnum() for token in after[start:end]) >= FEWEST_WORDS
        if runs and not same and not runs[-1][0]:
            _, (first, _), (start, _) = runs.pop()
        runs.append((same, (first, last), (start, end)))
    return runs
