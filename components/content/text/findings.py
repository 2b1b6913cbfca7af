"""Findings: sentences computed from a view, most of them with the passages behind them."""

import math
from itertools import groupby

import pandas as pd

from components.content.text import descriptions, formatting
from data import queries
from data.queries import View

MENTIONS_FOR_A_TITLE = 5  # of fewer mentions none stands out
Finding = tuple[str, list[str]]  # the sentence (Markdown with `**`), and the passage ids behind it
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")

# For the titles of pictures: from how many commitments on, and at which share of firm or loose ones, a
# theme is called firm or loose; and how many themes a title names.
FEW_COMMITMENTS, ONE_SIDED, MOST_NAMES = 4, 0.75, 3
SHORTEST_RUN = 3  # sentences
WIDE_GAP = 0.05  # between a theme's share of the words and its share of the commitments


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
def ribbon(view: View) -> str:
    """How many sentences commit, and how many of them firmly: `50 of 89 sentences commit, 31 firmly`."""
    count, committing = len(view.ds.passages), view.ds.commitments["passage_id"].nunique()
    if count == 1:
        return f"The one sentence {'commits' if committing else 'commits to nothing'}"
    if not committing:
        return f"None of the {count} sentences commits"
    verb = "commits" if committing == 1 else "commit"
    is_firm = view.ds.commitments["strength"].isin(queries.firm(view.whole))
    firmly = view.ds.commitments.loc[is_firm, "passage_id"].nunique()
    how = f", {firmly} firmly" if 0 < firmly < committing else ""
    if committing == count:
        return f"All {count} sentences commit{how}"
    return f"{committing} of {count} sentences {verb}{how}"


def longest_run(view: View) -> str:
    """A sentence about the longest run of sentences that are in the view and commit firmly; "" if several
    themes have one, or the view has one theme alone. A run is of one theme; shorter ones than SHORTEST_RUN
    do not count."""
    firm = queries.firm(view.whole)
    themes: set[str] = set()
    longest = SHORTEST_RUN
    for (theme, committed), run in groupby(
        queries.records(queries.ribbon(view)),
        key=lambda row: (row["theme"], row["shown"] and row["strength"] in firm),
    ):
        length = len(list(run))
        if not committed or length < longest:
            continue
        themes = {theme} if length > longest else themes | {theme}
        longest = length
    if len(themes) != 1 or view.ds.passages["theme"].nunique() < 2:
        return ""
    theme = view.labels("theme")[themes.pop()]
    return f"In reading order, the longest run of sentences that commit firmly is about {theme}: {longest}."


@queries.cached
def balance(view: View) -> str:
    """Which themes are firm and which are loose; of one theme, or where none is either, how many commitments
    are firm. A theme is one or the other if three of four of its commitments are, of at least four."""
    rows = queries.commitments(view)
    is_firm = rows["strength"].isin(queries.firm(view.whole))
    if rows["theme"].nunique() > 1:
        shares = is_firm.groupby(rows["theme"]).agg(["mean", "size"])
        shares = shares[shares["size"] >= FEW_COMMITMENTS]
        named = [
            [label for code, label in view.labels("theme").items() if code in set(shares.index[one_sided])]
            for one_sided in (shares["mean"] >= ONE_SIDED, shares["mean"] <= 1 - ONE_SIDED)
        ]
        sides = [(labels, word) for labels, word in zip(named, ("firm", "loose"), strict=True) if labels]
        if sides and all(len(labels) <= MOST_NAMES for labels, _ in sides):
            if len(sides) == 2:
                return ", ".join(f"{formatting.listed(labels)} {word}" for labels, word in sides)
            [(labels, word)] = sides
            return f"{formatting.listed(labels)} {'is' if len(labels) == 1 else 'are'} {word}"
    firm = int(is_firm.sum())
    if len(rows) == 1:
        strength = view.labels("strength")[rows["strength"].iloc[0]].lower()
        return f"The one commitment is {'firm' if firm else 'loose'}: {strength}"
    if firm == len(rows):
        return f"All {firm} commitments are firm"
    return f"{firm or 'None'} of {len(rows)} commitments {'is' if firm < 2 else 'are'} firm"


