"""Codes in words, rows of a sentence, and the small steps that other questions share."""

from dataclasses import replace

import pytest

from data import queries
from data.queries import Code
from tests.unit.data.queries.rows import records


def test_codes_come_in_their_order_with_what_readers_see(tiny):
    themes = queries.codes(replace(tiny, codes=tiny.codes[::-1]), "theme")
    assert list(themes) == ["peace", "trade", "sport"]
    assert themes["peace"] == Code(label="Peace", definition="No war.", colour="#4558f3", icon="dove")
    assert themes["sport"] == Code("Sport", "Games.", "", "")


def test_labels_are_the_words_of_codes(tiny, trade):
    assert queries.labels(tiny, "actor") == {"north": "North", "south": "South"}
    assert trade.labels("theme") == {"peace": "Peace", "trade": "Trade", "sport": "Sport"}
    assert trade.codes("theme") is queries.codes(tiny, "theme")


def test_a_label_is_looked_up_by_facet_and_code(tiny):
    assert queries.label(tiny, "actor", "north") == "North"
    with pytest.raises(KeyError):
        queries.label(tiny, "theme", "north")


def test_ids_of_a_mark_stand_once_and_in_reading_order():
    assert queries.joined(["p02.s1", "p01.s10", "p01.s2", "p02.s1"]) == "p01.s2;p01.s10;p02.s1"
    assert queries.joined([]) == ""


def test_a_passage_is_found_by_its_id(tiny):
    found = queries.passage(tiny, "p02.s1")
    assert (found["paragraph"], found["section"], found["text"]) == (2, "Deeds: all", "Ships sail.")
    with pytest.raises(KeyError):
        queries.passage(tiny, "p99.s1")


def test_passages_come_once_and_in_reading_order(tiny):
    found = queries.passages(tiny, ["p02.s1", "p01.s2", "p02.s1"])
    assert [row["passage_id"] for row in found] == ["p01.s2", "p02.s1"]
    with pytest.raises(KeyError):
        queries.passages(tiny, ["p01.s1", "p99.s1"])


def test_a_passage_knows_its_rows_of_any_table(tiny):
    assert [row["pledge_id"] for row in queries.of_passage(tiny, "pledges", "p01.s2")] == ["fund", "level"]
    assert queries.of_passage(tiny, "pledges", "p01.s1") == []


def test_rows_get_theme_and_paragraph_of_their_sentence(tiny):
    rows = queries.with_passage(tiny, tiny.place_mentions)
    assert records(rows, "place_id", "theme", "paragraph") == [
        ("bay", "peace", 1),
        ("bay", "trade", 1),
        ("town", "trade", 2),
    ]


def test_half_of_the_strengths_are_firm_with_the_middle_one(tiny, shipped):
    assert queries.firm(tiny) == ("done", "pledged")
    assert queries.firm(shipped) == ("done", "pledged", "committed")
    even = tiny.codes[tiny.codes["code"] != "pledged"]
    assert queries.firm(replace(tiny, codes=even)) == ("done",)
