"""The checks that a table schema cannot express: between cells, between tables, and with the statement."""

from collections import defaultdict
from collections.abc import Iterator

from data.load.descriptor import DESCRIPTOR_FILE, Resource, constraints, fields_by_name
from data.load.errors import Problem
from data.load.parse import Table
from data.load.source_text import Statement, fold

# The columns that hold the start and the end of a period, by table.
PERIODS = {"dates": ("start", "end"), "pledges": ("period_start", "period_end")}


def check_tables(
    tables: dict[str, Table], resources: dict[str, Resource], statement: Statement | None
) -> Iterator[Problem]:
    """Every Problem of the tables that these checks find.

    A table that is missing and a cell that is None are left out: they have their Problems already.
    """
    if "codes" in tables:
        yield from _check_codes(tables["codes"], resources)
    if "passages" in tables:
        yield from _check_quotes(tables)
        if statement:
            yield from _check_passages(tables["passages"], fold(statement.text))
    if "commitments" in tables:
        yield from _check_verbs(tables["commitments"])
    if "outcomes" in tables:
        yield from _check_outcomes(tables["outcomes"])
    if "map_views" in tables:
        yield from _check_edges(tables["map_views"])
    for name, (start, end) in PERIODS.items():
        if name in tables:
            yield from _check_period(tables[name], start, end)


def _check_codes(codes: Table, resources: dict[str, Resource]) -> Iterator[Problem]:
    """The codes that the descriptor allows in a column are those of its facet in codes.csv."""
    if not {"facet", "code"} <= set(codes.header):
        return
    defined = defaultdict(list)
    for row in codes.rows:
        if row["code"]:
            defined[row["facet"]].append(row["code"])
    for name, resource in resources.items():
        for column, field in fields_by_name(resource).items():
            if "facet" not in field:
                continue
            facet, allowed = field["facet"], constraints(field)["enum"]
            if set(allowed) != set(defined[facet]):
                expected = f"the codes of facet {facet} in {codes.file}: {', '.join(defined[facet])}"
                yield Problem(DESCRIPTOR_FILE, None, f"{name}.{column}", ", ".join(allowed), expected)


def _check_quotes(tables: dict[str, Table]) -> Iterator[Problem]:
    """A quote is a part of the text of its passage, character for character."""
    texts = {row.get("passage_id"): row.get("text") for row in tables["passages"].rows}
    for table in tables.values():
        for number, row in table.numbered_rows():
            passage_id, quote = row.get("passage_id"), row.get("quote")
            text = texts.get(passage_id)
            if text and quote and quote not in text:
                expected = f"words of passage {passage_id}, verbatim"
                yield Problem(table.file, number, "quote", quote, expected)


def _check_passages(passages: Table, statement_text: str) -> Iterator[Problem]:
    """Every passage is a part of the statement, and comes after the passage in the row above."""
    if not passages.rows:
        yield Problem(passages.file, None, "", "", "at least one sentence")
    position = 0
    for number, row in passages.numbered_rows():
        text = row.get("text") or ""
        if text not in statement_text:
            expected = "a sentence of the statement, verbatim"
            yield Problem(passages.file, number, "text", text, expected)
            continue
        found = statement_text.find(text, position)
        if found < 0:
            expected = "the sentence that follows the row above"
            yield Problem(passages.file, number, "text", text, expected)
            found = statement_text.find(text)
        position = found + len(text)


def _check_verbs(commitments: Table) -> Iterator[Problem]:
    """The verb of a commitment stands in its quote, character for character."""
    for number, row in commitments.numbered_rows():
        verb, quote = row.get("verb"), row.get("quote")
        if verb and quote and verb not in quote:
            yield Problem(commitments.file, number, "verb", verb, f"words of the quote: {quote}")


def _check_outcomes(outcomes: Table) -> Iterator[Problem]:
    """An outcome names the commitment, the pledge or the passage that it follows up."""
    columns = ("commitment_id", "pledge_id", "passage_id")
    for number, row in outcomes.numbered_rows():
        # A row that cannot be read has no outcome_id either, and is reported already.
        if row.get("outcome_id") and not any(row.get(column) for column in columns):
            expected = "a commitment, a pledge or a passage"
            yield Problem(outcomes.file, number, ", ".join(columns), "", expected)


def _check_edges(views: Table) -> Iterator[Problem]:
    """The southern edge of a view of the map lies south of its northern one."""
    for number, row in views.numbered_rows():
        south, north = row.get("south"), row.get("north")
        if south is not None and north is not None and south >= north:
            yield Problem(views.file, number, "north", str(north), f"more than south ({south})")


def _check_period(table: Table, start: str, end: str) -> Iterator[Problem]:
    """No period ends before it starts."""
    for number, row in table.numbered_rows():
        first, last = row.get(start), row.get(end)
        if first is not None and last is not None and last < first:
            yield Problem(table.file, number, end, str(last), f"{start} ({first}) or later")
