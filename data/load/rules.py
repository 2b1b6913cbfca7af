"""The checks that a table schema cannot express: between cells, between tables, and with the statement."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise

from data.load.descriptor import DESCRIPTOR_FILE, Resource, constraints, fields_by_name
from data.load.errors import Problem, part
from data.load.parse import Table
from data.load.source_text import STATEMENT_FILE, Statement, fold

# The columns that hold the start and the end of a period, by table.
PERIODS = {"dates": ("start", "end"), "pledges": ("period_start", "period_end")}
COMMISSIVE = "commissive"  # the speech act of a sentence that holds a commitment
TELLING = 12  # letters: so many equal ones say where in the statement a sentence is meant to stand


def check_tables(
    tables: dict[str, Table],
    resources: dict[str, Resource],
    statement: Statement | None,
    countries: Collection[str],
) -> Iterator[Problem]:
    """Every Problem of the tables that these checks find.

    countries: the codes of those that the map has an outline of. A table that is missing and a cell that is
    None are left out: they have their Problems already.
    """
    if "codes" in tables:
        yield from _check_codes(tables["codes"], resources)
    if "passages" in tables:
        yield from _check_quotes(tables)
        yield from _check_ids(tables["passages"])
        if statement:
            yield from _check_passages(tables["passages"], statement)
        if "second_coding" in tables:
            yield from _check_second_coding(tables["passages"], tables["second_coding"])
        if "commitments" in tables:
            yield from _check_commissives(tables["passages"], tables["commitments"])
    if "commitments" in tables:
        yield from _check_verbs(tables["commitments"])
    if "places" in tables:
        yield from _check_members(tables["places"], countries)
    if "outcomes" in tables:
        yield from _check_outcomes(tables["outcomes"])
    if "map_views" in tables:
        yield from _check_views(tables["map_views"])
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
                found, listed = ", ".join(allowed), ", ".join(defined[facet])
                expected = f"the codes of facet {facet} in {codes.file}: {listed}"
                at, _ = _first_difference(found, listed)
                yield Problem(DESCRIPTOR_FILE, None, f"{name}.{column}", found, expected, at)


def _check_quotes(tables: dict[str, Table]) -> Iterator[Problem]:
    """A quote is a part of the text of its passage, character for character."""
    texts = {row.get("passage_id"): row.get("text") for row in tables["passages"].rows}
    for table in tables.values():
        for number, row in table.numbered_rows():
            passage_id, quote = row.get("passage_id"), row.get("quote")
            text = texts.get(passage_id)
            if text and quote and quote not in text:
                expected = f"words of passage {passage_id}, verbatim"
                at, there = _first_difference(quote, text)
                yield Problem(table.file, number, "quote", quote, expected + there, at)


def _check_ids(passages: Table) -> Iterator[Problem]:
    """Paragraphs and the sentences in each are numbered from 1 without a gap, and an id says both numbers."""
    last = (0, 0)
    for number, row in passages.numbered_rows():
        passage_id, paragraph, sentence = (row.get(key) for key in ("passage_id", "paragraph", "sentence"))
        if not passage_id or paragraph is None or sentence is None:
            return  # reported already; the numbers after it could not be judged
        due = [(last[0], last[1] + 1)] if last[0] else []
        due.append((last[0] + 1, 1))
        if (paragraph, sentence) not in due:
            value = f"{paragraph}, {sentence}"
            expected = " or ".join(f"{one}, {other}" for one, other in due)
            where = "after the row above" if last[0] else "in the first row"
            yield Problem(passages.file, number, "paragraph, sentence", value, f"{expected} {where}")
            return
        if passage_id != f"p{paragraph:02d}.s{sentence}":
            expected = f"p{paragraph:02d}.s{sentence}, by its paragraph and sentence"
            yield Problem(passages.file, number, "passage_id", passage_id, expected)
        last = paragraph, sentence


def _check_passages(passages: Table, statement: Statement) -> Iterator[Problem]:
    """Every passage is a part of the statement and comes after the passage in the row above; what is left
    of the statement are the headings that the passages name as their sections."""
    if not passages.rows:
        yield Problem(passages.file, None, "", "", "at least one sentence")
        return
    source, spans, position = fold(statement.text), [], 0
    for number, row in passages.numbered_rows():
        text = row.get("text")
        if not text:
            continue
        if text not in source:
            at, there = _first_difference(text, source)
            yield Problem(
                passages.file, number, "text", text, f"a sentence of the statement, verbatim{there}", at
            )
            continue
        found = source.find(text, position)
        if found < 0:
            expected = "the sentence that follows the row above"
            yield Problem(passages.file, number, "text", text, expected)
            found = source.find(text)
        position = found + len(text)
        spans.append((found, position))
    ends = [0, *(end for _, end in spans)]
    if len(spans) == len(passages.rows) and ends == sorted(ends):
        gaps = [source[end:start] for end, (start, _) in zip(ends[:-1], spans, strict=True)]
        yield from _check_gaps(passages, [*gaps, source[ends[-1] :]], statement.title)


def _check_gaps(passages: Table, gaps: list[str], title: str) -> Iterator[Problem]:
    """Between two passages stands nothing with letters but the heading that the second one's section names.

    gaps: what stands before each passage, and after the last one. title: of the statement, which may stand
    before the first passage.
    """
    sections = ["", *(row.get("section") or "" for row in passages.rows)]
    for number, (gap, (above, section)) in enumerate(zip(gaps, pairwise(sections), strict=False), start=2):
        if number == 2:
            gap = gap.replace(title, "", 1)
        if section != above:
            if not section or section not in gap:
                words = part(_words(gap), 0)
                expected = (
                    f"the heading above this sentence: {words}" if words else "the section of the row above"
                )
                yield Problem(passages.file, number, "section", section, expected)
                continue
            gap = gap.replace(section, "", 1)
        if missing := _words(gap):
            expected = f"a row of {passages.file} before row {number}, or a section of this name"
            yield Problem(STATEMENT_FILE, None, "", missing, expected)
    if missing := _words(gaps[-1]):
        yield Problem(STATEMENT_FILE, None, "", missing, f"a row at the end of {passages.file}")


def _words(gap: str) -> str:
    """The part of a text from its first letter to its last one, with the marks that close it; "" without
    letters. Numbers of paragraphs and lines between parts have none."""
    letters = [index for index, letter in enumerate(gap) if letter.isalpha()]
    return gap[letters[0] :].rstrip(" #-–—_=|~") if letters else ""


def _first_difference(text: str, source: str) -> tuple[int, str]:
    """Where a text that is no part of the source leaves it, and what the source says there, in words that
    follow what is expected; 0 and "" if it is too unlike."""
    same, longer = 0, len(text)
    while longer - same > 1:  # a longer beginning is found in the source only if each shorter one is
        middle = (same + longer) // 2
        same, longer = (middle, longer) if text[:middle] in source else (same, middle)
    if same < min(TELLING, len(text) - 1):
        return 0, ""
    start = source.find(text[:same])
    there = source[max(0, start + same - TELLING) : start + same + 2 * TELLING]
    return same, f", which says “{there}” there"


def _check_second_coding(passages: Table, second_coding: Table) -> Iterator[Problem]:
    """The second coding has every sentence."""
    coded = {row.get("passage_id") for row in second_coding.rows}
    passage_ids = [row.get("passage_id") for row in passages.rows]
    missing = [passage_id for passage_id in passage_ids if passage_id and passage_id not in coded]
    if missing:
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        expected = f"a row for {', '.join(missing[:3])}{more}"
        yield Problem(second_coding.file, None, "passage_id", None, expected)


def _check_commissives(passages: Table, commitments: Table) -> Iterator[Problem]:
    """A sentence that commits holds a commitment."""
    committing = {row.get("passage_id") for row in commitments.rows}
    for number, row in passages.numbered_rows():
        passage_id = row.get("passage_id")
        if row.get("speech_act") == COMMISSIVE and passage_id and passage_id not in committing:
            expected = f"another speech act, or a row for {passage_id} in {commitments.file}"
            yield Problem(passages.file, number, "speech_act", COMMISSIVE, expected)


def _check_members(places: Table, countries: Collection[str]) -> Iterator[Problem]:
    """The members of a place are countries and territories that the map has an outline of."""
    for number, row in places.numbered_rows():
        members = row.get("members") or ""
        unknown = [code for code in filter(None, members.split(";")) if code not in countries]
        if unknown:
            expected = f"ISO 3166-1 alpha-3 codes; the map has no {', '.join(unknown)}"
            yield Problem(places.file, number, "members", members, expected, members.find(unknown[0]))


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


def _check_views(views: Table) -> Iterator[Problem]:
    """The map has a view, and the southern edge of each lies south of its northern one."""
    if not views.rows:
        yield Problem(views.file, None, "", "", "at least one view of the map")
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
