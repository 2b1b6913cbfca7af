"""The rows nearest to a day: from it on, and else the last before it."""

import datetime

import pandas as pd
import pytest

from data import queries
from tests.unit.data.queries.four_sentences import ids


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
def test_the_nearest_dates_come_from_a_day_on_and_else_are_the_last_before_it(ds, day, most, expected):
    # The dates start in 2001, 2002 and 2003, and stand in the table as later, race, first.
    rows = queries.nearest(ds.dates, "start", day, most)
    assert ids(rows, "date_id") == expected
    assert rows.index.tolist() == list(range(len(expected)))


def test_of_what_followed_the_nearest_are_found_by_their_own_day(ds):
    rows = queries.nearest(queries.outcomes(ds), "date", datetime.date(2002, 1, 1), 1)
    assert ids(rows, "outcome_id") == ["both"]


def test_dates_of_one_day_stay_in_the_order_they_came_in():
    days = pd.to_datetime(["2003-01-01", "2002-01-01", "2001-01-01"] * 20)
    rows = pd.DataFrame({"start": days, "place": range(60)})
    found = queries.nearest(rows, "start", datetime.date(2002, 1, 1), 30)
    assert found["place"].tolist() == [*range(1, 60, 3), *range(0, 30, 3)]


def test_nearest_of_no_dates_is_none(nothing):
    assert queries.nearest(nothing.dates, "start", datetime.date(2001, 1, 1), 5).empty
