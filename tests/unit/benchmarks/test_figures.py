"""Many values as a few: worked out by hand."""

import random

import pytest

from benchmarks.figures import percentile, slope, table
from benchmarks.sessions import other_themes


@pytest.mark.parametrize(("share", "value"), [(0, 1), (0.5, 5), (0.51, 6), (0.95, 10), (1, 10)])
def test_a_percentile_is_the_least_value_that_the_share_does_not_exceed(share, value):
    assert percentile([7, 1, 9, 3, 5, 2, 8, 4, 10, 6], share) == value


def test_the_percentile_of_one_value_is_that_value():
    assert percentile([4], 0.95) == 4


def test_a_slope_is_that_of_the_nearest_line():
    assert slope([(0, 1), (1, 3), (2, 5)]) == pytest.approx(2)
    assert slope([(0, 0), (1, 3), (2, 0)]) == pytest.approx(0)
    assert slope([(5, 7)]) == 0


def test_a_table_has_words_left_and_numbers_right():
    assert table(("page", "ms"), [("map", 3), ("all", "1,000")]) == (
        "| page | ms |\n|---|---:|\n| map | 3 |\n| all | 1,000 |"
    )


def test_the_next_choice_of_themes_is_never_the_present_one():
    drawing = random.Random(1)
    for now in ([], ["a"], ["b", "a"]):
        chosen = [other_themes(["a", "b"], now, drawing) for _ in range(50)]
        assert all(set(one) != set(now) and set(one) <= {"a", "b"} for one in chosen)
        assert len({tuple(sorted(one)) for one in chosen}) == 3
