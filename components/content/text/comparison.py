"""A comparison of two texts in words: names, places, counts, and what the lists mean."""

from dataclasses import replace

import pandas as pd

from components.content.text import citations, descriptions, formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Comparison, Meeting, Pair, Reference, Silence, View

LONGEST_WORDS = 60  # letters of a search that a notice repeats
OLD, NEW = "old", "new"
SIDES = {OLD: "Older text", NEW: "Newer text"}
KEPT, NEW_HERE, NOT_FOUND = "Kept or reworded", "New here", "No counterpart found"
NO_CORPUS = "This folder holds no neighbouring statements, so there is nothing to compare."
HOW_TO_READ = (
    "Above the older text, below the newer one; a tick is a sentence. A **grey** tick is in a pair: a solid "
    "line leads to the sentence that makes the same point. A **filled** tick is new here, a **hollow** one "
    "has no counterpart that was found. A dotted line leads to a sentence on the same subject at most. Click "
    "a tick or a number for its sentences.\n\n"
    "Links are found by a rule, and some are reviewed: Method says how, and how often they err. **Firmer** "
    "and **looser** are said only where the verbs of both sentences make their strength clear by the "
    "codebook; all other pairs are not judged. No theme, act or strength is coded for these texts: a theme "
    "chosen above leaves the sentences that name one of its **topics**, and actors change nothing here."
)


def meeting_label(ds: Dataset, meeting: Meeting) -> str:
    """A meeting in a list: its series, its days and the titles of its texts."""
    return f"{queries.series(ds)[meeting.series]}, {days(meeting)}: {titles(meeting)}"


def days(meeting: Meeting) -> str:
    """The day of a meeting's texts, or the first and the last."""
    first, last = formatting.day(meeting.start), formatting.day(meeting.end)
    return first if first == last else f"{first} – {last}"


def titles(meeting: Meeting) -> str:
    """The short titles of a meeting's texts. What is no statement is called what it is."""
    return formatting.listed([text.short_title + text.kind_note for text in meeting.texts])


def tick_names(pair: tuple[Meeting, Meeting]) -> tuple[str, str]:
    """The days of two meetings, as short as tells them apart: years, or days. A reader's text has no day."""
    old, new = pair
    if queries.OWN in (old.meeting_id, new.meeting_id):
        first, second = (
            queries.UNREVIEWED if one.meeting_id == queries.OWN else str(one.end.year) for one in pair
        )
        return first, second
    if old.end.year != new.end.year:
        return str(old.end.year), str(new.end.year)
    return formatting.day(old.end), formatting.day(new.end)


def place(reference: Reference) -> str:
    """Where a sentence stands in its text: `paragraph 13, sentence 8`."""
    return citations.place(reference).lower()


def where(ds: Dataset, reference: Reference) -> str:
    """As `place`, with the title of the text if its meeting has several."""
    text = queries.texts(ds)[reference.statement_id]
    several = len(queries.all_meetings(ds)[text.meeting_id].texts) > 1
    return f"{text.short_title}, {place(reference)}" if several else place(reference)


def found(side: str, others: int, paired: bool) -> str:
    """What was found for a sentence of a side, in words. others: how many sentences of the other one."""
    if paired:
        counterparts = formatting.plural(others, "counterpart")
        return f"kept or reworded, {counterparts}"
    alone = "new here" if side == NEW else "no counterpart found"
    return f"{alone}, {others} only related" if others else alone


def meaning(ds: Dataset, name: str) -> str:
    """What a list of a comparison means, and how often it was wrong in a check, if the corpus says so."""
    if name == KEPT:
        return "Pairs that make the same point. Dropped words are struck through, added words underlined."
    side, key = ("older", "new_here") if name == NEW_HERE else ("newer", "no_counterpart")
    parts = [f"No sentence of the {side} text was found that makes the same point.", _about(ds, key)]
    if name == NOT_FOUND:
        parts.append("It need not be gone: only of a silent topic are the words surely gone.")
    return " ".join(filter(None, parts))


def _about(ds: Dataset, key: str) -> str:
    return ds.corpus.about.get(key, "") if ds.corpus else ""


def counted(side: str, paired: bool, count: int) -> str:
    """A number over a ribbon: how many of its sentences are paired, or stand alone."""
    if side == OLD:
        return f"{count} taken up" if paired else f"{count} no counterpart found"
    return (
        f"{count} take one up"
        if paired and count != 1
        else f"{count} takes one up"
        if paired
        else f"{count} new here"
    )


def verbs(pair: Pair) -> str:
    """Whether the new sentence of a pair is firmer or looser, with the words that tell it; "" if none do."""
    if pair.verbs is None:
        return ""
    way = "Firmer" if pair.verbs.firmer else "Looser"
    return f"{way}: “{pair.verbs.old}” became “{pair.verbs.new}”"


def told(pair: Pair) -> list[str]:
    """What is known of a pair: firmer or looser, whether the words are the same, how the link was made."""
    how = "Link reviewed" if pair.reviewed else "Link by rule"
    return [line for line in (verbs(pair), "Same words" if pair.kept else "", how) if line]


def reading(compared: Comparison) -> str:
    """How many links of the pairs are reviewed, as a sentence; "" without pairs."""
    count, reviewed = len(compared.pairs), sum(pair.reviewed for pair in compared.pairs)
    return f"{reviewed} of {formatting.plural(count, 'link')} reviewed." if count else ""


