"""The statement itself: front matter and text of statement.md."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.load.errors import Problem
from data.load.files import read_text

NAME = "statement.md"


@dataclass(frozen=True)
class Statement:
    """The source document.

    url: its official address.
    text: everything below the front matter, verbatim, markdown marks included.
    """

    title: str
    date: date
    url: str
    text: str


def read_statement(folder: Path, problems: list[Problem]) -> Statement | None:
    """The folder's statement; None after adding a Problem for everything that is wrong."""
    source = read_text(folder / NAME, problems)
    if source is None:
        return None
    front, text = _split(source)
    before = len(problems)
    title = _front_value(front, "title", problems)
    url = _front_value(front, "source_url", problems)
    day = _day(_front_value(front, "date", problems), problems)
    if url and not url.startswith(("https://", "http://")):
        expected = "an address that starts with https://"
        problems.append(Problem(NAME, None, "source_url", url, expected))
    if not text.strip():
        problems.append(Problem(NAME, None, "", "", "a text below the front matter"))
    if len(problems) > before or day is None:
        return None
    return Statement(title, day, url, text)


def fold(text: str) -> str:
    """Text as the passages carry it: single spaces, no `*` and no `\\_`."""
    return " ".join(text.replace("\\_", "").replace("*", "").split())


def _split(source: str) -> tuple[dict[str, str], str]:
    """What stands between the opening and the next `---` as key and value, and the text below."""
    lines = source.replace("\r\n", "\n")
    front, marked, text = lines.removeprefix("---\n").partition("\n---\n")
    if not (lines.startswith("---\n") and marked):
        return {}, lines
    pairs = (line.partition(":") for line in front.split("\n"))
    return {key.strip(): value.strip() for key, _, value in pairs}, text


def _front_value(front: dict[str, str], key: str, problems: list[Problem]) -> str:
    """One value of the front matter with white space folded; "" after adding a Problem."""
    raw = front.get(key)
    try:
        value = " ".join(_unquoted(raw or "").split())
    except ValueError:
        value = ""
    if not value:
        problems.append(Problem(NAME, None, key, raw, f"a line {key}: … in the front matter"))
    return value


def _unquoted(value: str) -> str:
    """A YAML scalar as text. Raises ValueError where a double-quoted one is malformed."""
    if value.startswith("'") and value.endswith("'"):
        return value[1:-1].replace("''", "'")
    if value.startswith('"'):
        # YAML writes a no-break space as \_ where JSON, which has the other escapes, writes \u00a0.
        return json.loads(value.replace("\\_", "\\u00a0"))
    return value


def _day(value: str, problems: list[Problem]) -> date | None:
    """An ISO date; None for "" (already reported) and after adding a Problem."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        problems.append(Problem(NAME, None, "date", value, "a date like 2021-05-21"))
        return None
