"""A reader's own text as a folder of the corpus's shape, zipped; `python -m data.corpus add` takes it."""

from typing import Any

import pandas as pd

from components.content.export import csv_zip
from data import queries
from data.load import Dataset
from data.load.source_text import with_front_matter
from data.queries import OwnText

README = """This folder has the shape of data/corpus: one text, split into sentences, its topics found by
patterns and its links by rule. Nobody has reviewed it.

1. In statements.csv, fill in what is empty and correct the rest: title, short_title (a few words), the day of
   publication, who speaks, kind, and source_url, the official address. A further text of a meeting that the
   corpus has gets that meeting's meeting_id.
2. python -m data.corpus add <this folder or its zip>
   adds it to the corpus, finds topics and links again, and says what to read first.
"""


def own_text_folder(ds: Dataset, own: OwnText, series: str) -> bytes:
    """The zip. series: of the meetings that it is linked to. Raises ValueError without a corpus."""
    if ds.corpus is None:
        raise ValueError("there is no corpus")
    corpus, row = ds.corpus, queries.own_statement(ds, own, series)
    name = row["statement_id"]
    values = {"title": own.title, "date": row["date"], "source_url": own.address}
    source = with_front_matter(values, own.text)
    tables: dict[str, tuple[pd.DataFrame, list[dict[str, Any]]]] = {
        "statements": (corpus.statements, [dict(row)]),
        "passages": (corpus.passages, [{"statement_id": name, **vars(one)} for one in own.sentences]),
        "topic_mentions": (
            corpus.topic_mentions,
            [{"statement_id": name, "checked": False, **vars(one)} for one in own.mentions],
        ),
        "links": (corpus.links, [*map(dict, queries.series_links(ds, own, series, name))]),
    }
    files = {f"{table}.csv": _csv(columns, rows) for table, (columns, rows) in tables.items()}
    return csv_zip.zipped(files | {f"texts/{name}.md": source.encode(), "README.txt": README.encode()})


def _csv(like: pd.DataFrame, rows: list[dict[str, Any]]) -> bytes:
    """Rows as CSV with the columns of a table."""
    return csv_zip.csv(pd.DataFrame(rows, columns=like.columns))
