"""Tables for readers: the rows of queries with labels for codes and dates in words.

Most have a row per mark of a chart, and a column passage_ids, which is not shown: the passages that a
chosen row opens.
"""

from collections.abc import Iterable

import pandas as pd

from components.content.text import descriptions, formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import View

# Before the name of a column, this is the name of another one, which is not shown: texts by whose letters the
# rows are sorted when readers sort them by that column.
SORTED_BY = "sorted by: "
RANKS = ("strength", "confidence", "precision")  # facets whose codes are ranks, highest first


def balance(view: View) -> pd.DataFrame:
    """The commitments of a view, firmest first, in words."""
    rows = queries.commitments(view)
    return commitments(view.whole, rows).assign(passage_ids=rows["passage_id"])


def sentences(view: View) -> pd.DataFrame:
    """The sentences of the view in reading order, with theme and firmest commitment."""
    table = queries.ribbon(view)
    table = table[table["shown"]]
    strength = table["strength"].map(view.labels("strength")).fillna("none")
    texts = view.whole.passages.set_index("passage_id")["text"]
    return pd.DataFrame(
        {
            "Sentence": table["passage_id"],
            "Theme": table["theme"].map(view.labels("theme")),
            "Firmest commitment": strength,
            "Text": table["passage_id"].map(texts),
            "passage_ids": table["passage_id"],
            f"{SORTED_BY}Firmest commitment": _ranked(strength, view.labels("strength").values()),
        }
    )


def pledges(view: View) -> pd.DataFrame:
    """The pledges, with amounts in US dollars, periods and caveats."""
    return _money(view, queries.pledges(view))


def sums(view: View) -> pd.DataFrame:
    """The pledges with an amount or an increase of unknown size, as `pledges`."""
    return _money(view, queries.sums(view))


def _money(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Pledge": rows["title"],
            "Payer": rows["payer"].map(view.labels("actor")),
            "Kind": rows["basis"].map(view.labels("basis")),
            "US dollars": rows["amount_usd"],
            "From": rows["period_start"],
            "To": rows["period_end"],
            "Caveat": rows["caveat"],
            "passage_ids": rows["passage_id"],
        }
    )


@queries.cached
def places(view: View) -> pd.DataFrame:
    """Places with their kind and mentions, areas indented below the area that holds them."""
    rows = queries.nested_places(view)
    indents = ["\u2003" * depth for depth in rows["depth"]]
    return pd.DataFrame(
        {
            "Place": [indent + name for indent, name in zip(indents, rows["short_name"], strict=True)],
            "Kind": rows["kind"].map(view.labels("place_kind")),
            "Mentions": rows["mentions"],
            "passage_ids": rows["passage_ids"],
        }
    )


def dates(view: View) -> pd.DataFrame:
    """Dates in words, with the reason for each implied one."""
    rows = queries.dates(view)
    return pd.DataFrame(
        {
            "When": [formatting.dated(row) for row in queries.records(rows)],
            "What": rows["label"],
            "Kind": rows["kind"].map(view.labels("date_kind")),
            "Words": rows["quote"],
            "Implied": rows["note"],
            "Source": rows["source"],
            "passage_ids": rows["passage_id"],
            f"{SORTED_BY}When": [
                formatting.iso(row["start"], row["end"], row["precision"]) for row in queries.records(rows)
            ],
        }
    )


def emphasis(view: View) -> pd.DataFrame:
    """Each theme's words, sentences and commitments, with their shares in percent."""
    rows = queries.emphasis(view)
    return pd.DataFrame(
        {
            "Theme": rows["theme"].map(view.labels("theme")),
            "Words": rows["words"],
            "% of words": (100 * rows["share_words"]).round(1),
            "Sentences": rows["sentences"],
            "Commitments": rows["commitments"],
            "% of commitments": (100 * rows["share_commitments"]).round(1),
            "passage_ids": rows["passage_ids"],
        }
    )


