"""What a page ought to show of the dataset."""

from data import queries


def texts(shipped, passage_ids) -> list[str]:
    rows = shipped.passages[shipped.passages["passage_id"].isin(passage_ids)]
    return list(rows["text"])


def view_of(shipped, theme: str):
    codes = queries.codes(shipped, "theme")["label"]
    return queries.select(shipped, queries.Selection(themes=(codes[codes == theme].index[0],)))
