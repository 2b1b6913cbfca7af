"""Dates, sums and acronyms of a sentence, proposed by how they are written."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from data.draft.files import Row, slug

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMBER_OF = {name: number for number, name in enumerate(MONTHS.split("|"), start=1)}
YEAR = r"(?:19|20)\d\d"
# How dates are written, the longest first. `by`, `since` and the like stand before them and tell the kind.
BEFORE = r"(?P<before>(?:by|before|until|no later than|since|in|on|post-)\s*(?:the end of )?)?"
DATES = re.compile(
    rf"\b{BEFORE}(?:"
    rf"(?P<month_first>{MONTHS}) (?P<day_after>\d{{1,2}})(?:, (?P<day_year>{YEAR}))?(?![\d,])"
    rf"|(?P<day_before>\d{{1,2}}) (?P<month_second>{MONTHS})(?: (?P<year_third>{YEAR}))?"
    rf"|(?P<month_only>{MONTHS}) (?P<month_year>{YEAR})"
    rf"|(?P<first>{YEAR})[-–](?P<last>{YEAR})"
    rf"|(?P<decade>(?:19|20)\d0)s"
    rf"|(?P<year>{YEAR})(?![\d%])"
    rf"|(?P<this>(?:this|the) (?:year|[Ff]all|[Ss]pring|[Ss]ummer|[Ww]inter))(?! of)"
    rf"|(?P<anniversary>\d+(?:st|nd|rd|th) anniversary)"
    r")"
)
DEADLINES = ("by", "before", "until", "no later than")
SUM = re.compile(
    r"\$\s?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<unit>trillion|billion|million|[TBMK]\b)?", re.IGNORECASE
)
UNITS = {"t": 10**12, "b": 10**9, "m": 10**6, "k": 10**3}  # by the first letter
ACRONYM = re.compile(r"\((?P<acronym>[A-Z][A-Za-z]*[A-Z][A-Za-z]*s?)\)")
CAPITALS = re.compile(r"(?<![\w.&’-])(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Z0-9]{1,9}(?:-\d+)?(?![\w&])")
SMALL_WORDS = {"of", "the", "and", "for", "on", "to", "in"}


def dates(text: str, statement_day: date) -> Iterator[Row]:
    """The dates of a sentence: start, end, precision, kind, quote and note; a person adds the label."""
    for match in DATES.finditer(text):
        span = _span(match, statement_day)
        if span is None:
            continue
        start, end, precision, note = span
        quote = match[0].strip()
        before = (match["before"] or "").strip().lower()
        yield {
            "date_id": slug(quote),
            "start": start.isoformat(),
            "end": end.isoformat(),
            "precision": precision,
            "kind": _date_kind(match, before, start, end, statement_day),
            "quote": quote,
            "note": note,
            "proposal": f"a date: “{quote}”; its label is missing",
        }


def sums(text: str) -> Iterator[Row]:
    """The sums in dollars of a sentence: amount_usd and quote; who pays and what it means is a judgement."""
    for match in SUM.finditer(text):
        number = float(match["number"].replace(",", "")) * UNITS.get((match["unit"] or "")[:1].lower(), 1)
        start = text.rfind(",", 0, match.start()) + 1
        end = text.find(",", match.end())
        quote = text[start : end if end > 0 else len(text)].strip(" .")
        yield {
            "pledge_id": slug(quote),
            "amount_usd": str(round(number)),
            "quote": quote,
            "proposal": f"a sum: “{match[0]}”; title, payer and basis are missing",
        }


def acronyms(text: str) -> dict[str, str]:
    """The acronyms that a text prints, each with the words it stands for, "" if the text doesn't tell."""
    found = {match[0]: "" for match in CAPITALS.finditer(text)}
    for match in ACRONYM.finditer(text):
        found[match["acronym"]] = _spelt_out(text[: match.start()], match["acronym"])
    return {acronym: words for acronym, words in found.items() if not re.fullmatch(r"[IVX]+", acronym)}


def _span(match: re.Match[str], day: date) -> tuple[date, date, str, str] | None:
    """First and last day, precision and note of a date; None for one that no calendar has."""
    note = ""
    month = match["month_first"] or match["month_second"]
    try:
        if month:
            year = match["day_year"] or match["year_third"]
            note = "" if year else "The year is not printed; it is that of the statement."
            only = date(
                int(year or day.year), NUMBER_OF[month], int(match["day_after"] or match["day_before"])
            )
            return only, only, "day", note
    except ValueError:
        return None
    if match["month_only"]:
        year_number, number = int(match["month_year"]), NUMBER_OF[match["month_only"]]
        last = calendar.monthrange(year_number, number)[1]
        return date(year_number, number, 1), date(year_number, number, last), "month", note
    if match["decade"]:
        return date(int(match["decade"]), 1, 1), date(int(match["decade"]) + 9, 12, 31), "decade", note
    first = match["first"] or match["year"]
    if not first:
        note = f"“{match[0].strip()}” is read as the year of the statement."
    start, end = int(first or day.year), int(match["last"] or first or day.year)
    return (date(start, 1, 1), date(end, 12, 31), "year", note) if start <= end else None


def _date_kind(match: re.Match[str], before: str, start: date, end: date, day: date) -> str:
    """What sort of date it is, by the words before it and the day of the statement."""
    if match["anniversary"]:
        return "anniversary"
    if before.startswith(DEADLINES) and end >= day:
        return "deadline"
    if match["first"] or match["decade"] or match["this"]:
        return "window" if end >= day else "past"
    return "past" if start <= day else "scheduled"


def _spelt_out(text: str, acronym: str) -> str:
    """The last words of a text whose first letters are those of an acronym; "" if there are none."""
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    words = text.split()
    for count in range(len(letters), min(len(words), len(letters) + 4) + 1):
        chosen = words[-count:]
        initials = [part[0].lower() for word in chosen if word.lower() not in SMALL_WORDS
                    for part in word.split("-") if part]  # fmt: skip
        if initials == letters and chosen[0].lower() not in SMALL_WORDS:
            return " ".join(chosen).strip("“‘(")
    return ""