@queries.cached
def emphasis(view: View) -> str:
    """The theme whose share of the commitments is the farthest above its share of the words, with both; ""
    where none is far above, or several are equally far."""
    rows = queries.emphasis(view)
    gaps = (rows["share_commitments"] - rows["share_words"]).round(3)
    widest = rows[gaps == gaps.max()]
    if len(widest) != 1 or gaps.max() < WIDE_GAP:
        return ""
    (row,) = queries.records(widest)
    theme = view.labels("theme")[row["theme"]]
    return (
        f"{theme}: {row['share_words']:.0%} of the words, {row['share_commitments']:.0%} of the commitments"
    )


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
        parts.append(f"{formatting.plural(without, 'entry', 'entries')} about money {verb} no figure")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + ".", list(view.ds.pledges["passage_id"])


def kinds_of_money(view: View) -> str:
    """What stands out in the view's money: `Three sums of three kinds cannot be compared`; "" without any."""
    rows = queries.sums(view)
    sums = rows.dropna(subset="amount_usd")
    kinds = sums["basis"].nunique()
    if len(sums) > 1 and kinds > 1:
        return f"{_words(len(sums))} sums of {_words(kinds).lower()} kinds cannot be compared"
    if len(sums) > 1:
        return f"{_words(len(sums))} sums of one kind: {view.labels('basis')[sums['basis'].iloc[0]].lower()}"
    if len(sums):
        (row,) = queries.records(sums)
        kind = view.labels("basis")[row["basis"]].lower()
        return f"One sum of money: {formatting.money(row['amount_usd'])}, {kind}"
    if len(rows):
        return "An increase, and no amount" if len(rows) == 1 else "Increases, and no amount"
    return "Rules about money, and no sum" if len(view.ds.pledges) else ""


def money_entries(view: View) -> str:
    """How many entries about money the view has, and how many of them name a sum."""
    count, rules = len(view.ds.pledges), int(queries.pledges(view)["rule"].sum())
    if not count:
        return descriptions.none("entry about money", _filter(view))
    sums = int(view.ds.pledges["amount_usd"].notna().sum())
    parts = []
    if sums:
        parts.append(formatting.plural(sums, "sum"))
    if count - sums - rules:
        parts.append(f"{formatting.plural(count - sums - rules, 'increase')} without a figure")
    if rules:
        parts.append(f"{rules} without a sum")
    return f"**{formatting.plural(count, 'entry', 'entries')} about money**: {formatting.listed(parts)}."


@queries.cached
def dates(view: View) -> str:
    """How many dates the view has, how they lie to the day of the statement, and how many are not printed in
    full."""
    dates = queries.dates(view)
    if dates.empty:
        return descriptions.none("date", _filter(view))
    counts = dates["lies"].value_counts()
    places = {"behind": "before the statement", "running": "under way", "ahead": "ahead"}
    words = [f"{counts[lies]} {place}" for lies, place in places.items() if lies in counts]
    implied = int(dates["implied"].sum())
    tail = f"; {implied} {'is' if implied == 1 else 'are'} not printed in full" if implied else ""
    return f"**{formatting.plural(len(dates), 'date')}**: {formatting.listed(words)}{tail}."


def due(view: View) -> str:
    """What stands out in the view's dates: `Every deadline is about climate`. "" where nothing does.

    Due is what has a deadline.
    """
    dates = queries.dates(view)
    deadlines = dates.loc[dates["kind"] == "deadline", "theme"].value_counts()
    all_themes = queries.with_passage(view.whole, view.whole.dates)["theme"].nunique()
    if deadlines.sum() > 1 and all_themes > 1 and len(view.selection.themes) != 1:
        theme = formatting.within(view.labels("theme")[deadlines.index[0]])
        if len(deadlines) == 1:
            return f"Every deadline is about {theme}"
        if 2 * deadlines.iloc[0] > deadlines.sum():
            return f"{deadlines.iloc[0]} of {deadlines.sum()} deadlines are about {theme}"
    lies = dates["lies"].value_counts()
    words = {"ahead": "lie ahead", "running": "are under way", "behind": "are past"}
    if len(dates) > 1 and not view.selection.kinds and 2 * lies.iloc[0] > len(dates):
        every = "Both" if len(dates) == 2 else f"All {len(dates)}"
        count = every if len(lies) == 1 else f"{lies.iloc[0]} of {len(dates)}"
        return f"{count} dates {words[lies.index[0]]}"
    return ""


def followed(view: View) -> str:
    """How many events followed the view's commitments and pledges, and their first and last date."""
    outcomes = queries.outcomes(view)
    if outcomes.empty:
        return "Nothing that followed is listed" + (" under this filter." if view.selection else ".")
    first, last = (
        formatting.span(row["date"], row["date"], row["precision"])
        for row in queries.records(outcomes.iloc[[0, -1]])
    )
    count = formatting.plural(len(outcomes), "event that followed is", "events that followed are")
    when = first if len(outcomes) == 1 else f"from {first} to {last}"
    known = follow_up(view)
    parts = [f"**{count}** listed, {when}.", f"{known}." if known else ""]
    return " ".join([*filter(None, parts), "Where nothing is listed, something may still have happened."])


