"""Which words of a sentence commit, and what each paragraph holds."""

from dataclasses import replace

from data import queries
from data.queries import Selection
from tests.unit.content.views import kept, whole


def clauses(ds, passage_id):
    return [tuple(clause) for clause in queries.clauses(ds)[passage_id]]


def test_a_passage_is_cut_where_words_that_commit_begin_and_end(tiny):
    parts = [("Trade", "done"), (" brings ", ""), ("$5", "considered"), (" and $6.", "")]
    assert clauses(tiny, "p01.s2") == parts
    assert clauses(tiny, "p01.s1") == [("Peace <b>is</b> here.", "")]


def test_words_of_two_commitments_are_as_firm_as_the_firmer(tiny):
    rows = tiny.commitments.assign(quote=["brings $5", "Trade brings", "Ships"])
    parts = [("Trade ", "considered"), ("brings $5", "done"), (" and $6.", "")]
    assert clauses(replace(tiny, commitments=rows), "p01.s2") == parts


def test_the_clauses_of_a_passage_are_its_text(shipped):
    for passage_id, text in zip(shipped.passages["passage_id"], shipped.passages["text"], strict=True):
        assert "".join(clause.text for clause in queries.clauses(shipped)[passage_id]) == text


def test_a_paragraph_has_its_themes_and_its_commitments(tiny):
    assert queries.paragraphs(whole(tiny)).to_numpy().tolist() == [
        [1, "p01.s1", "peace;trade", 2, True],
        [2, "p02.s1", "trade", 1, True],
    ]


def test_under_a_filter_a_paragraph_begins_with_its_first_sentence_there(tiny):
    rows = queries.paragraphs(kept(tiny, passages=[1], commitments=[0]))
    assert list(rows["passage_id"]) == ["p01.s2", "p02.s1"]
    assert list(rows["commitments"]) == [1, 0]
    assert list(rows["shown"]) == [True, False]


def test_a_view_of_nothing_still_has_every_paragraph(tiny):
    rows = queries.paragraphs(queries.select(tiny, Selection(themes=("sport",))))
    assert len(rows) == 2 and not rows["shown"].any() and not rows["commitments"].any()
