"""Drafts the folder of a coded statement: its files and tables, with a mark on every row that was guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.draft import acts, cuts, dates_and_sums, shipped_names
from data.draft.descriptor import describe, own_properties
from data.draft.files import (
    Row,
    number_ids,
    read_rows,
    shipped_descriptor,
    slug,
    write_descriptor,
    write_rows,
)
from data.load import FOLDER, TABLES
from data.load.dataset import CODEBOOK_FILE
from data.load.descriptor import OPTIONAL, fields_by_name, resources_by_name
from data.load.proposals import COLUMN
from data.load.source_text import STATEMENT_FILE, Statement
from data.load.splitter import Sentence, sentences

EXAMPLES = "\n## Examples from this statement\n"  # where the general part of the codebook ends
NO_EXAMPLES = "None yet. A case that a rule left open goes here: the rule, the words, and how they are coded."
ACTOR = "actor"  # the facet of those who speak
MECHANISMS = ("organisation", "agreement", "initiative", "programme")  # kinds of body, by the codebook

Tables = dict[str, list[Row]]


@dataclass(frozen=True)
class Draft:
    """A drafted folder: the rows of its tables by table, and the doubtful cuts of its text."""

    tables: Tables
    doubts: list[cuts.Doubt]


def general_codebook(folder: Path = FOLDER) -> str:
    """The rules of a folder's codebook for any statement: all of it but the examples from its own."""
    general, _, _ = (folder / CODEBOOK_FILE).read_text(encoding="utf-8").partition(EXAMPLES)
    return general


def draft(statement: Statement) -> Draft:
    """What a program can say of a statement."""
    split, doubts = sentences(statement.text), cuts.doubts(statement.text)
    codes = [_code_row(row) for row in read_rows(FOLDER, "codes")]
    actors = [row for row in codes if row["facet"] == ACTOR]
    party_places = shipped_names.parties(actors)
    speakers = acts.Parties(_party_names(party_places), _together(actors, party_places))
    tables: Tables = {name: [] for name in TABLES}
    tables |= {"codes": codes, "terms": shipped_names.terms(split)}
    tables |= _bodies(split) | _places(split, set(party_places.values()))
    tables["passages"] = [_passage_row(one, speakers, doubts) for one in split]
    for one in split:
        here = {"passage_id": one.passage_id}
        tables["dates"] += [here | row for row in dates_and_sums.dates(one.text, statement.date)]
        tables["pledges"] += [here | row for row in dates_and_sums.sums(one.text)]
    tables["commitments"] = [row for one in split for row in _commitment_rows(one, speakers, tables)]
    for table, column in (("dates", "date_id"), ("pledges", "pledge_id"), ("commitments", "commitment_id")):
        number_ids(tables[table], column)
    return Draft(tables, doubts)


