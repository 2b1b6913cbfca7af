"""A reader's own text beside the corpus: as an added text would be, and nothing of it in the dataset."""

import datetime
from dataclasses import replace

import pytest

from data import queries
from data.queries import OWN, Selection, View

DAY = datetime.date(2030, 1, 2)


@pytest.fixture(scope="module")
def series(shipped):
    """The first and the second meeting of the coded statement's series."""
    return queries.meetings(shipped, queries.coded_text(shipped).series)[:2]


@pytest.fixture(scope="module")
def again(shipped, series):
    """The second meeting's first text, brought by a reader."""
    rows = queries.text_passages(shipped, series[1].texts[0].statement_id)
    text = "\n\n".join(f"**{row['section']}**\n\n{row['text']}" for row in rows)
    return queries.own_text(shipped.corpus, text, "A title", DAY)


def words(pair) -> tuple[str, str]:
    return pair.old.text, pair.new.text


def test_an_own_text_is_compared_as_the_same_text_of_the_corpus(shipped, series, again):
    old, new = series
    assert len(new.texts) == 1
    added = queries.with_own_text(shipped, again, [old.meeting_id])
    own = queries.compared(View(added, added, Selection(meetings=(old.meeting_id, OWN))))
    known = queries.compared(View(shipped, shipped, Selection(meetings=(old.meeting_id, new.meeting_id))))
    assert [one.text for one in own.new] == [one.text for one in known.new]
    # Reviews of the shipped links apart, the pairs are the same: a reviewer raised many and refused few.
    by_rule = {words(pair) for pair in known.pairs if not pair.reviewed}
    assert by_rule <= {words(pair) for pair in own.pairs}
    assert len({words(pair) for pair in own.pairs} - {words(pair) for pair in known.pairs}) <= 3
    assert [one.topic for one in own.only_old] == [one.topic for one in known.only_old]
    assert not any(pair.reviewed for pair in own.pairs)


def test_every_query_of_the_corpus_knows_it_and_the_dataset_does_not(shipped, series, again):
    before = len(shipped.corpus.passages), len(shipped.corpus.links)
    added = queries.with_own_text(shipped, again, [series[0].meeting_id])
    assert queries.all_meetings(added)[OWN].texts[0].date == DAY
    assert queries.meetings(added, series[0].series)[-1].meeting_id == OWN
    topic = again.mentions[0].topic
    assert {one.reference.statement_id for one in queries.mentions(added, topic, OWN)} == {OWN}
    assert OWN not in queries.all_meetings(shipped)
    assert before == (len(shipped.corpus.passages), len(shipped.corpus.links))
    assert (added.corpus.statements.dtypes == shipped.corpus.statements.dtypes).all()


def test_a_text_of_an_earlier_day_is_the_old_end_of_its_links(shipped, series, again):
    early = replace(again, date=datetime.date(2001, 1, 1))
    rows = queries.series_links(shipped, early, series[0].series, OWN)
    assert {row["old_statement"] for row in rows} == {OWN}
    assert {row["how"] for row in rows} == {"rule"}


def test_the_very_same_text_is_known(shipped, series, again):
    assert queries.same_text(shipped, again) == series[1].texts[0].statement_id
    other = queries.own_text(shipped.corpus, "Nobody has said this before.", "", DAY)
    assert queries.same_text(shipped, other) is None


def test_without_a_meeting_there_is_nothing_to_compare(shipped, again):
    with pytest.raises(ValueError, match="no meeting"):
        queries.with_own_text(shipped, again, [])
    with pytest.raises(ValueError, match="no meeting"):
        queries.with_own_text(replace(shipped, corpus=None), again, [])
