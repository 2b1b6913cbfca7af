"""Questions to the dataset: tables in, tables out. Nothing here draws or caches.

A chart table has one row per mark: what the mark stands for, its figure, and
`passage_ids` (`;`-separated), the sentences that a click on the mark opens.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from data.dataset import Dataset


# What makes a commitment specific: the column that says so, and the word for it.
MARKS = {"names_amount": "amount", "names_date": "date", "names_mechanism": "mechanism"}


@dataclass(frozen=True)
class Selection:
    """What the reader has chosen, as codes. An empty tuple means no restriction."""

    themes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.themes or self.actors)


def select(ds: Dataset, selection: Selection) -> Dataset:
    """The dataset that the selection leaves, in the same shape.

    A passage stays when its primary theme is chosen and a chosen actor acts in
    it: performs the speech act, has to keep a commitment, or pays a pledge. Of
    the commitments and pledges only the chosen actors' own stay.
    """
    if not selection:
        return ds
    kept = ds.passages
    if selection.themes:
        kept = kept[kept["theme"].isin(selection.themes)]
    commitments, pledges = _in(ds.commitments, kept), _in(ds.pledges, kept)
    if selection.actors:
        commitments = commitments[commitments["actor"].isin(selection.actors)]
        pledges = pledges[pledges["payer"].isin(selection.actors)]
        acts = kept["actor"].isin(selection.actors)
        owes = kept["passage_id"].isin([*commitments["passage_id"], *pledges["passage_id"]])
        kept = kept[acts | owes]
    return replace(
        ds,
        passages=kept,
        commitments=commitments,
        pledges=pledges,
        secondary_themes=_in(ds.secondary_themes, kept),
        place_mentions=_in(ds.place_mentions, kept),
        body_mentions=_in(ds.body_mentions, kept),
        dates=_in(ds.dates, kept),
        figures=_in(ds.figures, kept),
    )


def codes(ds: Dataset, facet: str) -> pd.DataFrame:
    """The codes of one facet in order, indexed by code: label, definition, colour, icon."""
    rows = ds.codes[ds.codes["facet"] == facet].sort_values("order")
    return rows.set_index("code")[["label", "definition", "colour", "icon"]]


def label(ds: Dataset, facet: str, code: str) -> str:
    """The word that readers see for a code. KeyError for a code the facet lacks."""
    return codes(ds, facet).at[code, "label"]


def joined(ids: pd.Series) -> str:
    """Passage ids of a mark: each once, in reading order, `;`-separated."""
    return ";".join(sorted(set(ids)))


def theme_counts(ds: Dataset, selection: Selection) -> pd.Series:
    """Passages per theme code under the other filters, every theme present (0 included)."""
    others = select(ds, replace(selection, themes=()))
    counts = others.passages["theme"].value_counts()
    return counts.reindex(codes(ds, "theme").index, fill_value=0)


def with_passage(table: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """The table with its passage's `theme` and `paragraph` beside each row."""
    return table.merge(
        ds.passages[["passage_id", "theme", "paragraph"]], on="passage_id", how="left"
    )


def fingerprint(ds: Dataset, view: Dataset) -> pd.DataFrame:
    """One row per sentence of the whole statement, in reading order.

    Columns: position (1…n), passage_id, section, theme, strength (the firmest
    commitment read from the sentence, "" for none), shown (the view keeps it).
    """
    order = {code: rank for rank, code in enumerate(codes(ds, "strength").index)}
    firmest = ds.commitments.assign(rank=ds.commitments["strength"].map(order))
    firmest = firmest.sort_values("rank").drop_duplicates("passage_id")
    strength = firmest.set_index("passage_id")["strength"]
    table = ds.passages[["passage_id", "section", "theme"]].reset_index(drop=True)
    return table.assign(
        position=range(1, len(table) + 1),
        strength=table["passage_id"].map(strength).fillna(""),
        shown=table["passage_id"].isin(view.passages["passage_id"]),
    )


def commitments(view: Dataset) -> pd.DataFrame:
    """The view's commitments, firmest first, with `theme`, `paragraph` and `specific` (0 to 3)."""
    order = {code: rank for rank, code in enumerate(codes(view, "strength").index)}
    rows = with_passage(view.commitments, view)
    rows = rows.assign(specific=rows[list(MARKS)].sum(axis=1), rank=rows["strength"].map(order))
    return rows.sort_values(["rank", "passage_id"], kind="stable", ignore_index=True).drop(columns="rank")


def ladder(view: Dataset) -> pd.DataFrame:
    """Commitments per theme and strength: theme, strength, count, passage_ids."""
    rows = with_passage(view.commitments, view)
    return _counted(rows, ["theme", "strength"])


def who_acts(view: Dataset) -> pd.DataFrame:
    """Commitments per actor and strength: actor, strength, count, passage_ids."""
    return _counted(view.commitments, ["actor", "strength"])


def sums(view: Dataset) -> pd.DataFrame:
    """The pledges drawn as bars: those with an amount and rises without a figure.

    Adds `theme`, `paragraph`, `years` (of the period, both ends counted) and
    `per_year` (US dollars, missing where the amount or the period is).
    """
    rows = with_passage(view.pledges[view.pledges["basis"] != "policy"], view)
    years = rows["period_end"] - rows["period_start"] + 1
    return rows.assign(years=years, per_year=rows["amount_usd"] / years)


