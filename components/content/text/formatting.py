"""Numbers, money and dates in words; text made safe for Markdown."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def place(paragraph: int, sentence: int) -> str:
    """Where a sentence stands in its text: `Paragraph 13, sentence 8`."""
    return f"Paragraph {paragraph}, sentence {sentence}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 sentence`, `89 sentences`. many: the plural, if it is not `one` plus s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def left_out(shown: int, of: int, noun: str = "") -> str:
    """That a slide shows only some: `18 of 30 sentences are shown here; the page has all.`; "" if it shows
    all. noun: of one."""
    total = plural(of, noun) if noun else f"{of}"
    return f"{shown} of {total} are shown here; the page has all." if shown < of else ""


def count(number: int) -> str:
    """A number of people: `1.7 million`, `200,000`."""
    if number < 1e6:
        return f"{number:,}"
    return f"{number / 1e6:,.1f}".removesuffix(".0") + " million"


def money(usd: float) -> str:
    """US dollars in words: `$4 billion`, `$44 million`, `$62.5 million`, `$950`."""
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if round(usd / size, 1) >= 1:
            return f"${usd / size:,.1f}".removesuffix(".0") + word
    return f"${usd:,.0f}"


def period(start: Any, end: Any) -> str:
    """The years of a pledge, either of which may be missing: `2021–2025`, `2021`, `from 2021`, or `no period
    stated`."""
    if pd.isna(start):
        return "no period stated"
    if pd.isna(end):
        return f"from {start}"
    return f"{start}" if start == end else f"{start}–{end}"


def day(date: datetime.date) -> str:
    """`21 May 2021`, whatever the server's language."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def span(start: pd.Timestamp, end: pd.Timestamp, precision: str) -> str:
    """A date or a period as precise as it is known: `30–31 May 2021`, `October 2021`, `2021–2025`,
    `the 2020s`, and without an end `from 2026`. Precision: day, month, year or decade."""
    if pd.isna(end):
        return f"from {_point(start, precision)}"
    if precision == "day" and (start.year, start.month) == (end.year, end.month) and start != end:
        return f"{start.day}–{day(end)}"
    if precision == "decade" and start.year % 10 == 0 and end.year == start.year + 9:
        return f"the {start.year}s"
    first, last = _point(start, precision), _point(end, precision)
    dash = "–" if precision in ("year", "decade") else " – "
    return first if first == last else f"{first}{dash}{last}"


def iso(start: pd.Timestamp, end: pd.Timestamp, precision: str) -> str:
    """A date or a period as `span` says it, by ISO 8601, so that texts sort by time: `2021-05-30/2021-05-31`,
    `2021-10`, `2021/2025`, `2020/2029`, and without an end `2026/..`."""
    form = {"day": "%Y-%m-%d", "month": "%Y-%m"}.get(precision, "%Y")
    first = start.strftime(form)
    last = ".." if pd.isna(end) else end.strftime(form)
    return first if first == last else f"{first}/{last}"


def dated(row: Mapping[str, Any]) -> str:
    """The date of a row with the columns start, end and precision, as `span`."""
    return span(row["start"], row["end"], row["precision"])


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: `a`, `a and b`, `a, b and c`; "" for no words."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def literal(text: str) -> str:
    """Markdown whose `$` are dollar signs: without the backslash they would start a formula."""
    return text.replace("$", r"\$")


def escaped(text: str) -> str:
    """Text whose Markdown marks and HTML entities are escaped, but for those that only begin a line."""
    return re.sub(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))", r"\\\1", text)


def foreign(text: str, longest: int) -> str:
    """Text from a link, safe to show in Markdown: one line of at most `longest` printable characters.

    It becomes code, because nothing within code is markup, not even an address. Its fence is longer than
    any run of backticks in the text.
    """
    one_line = " ".join(text[: 2 * longest].split())
    printable = "".join(character for character in one_line if character.isprintable())
    if len(printable) > longest or len(text) > 2 * longest:
        printable = printable[:longest] + "…"
    if not printable.strip():
        return "“”"
    longest_run = max((len(run) for run in re.findall("`+", printable)), default=0)
    fence = "`" * (longest_run + 1)
    return f"{fence} {printable} {fence}"


def below(text: str) -> str:
    """Markdown with its headings two levels lower, to fit below the headings of a page."""
    return re.sub(r"^#", "###", text, flags=re.MULTILINE)


def within(label: str) -> str:
    """A label within a sentence: `climate`, but `EU law`."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def article(word: str) -> str:
    """`an` before a vowel letter, `a` otherwise."""
    return "an" if word[0].lower() in "aeiou" else "a"


def _point(date: pd.Timestamp, precision: str) -> str:
    """A date as precise as it is known: a day, a month with its year, or a year."""
    if precision == "day":
        return day(date)
    return f"{MONTHS[date.month - 1]} {date.year}" if precision == "month" else f"{date.year}"
