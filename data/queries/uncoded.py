"""A text of the corpus that nobody has coded, as a dataset, so that it is read like the coded one."""

from dataclasses import replace

import pandas as pd

from data.load.dataset import Dataset
from data.load.source_text import Statement
from data.queries.cache import cached
from data.queries.corpus import text_passages, texts
from data.queries.lookup import reading_order
from data.queries.selection import READ_FROM_PASSAGES

_CODES = ("second_coding", "outcomes", *READ_FROM_PASSAGES)  # the tables that belong to the coded statement


@cached
def uncoded(ds: Dataset, statement_id: str) -> Dataset:
    """A text of the corpus as a dataset: its statement and its sentences, and no codes.

    Columns of its passages: as in the corpus, and paragraph and sentence, the numbers in passage_id. Tables
    of what was read from sentences are empty; terms, bodies and places stay, by whose names a search goes.
    Raises KeyError for an unknown text.
    """
    text = texts(ds)[statement_id]
    passages = pd.DataFrame(text_passages(ds, statement_id))
    numbers = [reading_order(passage_id) for passage_id in passages["passage_id"]]
    passages = passages.assign(
        paragraph=[paragraph for paragraph, _ in numbers], sentence=[sentence for _, sentence in numbers]
    )
    statement = Statement(
        title=text.title,
        date=text.date,
        url=text.source_url,
        text="\n".join(passages["text"]),
        published_url=text.source_url,
    )
    empty = {name: getattr(ds, name).head(0) for name in _CODES}
    return replace(ds, **empty, statement=statement, passages=passages)
