"""Codes in words, and the small steps that other questions share."""

import pandas as pd
import pytest

from data import queries
from tests.unit.data.queries.four_sentences import records


def test_codes_come_in_their_order_with_what_readers_see(ds):
    themes = queries.codes(ds, "theme")
    assert themes.index.tolist() == ["peace", "trade", "sport"]
    assert themes.loc["peace"].tolist() == ["Peace", "No war.", "#111111", "dove"]


def test_a_label_is_looked_up_by_facet_and_code(ds):
    assert queries.label(ds, "actor", "north") == "N"
    with pytest.raises(KeyError):
        queries.label(ds, "theme", "north")


def test_ids_of_a_mark_stand_once_and_in_reading_order():
    assert queries.joined(pd.Series(["p02.s1", "p01.s2", "p02.s1"])) == "p01.s2;p02.s1"


def test_the_tenth_sentence_is_read_after_the_second():
    assert queries.joined(pd.Series(["p01.s10", "p01.s2"])) == "p01.s2;p01.s10"


def test_rows_get_theme_and_paragraph_of_their_sentence(ds):
    rows = queries.with_passage(ds.secondary_themes.drop(columns="theme"), ds)
    assert records(rows, "passage_id", "theme", "paragraph") == [
        ("p01.s1", "peace", 1),
        ("p02.s2", "sport", 2),
    ]
