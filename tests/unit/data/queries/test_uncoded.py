"""A text that nobody coded, as a dataset."""

from dataclasses import replace
from datetime import date

import pytest

from data import queries
from data.load import FOLDER
from data.load.corpus import read_corpus
from tests.unit.data.corpus.three_texts import CODED, STATEMENT, write_corpus


@pytest.fixture(scope="module")
def annex(tiny, tmp_path_factory):
    """The fact sheet among three texts."""
    folder = tmp_path_factory.mktemp("three")
    write_corpus(folder / "corpus")
    return queries.uncoded(replace(tiny, corpus=read_corpus(folder, FOLDER, STATEMENT, CODED, [])), "annex")


def test_it_has_the_texts_sentences_and_its_address(annex):
    assert list(annex.passages["text"]) == ["Free trade grows.", "South pays."]
    assert list(annex.passages["paragraph"]) == [1, 2] and list(annex.passages["sentence"]) == [1, 1]
    assert annex.statement.date == date(2002, 3, 4) and annex.statement.url == "https://example.org/3"


def test_nothing_of_the_coded_statement_is_read_from_its_sentences(annex):
    for name in ("commitments", "pledges", "dates", "figures", "second_coding", "outcomes"):
        assert getattr(annex, name).empty, name
    assert queries.search(annex, "passages", "trade").hits == {"p01.s1": [(5, 10)]}
