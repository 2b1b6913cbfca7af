"""The checks of a corpus that a table schema cannot express."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from data.load.errors import SHOWN_CHARACTERS, Problem
from data.load.parse import Table
from data.load.splitter import sentences

Row = dict[str, Any]
SENTENCE = ("passage_id", "section", "text", "lead_in")  # what the splitter says of one


def check_corpus(tables: dict[str, Table], texts: dict[str, str]) -> Iterator[Problem]:
    """Every Problem that these checks find in the tables of a corpus.

    texts: the text of each statement, by statement_id. A table that is missing and a cell that is None are
    left out: they have their Problems already.
    """
    for name in ("topics", "cues"):
        if name in tables:
            yield from _check_patterns(tables[name])
    if "passages" in tables:
        yield from _check_sentences(tables["passages"], texts)
        for name in ("topic_mentions", "rejected_mentions"):
            if name in tables:
                yield from _check_quotes(tables[name], tables["passages"])
    if "statements" in tables:
        for name in ("links", "rejected_links"):
            if name in tables:
                yield from _check_links(tables[name], tables["statements"])


def check_coded(coded: str | None, tables: dict[str, Table], dataset: dict[str, Table]) -> Iterator[Problem]:
    """The corpus holds the coded statement with the same sentences; its topics and cues have codes of it.

    coded: the statement_id of the text that is the coded statement's; None if there is none.
    tables: of the corpus, all of them without a fault. dataset: the tables of the dataset that codes it.
    """
    if coded is None:
        yield Problem("statements.csv", None, "statement_id", None, "a text with the words of statement.md")
    elif "passages" in dataset:
        own = [row for row in tables["passages"].rows if row.get("statement_id") == coded]
        no_row: Row = {}
        for row, theirs in zip_longest(own, dataset["passages"].rows, fillvalue=no_row):
            if any(row.get(key) != theirs.get(key) for key in SENTENCE[:3]):
                name = f"{coded}, {row.get('passage_id')}"
                expected = f"{theirs.get('passage_id')} of tables/passages.csv: {theirs.get('text')}"
                yield Problem("passages.csv", None, name, row.get("text"), expected)
                break
    if "codes" in dataset:
        for name, facet in (("topics", "theme"), ("cues", "strength")):
            codes = [row["code"] for row in dataset["codes"].rows if row.get("facet") == facet]
            for number, row in tables[name].numbered_rows():
                if row.get(facet) and row[facet] not in codes:
                    yield Problem(f"{name}.csv", number, facet, row[facet], f"one of {', '.join(codes)}")


def _check_patterns(table: Table) -> Iterator[Problem]:
    """Every pattern is a regular expression that needs at least a letter."""
    for number, row in table.numbered_rows():
        pattern = row.get("pattern") or "."
        try:
            matches_nothing = re.compile(pattern).match("") is not None
        except (re.error, OverflowError, RecursionError) as error:
            expected = f"a regular expression ({error})"
        else:
            expected = "a pattern that an empty text does not match" if matches_nothing else ""
        if expected:
            yield Problem(table.file, number, "pattern", pattern, expected)


def _check_sentences(passages: Table, texts: dict[str, str]) -> Iterator[Problem]:
    """The rows of each text are its sentences, as the splitter finds them; the first other one is named."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for number, row in passages.numbered_rows():
        rows[row.get("statement_id", "")].append({**row, "number": number})
    for statement_id, text in texts.items():
        split = [vars(sentence) for sentence in sentences(text)]
        no_row: Row = {}
        for said, row in zip_longest(split, rows[statement_id], fillvalue=no_row):
            column = next((key for key in SENTENCE if (said.get(key) or "") != (row.get(key) or "")), None)
            if column:
                yield _differs(f"texts/{statement_id}.md", said, row, column)
                break


def _differs(file: str, said: Row, row: Row, column: str) -> Problem:
    """The Problem of a sentence of a file, `said`, that a row of passages.csv gives otherwise; {} is none."""
    ours, theirs = said.get(column) or "", row.get(column) or ""
    # From shortly before the first letter that differs, since a message shows the start of a long value.
    letters = enumerate(zip(ours, theirs, strict=False))
    start = max(0, next((at for at, (one, other) in letters if one != other), 0) - SHOWN_CHARACTERS // 3)
    there = theirs[start : start + SHOWN_CHARACTERS] or ("nothing" if row else "missing")
    place = f"row {row['number']}" if row else "a row"
    expected = f"the {column} of {place} of passages.csv: {there}"
    return Problem(file, None, said.get("passage_id", "end"), ours[start:] if said else None, expected)


def _check_quotes(mentions: Table, passages: Table) -> Iterator[Problem]:
    """A quote is a part of its sentence, character for character."""
    texts = {(row.get("statement_id"), row.get("passage_id")): row.get("text") for row in passages.rows}
    for number, row in mentions.numbered_rows():
        sentence = row.get("statement_id"), row.get("passage_id")
        text, quote = texts.get(sentence), row.get("quote")
        if text and quote and quote not in text:
            expected = f"words of {sentence[0]}, {sentence[1]}, verbatim"
            yield Problem(mentions.file, number, "quote", quote, expected)


def _check_links(links: Table, statements: Table) -> Iterator[Problem]:
    """A link goes from a meeting to a later one of the same series."""
    known = {row["statement_id"]: row for row in statements.rows if row.get("statement_id")}
    days = defaultdict(list)  # of the texts of each meeting
    for row in known.values():
        if row.get("date"):
            days[row.get("meeting_id")].append(row["date"])
    for number, link in links.numbered_rows():
        old, new = known.get(link.get("old_statement")), known.get(link.get("new_statement"))
        if not old or not new or not old.get("date") or not new.get("date"):
            continue
        before, after = old.get("meeting_id"), new.get("meeting_id")
        same_series = old.get("series") == new.get("series")
        if not same_series or before == after or min(days[before]) > min(days[after]):
            expected = f"a text of a later meeting of the series of {link['old_statement']}"
            yield Problem(links.file, number, "new_statement", link["new_statement"], expected)
