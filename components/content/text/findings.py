"""Findings: sentences computed from a view, most of them with the passages behind them."""

import math

import pandas as pd

from components.content.text import formatting
from data import queries
from data.queries import View

Finding = tuple[str, list[str]]  # the sentence (Markdown with `**`), and the passage ids behind it


def binding(view: View) -> Finding:
    """How many commitments the view has, and how many of its sentences hold one."""
    ids = list(view.ds.commitments["passage_id"].unique())
    count = len(view.ds.passages)
    sentences = formatting.plural(count, "sentence")
    commitments = formatting.plural(len(view.ds.commitments), "commitment")
    if not ids and count == 1:
        return "The one sentence holds no commitment.", []
    if not ids:
        return f"None of the {sentences} holds a commitment.", []
    verb = "holds" if len(ids) == 1 else "hold"
    rest = "; the rest state facts, beliefs and attitudes" if len(ids) < count else ""
    return f"**{len(ids)}** of {sentences} {verb} **{commitments}**{rest}.", ids


@queries.cached
def commitments(view: View) -> str:
    """`**24 of 68 commitments**: 3 name an amount, 4 a date and 10 a mechanism.`"""
    count, total = len(view.ds.commitments), len(view.whole.commitments)
    if not count:
        return f"None of {formatting.plural(total, 'commitment')}."
    head = formatting.plural(total, "commitment")
    if count < total:
        head = f"{count} of {head}"
    parts: list[str] = []
    for column, word in queries.MARKS.items():
        number = int(view.ds.commitments[column].sum())
        if number:
            verb = "" if parts else "names " if number == 1 else "name "  # only the first part has one
            parts.append(f"{number} {verb}{formatting.article(word)} {word}")
    if not parts:
        return f"**{head}**; none names an amount, a date or a mechanism."
    return f"**{head}**: {formatting.listed(parts)}."


@queries.cached
def firmness(view: View) -> Finding:
    """How many commitments have each strength, firmest first, and how many each actor."""
    counts = view.ds.commitments["strength"].value_counts()
    words = [
        f"{counts[code]} {label.lower()}" for code, label in view.labels("strength").items() if code in counts
    ]
    per_actor = view.ds.commitments["actor"].value_counts()
    actors = [
        f"{label} {per_actor[code]}" for code, label in view.labels("actor").items() if code in per_actor
    ]
    text = (
        f"From firm to loose, the words are: {formatting.listed(words)}. "
        f"Who has to act: {formatting.listed(actors)}."
    )
    return text, list(view.ds.commitments["passage_id"])


@queries.cached
def busiest_theme(view: View) -> list[Finding]:
    """The theme with the most commitments, as a list of one finding; empty for a view of one theme, or of no
    commitment."""
    rows = queries.with_passage(view.ds, view.ds.commitments)
    if rows.empty or view.ds.passages["theme"].nunique() < 2:
        return []
    counts = rows["theme"].value_counts()
    top = counts[counts == counts.max()]
    themes = view.labels("theme")
    names = formatting.listed([f"**{themes[code]}**" for code in top.index])
    verb = "holds" if len(top) == 1 else "hold"
    each = "" if len(top) == 1 else " each"
    text = f"{names} {verb} the most commitments: {counts.max()}{each} of {len(rows)}."
    return [(text, list(rows[rows["theme"].isin(top.index)]["passage_id"]))]


@queries.cached
def money(view: View) -> Finding:
    """The sums with their basis, never added, and how many pledges state no amount."""
    bases = view.labels("basis")
    stated = view.ds.pledges[view.ds.pledges["amount_usd"].notna()].sort_values("amount_usd", ascending=False)
    sums = [
        f"{formatting.money(row['amount_usd'])} ({bases[row['basis']].lower()})"
        for row in queries.records(stated)
    ]
    parts = []
    if len(sums) == 1:
        parts.append(f"one sum of money is named, {sums[0]}")
    elif sums:
        parts.append(f"{len(sums)} sums of money are named that cannot be added: {formatting.listed(sums)}")
    without = len(view.ds.pledges) - len(sums)
    if without:
        verb = "states" if without == 1 else "state"
        parts.append(f"{formatting.plural(without, 'undertaking')} about public money {verb} no figure")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + ".", list(view.ds.pledges["passage_id"])


@queries.cached
def dates(view: View) -> str:
    """How many dates the view has, of which kinds, and how many are implied."""
    dates = view.ds.dates
    if dates.empty:
        return "No date under this filter."
    kinds = view.labels("date_kind")
    counts = dates["kind"].value_counts()
    words = [f"{label.lower()} {counts[code]}" for code, label in kinds.items() if code in counts]
    implied = int((dates["note"] != "").sum())
    verb = "is" if implied == 1 else "are"
    tail = f"; {implied} of them {verb} implied rather than printed" if implied else ""
    return f"**{formatting.plural(len(dates), 'date')}**. By kind: {formatting.listed(words)}{tail}."


def followed(view: View) -> str:
    """How many events followed the view's commitments and pledges, and their first and last date."""
    outcomes = queries.outcomes(view)
    if outcomes.empty:
        return "Nothing that followed is listed under this filter."
    first, last = (
        formatting.span(row["date"], row["date"], row["precision"])
        for row in queries.records(outcomes.iloc[[0, -1]])
    )
    count = formatting.plural(len(outcomes), "event that followed is", "events that followed are")
    when = first if len(outcomes) == 1 else f"from {first} to {last}"
    return f"**{count}** listed, {when}."


@queries.cached
def places(view: View) -> Finding:
    """How many places are named, and the three named most often."""
    places = queries.places(view)
    top = formatting.listed([f"{row['name']} ({row['mentions']})" for row in queries.records(places.head(3))])
    names = f", most often {top}" if len(places) > 3 else f": {top}"
    text = f"{formatting.plural(len(places), 'place is', 'places are')} named{names}."
    return text, list(view.ds.place_mentions["passage_id"])


def agreement(reliability: pd.DataFrame) -> str:
    """How far two codings agree, as a title without markup: the lowest alpha, or the facets below 0.8. ""
    where no facet has an alpha. `reliability` as from `queries.reliability`."""
    rows = queries.records(reliability.dropna(subset="alpha"))
    if not rows:
        return ""
    below = [row["facet"].replace("_", " ") for row in rows if row["alpha"] < 0.8]
    if len(below) == len(rows):
        return f"Two passes agree too little on {formatting.listed(below)}"
    if below:
        return f"Two passes agree, but too little on {formatting.listed(below)}"
    # Rounded down, since 0.996 is not full agreement; but 0.29 * 100 is a little less than 29.
    lowest = math.floor(round(min(row["alpha"] for row in rows) * 100, 7)) / 100
    return f"Two passes agree: alpha {lowest:.2f} or more" if lowest < 1 else "Two passes agree on every code"


@queries.cached
def key(view: View) -> list[Finding]:
    """The key findings of a view, as many as it has data for: at most five."""
    result = [binding(view), *busiest_theme(view)]
    if len(view.ds.commitments):
        result.append(firmness(view))
    if len(view.ds.pledges):
        result.append(money(view))
    if len(view.ds.place_mentions):
        result.append(places(view))
    return result
