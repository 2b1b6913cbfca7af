"""How large a text may be to fit a box."""

import pytest

from components.content.export.typography import SANS, SERIF, fitting, height


def test_a_text_is_as_high_as_its_lines_and_the_space_below_them():
    assert height(["word"], SANS, 10, 100) == 12
    assert height(["one\ntwo", ""], SANS, 10, 100, after=5) == 3 * 12 + 2 * 5
    assert height(["x" * 40], SANS, 10, 105) == 2 * 12  # 208 points wide


def test_letters_of_east_asia_and_of_serifs_take_more_room():
    assert height(["동" * 20], SANS, 10, 105) == height(["x" * 20], SANS, 10, 105) + 12
    assert height(["x" * 20], SERIF, 10, 105) == height(["x" * 20], SANS, 10, 105) + 12


@pytest.mark.parametrize(("letters", "size"), [(10, 40), (60, 20), (10_000, 10)])
def test_the_largest_size_that_fits_is_chosen_or_the_smallest_there_is(letters, size):
    assert fitting(["x" * letters], SANS, (40, 20, 10), 400, 60) == size
