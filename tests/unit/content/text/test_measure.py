"""Widths of texts in scripts whose letters are wider than Latin ones, or are drawn on each other."""

import pytest

from components.content.text import measure


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", 0),
        ("Fund, 5", 7),
        ("하늘강", 6),
        ("하늘강".encode().decode(), 6),
        ("e\u0301", 1),
        ("سَلام", 4),
        ("ไม้", 2),
        ("海 a", 4),
    ],
)
def test_a_text_is_as_wide_as_its_letters(text, letters):
    assert measure.width(text) == letters


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Peace and trade", ["Peace and", "trade"]),
        ("하늘강 유역의 안전", ["하늘강", "유역의", "안전"]),
        ("海洋安全合作机制", ["海洋安全合", "作机制"]),
        ("", []),
    ],
)
def test_lines_hold_as_many_letters_as_have_room(text, lines):
    assert measure.wrapped(text, 10) == lines
    assert all(measure.width(line) <= 10 for line in lines)


def test_a_text_is_cut_where_its_letters_have_no_more_room():
    assert measure.shortened("하늘강 유역의 안전", 16) == "하늘강 유역의 …"
    assert measure.shortened("Peace and trade", 12) == "Peace and …"
    assert measure.shortened("하늘강 유역", 11) == "하늘강 유역"
