"""Adds a text to a corpus, from a folder or zip of the corpus's shape, or from a document of any kind."""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from data.corpus import links, mentions, passages
from data.corpus.tables import Row, read, write
from data.documents import read_document
from data.documents.archive import check_archive
from data.load.corpus import check_folder
from data.load.dataset import FOLDER
from data.load.source_text import fold, split_front_matter, with_front_matter

STATEMENT = (
    *("statement_id", "meeting_id", "series", "date", "title"),
    *("short_title", "parties", "kind", "source_url"),
)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What people wrote in the tables of a folder: rows of it are kept where this column has this value.
REVIEWS = {
    "topic_mentions": {"checked": "true"},
    "links": {"how": "reviewed"},
    "rejected_mentions": {},
    "rejected_links": {},
    "names": {},
}
KEYS = {
    "topic_mentions": mentions.KEY,
    "links": links.KEY,
    "rejected_mentions": mentions.KEY,
    "rejected_links": links.KEY,
    "names": ("name",),
}
MADE = {"passages": passages, "topic_mentions": mentions, "links": links}
READ_FIRST = 20  # lines of each kind


def add(folder: Path, source: Path, stated: Mapping[str, str]) -> list[str]:
    """Add the texts of a source to the corpus of a folder. Returns the statement_ids.

    stated: cells of statements.csv that the command names; they go before those of the source. Raises
    ValueError, and leaves every file as it was, if a cell is missing or a rule of the corpus is broken.
    """
    given = _given(source, stated)
    rows = [_checked(row, folder, given) for row in _rows(given, "statements")]
    texts = {row["statement_id"]: given[f"texts/{row['statement_id']}.md"] for row in rows}
    before = {path: path.read_bytes() for path in folder.glob("*.csv")}
    try:
        for name, content in texts.items():
            (folder / "texts" / f"{name}.md").write_bytes(content)
        _write(folder, given, rows)
        if problems := check_folder(folder, FOLDER):
            raise ValueError("\n".join(map(str, problems)))
    except BaseException:
        for path, content in before.items():
            path.write_bytes(content)
        for name in texts:
            (folder / "texts" / f"{name}.md").unlink(missing_ok=True)
        raise
    return list(texts)


def read_first(folder: Path, statement_id: str) -> Iterator[str]:
    """What a reviewer should read first of a text, in lines: links and mentions that are most often wrong."""
    texts = {(row["statement_id"], row["passage_id"]): row["text"] for row in read(folder, "passages")}
    weak = [
        row
        for row in read(folder, "links")
        if statement_id in (row["old_statement"], row["new_statement"])
        and (row["relation"], row["how"]) == ("related", "rule")
    ]
    yield f"{len(weak)} links with a score from .26 to the limit of the rule, in links.csv:"
    for row in weak[:READ_FIRST]:
        old, new = (row["old_statement"], row["old_passage"]), (row["new_statement"], row["new_passage"])
        yield f"  {' '.join(old)}: {_start(texts[old])}\n    {' '.join(new)}: {_start(texts[new])}"
    found: dict[str, list[Row]] = {}
    for row in read(folder, "topic_mentions"):
        if row["statement_id"] == statement_id:
            found.setdefault(row["topic"], []).append(row)
    once = [rows[0] for rows in found.values() if len(rows) == 1]
    yield f"{len(once)} topics with one hit, in topic_mentions.csv:"
    for row in once[:READ_FIRST]:
        sentence = texts[row["statement_id"], row["passage_id"]]
        yield f"  {row['topic']}, {row['passage_id']}, “{row['quote']}”: {_start(sentence)}"
    yield "Names of leaders that names.csv lacks, if any: add them, then run python -m data.corpus links."


def _start(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:89]}…"


