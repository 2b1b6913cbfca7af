"""Numbers, money and dates as people say them."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 sentence`, `0 sentences`, `89 sentences`; `many` where adding an s is wrong."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def count(number: int) -> str:
    """A number of people: `1.7 million`, `200,000`."""
    return f"{number / 1e6:,.1f}".removesuffix(".0") + " million" if number >= 1e6 else f"{number:,}"


def money(usd: float) -> str:
    """US dollars in words: `$4 billion`, `$44 million`, `$62.5 million`, `$950`."""
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if round(usd / size, 1) >= 1:
            return f"${usd / size:,.1f}".removesuffix(".0") + word
    return f"${usd:,.0f}"


def period(start: Any, end: Any) -> str:
    """Years of a pledge: `2021–2025`, `2021`, or `no period stated`."""
    if pd.isna(start) or pd.isna(end):
        return "no period stated"
    return f"{start}" if start == end else f"{start}–{end}"


def day(date: datetime.date) -> str:
    """`21 May 2021`, whatever the server's language."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def span(start: pd.Timestamp, end: pd.Timestamp, precision: str) -> str:
    """A date as precise as it is known: `30–31 May 2021`, `October 2021`, `2021–2025`,
    `the 2020s`, `from 2026` where it has no end. Precision: day, month, year or decade."""
    if pd.isna(end):
        return f"from {_point(start, precision)}"
    if precision == "day" and (start.year, start.month) == (end.year, end.month) and start != end:
        return f"{start.day}–{day(end)}"
    if precision == "decade" and start.year % 10 == 0 and end.year == start.year + 9:
        return f"the {start.year}s"
    first, last = _point(start, precision), _point(end, precision)
    dash = "–" if precision in ("year", "decade") else " – "
    return first if first == last else f"{first}{dash}{last}"


def dated(row: Mapping[str, Any]) -> str:
    """When something happens that has a start, an end and a precision, as `span`."""
    return span(row["start"], row["end"], row["precision"])


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; empty text for no words."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def literal(text: str) -> str:
    """Text that Markdown shows as it is: a bare `$` would start a formula."""
    return text.replace("$", r"\$")


def escaped(text: str) -> str:
    """Text none of whose marks is Markdown or HTML, even where HTML is allowed."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def foreign(text: str, longest: int) -> str:
    """Text that came with a link, for Markdown: its visible characters on one line, at most `longest`, as
    code, since nothing within code is markup, not even an address."""
    shown = "".join(c for c in " ".join(text[: 2 * longest].split()) if c.isprintable())
    if len(shown) > longest or len(text) > 2 * longest:
        shown = shown[:longest] + "…"
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}" if shown.strip() else "“”"


def below(text: str) -> str:
    """Markdown with its headings two levels lower, to stand within a page's own."""
    return re.sub(r"^#", "###", text, flags=re.MULTILINE)


def article(word: str) -> str:
    """`an` before a vowel letter, `a` otherwise."""
    return "an" if word[0].lower() in "aeiou" else "a"


def _point(date: pd.Timestamp, precision: str) -> str:
    """A day, a month with its year, or a year."""
    if precision == "day":
        return day(date)
    return f"{MONTHS[date.month - 1]} {date.year}" if precision == "month" else f"{date.year}"
