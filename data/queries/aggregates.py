"""The tables of charts and lists, computed from a view."""

from collections import Counter
from dataclasses import replace

import pandas as pd

from data.queries.cache import cached
from data.queries.lookup import grouped, joined, most_frequent, ranks, with_passage
from data.queries.selection import View, select

LONGEST_ENDING = 2  # letters: see verbs
# What makes a commitment specific: columns of commitments.csv, and the word for each.
MARKS = {"names_amount": "amount", "names_date": "date", "names_mechanism": "mechanism"}


@cached
def theme_counts(view: View) -> pd.Series:
    """The number of passages per theme code, 0 included, if the filter by theme were cleared."""
    all_themes = select(view.whole, replace(view.selection.shared, themes=()))
    counts = all_themes.ds.passages["theme"].value_counts()
    return counts.reindex(list(view.codes("theme")), fill_value=0)


@cached
def ribbon(view: View) -> pd.DataFrame:
    """One row per passage of the whole statement, in reading order.

    Columns: position (from 1), passage_id, section, theme, strength (of its firmest commitment; "" for
    none), shown (whether the view has it).
    """
    ds = view.whole
    order = ranks(view.whole, "strength")
    ranked = ds.commitments.assign(rank=ds.commitments["strength"].map(order)).sort_values("rank")
    strength = ranked.drop_duplicates("passage_id").set_index("passage_id")["strength"].to_dict()
    table = ds.passages[["passage_id", "section", "theme"]].reset_index(drop=True)
    return table.assign(
        position=range(1, len(table) + 1),
        strength=[strength.get(passage_id, "") for passage_id in table["passage_id"]],
        shown=table["passage_id"].isin(view.ds.passages["passage_id"]),
    )


@cached
def commitments(view: View) -> pd.DataFrame:
    """The view's commitments, firmest first and then in reading order.

    Adds theme, paragraph, and specific: how many of MARKS the commitment names, 0 to 3.
    """
    order = ranks(view.whole, "strength")
    rows = with_passage(view.ds, view.ds.commitments)
    rows = rows.assign(specific=rows[list(MARKS)].sum(axis=1))
    return _sorted(rows.assign(rank=rows["strength"].map(order)), ["rank"], view).drop(columns="rank")


@cached
def balance(view: View) -> pd.DataFrame:
    """Commitments per theme and strength: theme, strength, count, passage_ids."""
    rows = with_passage(view.ds, view.ds.commitments)
    cells: dict[tuple[str, str], list[str]] = {}
    for theme, strength, passage_id in zip(rows["theme"], rows["strength"], rows["passage_id"], strict=True):
        cells.setdefault((theme, strength), []).append(passage_id)
    table = [(theme, strength, len(ids), joined(ids)) for (theme, strength), ids in cells.items()]
    return pd.DataFrame(table, columns=["theme", "strength", "count", "passage_ids"])


@cached
def pledges(view: View) -> pd.DataFrame:
    """The view's pledges by payer, in the codebook's order; of a payer the largest amount first, then those
    without an amount, then rules.

    Adds theme, paragraph, and rule: whether it is a rule or plan about money, not money.
    """
    order = ranks(view.whole, "actor")
    rows = with_passage(view.ds, view.ds.pledges)
    rows = rows.assign(rule=rows["basis"] == "policy", rank=rows["payer"].map(order))
    by = {"rank": True, "rule": True, "amount_usd": False}
    rows = rows.sort_values(list(by), ascending=list(by.values()), kind="stable", ignore_index=True)
    return rows.drop(columns="rank")


@cached
def sums(view: View) -> pd.DataFrame:
    """The rows of `pledges` that are no rules: those with an amount, and increases without one."""
    rows = pledges(view)
    return rows[~rows["rule"]].reset_index(drop=True)


