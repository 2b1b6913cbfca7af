"""What a page ought to show of the dataset."""

from data import queries

OF_CORPUS = ("wording", "compare")  # pages of the neighbouring statements, which have no actors


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


def busy_theme(ds) -> str:
    """Label of a theme under which every page that has something to show still has, though not everything."""
    names = [name for name in ("commitments", "pledges", "place_mentions", "dates") if len(getattr(ds, name))]
    for code, label in queries.labels(ds, "theme").items():
        view = queries.select(ds, queries.Selection(themes=(code,)))
        if all(len(getattr(view.ds, name)) for name in names):
            return label
    raise AssertionError("under no theme is there something of everything")


def empty_choice(ds) -> dict[str, str]:
    """Labels of a theme and an actor that share no sentence."""
    for theme, theme_label in queries.labels(ds, "theme").items():
        for actor, actor_label in queries.labels(ds, "actor").items():
            if queries.select(ds, queries.Selection((theme,), (actor,))).ds.passages.empty:
                return {"theme": theme_label, "actor": actor_label}
    raise AssertionError("every actor acts under every theme")


def has_nothing(ds, page: str) -> bool:
    """Whether a page has nothing to show even without a filter."""
    if page in OF_CORPUS:
        return ds.corpus is None
    tables = {"pledges": ds.pledges, "timeline": ds.dates}
    return page in tables and tables[page].empty