def money_without_number(view: Dataset) -> pd.DataFrame:
    """The undertakings about public money that state no sum."""
    return with_passage(view.pledges[view.pledges["amount_usd"].isna()], view)


def dates(view: Dataset, kinds: Collection[str] = ()) -> pd.DataFrame:
    """The view's dates of these kinds (all if none is given), earliest first, with `implied`
    (the text does not print the date itself, `note` says why) and `theme`, `paragraph`."""
    rows = with_passage(view.dates, view)
    if kinds:
        rows = rows[rows["kind"].isin(kinds)]
    rows = rows.assign(implied=rows["note"] != "")
    return rows.sort_values(["start", "end", "passage_id"], ignore_index=True)


def places(view: Dataset) -> pd.DataFrame:
    """One row per place the view mentions, most mentioned first.

    Adds to the places table: mentions, theme (the most frequent primary theme
    of the sentences, the earlier in the codebook on a tie), roles (`;`-separated
    codes, most frequent first) and passage_ids.
    """
    order = {code: rank for rank, code in enumerate(codes(view, "theme").index)}
    rows = with_passage(view.place_mentions, view)
    rows = rows.assign(rank=rows["theme"].map(order))
    found = [
        {
            "place_id": place_id,
            "mentions": len(group),
            "theme": _most_frequent(group),
            "roles": ";".join(group["role"].value_counts().index),
            "passage_ids": joined(group["passage_id"]),
        }
        for place_id, group in rows.groupby("place_id")
    ]
    counted = pd.DataFrame(found, columns=["place_id", "mentions", "theme", "roles", "passage_ids"])
    table = view.places.merge(counted, on="place_id", how="inner")
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def with_roles(view: Dataset, roles: Collection[str]) -> Dataset:
    """The view with the place mentions of these roles only; all of them if none is given."""
    if not roles:
        return view
    mentions = view.place_mentions
    return replace(view, place_mentions=mentions[mentions["role"].isin(roles)])


def narrowest_place(places: pd.DataFrame, country: str) -> str | None:
    """The mentioned place with the fewest members that the country (ISO alpha-3) is part of."""
    members = places["members"].str.split(";")
    holding = places[members.map(lambda codes: country in codes)]
    if holding.empty:
        return None
    return holding.loc[members[holding.index].map(len).idxmin(), "place_id"]


def bodies(view: Dataset) -> pd.DataFrame:
    """One row per body the view names, most named first: adds mentions, themes (`;`-separated
    codes of its sentences, most frequent first) and passage_ids."""
    grouped = with_passage(view.body_mentions, view).groupby("body_id")
    counted = grouped.agg(
        mentions=("passage_id", "size"),
        themes=("theme", lambda themes: ";".join(themes.value_counts().index)),
        passage_ids=("passage_id", joined),
    )
    table = view.bodies.merge(counted.reset_index(), on="body_id", how="inner")
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def terms_in(ds: Dataset, text: str) -> pd.DataFrame:
    """The term cards whose term, as written, or expansion, in any case, stands in the text."""
    def stands(row: pd.Series) -> bool:
        word, long = re.escape(row["term"]), re.escape(row["expansion"])
        return bool(re.search(rf"\b{word}\b", text) or re.search(rf"\b{long}\b", text, re.IGNORECASE))

    return ds.terms[ds.terms.apply(stands, axis=1)]


def hits(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, as (start, end), letter case and quote style apart."""
    needle, hay = _plain(words.strip()), _plain(text)
    found, start = [], hay.find(needle) if needle else -1
    while start >= 0:
        found.append((start, start + len(needle)))
        start = hay.find(needle, start + len(needle))
    return found


def search(passages: pd.DataFrame, words: str) -> pd.DataFrame:
    """The passages that hold the words as typed; adds `hits`, how often each does."""
    counts = passages["text"].map(lambda text: len(hits(text, words)))
    return passages.assign(hits=counts)[counts > 0]


def agreement(ds: Dataset) -> pd.DataFrame:
    """Both codings side by side: passage_id and, per facet, `<facet>_1` and `<facet>_2`."""
    return ds.passages[["passage_id", "theme", "speech_act", "actor"]].merge(
        ds.second_coding, on="passage_id", suffixes=("_1", "_2")
    )


def _in(table: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    return table[table["passage_id"].isin(passages["passage_id"])]


def _counted(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    grouped = rows.groupby(by, sort=False)["passage_id"]
    return grouped.agg(count="size", passage_ids=joined).reset_index()


def _most_frequent(group: pd.DataFrame) -> str:
    tally = group.groupby("theme").agg(n=("theme", "size"), rank=("rank", "first"))
    return tally.sort_values(["n", "rank"], ascending=[False, True]).index[0]


def _plain(text: str) -> str:
    """Text as search compares it, character for character: small letters, straight quotes, hyphens."""
    straight = str.maketrans("‘’“”–", "''\"\"-")
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(straight))
