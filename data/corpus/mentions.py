"""Makes topic_mentions.csv: where the pattern of a topic matches a sentence."""

import re
from pathlib import Path

from data.corpus.tables import Row, read
from data.queries.own_text import quotes

COLUMNS = ("topic", "statement_id", "passage_id", "quote", "checked")
KEY = COLUMNS[:4]


def make(folder: Path) -> list[Row]:
    """A row per hit: topics in their order, then sentences in reading order.

    `checked` is kept of the hits that topic_mentions.csv holds already; those of rejected_mentions.csv
    are left out. Raises ValueError for a pattern that is no regular expression.
    """
    checked = {_key(row): row["checked"] for row in read(folder, "topic_mentions")}
    rejected = {_key(row) for row in read(folder, "rejected_mentions")}
    passages = read(folder, "passages")
    rows = []
    for topic in sorted(read(folder, "topics"), key=lambda row: int(row["order"])):
        try:
            pattern = re.compile(topic["pattern"], re.IGNORECASE)
        except re.error as error:
            raise ValueError(f"topics.csv: the pattern of {topic['topic']}: {error}") from error
        for passage in passages:
            for quote in quotes(pattern, passage["text"]):
                key = (topic["topic"], passage["statement_id"], passage["passage_id"], quote)
                if key not in rejected:
                    rows.append(dict(zip(COLUMNS, (*key, checked.get(key, "false")), strict=True)))
    return rows


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in KEY)
