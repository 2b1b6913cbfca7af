"""Makes passages.csv: the sentences of every text that statements.csv lists."""

from pathlib import Path

from data.corpus.tables import Row, read, split_text

COLUMNS = ("statement_id", "passage_id", "section", "text", "lead_in")


def make(folder: Path) -> list[Row]:
    """A row per sentence, texts in the order of statements.csv."""
    return [
        {
            "statement_id": statement["statement_id"],
            "passage_id": sentence.passage_id,
            "section": sentence.section,
            "text": sentence.text,
            "lead_in": sentence.lead_in,
        }
        for statement in read(folder, "statements")
        for sentence in split_text(folder, statement["statement_id"])
    ]
