"""The rule that links sentences of two meetings, and the similarity that it is about."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

# Cosine of two sentences. Measured by reading: data/corpus/README.md.
RELATED = 0.26
SAME_IF_BEST = 0.34  # if neither sentence is closer to any other
SAME = 0.45

SHORTEST, LONGEST = 3, 5  # letters of a run
BLOCK = 64  # sentences that are compared with all others at once: bounds the memory
Weights = tuple[np.ndarray, np.ndarray, np.ndarray]


def related(old: Sequence[str], new: Sequence[str], names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Places in `old` and `new`, and relation, of each pair of sentences that the rule links."""
    scores = similarity(old, new, names)
    if not scores.size:
        return
    best = (scores == scores.max(axis=0, keepdims=True)) & (scores == scores.max(axis=1, keepdims=True))
    same = (scores >= SAME) | (best & (scores >= SAME_IF_BEST))
    for row, column in zip(*(scores >= RELATED).nonzero(), strict=True):
        yield int(row), int(column), "same_point" if same[row, column] else "related"


def similarity(old: Sequence[str], new: Sequence[str], names: Sequence[str]) -> np.ndarray:
    """Cosine of each old sentence (row) with each new one (column), from 0 to 1.

    Compared are runs of three to five letters within words, each weighed by how rare it is in these
    sentences (TF-IDF). `names` are taken out first: who speaks is not what is said.
    """
    # Rounded, so that no processor's last digit decides at a limit.
    return cosines(without_names(old, names), without_names(new, names)).round(6)


def without_names(texts: Sequence[str], names: Sequence[str]) -> list[str]:
    """The texts with a space in place of each name, whatever the case of its letters."""
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    named = re.compile(rf"(?<!\w)(?:{longest_first or '(?!)'})(?!\w)(?:[’']s)?", re.IGNORECASE)
    return [named.sub(" ", text) for text in texts]


def cosines(old: Sequence[str], new: Sequence[str]) -> np.ndarray:
    """Cosine of the TF-IDF weights of each old text (row) with those of each new one (column).

    The same numbers as scikit-learn's TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)) gives over all
    these texts; the app does not have scikit-learn. The longer side is gone through text by text, the
    shorter one in blocks.
    """
    if len(old) > len(new):
        return cosines(new, old).T
    rows, runs, weights = _weights([*old, *new])
    starts = np.searchsorted(rows, np.arange(len(old) + len(new) + 1))
    scores = np.zeros((len(old), len(new)))
    for first in range(0, len(old), BLOCK):
        last = min(first + BLOCK, len(old))
        of_block = slice(starts[first], starts[last])
        # A row per run that a text of the block has; the last row, of zeros, is for all other runs.
        used, places = np.unique(runs[of_block], return_inverse=True)
        block = np.zeros((len(used) + 1, last - first))
        block[places, rows[of_block] - first] = weights[of_block]
        place_of = np.full(int(runs.max(initial=0)) + 1, len(used))
        place_of[used] = np.arange(len(used))
        for column in range(len(new)):
            own = slice(starts[len(old) + column], starts[len(old) + column + 1])
            found = place_of[runs[own]]
            shared = found < len(used)
            scores[first:last, column] = weights[own][shared] @ block[found[shared]]
    return scores


def _weights(texts: Sequence[str]) -> Weights:
    """Text, run and weight of each run that a text has, in the order of texts; each text's weights are a
    vector of length 1."""
    number_of: dict[str, int] = {}
    # The numbers of the runs of a word: most words of a text stand in it many times.
    of_word: dict[str, list[int]] = {}
    found: list[int] = []
    sizes = []
    for text in texts:
        before = len(found)
        for word in text.lower().split():
            if word not in of_word:
                of_word[word] = [number_of.setdefault(run, len(number_of)) for run in _runs(word)]
            found += of_word[word]
        sizes.append(len(found) - before)
    size = max(len(number_of), 1)
    owners = np.repeat(np.arange(len(texts)), np.array(sizes, dtype=np.int64))
    keys, counts = np.unique(owners * size + np.array(found, dtype=np.int64), return_counts=True)
    rows, runs = np.divmod(keys, size)
    rarity = np.log((1 + len(texts)) / (1 + np.bincount(runs, minlength=size))) + 1
    weights = counts * rarity[runs]
    lengths = np.sqrt(np.bincount(rows, weights**2, minlength=len(texts)))
    return rows, runs, weights / lengths[rows]


def _runs(word: str) -> tuple[str, ...]:
    """The runs of letters of a word between two spaces; of a word that is shorter than a run, itself once."""
    padded = f" {word} "
    runs: list[str] = []
    for size in range(SHORTEST, LONGEST + 1):
        runs += [padded[start : start + size] for start in range(max(len(padded) - size, 0) + 1)]
        if len(padded) <= size:
            break
    return tuple(runs)
