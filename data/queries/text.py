"""The statement's text: which of its words commit, and what each paragraph holds."""

from itertools import groupby
from typing import NamedTuple

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached
from data.queries.lookup import grouped, ranks, records
from data.queries.selection import View


class Clause(NamedTuple):
    """Some words of a passage. strength: the code of the firmest commitment read from them; "" for none."""

    text: str
    strength: str


@cached
def clauses(ds: Dataset) -> dict[str, list[Clause]]:
    """Every passage cut where a commitment's words begin or end, by passage_id. Together the clauses of a
    passage are its text. Words of several commitments have the strength of the firmest."""
    order = ranks(ds, "strength")
    commitments = grouped(ds.commitments, "passage_id")
    result = {}
    for passage_id, text in zip(ds.passages["passage_id"], ds.passages["text"], strict=True):
        strengths = [""] * len(text)  # of each character
        rows = sorted(commitments.get(passage_id, []), key=lambda row: -order[row["strength"]])
        for row in rows:
            start = text.find(row["quote"])
            end = start + len(row["quote"])
            if start >= 0:
                strengths[start:end] = [row["strength"]] * (end - start)
        parts = groupby(zip(text, strengths, strict=True), key=lambda pair: pair[1])
        result[passage_id] = [
            Clause("".join(letter for letter, _ in part), strength) for strength, part in parts
        ]
    return result


@cached
def paragraphs(view: View) -> pd.DataFrame:
    """One row per paragraph of the whole statement, in reading order.

    Columns: paragraph; passage_id (of its first passage in the view, or of its first); themes (codes of its
    passages in reading order, `;`-separated, each once); commitments (their number in the view); shown
    (whether the view has any of its passages).
    """
    shown, of_passage = set(view.ds.passages["passage_id"]), view.ds.commitments["passage_id"].value_counts()
    rows = []
    for number, group in groupby(records(view.whole.passages), key=lambda row: row["paragraph"]):
        passages = list(group)
        ids = [passage["passage_id"] for passage in passages]
        inside = [passage_id for passage_id in ids if passage_id in shown]
        themes = ";".join(dict.fromkeys(passage["theme"] for passage in passages))
        count = sum(int(of_passage.get(passage_id, 0)) for passage_id in ids)
        rows.append((number, (inside or ids)[0], themes, count, bool(inside)))
    return pd.DataFrame(rows, columns=["paragraph", "passage_id", "themes", "commitments", "shown"])
