"""A view without sentences has tables without rows, in the same columns."""

import pytest

from data import queries

QUESTIONS = [
    queries.balance,
    queries.commitments,
    queries.sums,
    queries.pledges,
    queries.dates,
    queries.places,
    queries.bodies,
    queries.emphasis,
    queries.outcomes,
    lambda view: queries.nearest_dates(view, 5).ds.dates,
    lambda view: queries.nearest_outcomes(view, 5).ds.outcomes,
    lambda view: queries.agreement(view.ds),
    lambda view: queries.differences(view.ds),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_view_without_sentences_gives_a_table_without_rows_in_the_same_columns(whole, nothing, question):
    empty = question(nothing)
    assert empty.empty
    assert list(empty) == list(question(whole))
