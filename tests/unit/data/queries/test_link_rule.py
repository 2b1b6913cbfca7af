"""The similarity of sentences is scikit-learn's, without scikit-learn; and the rule about it."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.queries import link_rule

TEXTS = st.lists(st.text(alphabet="abcÀßİ ’.-\n\t1한", max_size=30), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def of_scikit_learn():
    """Its similarity of old and new texts. It takes seconds to import, of one worker here."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    def similarity(old, new):
        weights = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform([*old, *new])
        return (weights[: len(old)] @ weights[len(old) :].T).toarray()

    return similarity


@given(old=TEXTS, new=TEXTS)
def test_scores_are_those_of_scikit_learn(of_scikit_learn, old, new):
    made = link_rule.cosines(old, new)
    if "".join([*old, *new]).strip():
        assert np.abs(made - of_scikit_learn(old, new)).max() < 1e-9
    else:  # scikit-learn refuses texts without a letter
        assert not made.any()


def test_scores_of_shipped_sentences_are_those_of_scikit_learn(of_scikit_learn, shipped):
    texts = list(shipped.corpus.passages["text"])
    old, new = texts[:150], texts[150:400]
    made = link_rule.cosines(old, new)
    assert np.abs(made - of_scikit_learn(old, new)).max() < 1e-9
    assert (made == link_rule.cosines(new, old).T).all()


def test_the_largest_text_is_compared_in_time(shipped):
    texts = list(shipped.corpus.passages["text"])
    while sum(map(len, texts)) > 200_000:
        texts.pop()
    start = time.process_time()
    link_rule.cosines(texts[:200], texts)
    assert time.process_time() - start < 2


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