@queries.cached
def follow_up(view: View) -> str:
    """How many of the view's commitments have a known follow-up, and of how many it is a reversal:
    `44 of 68 commitments have a known follow-up, 2 were reversed`. "" without commitments or outcomes."""
    total, relations = len(view.ds.commitments), queries.relations(view)
    if not total or view.whole.outcomes.empty:
        return ""
    if not relations:
        return f"None of {formatting.plural(total, 'commitment')} has a known follow-up"
    verb = "has" if len(relations) == 1 else "have"
    head = f"{len(relations)} of {formatting.plural(total, 'commitment')} {verb} a known follow-up"
    gone = sum(queries.REVERSED in codes for codes in relations.values())
    return f"{head}, {gone} {'was' if gone == 1 else 'were'} reversed" if gone else head


def followed_up(view: View) -> str:
    """`follow_up` as a sentence with `**`; "" where it says nothing."""
    known = follow_up(view)
    return f"{known}." if known else ""


@queries.cached
def verbs(view: View) -> str:
    """Which word carries the most commitments, and how many the next does, as a title:
    `The word “agree” carries 15 of 68 commitments, “will” 14`. "" where none carries more than the others."""
    rows = queries.records(queries.verbs(view))
    total = len(view.ds.commitments)
    if total == 1:
        return f"The word “{rows[0]['verb']}” carries the one commitment"
    if not rows or (len(rows) > 1 and rows[0]["count"] == rows[1]["count"]):
        return ""
    head = f"The word “{rows[0]['verb']}” carries {rows[0]['count']} of {total} commitments"
    if len(rows) > 1 and 2 * rows[1]["count"] >= rows[0]["count"]:
        return f"{head}, “{rows[1]['verb']}” {rows[1]['count']}"
    return head


@queries.cached
def places(view: View) -> Finding:
    """How many places are named, and the three named most often."""
    places = queries.places(view)
    if places.empty:
        return descriptions.none("place", _filter(view)), []
    top = formatting.listed(
        [f"{row['short_name']} ({row['mentions']})" for row in queries.records(places.head(3))]
    )
    names = f", most often {top}" if len(places) > 3 else f": {top}"
    text = f"{formatting.plural(len(places), 'place is', 'places are')} named{names}."
    return text, list(view.ds.place_mentions["passage_id"])


def agreement(reliability: pd.DataFrame) -> str:
    """How far two codings agree, as a title without markup: the lowest alpha, or the facets below
    RELIABLE. "" where no facet has an alpha. `reliability` as from `queries.reliability`."""
    rows = queries.records(reliability.dropna(subset="alpha"))
    if not rows:
        return ""
    below = [row["facet"].replace("_", " ") for row in rows if row["alpha"] < queries.RELIABLE]
    if len(below) == len(rows):
        return f"Two passes agree too little on {formatting.listed(below)}"
    if below:
        return f"Two passes agree, but too little on {formatting.listed(below)}"
    # Rounded down, since 0.9996 is not full agreement; but 0.29 * 1000 may be a little less than 290.
    lowest = math.floor(round(min(row["alpha"] for row in rows) * 1000, 7)) / 1000
    return f"Two passes agree: alpha {lowest:.3f} or more" if lowest < 1 else "Two passes agree on every code"


@queries.cached
def where(view: View) -> str:
    """`Bay and what lies in it: 29 of 65 mentions`: the group of places with the most mentions, or two.

    A neutral title where too little is named for one to stand out, or where three or more have as many.
    """
    groups = queries.place_groups(view)
    total = int(groups["mentions"].sum())
    top = groups[groups["mentions"] == groups["mentions"].max()]
    if total < MENTIONS_FOR_A_TITLE or len(top) > 2 or len(groups) < 2:
        return "Where the statement looks"
    first = top.iloc[0]
    if len(top) == 2:
        return f"{formatting.listed(list(top['name']))}: {first['mentions']} of {total} mentions each"
    within = " and what lies in it" if first["places"] > 1 else ""
    return f"{first['name']}{within}: {first['mentions']} of {total} mentions"


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


def _filter(view: View) -> str:
    """What a sentence calls the view's filter; "" without one."""
    return "this filter" if view.selection else ""


def _words(number: int) -> str:
    """A number at the start of a sentence: `Three`, `12`."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number}"
