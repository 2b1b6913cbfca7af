"""The same question is answered once."""

from dataclasses import replace

from data import queries
from data.queries import Selection


def test_the_same_question_is_answered_once_and_another_view_anew(ds):
    assert queries.places(ds) is queries.places(ds)
    view = queries.select(ds, Selection(themes=("trade",)))
    assert queries.select(ds, Selection(themes=("trade",))) is view
    assert queries.places(view) is not queries.places(ds)


def test_equal_tables_are_told_apart(ds):
    copy = replace(ds, passages=ds.passages.copy())
    assert queries.emphasis(copy) is not queries.emphasis(ds)
