"""The similarity of sentences is TF-IDF's as scikit-learn computes it, without scikit-learn; and the rule."""

from collections import Counter
from math import hypot, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.queries import link_rule

TEXTS = st.lists(st.text(alphabet="abcÀßİ ’.-\n\t1한", max_size=30), min_size=1, max_size=6)


def runs(text):
    """Runs of 3 to 5 letters of each word between two spaces; of a shorter word, the word once."""
    found = Counter()
    for word in text.lower().split():
        padded = f" {word} "
        found.update(
            {padded}
            if len(padded) <= 3
            else [
                padded[start : start + size]
                for size in range(3, min(5, len(padded)) + 1)
                for start in range(len(padded) - size + 1)
            ]
        )
    return found


def by_definition(old, new):
    """The cosines of TF-IDF weights, as slowly as they are defined."""
    counted = [runs(text) for text in (*old, *new)]
    in_texts = Counter(run for counts in counted for run in counts)
    weights = [
        {run: count * (log((1 + len(counted)) / (1 + in_texts[run])) + 1) for run, count in counts.items()}
        for counts in counted
    ]
    lengths = [hypot(*of_text.values()) or 1 for of_text in weights]
    unit = [
        {run: weight / size for run, weight in of_text.items()}
        for of_text, size in zip(weights, lengths, strict=True)
    ]
    return np.array(
        [[sum(a[run] * b.get(run, 0) for run in a) for b in unit[len(old) :]] for a in unit[: len(old)]]
    )


@given(old=TEXTS, new=TEXTS)
def test_scores_are_those_of_the_definition(old, new):
    assert np.abs(link_rule.cosines(old, new) - by_definition(old, new)).max() < 1e-9


def test_scores_of_shipped_sentences_are_those_of_the_definition(shipped):
    texts = list(shipped.corpus.passages["text"])
    old, new = texts[:100], texts[150:300]
    made = link_rule.cosines(old, new)
    assert np.abs(made - by_definition(old, new)).max() < 1e-9
    assert (made == link_rule.cosines(new, old).T).all()


def test_scores_are_those_of_scikit_learn():
    """What TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)) of scikit-learn 1.9.1 says."""
    old = ["We reaffirm the ironclad Alliance.", "Climate  change: İstanbul, 한반도.", "A a\nb"]
    new = [
        "We reaffirm our Alliance; it is ironclad.",
        "The 한반도 and climate",
        "a b",
        "Nothing shared? Über",
    ]
    scores = [[0.692936, 0.106612, 0, 0], [0, 0.340375, 0, 0], [0, 0, 0.948683, 0]]
    assert link_rule.cosines(old, new).round(6).tolist() == scores


def test_who_speaks_is_not_compared():
    names = ["North", "President North"]
    old, new = ["President North’s ships sail."], ["President North’s fish swim."]
    assert link_rule.similarity(old, new, names)[0, 0] == 0
    assert link_rule.similarity(old, new, [])[0, 0] > 0.3


def test_the_limits_of_a_link(monkeypatch):
    """Of two pairs with .40, one is best both ways; .45 is enough for itself, .26 for what is related."""
    scores = np.array([[0.40, 0.40, 0.26], [0.39, 0.45, 0.25], [0.0, 0.1, 0.2]])
    monkeypatch.setattr(link_rule, "similarity", lambda old, new, names: scores)
    assert list(link_rule.related("abc", "xyz", [])) == [
        (0, 0, "same_point"),
        (0, 1, "related"),
        (0, 2, "related"),
        (1, 0, "related"),
        (1, 1, "same_point"),
    ]


@pytest.mark.parametrize(("old", "new"), [([], ["A word."]), (["A word."], []), ([], [])])
def test_nothing_is_linked_to_nothing(old, new):
    assert list(link_rule.related(old, new, [])) == []
