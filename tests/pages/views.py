"""What a page ought to show of the dataset."""

from data import queries


def texts(shipped, passage_ids) -> list[str]:
    rows = shipped.passages[shipped.passages["passage_id"].isin(passage_ids)]
    return list(rows["text"])


def whole(shipped) -> queries.View:
    """The view without any filter."""
    return queries.select(shipped, queries.Selection())


def view_of(shipped, theme: str) -> queries.View:
    """The view under a theme, given by its label."""
    (code,) = [code for code, label in queries.labels(shipped, "theme").items() if label == theme]
    return queries.select(shipped, queries.Selection(themes=(code,)))
