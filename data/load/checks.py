"""What holds between cells, and between tables and statement: beyond a table schema's words."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from data.load.descriptor import NAME as DESCRIPTOR
from data.load.descriptor import columns, constraints
from data.load.errors import Problem
from data.load.parse import Sheet
from data.load.source_text import Statement, fold

SPANS = {"dates": ("start", "end"), "pledges": ("period_start", "period_end")}


def check(
    sheets: dict[str, Sheet], tables: dict[str, dict[str, Any]], statement: Statement | None
) -> Iterator[Problem]:
    """Every Problem between the cells of the sheets; what could not be read is passed over.

    tables: the descriptor's tables by name.
    """
    if "codes" in sheets:
        yield from _codes(sheets["codes"], tables)
    if "passages" in sheets:
        yield from _quotes(sheets)
        if statement:
            yield from _reading_order(sheets["passages"], fold(statement.text))
    if "outcomes" in sheets:
        yield from _followed(sheets["outcomes"])
    for name, (start, end) in SPANS.items():
        if name in sheets:
            yield from _span(sheets[name], start, end)


def _codes(codes: Sheet, tables: dict[str, dict[str, Any]]) -> Iterator[Problem]:
    """A column's codes in the descriptor are those of its facet in the table of codes."""
    if not {"facet", "code"} <= set(codes.header):
        return
    defined = defaultdict(list)
    for row in codes.rows:
        if row["code"]:
            defined[row["facet"]].append(row["code"])
    for name, table in tables.items():
        for column, field in columns(table).items():
            if "facet" not in field:
                continue
            facet, allowed = field["facet"], constraints(field)["enum"]
            if set(allowed) != set(defined[facet]):
                wanted = f"the codes of facet {facet} in {codes.file}: {', '.join(defined[facet])}"
                yield Problem(DESCRIPTOR, None, f"{name}.{column}", ", ".join(allowed), wanted)


def _quotes(sheets: dict[str, Sheet]) -> Iterator[Problem]:
    """A quote is a part of the text of its passage, character for character."""
    texts = {row.get("passage_id"): row.get("text") for row in sheets["passages"].rows}
    for sheet in sheets.values():
        for number, row in sheet.numbered():
            passage, quote = row.get("passage_id"), row.get("quote")
            text = texts.get(passage)
            if text and quote and quote not in text:
                expected = f"words of passage {passage}, verbatim"
                yield Problem(sheet.file, number, "quote", quote, expected)


def _reading_order(passages: Sheet, source: str) -> Iterator[Problem]:
    """Every passage stands in the statement, after the one before it."""
    if not passages.rows:
        yield Problem(passages.file, None, "", "", "at least one sentence")
    position = 0
    for number, row in passages.numbered():
        text = row.get("text") or ""
        if text not in source:
            expected = "a sentence of the statement, verbatim"
            yield Problem(passages.file, number, "text", text, expected)
            continue
        found = source.find(text, position)
        if found < 0:
            expected = "the sentence that follows the row above"
            yield Problem(passages.file, number, "text", text, expected)
            found = source.find(text)
        position = found + len(text)


def _followed(outcomes: Sheet) -> Iterator[Problem]:
    """What followed, followed something."""
    columns = ("commitment_id", "pledge_id")
    for number, row in outcomes.numbered():
        # A row that cannot be read has neither, and no id.
        if row.get("outcome_id") and not any(row.get(column) for column in columns):
            yield Problem(outcomes.file, number, ", ".join(columns), "", "a commitment or a pledge")


def _span(sheet: Sheet, start: str, end: str) -> Iterator[Problem]:
    """Nothing ends before it starts."""
    for number, row in sheet.numbered():
        first, last = row.get(start), row.get(end)
        if first is not None and last is not None and last < first:
            yield Problem(sheet.file, number, end, str(last), f"{start} ({first}) or later")