@cached
def dates(view: View) -> pd.DataFrame:
    """The view's dates, earliest first and then in reading order.

    Adds theme, paragraph, implied: whether the text does not print all of the date (`note` says why), and
    lies: how it lies to the day of the statement, "behind", "running" or "ahead". What runs up to that day is
    behind it; what begins on it is running.
    """
    rows = with_passage(view.ds, view.ds.dates)
    day = pd.Timestamp(view.whole.statement.date)
    behind = (rows["end"] <= day) & (rows["start"] < day)
    lies = pd.Series("running", rows.index).mask(behind, "behind").mask(rows["start"] > day, "ahead")
    return _sorted(rows.assign(implied=rows["note"] != "", lies=lies), ["start", "end"], view)


@cached
def bodies(view: View) -> pd.DataFrame:
    """One row per body that the view mentions, the most mentioned first.

    Adds to the table bodies: mentions (their number), themes (`;`-separated codes of the passages, most
    frequent first) and passage_ids.
    """
    order = view.codes("theme")
    rows = [
        {
            "body_id": body_id,
            "mentions": len(mentions),
            "themes": ";".join(most_frequent([mention["theme"] for mention in mentions], order)),
            "passage_ids": joined(mention["passage_id"] for mention in mentions),
        }
        for body_id, mentions in grouped(with_passage(view.ds, view.ds.body_mentions), "body_id").items()
    ]
    counted = pd.DataFrame(rows, columns=["body_id", "mentions", "themes", "passage_ids"])
    table = view.ds.bodies.merge(counted, on="body_id", how="inner")
    return table.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


@cached
def emphasis(view: View) -> pd.DataFrame:
    """One row per theme of the view, in the codebook's order.

    Columns: theme; words, sentences and commitments (numbers of them); share_words and share_commitments
    (of all in the view, 0 to 1); passage_ids.
    """
    commitments = Counter(with_passage(view.ds, view.ds.commitments)["theme"])
    rows = []
    for theme, passages in grouped(view.ds.passages, "theme").items():
        words = sum(_word_count(passage["text"]) for passage in passages)
        ids = joined(passage["passage_id"] for passage in passages)
        rows.append((theme, words, len(passages), commitments[theme], ids))
    table = pd.DataFrame(rows, columns=["theme", "words", "sentences", "commitments", "passage_ids"])
    table["share_words"] = table["words"] / max(table["words"].sum(), 1)
    table["share_commitments"] = table["commitments"] / max(table["commitments"].sum(), 1)
    order = ranks(view.whole, "theme")
    return table.sort_values("theme", key=lambda column: column.map(order), ignore_index=True)


@cached
def verbs(view: View) -> pd.DataFrame:
    """One row per verb that carries commitments of the view, the most frequent first, then in reading order.

    Columns: verb (as it is printed, or the shortest of its forms), forms (all of them, most frequent first,
    `, ` between), count (of commitments), passage_ids. A word with one or two letters more is held to be a
    form of the same verb: "agreed" of "agree".
    """
    found: dict[str, list[tuple[str, str]]] = {}
    order = _sorted(view.ds.commitments, [], view)
    words = sorted(set(order["verb"]), key=len)
    for word, passage_id in zip(order["verb"], order["passage_id"], strict=True):
        verb = next(one for one in words if word.startswith(one) and len(word) - len(one) <= LONGEST_ENDING)
        found.setdefault(verb, []).append((word, passage_id))
    rows = [
        (verb, ", ".join(most_frequent(form for form, _ in uses)), len(uses), joined(one for _, one in uses))
        for verb, uses in found.items()
    ]
    table = pd.DataFrame(rows, columns=["verb", "forms", "count", "passage_ids"])
    return table.sort_values("count", ascending=False, kind="stable", ignore_index=True)


def _word_count(text: str) -> int:
    """How many words a text has. A word is between spaces and has a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _sorted(rows: pd.DataFrame, by: list[str], view: View) -> pd.DataFrame:
    """The rows sorted by columns, and then in reading order: as text, "p01.s10" would precede "p01.s2"."""
    positions = {passage_id: index for index, passage_id in enumerate(view.ds.passages["passage_id"])}
    rows = rows.assign(position=rows["passage_id"].map(positions))
    return rows.sort_values([*by, "position"], kind="stable", ignore_index=True).drop(columns="position")