def write(drafted: Draft, statement: Statement, source: str, folder: Path) -> None:
    """Write the folder. source: the text with its front matter, which is kept to the letter.

    Raises FileExistsError if the folder has anything in it.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    (folder / STATEMENT_FILE).write_text(source, encoding="utf-8", newline="\n")
    codebook = f"{general_codebook()}{EXAMPLES}\n{NO_EXAMPLES}\n"
    (folder / CODEBOOK_FILE).write_text(codebook, encoding="utf-8")
    for name, resource in resources_by_name(shipped_descriptor()).items():
        columns = [name for name, field in fields_by_name(resource).items() if not field.get(OPTIONAL)]
        rows = drafted.tables[name]
        marked = any(row.get(COLUMN) for row in rows)
        write_rows(folder / "tables" / f"{name}.csv", [*columns, *([COLUMN] if marked else [])], rows)
    write_descriptor(folder, describe(folder, own_properties(statement, slug(folder.resolve().name))))


def _code_row(row: Row) -> Row:
    """A code of the shipped codebook; who speaks is different in another statement."""
    words = "carried over: does it speak in this statement?" if row["facet"] == ACTOR else ""
    return row | {COLUMN: words}


def _party_names(party_places: Mapping[str, str]) -> dict[str, list[str]]:
    names = shipped_names.names_of_places()
    return {code: names[place_id] for code, place_id in party_places.items()}


def _together(actors: Sequence[Row], party_places: Mapping[str, str]) -> str:
    """The actor that stands for all parties: the one that is no country, if there is one such."""
    others = [row["code"] for row in actors if row["code"] not in party_places]
    return others[0] if len(others) == 1 else ""


def _passage_row(one: Sentence, speakers: acts.Parties, doubts: Sequence[cuts.Doubt]) -> Row:
    """A sentence with its speech act and actor proposed; the theme is a person's to give."""
    act, why = acts.speech_act(one.text)
    strongest = next((cue for cue in acts.cues(one.text) if cue.cue.act == act), None)
    actor, who = speakers.together, "actor: nobody speaks a fact alone"
    if strongest:
        actor, who = acts.actor(one.text[: strongest.start], speakers)
    paragraph, sentence = one.passage_id[1:].split(".s")
    cut = [f"cut: {doubt.what}" for doubt in doubts if doubt.passage_id == one.passage_id]
    return {
        "passage_id": one.passage_id,
        "paragraph": str(int(paragraph)),
        "sentence": sentence,
        "section": one.section,
        "text": one.text,
        "speech_act": act,
        "actor": actor,
        COLUMN: "; ".join([*cut, why, who, "no theme"]),
    }


def _bodies(split: Sequence[Sentence]) -> Tables:
    named = shipped_names.mentions(split, shipped_names.names_of_bodies(), "body_id")
    return {"bodies": shipped_names.rows_named("bodies", "body_id", named), "body_mentions": named}


def _places(split: Sequence[Sentence], party_places: set[str]) -> Tables:
    """Places, their mentions and the views of the map. The parties are places where their land or people is
    meant, which a person has to tell: their rows are carried over without mentions."""
    known = shipped_names.names_of_places()
    names = known | shipped_names.names_of_countries(known)
    named = shipped_names.mentions(split, names, "place_id", "; its role is missing")
    rows = [*shipped_names.rows_named("places", "place_id", named), *shipped_names.country_rows(named)]
    for row in rows:
        if row["place_id"] in party_places:
            row[COLUMN] += "; a party: a mention only where its land or people is meant"
    carried_ids = {row["place_id"] for row in rows}
    views = [
        row | {COLUMN: "carried over: does it show this statement's places?" if row["place_id"] else ""}
        for row in read_rows(FOLDER, "map_views")
        if not row["place_id"] or row["place_id"] in carried_ids
    ]
    mentions = [row for row in named if row["place_id"] not in party_places]
    return {"places": rows, "place_mentions": mentions, "map_views": views}


def _commitment_rows(one: Sentence, speakers: acts.Parties, tables: Tables) -> list[Row]:
    """The commitments of a sentence, with the marks of what their words name."""
    kinds = {row["body_id"]: row["kind"] for row in tables["bodies"]}
    rows = []
    for cue, quote in acts.commitments(one.text):
        bodies = [row for row in tables["body_mentions"] if kinds[row["body_id"]] in MECHANISMS]
        marks = {
            "names_amount": _names(tables["pledges"], one, quote),
            "names_date": _names(tables["dates"], one, quote),
            "names_mechanism": _names(bodies, one, quote),
        }
        row = acts.commitment_row(cue, quote, marks)
        actor, who = acts.actor(one.text[: cue.start], speakers)
        words = f"{row['strength']}: “{cue.verb}”; {who}"
        rows.append(
            row
            | {
                "commitment_id": slug(row["title"]),
                "passage_id": one.passage_id,
                "actor": actor,
                COLUMN: words,
            }
        )
    return rows


def _names(rows: Sequence[Row], one: Sentence, quote: str) -> str:
    """true if a row of this sentence has words that stand in the quote, else false."""
    return str(any(row["passage_id"] == one.passage_id and row["quote"] in quote for row in rows)).lower()
