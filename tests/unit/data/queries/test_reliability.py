"""How far the two codings agree, by sentence and in one number."""

from dataclasses import replace

import pandas as pd
import pytest

from data import queries
from data.queries import Selection
from tests.unit.data.queries.four_sentences import ids, records


def test_both_codings_stand_side_by_side_where_both_exist(ds):
    both = queries.agreement(ds)
    assert records(both, "passage_id", "theme_1", "theme_2", "actor_1", "actor_2") == [
        ("p01.s1", "peace", "peace", "both", "north"),
        ("p01.s2", "trade", "peace", "north", "north"),
        ("p02.s1", "trade", "trade", "both", "both"),
    ]


def test_a_view_compares_its_own_sentences_only(ds):
    view = queries.select(ds, Selection(themes=("trade",)))
    assert ids(queries.agreement(view)) == ["p01.s2", "p02.s1"]


def test_sentences_differ_where_the_codings_do_in_any_facet(ds):
    # p01.s1 in its actor, p01.s2 in its theme.
    assert ids(queries.differences(ds)) == ["p01.s1", "p01.s2"]


def test_alpha_is_that_of_a_sum_done_by_hand(ds):
    """Themes of three sentences: peace/peace, trade/peace, trade/trade. Of six values three are peace:
    observed disagreement 1/3, expected 2*3*3/(6*5) = 0.6, so alpha is 1 - 5/9."""
    theme = queries.reliability(ds).set_index("facet").loc["theme"]
    assert (theme["sentences"], theme["same"]) == (3, 2)
    assert theme["alpha"] == pytest.approx(1 - (1 / 3) / 0.6)
    assert theme["low"] <= theme["alpha"] <= theme["high"]


def test_alpha_is_that_of_the_published_example(ds):
    """Two observers, nominal data: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011)."""
    units = [f"u{place}" for place in range(12)]
    ben = pd.DataFrame({"passage_id": units, "theme": list("aabbdcccedda"), "speech_act": "x", "actor": "y"})
    gerry = ben.assign(theme=list("babbbccceddd"))
    reliability = queries.reliability(replace(ds, passages=ben, second_coding=gerry)).set_index("facet")
    assert reliability.at["theme", "alpha"] == pytest.approx(0.692, abs=5e-4)


def test_full_agreement_is_one_whatever_is_drawn(ds):
    act = queries.reliability(ds).set_index("facet").loc["speech_act"]
    assert (act["share"], act["alpha"], act["low"], act["high"]) == (1, 1, 1, 1)


def test_nothing_can_differ_where_all_have_one_code(ds):
    same = ds.passages.assign(theme="trade")
    one = replace(ds, passages=same, second_coding=ds.second_coding.assign(theme="trade"))
    assert pd.isna(queries.reliability(one).set_index("facet").at["theme", "alpha"])
