"""Sentences computed from a view of the statement, each with the passages behind it."""

from components.content.text import formatting
from data import queries
from data.queries import View

Finding = tuple[str, list[str]]


def binding(view: View) -> Finding:
    """How much of the view binds: commitments, and the sentences that hold them."""
    ids = list(view.ds.commitments["passage_id"].unique())
    held = formatting.plural(len(view.ds.commitments), "commitment")
    sentences = formatting.plural(len(view.ds.passages), "sentence")
    if not ids:
        none = (
            "The one sentence holds no" if len(view.ds.passages) == 1 else f"None of the {sentences} holds a"
        )
        return f"{none} commitment.", []
    verb = "holds" if len(ids) == 1 else "hold"
    rest = "; the rest state facts, beliefs and attitudes" if len(ids) < len(view.ds.passages) else ""
    return f"**{len(ids)}** of {sentences} {verb} **{held}**{rest}.", ids


@queries.cached
def commitments(view: View) -> str:
    """`24 of 68 commitments, 3 of them naming an amount, 4 a date and 10 a mechanism.`"""
    count, total = len(view.ds.commitments), len(view.whole.commitments)
    if not count:
        return f"None of {formatting.plural(total, 'commitment')}."
    said = formatting.plural(total, "commitment")
    if count < total:
        said = f"{count} of {said}"
    named = [(int(view.ds.commitments[column].sum()), word) for column, word in queries.MARKS.items()]
    words = [f"{number} {formatting.article(word)} {word}" for number, word in named if number]
    if not words:
        return f"**{said}**; none names an amount, a date or a mechanism."
    first, _, rest = words[0].partition(" ")
    words[0] = f"{first} {'names' if first == '1' else 'name'} {rest}"
    return f"**{said}**: {formatting.listed(words)}."


@queries.cached
def firmness(view: View) -> Finding:
    """How firm the commitments are, from the top of the ladder down, and whose they are."""
    counts = view.ds.commitments["strength"].value_counts()
    words = [
        f"{counts[code]} {label.lower()}" for code, label in view.labels("strength").items() if code in counts
    ]
    owed = view.ds.commitments["actor"].value_counts()
    actors = [f"{label} {owed[code]}" for code, label in view.labels("actor").items() if code in owed]
    firm, owed_by = formatting.listed(words), formatting.listed(actors)
    text = f"From firm to loose, the words are: {firm}. Who has to act: {owed_by}."
    return text, list(view.ds.commitments["passage_id"])


@queries.cached
def busiest_theme(view: View) -> list[Finding]:
    """Which theme holds the most commitments; nothing where there is but one theme, or no commitment."""
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
    """The sums by basis, never added, and how many undertakings state none."""
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
    """How many dates the view names, and how they fall before and after the statement."""
    found = view.ds.dates
    if found.empty:
        return "No date under this filter."
    kinds = view.labels("date_kind")
    counts = found["kind"].value_counts()
    words = [f"{label.lower()} {counts[code]}" for code, label in kinds.items() if code in counts]
    implied = int((found["note"] != "").sum())
    tail = (
        f"; {implied} of them {'is' if implied == 1 else 'are'} implied rather than printed"
        if implied
        else ""
    )
    return f"**{formatting.plural(len(found), 'date')}**. By kind: {formatting.listed(words)}{tail}."


def followed(view: View) -> str:
    """How many events are listed that follow up the view's commitments and pledges, from when to when."""
    found = queries.outcomes(view)
    if found.empty:
        return "Nothing that followed is listed under this filter."
    first, last = (
        formatting.span(row["date"], row["date"], row["precision"])
        for row in queries.records(found.iloc[[0, -1]])
    )
    said = formatting.plural(len(found), "event that followed is", "events that followed are")
    return (
        f"**{said}** listed, {first}." if len(found) == 1 else f"**{said}** listed, from {first} to {last}."
    )


@queries.cached
def places(view: View) -> Finding:
    """The places named most often."""
    found = queries.places(view)
    top = [f"{row['name']} ({row['mentions']})" for row in queries.records(found.head(3))]
    more = f", most often {formatting.listed(top)}" if len(found) > 3 else f": {formatting.listed(top)}"
    return f"{formatting.plural(len(found), 'place is', 'places are')} named{more}.", list(
        view.ds.place_mentions["passage_id"]
    )


@queries.cached
def key(view: View) -> list[Finding]:
    """The findings that the view has data for, at most five."""
    found = [binding(view), *busiest_theme(view)]
    if len(view.ds.commitments):
        found.append(firmness(view))
    if len(view.ds.pledges):
        found.append(money(view))
    if len(view.ds.place_mentions):
        found.append(places(view))
    return found
