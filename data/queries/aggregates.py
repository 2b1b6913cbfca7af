"""The tables behind the charts and lists: a view in, counted rows out."""

from collections import Counter
from dataclasses import replace

import pandas as pd

from data.queries.cache import cached
from data.queries.lookup import grouped, joined, most_frequent, with_passage
from data.queries.selection import View, select

# What makes a commitment specific: the column that says so, and the word for it.
MARKS = {"names_amount": "amount", "names_date": "date", "names_mechanism": "mechanism"}


@cached
def theme_counts(view: View) -> pd.Series:
    """Passages per theme code under the other filters, every theme present (0 included)."""
    others = select(view.whole, replace(view.selection.shared, themes=()))
    counts = others.ds.passages["theme"].value_counts()
    return counts.reindex(list(view.codes("theme")), fill_value=0)


@cached
def fingerprint(view: View) -> pd.DataFrame:
    """One row per sentence of the whole statement, in reading order.

    Columns: position (1…n), passage_id, section, theme, strength (the firmest
    commitment read from the sentence, "" for none), shown (the view keeps it).
    """
    ds = view.whole
    order = {code: rank for rank, code in enumerate(view.codes("strength"))}
    firmest = ds.commitments.assign(rank=ds.commitments["strength"].map(order))
    firmest = firmest.sort_values("rank").drop_duplicates("passage_id")
    strength = firmest.set_index("passage_id")["strength"]
    table = ds.passages[["passage_id", "section", "theme"]].reset_index(drop=True)
    return table.assign(
        position=range(1, len(table) + 1),
        strength=table["passage_id"].map(strength).fillna(""),
        shown=table["passage_id"].isin(view.ds.passages["passage_id"]),
    )


@cached
def commitments(view: View) -> pd.DataFrame:
    """The view's commitments, firmest first and then in reading order, with `theme`, `paragraph` and
    `specific` (0 to 3)."""
    order = {code: rank for rank, code in enumerate(view.codes("strength"))}
    rows = with_passage(view.ds, view.ds.commitments)
    rows = rows.assign(specific=rows[list(MARKS)].sum(axis=1))
    return _sorted(rows.assign(rank=rows["strength"].map(order)), ["rank"], view).drop(columns="rank")


@cached
def ladder(view: View) -> pd.DataFrame:
    """Commitments per theme and strength: theme, strength, count, passage_ids."""
    return _counted(with_passage(view.ds, view.ds.commitments), "theme")


@cached
def who_acts(view: View) -> pd.DataFrame:
    """Commitments per actor and strength: actor, strength, count, passage_ids."""
    return _counted(view.ds.commitments, "actor")


@cached
def sums(view: View) -> pd.DataFrame:
    """The pledges drawn as bars: those with an amount and rises without a figure.

    Adds `theme`, `paragraph`, `years` (of the period, both ends counted) and
    `per_year` (US dollars, missing where the amount or the period is).
    """
    rows = with_passage(view.ds, view.ds.pledges)
    rows = rows[rows["basis"] != "policy"].reset_index(drop=True)
    years = rows["period_end"] - rows["period_start"] + 1
    return rows.assign(years=years, per_year=rows["amount_usd"] / years)


@cached
def money_without_number(view: View) -> pd.DataFrame:
    """The undertakings about public money that state no sum."""
    rows = with_passage(view.ds, view.ds.pledges)
    return rows[rows["amount_usd"].isna()].reset_index(drop=True)


@cached
def dates(view: View) -> pd.DataFrame:
    """The view's dates, earliest first and then in reading order, with `implied` (the text does not
    print the date itself, `note` says why) and `theme`, `paragraph`."""
    rows = with_passage(view.ds, view.ds.dates)
    return _sorted(rows.assign(implied=rows["note"] != ""), ["start", "end"], view)


@cached
def bodies(view: View) -> pd.DataFrame:
    """One row per body the view names, most named first: adds mentions, themes (`;`-separated
    codes of its sentences, most frequent first) and passage_ids."""
    order = view.codes("theme")
    found = [
        {
            "body_id": body_id,
            "mentions": len(rows),
            "themes": ";".join(most_frequent([row["theme"] for row in rows], order)),
            "passage_ids": joined(row["passage_id"] for row in rows),
        }
        for body_id, rows in grouped(with_passage(view.ds, view.ds.body_mentions), "body_id").items()
    ]
    counted = pd.DataFrame(found, columns=["body_id", "mentions", "themes", "passage_ids"])
    table = view.ds.bodies.merge(counted, on="body_id", how="inner")
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


@cached
def emphasis(view: View) -> pd.DataFrame:
    """One row per theme of the view, in the codebook's order: theme, words, sentences,
    commitments, share_words and share_commitments (of the view's, 0 to 1) and passage_ids.
    A word is what stands between spaces and holds a letter or a digit."""
    rows = with_passage(view.ds, view.ds.commitments)
    bound = Counter(rows["theme"])
    found = []
    for theme, sentences in grouped(view.ds.passages, "theme").items():
        words = sum(any(map(str.isalnum, word)) for one in sentences for word in one["text"].split())
        ids = joined(one["passage_id"] for one in sentences)
        found.append((theme, words, len(sentences), bound[theme], ids))
    table = pd.DataFrame(found, columns=["theme", "words", "sentences", "commitments", "passage_ids"])
    table["share_words"] = table["words"] / max(table["words"].sum(), 1)
    table["share_commitments"] = table["commitments"] / max(table["commitments"].sum(), 1)
    order = {code: rank for rank, code in enumerate(view.codes("theme"))}
    return table.sort_values("theme", key=lambda column: column.map(order), ignore_index=True)


def _sorted(rows: pd.DataFrame, by: list[str], view: View) -> pd.DataFrame:
    """The rows sorted by columns, and then in reading order: as text, "p01.s10" would precede "p01.s2"."""
    places = {passage_id: place for place, passage_id in enumerate(view.ds.passages["passage_id"])}
    placed = rows.assign(place=rows["passage_id"].map(places))
    return placed.sort_values([*by, "place"], kind="stable", ignore_index=True).drop(columns="place")


def _counted(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Commitments per code of `by` and strength: by, strength, count, passage_ids."""
    cells: dict[tuple[str, str], list[str]] = {}
    for code, strength, passage_id in zip(rows[by], rows["strength"], rows["passage_id"], strict=True):
        cells.setdefault((code, strength), []).append(passage_id)
    found = [(*cell, len(ids), joined(ids)) for cell, ids in cells.items()]
    return pd.DataFrame(found, columns=[by, "strength", "count", "passage_ids"])
