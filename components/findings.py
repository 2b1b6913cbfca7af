"""Sentences computed from a view of the statement, each with the passages behind it. (no streamlit)"""

from components import wording
from data import queries
from data.dataset import Dataset

Finding = tuple[str, list[str]]


def binding(ds: Dataset) -> Finding:
    """How much of the view binds: commitments, and the sentences that hold them."""
    ids = list(ds.commitments["passage_id"].unique())
    held = wording.plural(len(ds.commitments), "commitment")
    sentences = wording.plural(len(ds.passages), "sentence")
    if not ids:
        return f"None of the {sentences} holds a commitment.", []
    return f"**{len(ids)}** of {sentences} {'hold' if len(ids) > 1 else 'holds'} **{held}**; the rest state facts, beliefs and attitudes.", ids


def firmness(ds: Dataset) -> Finding:
    """How firm the commitments are, from the top of the ladder down."""
    counts = ds.commitments["strength"].value_counts()
    words = [
        f"{counts[code]} {row['label'].lower()}"
        for code, row in queries.codes(ds, "strength").iterrows() if code in counts
    ]
    firm = ds.commitments[ds.commitments["strength"].isin(("done", "pledged"))]
    return f"From firm to loose, the words are: {wording.listed(words)}.", list(firm["passage_id"])


def busiest_theme(ds: Dataset) -> Finding:
    """Which theme holds the most commitments."""
    counts = queries.with_passage(ds.commitments, ds)["theme"].value_counts()
    top = counts[counts == counts.max()]
    themes = queries.codes(ds, "theme")["label"]
    names = wording.listed([f"**{themes[code]}**" for code in top.index])
    rows = queries.with_passage(ds.commitments, ds)
    verb = "holds" if len(top) == 1 else "hold"
    each = "" if len(top) == 1 else " each"
    return (
        f"{names} {verb} the most commitments: {counts.max()}{each} of {len(rows)}.",
        list(rows[rows["theme"].isin(top.index)]["passage_id"]),
    )


def money(ds: Dataset) -> Finding:
    """The sums by basis, never added, and how many undertakings state none."""
    bases = queries.codes(ds, "basis")["label"]
    stated = ds.pledges[ds.pledges["amount_usd"].notna()].sort_values("amount_usd", ascending=False)
    sums = [f"{wording.money(row['amount_usd'])} ({bases[row['basis']].lower()})" for _, row in stated.iterrows()]
    without = len(ds.pledges) - len(stated)
    parts = [f"Money is named in {wording.plural(len(sums), 'sum')} that cannot be added: {wording.listed(sums)}"] if len(sums) > 1 else []
    parts += [f"One sum of money is named: {sums[0]}"] if len(sums) == 1 else []
    if without:
        parts.append(f"{wording.plural(without, 'undertaking')} about public money {'states' if without == 1 else 'state'} no figure")
    return "; ".join(parts) + ".", list(ds.pledges["passage_id"])


def places(ds: Dataset) -> Finding:
    """The places named most often."""
    found = queries.places(ds)
    top = [f"{row['name']} ({row['mentions']})" for _, row in found.head(3).iterrows()]
    more = f", most often {wording.listed(top)}" if len(found) > 3 else f": {wording.listed(top)}"
    return f"{wording.plural(len(found), 'place is', 'places are')} named{more}.", list(ds.place_mentions["passage_id"])


def key(ds: Dataset) -> list[Finding]:
    """The findings that the view has data for, at most five."""
    found = [binding(ds)]
    if len(ds.commitments):
        found += [busiest_theme(ds), firmness(ds)]
    if len(ds.pledges):
        found.append(money(ds))
    if len(ds.place_mentions):
        found.append(places(ds))
    return found
