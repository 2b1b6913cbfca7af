"""Rules of the codebook that load() does not ask of other datasets: their codes may mean something else.

`python -m data.check <folder>` asks them, and a test asks them of the shipped tables.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from data.load.errors import Problem
from data.load.parse import Table
from data.load.rules import COMMISSIVE

DECLARATION, DONE = "declaration", "done"
WITHOUT_SUM = ("increase_unstated", "policy")  # codes of basis

Row = dict[str, Any]


def check_codebook(tables: dict[str, Table]) -> Iterator[Problem]:
    """A Problem for each row that breaks a rule; missing tables and cells that are None are left out."""
    passages = {row.get("passage_id"): row for row in tables["passages"].rows} if "passages" in tables else {}
    checks = {
        "codes": _check_codes,
        "secondary_themes": lambda table: _check_secondary(table, passages),
        "commitments": lambda table: _check_commitments(table, passages, tables.get("pledges")),
        "pledges": _check_pledges,
        "places": lambda table: _check_mentioned(table, "place_id", tables.get("place_mentions")),
        "bodies": lambda table: _check_mentioned(table, "body_id", tables.get("body_mentions")),
        "figures": _check_figures,
    }
    for name, check in checks.items():
        if name in tables:
            yield from check(tables[name])
    if "places" in tables:
        yield from _check_members(tables["places"])
    if "passages" in tables and "commitments" in tables:
        yield from _check_declarations(tables["passages"], tables["commitments"])


def _check_codes(codes: Table) -> Iterator[Problem]:
    """Labels and places in the order differ within a facet."""
    for column in ("label", "order"):
        used: set[tuple[Any, Any]] = set()
        for number, row in codes.numbered_rows():
            key = (row.get("facet"), row.get(column))
            if None not in key and key in used:
                expected = f"another {column} than the rows above of {key[0]}"
                yield Problem(codes.file, number, column, str(key[1]), expected)
            used.add(key)


def _check_secondary(themes: Table, passages: dict[Any, Row]) -> Iterator[Problem]:
    """A secondary theme is not the primary one."""
    for number, row in themes.numbered_rows():
        theme = row.get("theme")
        if theme and theme == passages.get(row.get("passage_id"), {}).get("theme"):
            yield Problem(themes.file, number, "theme", theme, "another theme than the primary one")


def _check_commitments(
    commitments: Table, passages: dict[Any, Row], pledges: Table | None
) -> Iterator[Problem]:
    """Only sentences that bind hold commitments, and a declaration is done; an amount is a sum in pledges."""
    money = pledges.rows if pledges else []
    sums = {row.get("passage_id") for row in money if row.get("amount_usd") is not None}
    for number, row in commitments.numbered_rows():
        passage_id = row.get("passage_id")
        act = passages.get(passage_id, {}).get("speech_act")
        if act and act not in (DECLARATION, COMMISSIVE):
            expected = f"a {DECLARATION} or {COMMISSIVE}; the speech_act of {passage_id} is {act}"
            yield Problem(commitments.file, number, "passage_id", passage_id, expected)
        elif act and (strength := row.get("strength")) and (strength == DONE) != (act == DECLARATION):
            other = f"another strength: {passage_id} is no {DECLARATION}"
            expected = DONE if act == DECLARATION else other
            yield Problem(commitments.file, number, "strength", strength, expected)
        if row.get("names_amount") and pledges and passage_id not in sums:
            expected = f"false, or a row for {passage_id} with amount_usd in pledges.csv"
            yield Problem(commitments.file, number, "names_amount", "true", expected)


def _check_declarations(passages: Table, commitments: Table) -> Iterator[Problem]:
    """A declaration holds a commitment, as load() asks of every commissive."""
    committing = {row.get("passage_id") for row in commitments.rows}
    for number, row in passages.numbered_rows():
        passage_id = row.get("passage_id")
        if row.get("speech_act") == DECLARATION and passage_id not in committing:
            expected = f"another speech act, or a row for {passage_id} in {commitments.file}"
            yield Problem(passages.file, number, "speech_act", DECLARATION, expected)


def _check_pledges(pledges: Table) -> Iterator[Problem]:
    """A pledge has no amount exactly where its basis says so."""
    for number, row in pledges.numbered_rows():
        basis, amount = row.get("basis"), row.get("amount_usd")
        if basis and (basis in WITHOUT_SUM) != (amount is None):
            value = "" if amount is None else str(amount)
            expected = f"no sum where the basis is {basis}" if value else f"a sum where the basis is {basis}"
            yield Problem(pledges.file, number, "amount_usd", value, expected)


def _check_mentioned(table: Table, column: str, mentions: Table | None) -> Iterator[Problem]:
    """Every place and every body is mentioned."""
    if mentions is None:
        return
    mentioned = {row.get(column) for row in mentions.rows}
    for number, row in table.numbered_rows():
        if (one := row.get(column)) and one not in mentioned:
            yield Problem(table.file, number, column, one, f"a row for it in {mentions.file}, or no such row")


def _check_members(places: Table) -> Iterator[Problem]:
    """Members are listed once."""
    for number, row in places.numbered_rows():
        members = row.get("members") or ""
        twice = [code for code, count in Counter(members.split(";")).items() if count > 1]
        if twice:
            at = members.rfind(twice[0])
            yield Problem(places.file, number, "members", members, f"{twice[0]} once", at)


def _check_figures(figures: Table) -> Iterator[Problem]:
    """A bound stands in its quote."""
    for number, row in figures.numbered_rows():
        bound, quote = row.get("bound") or "", row.get("quote") or ""
        if quote and bound.lower() not in quote.lower():
            yield Problem(figures.file, number, "bound", bound, f"words of the quote: {quote}")
