"""How far the two codings agree, sentence by sentence."""

import numpy as np
import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached

# The facets that both passes coded.
CODED = ("theme", "speech_act", "actor")
DRAWS, SEED = 1000, 20210521  # the same interval at every start


@cached
def agreement(ds: Dataset) -> pd.DataFrame:
    """Both codings side by side: passage_id and, per facet, `<facet>_1` and `<facet>_2`."""
    return ds.passages[["passage_id", *CODED]].merge(ds.second_coding, on="passage_id", suffixes=("_1", "_2"))


@cached
def differences(ds: Dataset) -> pd.DataFrame:
    """The rows of `agreement` in which the two codings differ in any facet."""
    both = agreement(ds)
    differs = [both[f"{facet}_1"] != both[f"{facet}_2"] for facet in CODED]
    return both[pd.concat(differs, axis=1).any(axis=1)]


@cached
def reliability(ds: Dataset) -> pd.DataFrame:
    """One row per coded facet: facet, sentences, same (how many got one code), share (same of all,
    0 to 1), alpha (Krippendorff's, nominal), and low and high, the ends of its 95 % interval.

    The interval is a percentile bootstrap over sentences. Alpha is 1 for full agreement, 0 for
    what chance would give, and missing where all sentences have one code, so that nothing could
    differ. After Krippendorff, Content Analysis (2018), chapter 12.
    """
    both = agreement(ds)
    rows = []
    for facet in CODED:
        passes = both[[f"{facet}_1", f"{facet}_2"]]
        codes, _ = pd.factorize(passes.to_numpy().ravel())
        units = codes.reshape(-1, 2).T
        same = int((units[0] == units[1]).sum())
        low, high = _interval(units)
        rows.append((facet, len(both), same, same / len(both), _alpha(units), low, high))
    return pd.DataFrame(rows, columns=["facet", "sentences", "same", "share", "alpha", "low", "high"])


def _alpha(units: np.ndarray) -> float:
    """Krippendorff's nominal alpha of two coders: numbered codes, a row a coder, a column a sentence.

    One less observed over expected disagreement: the share of sentences coded in two ways, over the
    share of pairs among all values that differ.
    """
    counts = np.bincount(units.ravel())
    values = units.size
    expected = 1 - (counts * (counts - 1)).sum() / (values * (values - 1))
    return float(1 - (units[0] != units[1]).mean() / expected) if expected else float("nan")


def _interval(units: np.ndarray) -> tuple[float, float]:
    draw = np.random.default_rng(SEED)
    count = units.shape[1]
    alphas = [_alpha(units[:, draw.integers(0, count, count)]) for _ in range(DRAWS)]
    if np.isnan(alphas).all():
        return float("nan"), float("nan")
    low, high = np.nanpercentile(alphas, [2.5, 97.5])
    return float(low), float(high)