def numbers(compared: Comparison) -> tuple[int, int, int]:
    """How many new sentences take one up, are new here, and how many old ones have no counterpart."""
    return (
        len({pair.new.reference for pair in compared.pairs}),
        len(compared.new_here),
        len(compared.no_counterpart),
    )


def heading(view: View) -> str:
    """The finding above the picture: `62 of 90 sentences are new since 2021; 28 take up an earlier one`."""
    compared, pair = queries.compared(view), queries.compared_meetings(view)
    if compared is None or pair is None or compared.empty:
        return "What is new since …?"
    old, _ = tick_names(pair)
    taken, fresh, _ = numbers(compared)
    sentences = formatting.plural(taken + fresh, "sentence")
    are, take = "is" if fresh == 1 else "are", "takes" if taken == 1 else "take"
    own = f"{queries.UNREVIEWED.capitalize()}: " if pair[1].meeting_id == queries.OWN else ""
    return f"{own}{fresh} of {sentences} {are} new since {old}; {taken} {take} up an earlier one"


def summary(view: View) -> list[str]:
    """The comparison in sentences."""
    compared, pair = queries.compared(view), queries.compared_meetings(view)
    if compared is None or pair is None:
        return []
    old, new = tick_names(pair)
    taken, fresh, alone = numbers(compared)
    lines = [
        f"**{formatting.plural(taken, 'sentence')}** of {new} "
        f"{'makes' if taken == 1 else 'make'} the same point as one of {old}, "
        f"{compared.kept} of them in the same words; **{fresh}** {'is' if fresh == 1 else 'are'} new.",
        f"For **{formatting.plural(alone, 'sentence')}** of {old} no counterpart was found, "
        "which does not say that they were given up.",
    ]
    for silences, silent, speaking in ((compared.only_old, new, old), (compared.only_new, old, new)):
        if silences:
            names = [f"{label(view.whole, one)} ({len(one.named)})" for one in silences]
            lines.append(f"Named in {speaking} and silent in {silent}: {formatting.listed(names)}.")
    return lines


def label(ds: Dataset, silence: Silence) -> str:
    """The label of a silent topic."""
    return queries.topics(ds)[silence.topic].label


def notes(pair: tuple[Meeting, Meeting]) -> list[str]:
    """What limits a comparison of two meetings: another genre, or texts about one theme."""
    texts = [text for meeting in pair for text in meeting.texts if not text.is_peer]
    genres = [
        f"{text.short_title} of {formatting.day(text.date)} is a {text.kind}, another genre than a statement."
        for text in texts
    ]
    narrow = [
        f"What was published on {days(meeting)} is about one theme. What it leaves out need not be dropped."
        for meeting in pair
        if meeting.narrow
    ]
    return genres + narrow


def is_empty(view: View) -> bool:
    """Whether the filters leave no sentence of the two texts."""
    compared = queries.compared(view)
    return compared is not None and compared.empty


def nothing(view: View) -> str:
    """That the filters leave nothing, in a sentence. Search words are a reader's, and stand there as code."""
    searched = view.selection.words
    words = f"words {formatting.foreign(searched, LONGEST_WORDS)}" if searched else ""
    return descriptions.none("sentence of the two texts", ", ".join(filter(None, [words, _filters(view)])))


def _filters(view: View) -> str:
    """What the filters but for the search leave, in words; "" for everything."""
    return descriptions.chosen(view.whole, replace(view.selection, words=""))


def lead(view: View) -> str:
    """The two texts, with their series, and what the comparison comes to."""
    compared, pair = queries.compared(view), queries.compared_meetings(view)
    filter_words = ", ".join(filter(None, ["the search" * bool(view.selection.words), _filters(view)]))
    if compared is None or pair is None:
        return f"{NO_CORPUS}{f' The filter {filter_words} changes nothing here.' if filter_words else ''}"
    old, new = pair
    _, fresh, alone = numbers(compared)
    return (
        f"{queries.series(view.whole)[old.series]}, {days(old)} and {days(new)}: "
        f"**{len(compared.pairs)}** kept or reworded, **{fresh}** new here, "
        f"**{alone}** no counterpart found{f', under {filter_words}' if filter_words else ''}."
    )


def table(view: View) -> pd.DataFrame:
    """A row per pair and per sentence that stands alone, in words, with their references as passage_ids."""
    compared = queries.compared(view)
    rows = []
    if compared is not None:
        for pair in compared.pairs:
            how = "reviewed" if pair.reviewed else "by rule"
            ids = f"{pair.old.reference};{pair.new.reference}"
            rows.append((KEPT, pair.old.text, pair.new.text, verbs(pair), how, ids))
        for one in compared.new_here:
            rows.append((NEW_HERE, "", one.sentence.text, "", "", str(one.sentence.reference)))
        for one in compared.no_counterpart:
            rows.append((NOT_FOUND, one.sentence.text, "", "", "", str(one.sentence.reference)))
    return pd.DataFrame(rows, columns=["List", "Older text", "Newer text", "Verbs", "Link", "passage_ids"])


def source(ds: Dataset) -> str:
    """Where the texts and the links are from."""
    if queries.OWN in queries.texts(ds):
        return (
            f"{queries.UNREVIEWED.capitalize()}, as it was pasted or opened; links by a rule, not reviewed."
        )
    return "Texts as their governments published them; links by a rule unless marked as reviewed."
