"""Agreement of the two codings: the one in passages.csv and the one in second_coding.csv."""

import numpy as np
import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached

# The facets that were coded twice.
CODED = ("theme", "speech_act", "actor")
RELIABLE = 0.8  # alpha from which codes are held to be reliable, after Krippendorff
DRAWS, SEED = 1000, 20210521  # of the bootstrap; with a fixed seed the interval is always the same


@cached
def agreement(ds: Dataset) -> pd.DataFrame:
    """Both codings side by side: passage_id and, for each facet, `<facet>_1` and `<facet>_2`."""
    return ds.passages[["passage_id", *CODED]].merge(ds.second_coding, on="passage_id", suffixes=("_1", "_2"))


@cached
def differences(ds: Dataset) -> pd.DataFrame:
    """The rows of `agreement` in which the two codings differ in any facet."""
    both = agreement(ds)
    differs_by_facet = [both[f"{facet}_1"] != both[f"{facet}_2"] for facet in CODED]
    return both[pd.concat(differs_by_facet, axis=1).any(axis=1)]


@cached
def reliability(ds: Dataset) -> pd.DataFrame:
    """One row per facet of CODED.

    Columns: facet; sentences and same (how many there are, how many have the same code twice); share (same
    divided by sentences); alpha (Krippendorff's, nominal); low and high (its 95 % interval, a percentile
    bootstrap over sentences). Alpha is 1 for full agreement, 0 for the agreement expected by chance, and
    missing if all sentences have the same code. After K. Krippendorff, Content Analysis, 2018, chapter 12.
    """
    both = agreement(ds)
    rows = []
    for facet in CODED:
        pairs = both[[f"{facet}_1", f"{facet}_2"]].to_numpy()
        numbers, _ = pd.factorize(pairs.ravel())  # a number for each code
        codings = numbers.reshape(-1, 2).T
        same = int((codings[0] == codings[1]).sum())
        low, high = _interval(codings)
        rows.append((facet, len(both), same, same / len(both), _alpha(codings), low, high))
    return pd.DataFrame(rows, columns=["facet", "sentences", "same", "share", "alpha", "low", "high"])


def _alpha(codings: np.ndarray) -> float:
    """Krippendorff's nominal alpha of two codings; NaN if there is only one code.

    codings: numbers of codes, one row per coding, one column per sentence. Alpha is 1 - observed / expected
    disagreement. Observed: the share of sentences with two different codes. Expected: the share of pairs
    with different codes among all pairs of values.
    """
    observed = (codings[0] != codings[1]).mean()
    counts = np.bincount(codings.ravel())
    values = codings.size
    expected = 1 - (counts * (counts - 1)).sum() / (values * (values - 1))
    return float(1 - observed / expected) if expected else float("nan")


def _interval(codings: np.ndarray) -> tuple[float, float]:
    """The 95 % interval of alpha: it is computed DRAWS times, each time from randomly drawn sentences."""
    generator = np.random.default_rng(SEED)
    sentences = codings.shape[1]
    alphas = [_alpha(codings[:, generator.integers(0, sentences, sentences)]) for _ in range(DRAWS)]
    if np.isnan(alphas).all():
        return float("nan"), float("nan")
    low, high = np.nanpercentile(alphas, [2.5, 97.5])
    return float(low), float(high)