def _given(source: Path, stated: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a source by their paths in a folder of the corpus's shape."""
    if source.is_dir():
        paths = [*source.glob("*.csv"), *source.glob("texts/*.md")]
        files = {path.relative_to(source).as_posix(): path.read_bytes() for path in paths}
    elif source.suffix.lower() == ".zip":
        content = source.read_bytes()
        names = check_archive(content, "zip file")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in names if name.endswith((".csv", ".md"))}
    else:
        return _of_document(source, stated)
    if "statements.csv" not in files:
        raise ValueError(f"{source.name}: no statements.csv in it")
    rows = _rows(files, "statements")
    if stated and len(rows) == 1:
        renamed = stated.get("statement_id", rows[0].get("statement_id"))
        if renamed != rows[0].get("statement_id"):
            raise ValueError("--id is for a document; in a folder, change the name of the text and its rows")
        files["statements.csv"] = _csv([{**rows[0], **stated}])
    return files


def _of_document(source: Path, stated: Mapping[str, str]) -> dict[str, bytes]:
    """A document of a reader as the files of a folder."""
    document = read_document(source.name, source.read_bytes())
    row = {
        "date": document.date,
        "title": document.title,
        "source_url": document.address,
        "kind": "statement",
    }
    row |= stated
    if row.get("series") and row.get("date"):
        row.setdefault("statement_id", f"{row['series']}-{row['date'][:7]}")
    row.setdefault("meeting_id", row.get("statement_id", ""))
    row.setdefault("short_title", row["title"])
    values = {key: row[key] for key in ("title", "date", "source_url")}
    text = with_front_matter(values, document.text).encode()
    return {"statements.csv": _csv([row]), f"texts/{row.get('statement_id', '')}.md": text}


def _checked(row: Row, folder: Path, given: Mapping[str, bytes]) -> Row:
    """A row of statements.csv that the corpus can take. Raises ValueError for what it lacks."""
    if missing := [name for name in STATEMENT if not row.get(name)]:
        options = ", ".join(f"--{option(name)}" for name in missing)
        raise ValueError(
            f"statements.csv: {', '.join(missing)} missing: fill in the table, or give {options}"
        )
    try:
        datetime.date.fromisoformat(row["date"])
    except ValueError as error:
        raise ValueError(f"statements.csv: date ‘{row['date']}’ - expected a day like 2021-05-21") from error
    name = row["statement_id"]
    if not SLUG.fullmatch(name):
        raise ValueError(f"statements.csv: statement_id {name!r} - expected lower-case words with hyphens")
    if f"texts/{name}.md" not in given:
        raise ValueError(f"texts/{name}.md is missing")
    words = fold(split_front_matter(given[f"texts/{name}.md"].decode("utf-8-sig"))[1])
    for known in read(folder, "statements"):
        if known["statement_id"] == name:
            raise ValueError(f"statements.csv has {name} already: give another one with --id")
        path = folder / "texts" / f"{known['statement_id']}.md"
        if fold(split_front_matter(path.read_text(encoding="utf-8"))[1]) == words:
            raise ValueError(f"these are the very words of {known['statement_id']}")
    return {column: row[column] for column in STATEMENT}


def option(column: str) -> str:
    """The option of the command that states a cell: `short-title`; `id` and `url` for the longer names."""
    return {"statement_id": "id", "meeting_id": "meeting", "source_url": "url"}.get(
        column, column.replace("_", "-")
    )


def _write(folder: Path, given: Mapping[str, bytes], rows: list[Row]) -> None:
    """Write the rows, what people reviewed, and the tables that are made from them."""
    statements = sorted([*read(folder, "statements"), *rows], key=lambda row: row["date"])
    write(folder, "statements", STATEMENT, statements)
    for table, kept in REVIEWS.items():
        own = read(folder, table)
        known = {tuple(row[column] for column in KEYS[table]) for row in own}
        more = [
            row
            for row in _rows(given, table)
            if kept.items() <= row.items() and tuple(row[column] for column in KEYS[table]) not in known
        ]
        if more:
            write(folder, table, list(more[0]), [*own, *more])
    for table, maker in MADE.items():
        write(folder, table, maker.COLUMNS, maker.make(folder))


def _rows(files: Mapping[str, bytes], table: str) -> list[Row]:
    """The rows of a table among the files; [] if it is not there."""
    content = files.get(f"{table}.csv", b"").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def _csv(rows: Iterable[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, STATEMENT, lineterminator="\n", restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
