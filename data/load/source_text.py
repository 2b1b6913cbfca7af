"""The coded statement, statement.md: front matter in YAML between two lines `---`, then the text."""

import html
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from data.load.errors import Problem, as_text
from data.load.files import CONTROL, read_text

STATEMENT_FILE = "statement.md"
LONGEST_FRONT_MATTER = 10_000  # characters; a longer one is no front matter but a text
# Elements of HTML that stand within a word or between words; any other one ends a line.
INLINE = {
    *("a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small"),
    *("span", "strong", "sub", "sup", "u", "wbr"),
}
# Marks of Markdown and HTML, and letters that are not seen. A backslash before a mark makes it a letter.
MARKS = re.compile(
    r"""
      \\(?P<letter>[!-/:-@\[-`{-~])
    | <!--(?:(?!<!--).)*?-->
    | <(?P<address>(?:https?|mailto):[^\s<>]*)>
    | </?(?P<element>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>
    | \[\^[^\]\[\s]+\]:?  # a footnote
    | !?\[(?P<label>[^\]\[]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]\[]*\])  # a link
    | (?P<entity>&\#?\w+;)
    | \*+ | (?<!\w)_+(?=\w) | (?<=[^\W_])_+(?!\w)
    | ^[ ]{0,3}>+
    | [\u00ad\u200b\u2060\ufeff]  # soft hyphen, zero-width space, word joiner, byte order mark
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
NO_VALUE = {"", "~", "null", "Null", "NULL"}  # how YAML writes that a key has no value


@dataclass(frozen=True)
class Statement:
    """The source document.

    url: its official address, that of the archive if there is one: the address that works.
    text: everything below the front matter, verbatim, markdown marks included.
    published_url: the address at which it was published; url if it is still there.
    """

    title: str
    date: date
    url: str
    text: str
    published_url: str


def read_statement(folder: Path, problems: list[Problem]) -> Statement | None:
    """The folder's statement; None after adding a Problem for each fault."""
    source = read_text(folder / STATEMENT_FILE, problems)
    return None if source is None else parse_statement(source, problems)


def parse_statement(source: str, problems: list[Problem]) -> Statement | None:
    """The statement of a text with front matter; None after adding a Problem for each fault."""
    problems_before = len(problems)
    front_matter, text = split_front_matter(source)
    if not text.strip():
        problems.append(Problem(STATEMENT_FILE, None, "", "", "a text below the front matter"))
    values = _parse_front_matter(front_matter, problems)
    if values is None:
        return None
    title = _text_value(values, "title", problems)
    published_url = _address(values, "source_url", problems)
    archived_url = _address(values, "archived_url", problems) if "archived_url" in values else ""
    day = _parse_date(_text_value(values, "date", problems), problems)
    if len(problems) > problems_before or day is None:
        return None
    return Statement(title, day, archived_url or published_url, text, published_url)


def fold(text: str) -> str:
    """Text as in passages.csv: white space folded to single spaces, without the marks of Markdown and HTML.

    A link is its words. `\\_`, which converters leave for a space that does not break, is dropped.
    """
    return " ".join(MARKS.sub(_words, text).split())


def _words(mark: re.Match[str]) -> str:
    """What is read where a mark stands."""
    if letter := mark["letter"]:
        return "" if letter == "_" else letter
    if label := mark["label"]:
        return MARKS.sub(_words, label)
    if element := mark["element"]:
        return "" if element.lower() in INLINE else " "
    return mark["address"] or html.unescape(mark["entity"] or "")


def split_front_matter(source: str) -> tuple[str, str]:
    """The front matter and the text below it; "" and the whole source if there is no front matter."""
    lines = source.replace("\r\n", "\n")
    front_matter, end, text = lines.removeprefix("---\n").partition("\n---\n")
    return (front_matter, text) if lines.startswith("---\n") and end else ("", lines)


def with_front_matter(values: dict[str, str], text: str) -> str:
    """A text under its front matter, as `split_front_matter` takes them apart."""
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, sort_keys=False)}---\n\n{text}\n"


def front_matter_values(front_matter: str) -> dict[str, str]:
    """The keys of a front matter whose values are text, white space folded; {} if it is no YAML."""
    values = _parse_front_matter(front_matter, []) or {}
    return {key: " ".join(value.split()) for key, value in values.items() if isinstance(value, str)}


class _TextLoader(yaml.BaseLoader):
    """Reads YAML, and leaves every value as it is written.

    A value is text, a list or a mapping of them: 2021-05-21 is no date yet and `No` is not False.
    Anchors and aliases are refused, since a few lines of them can stand for millions of values,
    and so is a key used twice.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()
        if anchor := getattr(event, "anchor", None):
            problem = f"anchor or alias {anchor} (text that starts with & or * needs quotes)"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep)
        for key, count in Counter(key.value for key, _ in node.value).items():
            if count > 1:
                raise yaml.MarkedYAMLError(
                    problem=f"{count} times the key {key}", problem_mark=node.start_mark
                )
        return mapping


def _parse_front_matter(front_matter: str, problems: list[Problem]) -> dict[str, Any] | None:
    """The keys and values of the front matter; None after adding a Problem."""
    if len(front_matter) > LONGEST_FRONT_MATTER:
        value = f"{len(front_matter):,} characters"
        expected = f"front matter of at most {LONGEST_FRONT_MATTER:,} characters"
        problems.append(Problem(STATEMENT_FILE, None, "", value, expected))
        return None
    try:
        values = yaml.load(front_matter, Loader=_TextLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        # PyYAML raises ValueError and OverflowError at escapes like "\U00110000", which are no characters.
        expected = "front matter in YAML, without anchors, aliases and keys used twice"
        problems.append(Problem(STATEMENT_FILE, None, "", _message(error), expected))
        return None
    if values is None:
        return {}
    if not isinstance(values, dict):
        expected = "front matter of lines like title: …"
        problems.append(Problem(STATEMENT_FILE, None, "", as_text(values), expected))
        return None
    return values


def _message(error: Exception) -> str:
    """What the YAML parser says, with the lines of the file that it means."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return str(error).partition("\n")[0]
    parts = ((error.context, error.context_mark), (error.problem, error.problem_mark))
    # A mark counts lines from 0, and the front matter starts in line 2 of the file.
    return ", ".join(f"{words} in line {mark.line + 2}" for words, mark in parts if words and mark)


def _text_value(values: dict[str, Any], key: str, problems: list[Problem]) -> str:
    """One value of the front matter, its white space folded; "" after adding a Problem."""
    value = values.get(key)
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if text in NO_VALUE:
        expected = f"text in a line {key}: … of the front matter"
    elif CONTROL.search(text):
        expected = "text without control characters"
    else:
        return text
    problems.append(Problem(STATEMENT_FILE, None, key, as_text(value), expected))
    return ""


def _address(values: dict[str, Any], key: str, problems: list[Problem]) -> str:
    """One address of the front matter, with a Problem if it is missing or is not one of the web."""
    url = _text_value(values, key, problems)
    if url and not url.startswith(("https://", "http://")):
        problems.append(Problem(STATEMENT_FILE, None, key, url, "an address that starts with https://"))
    return url


def _parse_date(text: str, problems: list[Problem]) -> date | None:
    """The date of ISO text; None after adding a Problem, and for "", which is reported already."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        problems.append(Problem(STATEMENT_FILE, None, "date", text, "a date like 2021-05-21"))
        return None
