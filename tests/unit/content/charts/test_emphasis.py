"""Words beside commitments."""

import pytest

from data import queries
from tests.unit.content.charts.figure_parts import alpha, draw
from tests.unit.content.views import whole


def test_each_theme_has_its_share_of_words_over_its_share_of_commitments(tiny):
    (trace,) = draw("emphasis", whole(tiny)).data
    table = queries.emphasis(whole(tiny))
    pairs = list(zip(table["share_words"], table["share_commitments"], strict=True))
    assert list(trace.x) == pytest.approx([share for pair in pairs for share in pair])
    assert all(words > bound for words, bound in zip(trace.y[::2], trace.y[1::2], strict=True))
    assert trace.text[1] == "0% of commitments"
    assert alpha(trace.marker.color[0]) < alpha(trace.marker.color[1]) == 1