def outcomes(view: View) -> pd.DataFrame:
    """What followed the statement, with dates and source documents."""
    rows = queries.outcomes(view)
    return pd.DataFrame(
        {
            "When": [
                formatting.span(row["date"], row["date"], row["precision"]) for row in queries.records(rows)
            ],
            "How": rows["relation"].map(view.labels("relation")),
            "What followed": rows["what"],
            "Follows up": [
                row["follows"] or descriptions.reference(queries.passage(view.whole, row["passage_id"]))
                for row in queries.records(rows)
            ],
            "Source": rows["source_title"] + ", " + rows["source_publisher"],
            "Address": rows["source_url"],
            "Confidence": rows["confidence"].map(view.labels("confidence")),
            "passage_ids": rows["passage_ids"],
            f"{SORTED_BY}When": [
                formatting.iso(row["date"], row["date"], row["precision"]) for row in queries.records(rows)
            ],
            f"{SORTED_BY}Confidence": _ranked(
                rows["confidence"].map(view.labels("confidence")), view.labels("confidence").values()
            ),
        }
    )


def bodies(view: View) -> pd.DataFrame:
    """Bodies with their kind, mentions and themes in words."""
    rows, theme = queries.bodies(view), view.labels("theme")
    return pd.DataFrame(
        {
            "Name": rows["name"],
            "Short": rows["acronym"],
            "Kind": rows["kind"].map(view.labels("body_kind")),
            "Mentions": rows["mentions"],
            "Themes": [
                formatting.listed([theme[code] for code in codes.split(";")]) for codes in rows["themes"]
            ],
            "passage_ids": rows["passage_ids"],
        }
    )


def verbs(view: View) -> pd.DataFrame:
    """The words that carry the commitments, the most frequent first."""
    rows = queries.verbs(view)
    return pd.DataFrame(
        {
            "Word": rows["verb"],
            "As printed": rows["forms"],
            "Commitments": rows["count"],
            "passage_ids": rows["passage_ids"],
        }
    )


