"""Numbers, money and dates as people say them. (no streamlit)"""

import datetime

import pandas as pd

MONTHS = (
    "January February March April May June July August September October November December"
).split()


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 sentence`, `0 sentences`, `89 sentences`; `many` where adding an s is wrong."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def money(usd: float) -> str:
    """US dollars in words: `$4 billion`, `$44 million`, `$62.5 million`, `$950`."""
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if usd >= size:
            return f"${usd / size:,.1f}".removesuffix(".0") + word
    return f"${usd:,.0f}"


def period(start: object, end: object) -> str:
    """Years of a pledge: `2021–2025`, `2021`, or `no period stated`."""
    if pd.isna(start) or pd.isna(end):
        return "no period stated"
    return f"{start}" if start == end else f"{start}–{end}"


def day(date: datetime.date) -> str:
    """`21 May 2021`, whatever the server's language."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def listed(words: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; empty text for no words."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
