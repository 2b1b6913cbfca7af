"""Searching the text, and the term cards that a text calls for."""

import re

import pandas as pd

from data.load.dataset import Dataset


def hits(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, as (start, end), letter case and quote style apart."""
    needle, hay = _plain(words.strip()), _plain(text)
    found, start = [], hay.find(needle) if needle else -1
    while start >= 0:
        found.append((start, start + len(needle)))
        start = hay.find(needle, start + len(needle))
    return found


def search(passages: pd.DataFrame, words: str) -> pd.DataFrame:
    """The passages that hold the words as typed; adds `hits`, how often each does."""
    counts = passages["text"].map(lambda text: len(hits(text, words)))
    return passages.assign(hits=counts)[counts > 0]


def terms_in(ds: Dataset, text: str) -> pd.DataFrame:
    """The term cards whose term, as written but for its first letter's case, or expansion, in any
    case, stands in the text."""

    def stands(row: pd.Series) -> bool:
        first, rest = row["term"][:1], row["term"][1:]
        word = f"[{re.escape(first.lower() + first.upper())}]{re.escape(rest)}"
        long = re.escape(row["expansion"])
        return bool(
            re.search(rf"(?<!\w){word}(?!\w)", text)
            or re.search(rf"(?<!\w){long}(?!\w)", text, re.IGNORECASE)
        )

    return ds.terms[ds.terms.apply(stands, axis=1)]


def _plain(text: str) -> str:
    """Text as search compares it, character for character: small letters, straight quotes, hyphens."""
    straight = str.maketrans("‘’“”–", "''\"\"-")
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(straight))
