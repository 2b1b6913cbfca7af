"""Passages, selections and codes in words.

Lines are Markdown whose only markup is `**`; `plain` removes it for documents.
"""

import textwrap

import pandas as pd

from components.content.text import formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Found, Record, Selection

LONGEST_LABEL = 84  # letters of an outcome's name


def reference(passage: Record) -> str:
    """Where a passage is in the statement: `Paragraph 13, sentence 8`."""
    return formatting.place(passage["paragraph"], passage["sentence"])


def codes(ds: Dataset, passage: Record) -> list[str]:
    """Theme, actor and speech act of a passage in words."""
    theme, actor, act = (
        queries.label(ds, facet, passage[facet]) for facet in ("theme", "actor", "speech_act")
    )
    return [theme, actor, act.lower()]


def lines(ds: Dataset, passage_id: str) -> list[str]:
    """What was read from a passage: a line per commitment and per pledge, then one line each for all its
    places, dates and bodies."""
    result = [commitment(ds, row) for row in queries.of_passage(ds, "commitments", passage_id)]
    result += [f"**Money**: {pledge(ds, row)}" for row in queries.of_passage(ds, "pledges", passage_id)]
    places = _names(ds.places, "place_id", queries.of_passage(ds, "place_mentions", passage_id))
    dates = [
        f"{row['label']} ({formatting.dated(row)})" for row in queries.of_passage(ds, "dates", passage_id)
    ]
    bodies = _names(ds.bodies, "body_id", queries.of_passage(ds, "body_mentions", passage_id))
    for what, names in (("Places", places), ("Dates", dates), ("Bodies", bodies)):
        if names:
            result.append(f"**{what}**: {'; '.join(names)}")
    return result


def commitment(ds: Dataset, row: Record) -> str:
    """A row of commitments in words: `**Pledged**: Contribute to the fund (Both)`."""
    strength, actor = (queries.label(ds, facet, row[facet]) for facet in ("strength", "actor"))
    return f"**{strength}**: {row['title']} ({actor})"


def pledge(ds: Dataset, row: Record) -> str:
    """A row of pledges in words: `$200 million (new money). No yearly split is given.` Without an amount, the
    title is in its place."""
    amount: str = formatting.money(row["amount_usd"]) if pd.notna(row["amount_usd"]) else row["title"]
    return f"{amount} ({queries.label(ds, 'basis', row['basis']).lower()}). {row['caveat']}".rstrip()


def searched(found: Found) -> list[str]:
    """How a search has gone beyond the words that were typed; empty if it has not."""
    lines = ["All of these words, not side by side"] if found.apart else []
    if found.also:
        lines.append(f"Also searched: {formatting.literal(', '.join(found.also))}")
    return lines


def followed_up(outcome: Record) -> str:
    """What an outcome is called beside its date: what it follows up or, if that is a passage alone, the
    beginning of what happened. `outcome` is a row of `queries.outcomes`."""
    return outcome["follows"] or textwrap.shorten(outcome["what"], LONGEST_LABEL, placeholder=" …")


def citation(ds: Dataset, passage: Record) -> str:
    """The text of a passage, with its paragraph, and the title, date and address of the statement."""
    statement = ds.statement
    source = f"{statement.title}, {formatting.day(statement.date)}. {statement.url}"
    return f"“{passage['text']}”\n{reference(passage)}. {source}"


def corpus(ds: Dataset) -> list[str]:
    """What the corpus of a dataset holds, and how much of it was read again, a paragraph each; none without a
    corpus."""
    if ds.corpus is None:
        return []
    texts, mentions, links = ds.corpus.statements, ds.corpus.topic_mentions, ds.corpus.links
    first, last = (formatting.day(day.date()) for day in (texts["date"].min(), texts["date"].max()))
    checked, reviewed = int(mentions["checked"].sum()), int((links["how"] == queries.REVIEWED).sum())
    plural, reviewer = formatting.plural, ds.corpus.about.get("reviewer", "a reader")
    return [
        f"**{plural(len(texts), 'text')} of {plural(texts['meeting_id'].nunique(), 'meeting')}** in "
        f"{plural(len(ds.corpus.series), 'series', 'series')}, {first} to {last}: "
        f"{len(ds.corpus.passages):,} sentences, the {len(ds.passages)} of the coded statement among them. "
        f"{ds.corpus.descriptor['description']}",
        f"Of {len(mentions):,} mentions of {plural(len(ds.corpus.topics), 'topic')}, {reviewer} "
        f"has confirmed {checked:,}; {plural(len(ds.corpus.rejected_mentions), 'match', 'matches')} of a "
        f"pattern were refused. Of {len(links):,} links between sentences of different meetings, {reviewer} "
        f"has reviewed {reviewed:,}, and refused {plural(len(ds.corpus.rejected_links), 'pair')}; the "
        "others were found by the rule and not checked.",
    ]


def chosen(ds: Dataset, selection: Selection) -> str:
    """A selection in words: `theme Health or Climate, actor Both, kind deadline`; "" for an empty one."""
    parts = []
    for field, facet in queries.FACETS.items():
        # Topics are as many as fit, by what the page was asked for; meetings stand in the title.
        if field in ("topics", "meetings"):
            continue
        labels = [queries.label(ds, facet, code) for code in getattr(selection, field)]
        if field in ("roles", "kinds"):
            labels = [label.lower() for label in labels]
        if labels:
            parts.append(f"{facet.removeprefix('date_')} {formatting.listed(labels, 'or')}")
    if selection.words:
        parts.append(f"words “{selection.words}”")
    if selection.reviewed:
        parts.append("reviewed links only")
    return ", ".join(parts)


def none(what: str, filter_words: str) -> str:
    """That there is no `what` (a singular noun) under a filter in words or, if they are "", at all."""
    return f"No {what} under {filter_words}." if filter_words else f"The statement has no {what}."


def nothing(filter_words: str) -> str:
    """That a picture has nothing to show under a filter in words or, if they are "", at all."""
    return f"Nothing to show here{f' under {filter_words}' if filter_words else ''}."


@queries.cached
def definitions(ds: Dataset, facet: str) -> str:
    """The codes of a facet and their definitions, as a Markdown list."""
    codes = queries.codes(ds, facet).values()
    return "\n".join(f"- **{code.label}**: {code.definition}" for code in codes)


def plain(line: str) -> str:
    """A line without its Markdown."""
    return line.replace("**", "")


def _names(table: pd.DataFrame, key: str, mentions: list[Record]) -> list[str]:
    """The names of the mentioned places or bodies, each once, in the order of mention."""
    names = dict(zip(table[key], table["name"], strict=True))
    return list(dict.fromkeys(names[mention[key]] for mention in mentions))
