"""A view without sentences has tables without rows, in the same columns."""

import pytest

from data import queries


@pytest.mark.parametrize(
    "question",
    [
        queries.ladder,
        queries.who_acts,
        queries.commitments,
        queries.sums,
        queries.money_without_number,
        queries.dates,
        queries.places,
        queries.bodies,
        queries.agreement,
        queries.differences,
    ],
)
def test_a_view_without_sentences_gives_a_table_without_rows_in_the_same_columns(ds, nothing, question):
    empty = question(nothing)
    assert empty.empty
    assert list(empty) == list(question(ds))
