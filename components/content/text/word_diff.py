"""What changed between two sentences, word by word."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

SAME, ADDED, DROPPED = "same", "added", "dropped"
FEWEST_WORDS = 2  # that stand unchanged between two changes; a single one is part of the change
# An abbreviation with its points, a word with what ties its parts, a mark; each with the space before it.
_TOKEN = re.compile(r"\s*(?:(?:[^\W\d_]\.){2,}(?:-\w+)*|\w+(?:[’'.,‐‑/-]\w+)*|[^\w\s])")
_WRITTEN_ALIKE = str.maketrans("‘’“”‐‑", "''\"\"--")

Run = tuple[bool, tuple[int, int], tuple[int, int]]  # unchanged?, its tokens in the old text, in the new one


class Piece(NamedTuple):
    """Some words. kind: SAME, ADDED or DROPPED."""

    text: str
    kind: str


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces of a new sentence, with the dropped words of the old one where they stood.

    Without the dropped pieces, the pieces are the new sentence, letter for letter. Without the added ones
    they are the words of the old one. Words that differ in capital letters or in the form of quotes, hyphens
    and apostrophes alone are the same. No piece begins or ends within a word. Of a replaced part, what is
    dropped comes first. Both sentences begin and end without space.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    # autojunk would take words that are frequent in a long sentence as never the same.
    matcher = SequenceMatcher(None, _alike(before), _alike(after), autojunk=False)
    pieces = []
    for same, (first, last), (start, end) in _runs(matcher, after):
        dropped, added = "".join(before[first:last]), "".join(after[start:end])
        if same:
            pieces.append(Piece(added, SAME))
            continue
        if dropped and not first and not start:
            dropped += " "  # the first word has no space before it
        pieces += [Piece(text, kind) for text, kind in ((dropped, DROPPED), (added, ADDED)) if text]
    return pieces


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