def commitments(ds: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """Commitments in words. `rows` are rows of `queries.commitments`. Without passage_ids."""
    relations = queries.relations(queries.select(ds, queries.Selection()))
    relation = queries.labels(ds, "relation")
    label = {facet: queries.labels(ds, facet) for facet in ("actor", "strength", "theme")}
    names = [
        ", ".join(word for column, word in queries.MARKS.items() if row[column])
        for row in queries.records(rows)
    ]
    return pd.DataFrame(
        {
            "Commitment": rows["title"],
            "Strength": rows["strength"].map(label["strength"]),
            "Actor": rows["actor"].map(label["actor"]),
            "Theme": rows["theme"].map(label["theme"]),
            "What followed": [
                ", ".join(relation[code] for code in relations.get(commitment_id, []))
                for commitment_id in rows["commitment_id"]
            ],
            "Names": names,
            "Verb": rows["verb"],
            "Paragraph": rows["paragraph"],
            f"{SORTED_BY}Strength": _ranked(
                rows["strength"].map(label["strength"]), label["strength"].values()
            ),
        }
    )


def coded(ds: Dataset, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the table of this name, with columns SORTED_BY for columns whose codes are ranks."""
    (fields,) = [table["schema"]["fields"] for table in ds.descriptor["resources"] if table["name"] == name]
    ranks = {
        f"{SORTED_BY}{field['name']}": _ranked(rows[field["name"]], queries.codes(ds, field["facet"]))
        for field in fields
        if field.get("facet") in RANKS
    }
    return rows.assign(**ranks)


@queries.cached
def corpus_texts(ds: Dataset) -> pd.DataFrame:
    """The texts of the corpus, in the order of dates."""
    return pd.DataFrame(
        [
            {
                "Date": text.date,
                "Series": queries.series(ds)[text.series],
                "Text": text.title,
                "Kind": text.kind,
                "Sentences": text.sentences,
                "Official address": text.source_url,
            }
            for text in queries.texts(ds).values()
        ]
    )


@queries.cached
def topics(ds: Dataset) -> pd.DataFrame:
    """The topics in their order, with their patterns, and the number of sentences that name each."""
    if ds.corpus is None:
        return pd.DataFrame()
    patterns = ds.corpus.topics.set_index("topic")["pattern"]
    return pd.DataFrame(
        [
            {
                "Topic": topic.label,
                "Theme": queries.label(ds, "theme", topic.theme),
                "Definition": topic.definition,
                "Sentences": sum(
                    len(queries.mentions(ds, topic.topic, meeting)) for meeting in queries.all_meetings(ds)
                ),
                "Pattern": patterns[topic.topic],
            }
            for topic in queries.topics(ds).values()
        ]
    )


@queries.cached
def reliability(ds: Dataset) -> pd.DataFrame:
    """How far the two codings agree, per facet, in words. Without passage_ids."""
    rows, missing = queries.reliability(ds), "not defined"
    return pd.DataFrame(
        {
            "Facet": [_heading(facet) for facet in rows["facet"]],
            "Same code": [
                f"{same} of {total}" for same, total in zip(rows["same"], rows["sentences"], strict=True)
            ],
            "Percent": [f"{share:.1%}" for share in rows["share"]],
            "Krippendorff’s alpha": [
                missing if pd.isna(alpha) else f"{alpha:.3f}" for alpha in rows["alpha"]
            ],
            "95 % interval": [
                missing if pd.isna(low) else f"{low:.3f} to {high:.3f}"
                for low, high in zip(rows["low"], rows["high"], strict=True)
            ],
        }
    )


@queries.cached
def differences(ds: Dataset) -> pd.DataFrame:
    """The sentences that the two codings code differently: per facet one label, or two where they differ."""
    rows = queries.differences(ds)

    def labels_of(facet: str) -> list[str]:
        labels = queries.labels(ds, facet)
        pairs: Iterable[tuple[str, str]] = zip(rows[f"{facet}_1"], rows[f"{facet}_2"], strict=True)
        return [
            labels[first] if first == second else f"{labels[first]} / {labels[second]}"
            for first, second in pairs
        ]

    columns = {_heading(facet): labels_of(facet) for facet in queries.CODED}
    texts = ds.passages.set_index("passage_id")["text"]
    return pd.DataFrame({"Sentence": rows["passage_id"], **columns}).assign(
        Text=list(rows["passage_id"].map(texts)), passage_ids=rows["passage_id"]
    )


@queries.cached
def wording(view: View) -> pd.DataFrame:
    """The topics of a view, a row each: the number of sentences at each meeting, and at all of them."""
    held, labels = queries.shown_meetings(view), view.labels("series")
    several = len({meeting.series for meeting in held}) > 1
    rows = queries.grouped(queries.wording(view), "topic")
    counts = {(topic, row["meeting_id"]): row["count"] for topic, own in rows.items() for row in own}
    ids = {topic: ";".join(row["passage_ids"] for row in own) for topic, own in rows.items()}
    topics = queries.shown_topics(view)
    table = pd.DataFrame({"Topic": [topic.label for topic in topics]})
    for meeting in held:
        name = f"{labels[meeting.series]}, " * several + formatting.day(meeting.end)
        table[name] = [counts.get((topic.topic, meeting.meeting_id), 0) for topic in topics]
    return table.assign(passage_ids=[ids.get(topic.topic, "") for topic in topics])


def _ranked(words: Iterable[str], order: Iterable[str]) -> list[str]:
    """Words after their place in an order: `2 Pledged`. Other words come last."""
    ranks = {word: rank for rank, word in enumerate(order, start=1)}
    last = len(ranks) + 1
    return [f"{ranks.get(word, last):0{len(str(last))}} {word}" for word in words]


def _heading(facet: str) -> str:
    """The name of a facet as the head of a column: `Speech act`."""
    return facet.replace("_", " ").capitalize()
