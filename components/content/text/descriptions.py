"""What the dataset reads from a passage, in words. (no streamlit)

Lines are Markdown with `**` alone; `plain` takes it out for documents.
"""

from collections.abc import Sequence

import pandas as pd

from components.content.text import formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection

FILTERS = {"theme": "Theme", "actor": "Actor"}  # the shared filters: facet and URL name, word on screen


def place(row: pd.Series) -> str:
    """Where a passage stands: `Paragraph 13, sentence 8`."""
    return f"Paragraph {row['paragraph']}, sentence {row['sentence']}"


def codes(ds: Dataset, row: pd.Series) -> list[str]:
    """Theme, actor and speech act of a passage in words."""
    theme, actor, act = (queries.label(ds, facet, row[facet]) for facet in ("theme", "actor", "speech_act"))
    return [theme, actor, act.lower()]


def lines(ds: Dataset, passage_id: str) -> list[str]:
    """A line each for commitments and pledges, one for all places, one for dates, one for bodies."""
    said = [commitment(ds, row) for row in queries.of_passage(ds.commitments, passage_id)]
    said += [f"**Money**: {pledge(ds, row)}" for row in queries.of_passage(ds.pledges, passage_id)]
    places = _names(ds.places, "place_id", queries.of_passage(ds.place_mentions, passage_id))
    dates = [
        f"{row['label']} ({formatting.span(row['start'], row['end'], row['precision'])})"
        for row in queries.of_passage(ds.dates, passage_id)
    ]
    bodies = _names(ds.bodies, "body_id", queries.of_passage(ds.body_mentions, passage_id))
    for what, names in (("Places", places), ("Dates", dates), ("Bodies", bodies)):
        if names:
            said.append(f"**{what}**: {'; '.join(names)}")
    return said


def commitment(ds: Dataset, row: dict) -> str:
    """`**Pledged**: Contribute to the fund (Both)`."""
    strength, actor = (queries.label(ds, facet, row[facet]) for facet in ("strength", "actor"))
    return f"**{strength}**: {row['title']} ({actor})"


def pledge(ds: Dataset, row: dict) -> str:
    """`$200 million (new money). No yearly split is given.`; the title where no sum is stated."""
    amount = formatting.money(row["amount_usd"]) if pd.notna(row["amount_usd"]) else row["title"]
    return f"{amount} ({queries.label(ds, 'basis', row['basis']).lower()}). {row['caveat']}".rstrip()


def citation(ds: Dataset, row: pd.Series) -> str:
    """The verbatim text with paragraph, title, date and official address."""
    statement = ds.statement
    return (
        f"“{row['text']}”\n{place(row)}. {statement.title}, {formatting.day(statement.date)}. {statement.url}"
    )


def chosen(ds: Dataset, selection: Selection) -> str:
    """`theme Health or Climate, actor Both`; empty text without a choice."""
    parts = []
    for facet, asked in (("theme", selection.themes), ("actor", selection.actors)):
        if asked:
            labels = [queries.label(ds, facet, code) for code in asked]
            parts.append(f"{FILTERS[facet].lower()} {formatting.listed(labels, 'or')}")
    return ", ".join(parts)


def limited(ds: Dataset, selection: Selection, facet: str, codes: Sequence[str]) -> str:
    """The filter as from `chosen`, and a page's own choice of codes: `theme Health, kind deadline`."""
    words = [queries.label(ds, facet, code).lower() for code in codes]
    own = f"{facet.removeprefix('date_')} {formatting.listed(words, 'or')}" if words else ""
    return ", ".join(filter(None, [chosen(ds, selection), own]))


@queries.remembered
def definitions(codes: pd.DataFrame) -> str:
    """The codes of a facet (as `queries.codes`) with what they mean, as a Markdown list."""
    return "\n".join(f"- **{row['label']}**: {row['definition']}" for _, row in codes.iterrows())


def plain(line: str) -> str:
    """A line without its Markdown."""
    return line.replace("**", "")


def _names(table: pd.DataFrame, key: str, mentions: list[dict]) -> list[str]:
    """Names of what is mentioned, each once, in the order of mention."""
    names = dict(zip(table[key], table["name"], strict=True))
    return list(dict.fromkeys(names[mention[key]] for mention in mentions))
