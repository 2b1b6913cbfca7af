"""The corpus asked: meetings, sentences by reference, topics and counterparts."""

from dataclasses import replace
from datetime import date

import pytest

from data import queries
from data.load import FOLDER
from data.load.corpus import read_corpus
from data.queries import Reference
from tests.unit.data.corpus.three_texts import CODED, STATEMENT, write_corpus

PEACE, TRADE = Reference("first", "p01.s1"), Reference("first", "p01.s2")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Three texts of two meetings. The second has an annex, a fact sheet; the coded text is `first`."""
    folder = tmp_path_factory.mktemp("three")
    write_corpus(folder / "corpus")
    found = read_corpus(folder, FOLDER, STATEMENT, CODED, [])
    assert found
    return found


@pytest.fixture(scope="module")
def ds(tiny, corpus):
    return replace(tiny, corpus=corpus)


def test_meetings_are_in_the_order_of_dates_with_all_their_texts(ds):
    assert queries.series(ds) == {"n-s": "North–South"}
    one, two = queries.meetings(ds, "n-s")
    assert [text.statement_id for text in two.texts] == ["second", "annex"]
    assert (one.start, two.end) == (date(2001, 2, 3), date(2002, 3, 4))
    assert (one.coded, two.coded) == (True, False)
    assert (one.sentences, two.sentences) == (2, 4)
    assert queries.coded_text(ds) == one.texts[0]
    assert list(queries.all_meetings(ds)) == ["one", "two"]
    assert queries.meetings(ds, "unknown") == ()


def test_a_fact_sheet_is_no_peer(ds, corpus):
    _, two = queries.meetings(ds, "n-s")
    assert [text.is_peer for text in two.texts] == [True, False]
    assert two.is_peer
    sheets = corpus.statements.assign(kind="fact sheet")
    _, two = queries.meetings(replace(ds, corpus=replace(corpus, statements=sheets)), "n-s")
    assert not two.is_peer


def test_a_meeting_about_one_theme_is_narrow(ds, corpus):
    assert [meeting.narrow for meeting in queries.meetings(ds, "n-s")] == [False, False]
    peace = replace(corpus, topics=corpus.topics.assign(theme="peace"))
    assert [meeting.narrow for meeting in queries.meetings(replace(ds, corpus=peace), "n-s")] == [True, True]


def test_sentences_by_reference(ds):
    assert [row["passage_id"] for row in queries.text_passages(ds, "annex")] == ["p01.s1", "p02.s1"]
    reference = queries.parse_reference(ds, "annex:p02.s1")
    assert str(reference) == "annex:p02.s1"
    assert queries.corpus_passage(ds, reference)["text"] == "South pays."
    assert queries.text_passages(ds, "unknown") == ()
    found = [Reference("annex", "p02.s1"), TRADE, PEACE, TRADE]
    assert queries.in_order(ds, found) == [PEACE, TRADE, Reference("annex", "p02.s1")]


@pytest.mark.parametrize("text", ["", "annex", "annex:", ":p01.s1", "annex:p09.s1", "p01.s1", "a:b:c"])
def test_no_reference(ds, text):
    assert queries.parse_reference(ds, text) is None


def test_mentions_of_a_topic(ds):
    assert list(queries.topics(ds)) == ["strait", "trade"]
    assert queries.topics(ds)["trade"].theme == "trade"
    (mention,) = queries.mentions(ds, "trade", "one")
    assert (mention.reference, mention.quotes) == (TRADE, ("Trade", "trade"))
    assert [one.reference.statement_id for one in queries.mentions(ds, "trade", "two")] == ["annex"]
    assert queries.mentions(ds, "unknown", "two") == ()
    assert [one.topic for one in queries.topics_of(ds, PEACE)] == ["strait"]
    assert queries.topics_of(ds, Reference("annex", "p02.s1")) == ()


def test_counterparts_before_and_after(ds):
    assert queries.counterparts(ds, PEACE).before == ()
    assert [str(one.reference) for one in queries.counterparts(ds, PEACE).after] == ["second:p01.s1"]
    back = queries.counterparts(ds, Reference("second", "p01.s1")).before
    assert [(one.reference, one.relation, one.how) for one in back] == [(PEACE, "same_point", "rule")]
    assert queries.counterparts(ds, Reference("annex", "p02.s1")) == ((), ())


def test_what_a_reader_rejected_is_left_out(ds, corpus):
    links, mentions = corpus.links.assign(reason="No."), corpus.topic_mentions.assign(reason="No.")
    rejected = replace(corpus, rejected_links=links, rejected_mentions=mentions[mentions["topic"] == "trade"])
    ds = replace(ds, corpus=rejected)
    assert queries.counterparts(ds, PEACE) == ((), ())
    assert queries.mentions(ds, "trade", "one") == ()
    assert queries.topics_of(ds, PEACE)


def test_a_dataset_without_a_corpus_has_nothing(tiny):
    assert queries.series(tiny) == queries.topics(tiny) == queries.texts(tiny) == {}
    assert queries.coded_text(tiny) is None
    assert queries.parse_reference(tiny, "first:p01.s1") is None
    assert queries.mentions(tiny, "trade", "one") == queries.topics_of(tiny, PEACE) == ()
    assert queries.counterparts(tiny, PEACE) == ((), ())


def test_every_cell_of_the_shipped_corpus_adds_up(shipped):
    cells = [
        queries.mentions(shipped, topic, meeting)
        for topic in queries.topics(shipped)
        for meeting in queries.all_meetings(shipped)
    ]
    table = shipped.corpus.topic_mentions
    table = table.merge(shipped.corpus.rejected_mentions.drop(columns="reason"), how="left", indicator=True)
    kept = table[table["_merge"] == "left_only"]
    assert sum(map(len, cells)) == len(kept[["topic", "statement_id", "passage_id"]].drop_duplicates())
