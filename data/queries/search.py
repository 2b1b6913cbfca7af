"""Search in the text, and the terms that a text contains."""

import re

import pandas as pd

from data.load.dataset import Dataset


def hits(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words are in a text, as positions (start, end); none for no words.

    Upper and lower case, and curly and straight quotes, count as the same.
    """
    wanted, searched = _comparable(words.strip()), _comparable(text)
    if not wanted:
        return []
    positions = []
    start = searched.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        positions.append((start, end))
        start = searched.find(wanted, end)
    return positions


def search(passages: pd.DataFrame, words: str) -> pd.DataFrame:
    """The passages that contain the words as one phrase. Adds hits: how often each contains it."""
    counts = passages["text"].map(lambda text: len(hits(text, words)))
    return passages.assign(hits=counts)[counts > 0]


def terms_in(ds: Dataset, text: str) -> pd.DataFrame:
    """The rows of the table terms whose term or expansion is in the text as whole words.

    Only the first letter of a term may be of either case; all letters of an expansion may.
    """

    def occurs(row: pd.Series) -> bool:
        first, rest = row["term"][:1], row["term"][1:]
        term = f"[{re.escape(first.lower() + first.upper())}]{re.escape(rest)}"
        expansion = re.escape(row["expansion"])
        return bool(
            re.search(rf"(?<!\w){term}(?!\w)", text)
            or re.search(rf"(?<!\w){expansion}(?!\w)", text, re.IGNORECASE)
        )

    return ds.terms[ds.terms.apply(occurs, axis=1)]


def _comparable(text: str) -> str:
    """The text in lower case, with straight quotes and hyphens. It stays equally long, so that positions
    in it are positions in the text."""
    straight = str.maketrans("‘’“”–", "''\"\"-")
    return "".join(
        character.lower() if len(character.lower()) == 1 else character
        for character in text.translate(straight)
    )
