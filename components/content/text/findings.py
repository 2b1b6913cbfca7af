"""Sentences computed from a view of the statement, each with the passages behind it. (no streamlit)"""

from components.content.text import formatting
from data import queries
from data.load.dataset import Dataset

Finding = tuple[str, list[str]]


def binding(ds: Dataset) -> Finding:
    """How much of the view binds: commitments, and the sentences that hold them."""
    ids = list(ds.commitments["passage_id"].unique())
    held = formatting.plural(len(ds.commitments), "commitment")
    sentences = formatting.plural(len(ds.passages), "sentence")
    if not ids:
        none = "The one sentence holds no" if len(ds.passages) == 1 else f"None of the {sentences} holds a"
        return f"{none} commitment.", []
    verb = "holds" if len(ids) == 1 else "hold"
    rest = "; the rest state facts, beliefs and attitudes" if len(ids) < len(ds.passages) else ""
    return f"**{len(ids)}** of {sentences} {verb} **{held}**{rest}.", ids


@queries.remembered
def commitments(ds: Dataset, whole: Dataset) -> str:
    """`24 of 68 commitments, 3 of them naming an amount, 4 a date and 10 a mechanism.`"""
    count, total = len(ds.commitments), len(whole.commitments)
    if not count:
        return f"None of {formatting.plural(total, 'commitment')}."
    said = formatting.plural(total, "commitment")
    if count < total:
        said = f"{count} of {said}"
    named = [(int(ds.commitments[column].sum()), word) for column, word in queries.MARKS.items()]
    words = [f"{number} {formatting.article(word)} {word}" for number, word in named if number]
    if not words:
        return f"**{said}**; none names an amount, a date or a mechanism."
    first, _, rest = words[0].partition(" ")
    words[0] = f"{first} {'names' if first == '1' else 'name'} {rest}"
    return f"**{said}**: {formatting.listed(words)}."


@queries.remembered
def firmness(ds: Dataset) -> Finding:
    """How firm the commitments are, from the top of the ladder down, and whose they are."""
    counts = ds.commitments["strength"].value_counts()
    words = [
        f"{counts[code]} {row['label'].lower()}"
        for code, row in queries.codes(ds, "strength").iterrows()
        if code in counts
    ]
    owed = ds.commitments["actor"].value_counts()
    actors = [
        f"{row['label']} {owed[code]}" for code, row in queries.codes(ds, "actor").iterrows() if code in owed
    ]
    return (
        f"From firm to loose, the words are: {formatting.listed(words)}. Who has to act: {formatting.listed(actors)}.",
        list(ds.commitments["passage_id"]),
    )


@queries.remembered
def busiest_theme(ds: Dataset) -> list[Finding]:
    """Which theme holds the most commitments; nothing where there is but one theme, or no commitment."""
    rows = queries.with_passage(ds.commitments, ds)
    if rows.empty or ds.passages["theme"].nunique() < 2:
        return []
    counts = rows["theme"].value_counts()
    top = counts[counts == counts.max()]
    themes = queries.codes(ds, "theme")["label"]
    names = formatting.listed([f"**{themes[code]}**" for code in top.index])
    verb = "holds" if len(top) == 1 else "hold"
    each = "" if len(top) == 1 else " each"
    text = f"{names} {verb} the most commitments: {counts.max()}{each} of {len(rows)}."
    return [(text, list(rows[rows["theme"].isin(top.index)]["passage_id"]))]


@queries.remembered
def money(ds: Dataset) -> Finding:
    """The sums by basis, never added, and how many undertakings state none."""
    bases = queries.codes(ds, "basis")["label"]
    stated = ds.pledges[ds.pledges["amount_usd"].notna()].sort_values("amount_usd", ascending=False)
    sums = [
        f"{formatting.money(row['amount_usd'])} ({bases[row['basis']].lower()})"
        for _, row in stated.iterrows()
    ]
    parts = []
    if len(sums) == 1:
        parts.append(f"one sum of money is named, {sums[0]}")
    elif sums:
        parts.append(f"{len(sums)} sums of money are named that cannot be added: {formatting.listed(sums)}")
    without = len(ds.pledges) - len(sums)
    if without:
        verb = "states" if without == 1 else "state"
        parts.append(f"{formatting.plural(without, 'undertaking')} about public money {verb} no figure")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + ".", list(ds.pledges["passage_id"])


@queries.remembered
def dates(ds: Dataset) -> str:
    """How many dates the view names, and how they fall before and after the statement."""
    found = ds.dates
    if found.empty:
        return "No date under this filter."
    kinds = queries.codes(ds, "date_kind")["label"]
    counts = found["kind"].value_counts()
    words = [f"{label.lower()} {counts[code]}" for code, label in kinds.items() if code in counts]
    implied = int((found["note"] != "").sum())
    tail = (
        f"; {implied} of them {'is' if implied == 1 else 'are'} implied rather than printed"
        if implied
        else ""
    )
    return f"**{formatting.plural(len(found), 'date')}**. By kind: {formatting.listed(words)}{tail}."


def followed(ds: Dataset) -> str:
    """How many events are listed that follow up the view's commitments and pledges, from when to when."""
    found = queries.outcomes(ds)
    if found.empty:
        return "Nothing that followed is listed under this filter."
    first, last = (
        formatting.span(row["date"], row["date"], row["precision"])
        for _, row in found.iloc[[0, -1]].iterrows()
    )
    said = formatting.plural(len(found), "event that followed is", "events that followed are")
    return (
        f"**{said}** listed, {first}." if len(found) == 1 else f"**{said}** listed, from {first} to {last}."
    )


@queries.remembered
def places(ds: Dataset) -> Finding:
    """The places named most often."""
    found = queries.places(ds)
    top = [f"{row['name']} ({row['mentions']})" for _, row in found.head(3).iterrows()]
    more = f", most often {formatting.listed(top)}" if len(found) > 3 else f": {formatting.listed(top)}"
    return f"{formatting.plural(len(found), 'place is', 'places are')} named{more}.", list(
        ds.place_mentions["passage_id"]
    )


@queries.remembered
def key(ds: Dataset) -> list[Finding]:
    """The findings that the view has data for, at most five."""
    found = [binding(ds), *busiest_theme(ds)]
    if len(ds.commitments):
        found.append(firmness(ds))
    if len(ds.pledges):
        found.append(money(ds))
    if len(ds.place_mentions):
        found.append(places(ds))
    return found
