"""The rows nearest to a day: from it on, and else the last before it."""

import datetime

import pandas as pd
import pytest

from data import queries
from tests.unit.data.queries.rows import frame, ids

DATES = frame(
    "date_id start",
    ("later", pd.Timestamp(2003, 1, 1)),
    ("race", pd.Timestamp(2002, 1, 1)),
    ("first", pd.Timestamp(2001, 1, 1)),
)


@pytest.mark.parametrize(
    ("day", "most", "expected"),
    [
        (datetime.date(2001, 6, 1), 3, ["first", "race", "later"]),
        (datetime.date(2001, 6, 1), 9, ["first", "race", "later"]),
        (datetime.date(2001, 6, 1), 2, ["race", "later"]),
        (datetime.date(2001, 6, 1), 1, ["race"]),
        (datetime.date(2002, 1, 1), 1, ["race"]),  # the day itself is not before it
        (datetime.date(2002, 1, 2), 1, ["later"]),
        (datetime.date(2002, 1, 2), 2, ["race", "later"]),
        (datetime.date(2000, 1, 1), 2, ["first", "race"]),
        (datetime.date(2009, 1, 1), 2, ["race", "later"]),
        (datetime.date(2009, 1, 1), 0, []),
    ],
)
def test_the_nearest_rows_come_from_a_day_on_and_else_are_the_last_before_it(day, most, expected):
    rows = queries.nearest(DATES, "start", day, most)
    assert ids(rows, "date_id") == expected
    assert rows.index.tolist() == list(range(len(expected)))


def test_rows_of_one_day_stay_in_the_order_they_came_in():
    days = pd.to_datetime(["2003-01-01", "2002-01-01", "2001-01-01"] * 20)
    rows = pd.DataFrame({"start": days, "place": range(60)})
    found = queries.nearest(rows, "start", datetime.date(2002, 1, 1), 30)
    assert found["place"].tolist() == [*range(1, 60, 3), *range(0, 30, 3)]


def test_a_view_is_narrowed_to_the_dates_nearest_to_the_statement(whole):
    # The statement was made on 3 February 2001, between the two dates.
    view = queries.nearest_dates(whole, 1)
    assert ids(view.ds.dates, "date_id") == ["last"]
    assert (view.whole, view.selection) == (whole.whole, whole.selection)
    assert view.ds.passages is whole.ds.passages and view.ds.outcomes is whole.ds.outcomes
    assert ids(queries.nearest_dates(whole, 2).ds.dates, "date_id") == ["first", "last"]


def test_a_view_is_narrowed_to_what_followed_first(whole):
    assert ids(queries.nearest_outcomes(whole, 1).ds.outcomes, "outcome_id") == ["sailed"]
    assert len(queries.nearest_outcomes(whole, 9).ds.outcomes) == 2
