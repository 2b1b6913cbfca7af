"""How far the two codings agree, by sentence and in one number."""

from dataclasses import replace

import pandas as pd
import pytest

from data import queries
from tests.unit.data.queries.rows import ids, records


def test_both_codings_stand_side_by_side(tiny):
    assert records(queries.agreement(tiny), "passage_id", "theme_1", "theme_2", "actor_1", "actor_2") == [
        ("p01.s1", "peace", "peace", "north", "south"),
        ("p01.s2", "trade", "trade", "north", "north"),
        ("p02.s1", "trade", "peace", "south", "south"),
    ]


def test_only_sentences_with_both_codings_are_compared(tiny, trade):
    assert ids(queries.agreement(trade.ds)) == ["p01.s2", "p02.s1"]
    shorter = replace(tiny, second_coding=tiny.second_coding.head(2))
    assert ids(queries.agreement(shorter)) == ["p01.s1", "p01.s2"]


def test_sentences_differ_where_the_codings_do_in_any_facet(tiny):
    # p01.s1 in its actor, p02.s1 in its theme.
    assert ids(queries.differences(tiny)) == ["p01.s1", "p02.s1"]


def test_alpha_is_that_of_a_sum_done_by_hand(tiny):
    """Themes of three sentences: peace/peace, trade/trade, trade/peace. Of six values three are peace:
    observed disagreement 1/3, expected 2*3*3/(6*5) = 0.6, so alpha is 1 - 5/9."""
    theme = queries.reliability(tiny).set_index("facet").loc["theme"]
    assert (theme["sentences"], theme["same"]) == (3, 2)
    assert theme["share"] == pytest.approx(2 / 3)
    assert theme["alpha"] == pytest.approx(1 - (1 / 3) / 0.6)
    assert theme["low"] <= theme["alpha"] <= theme["high"]


def test_alpha_is_that_of_the_published_example(tiny):
    """Two observers, nominal data: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011)."""
    units = [f"u{place}" for place in range(12)]
    ben = pd.DataFrame({"passage_id": units, "theme": list("aabbdcccedda"), "speech_act": "x", "actor": "y"})
    gerry = ben.assign(theme=list("babbbccceddd"))
    reliability = queries.reliability(replace(tiny, passages=ben, second_coding=gerry)).set_index("facet")
    assert reliability.at["theme", "alpha"] == pytest.approx(0.692, abs=5e-4)
    # All acts have one code: nothing could differ.
    assert reliability.loc["speech_act", ["alpha", "low", "high"]].isna().all()


def test_full_agreement_is_one_whatever_is_drawn(tiny):
    act = queries.reliability(tiny).set_index("facet").loc["speech_act"]
    assert (act["share"], act["alpha"], act["low"], act["high"]) == (1, 1, 1, 1)
