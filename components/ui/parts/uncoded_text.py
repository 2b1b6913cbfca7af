"""A neighbouring statement to read: plain, since nobody coded it, with the words that name a topic marked.

Drawn like the coded statement (statement_text.py): the text is sent once, a change sends what it marks.
"""

from html import escape
from itertools import groupby

import streamlit as st

from components.content.charts import palette
from components.content.text import citations, descriptions, formatting
from components.ui.parts import passage_card
from components.ui.parts.statement_text import draw, page
from data import queries
from data.load import Dataset
from data.queries import Record, Reference, View

PLAIN, NAMING = 30, 100  # percent of the strip: the tick of a sentence, and of one that names a topic


def uncoded_text(view: View, statement_id: str, selected: str | None, words: str) -> None:
    """Draw the whole text. Under a theme, sentences that name no topic of it are muted. Arguments as of
    `statement_text`."""
    draw(_text(view.whole, statement_id), _state(view, statement_id, words) | {"selected": selected})


def title(whole: Dataset, statement_id: str) -> str:
    """The short title of a text, and its day."""
    return citations.dated_title(queries.texts(whole)[statement_id])


def lead(view: View, statement_id: str) -> str:
    """How many sentences name a topic of the view, that the text is uncoded, and its address, as Markdown."""
    text = queries.texts(view.whole)[statement_id]
    count = len(naming(view, statement_id))
    named = f"{count} of {formatting.plural(text.sentences, 'sentence')} name{'s' * (count == 1)} a topic"
    themes = [view.labels("theme")[theme] for theme in view.selection.themes]
    of_themes = f" of theme {formatting.listed(themes, 'or')}" if themes else ""
    no_actor = " The actor filter does not reach it." if view.selection.actors else ""
    kind = "" if text.is_peer else f"This is a {text.kind}, no joint statement. "
    return (
        f"{named}{of_themes}. {kind}**Not coded**: no theme, act or strength is given to this text."
        f"{no_actor} [Official page](<{text.source_url}>)"
    )


def topic_list(whole: Dataset, statement_id: str) -> None:
    """Draw a line for each topic that the text names, with its number of sentences. A click scrolls the text
    to the first of them. Topics outside the view are pale: that comes with the text's state."""
    st.html(_topics(whole, statement_id))


def panel(whole: Dataset, reference: Reference) -> None:
    """Draw all about a sentence: its words, what they follow, its topics and counterparts, and quote and link
    to copy."""
    text = queries.uncoded(whole, reference.statement_id)
    passage = queries.passage(text, reference.passage_id)
    passage_card.plain_quote(passage["text"])
    st.markdown(_place(passage))
    passage_card.neighbouring(whole, reference)
    passage_card.to_copy(text, passage, text=[reference.statement_id])


@queries.cached
def naming(view: View, statement_id: str) -> list[str]:
    """The passage_ids of a text's sentences that name a topic of the view's themes; without a theme, of
    any."""
    topics, themes = queries.topics(view.whole), view.selection.themes or view.labels("theme")
    return [
        passage["passage_id"]
        for passage in queries.text_passages(view.whole, statement_id)
        if any(topics[mention.topic].theme in themes for mention in _mentions(view.whole, passage))
    ]


def _mentions(whole: Dataset, passage: Record) -> tuple[queries.Mention, ...]:
    return queries.topics_of(whole, Reference(passage["statement_id"], passage["passage_id"]))


def _place(passage: Record) -> str:
    """Where a sentence is, and the words before the list that it is an item of, as Markdown."""
    place = f"**{descriptions.reference(passage)}**"
    if passage["section"]:
        place += f"  ·  {formatting.literal(passage['section'])}"
    return place + (f"  \nAfter: “{formatting.literal(passage['lead_in'])}”" if passage["lead_in"] else "")


@queries.cached_recent
def _state(view: View, statement_id: str, words: str) -> dict[str, object]:
    """What changes from run to run, as of the coded statement."""
    text, shown = queries.uncoded(view.whole, statement_id), set(naming(view, statement_id))
    filtered = bool(view.selection.themes)
    ids = [passage_id for passage_id in text.passages["passage_id"] if filtered and passage_id not in shown]
    themes = view.selection.themes or view.labels("theme")
    return {
        "text": statement_id,
        "lines": [
            [sentences[0], queries.topics(view.whole)[topic].theme in themes]
            for topic, sentences in _sentences_of_topics(view.whole, statement_id).items()
        ],
        "filtered": filtered,
        "muted": ids,
        "hits": queries.search(text, "passages", words).hits,
        "words": words,
    }


@queries.cached
def _text(whole: Dataset, statement_id: str) -> str:
    """The text as HTML of `page`."""
    rows = queries.records(queries.uncoded(whole, statement_id).passages)
    sections = []
    for name, in_section in groupby(rows, lambda row: row["section"]):
        paragraphs = "".join(
            _paragraph(whole, number, list(group))
            for number, group in groupby(in_section, lambda row: row["paragraph"])
        )
        heading = f"<h2>{escape(name)}</h2>" if name else ""
        sections.append(f"<section>{heading}{paragraphs}</section>")
    reach = {True: NAMING, False: PLAIN}
    ticks = [f"--reach: {reach[bool(_mentions(whole, row))]}%; --length: {len(row['text'])}" for row in rows]
    return page(whole, statement_id, "".join(sections), ticks)


def _paragraph(whole: Dataset, number: int, rows: list[Record]) -> str:
    """A paragraph with its number; an item of a list has a bullet."""
    item = " class=item" if rows[0]["lead_in"] else ""
    sentences = " ".join(_sentence(whole, row) for row in rows)
    return f'<p{item}><span class="number">{number}</span>{sentences}</p>'


def _sentence(whole: Dataset, row: Record) -> str:
    """A sentence, its words that name a topic marked, and after it the names of its topics for those who do
    not see the marks."""
    mentions = _mentions(whole, row)
    names = formatting.listed([queries.topics(whole)[mention.topic].label for mention in mentions])
    said = f'<span class="said">Topics: {escape(names)}.</span>' if names else ""
    quotes = [quote for mention in mentions for quote in mention.quotes]
    return (
        f'<span class="sentence" role="button" tabindex="-1" data-id="{escape(row["passage_id"])}">'
        f'<span class="text">{_marked(row["text"], quotes)}</span>{said}</span>'
    )


def _marked(text: str, quotes: list[str]) -> str:
    """A text as HTML, each of the quotes in it marked, wherever it stands."""
    named = [False] * len(text)  # of each character
    for quote in quotes:
        start = text.find(quote)
        while start >= 0:
            end = start + len(quote)
            named[start:end] = [True] * len(quote)
            start = text.find(quote, end)
    parts = []
    for is_named, group in groupby(zip(text, named, strict=True), key=lambda pair: pair[1]):
        words = escape("".join(letter for letter, _ in group))
        parts.append(f'<u class="topic">{words}</u>' if is_named else words)
    return "".join(parts)


@queries.cached
def _sentences_of_topics(whole: Dataset, statement_id: str) -> dict[str, list[str]]:
    """The passage_ids of the sentences that name each topic, of those that the text names, in the codebook's
    order."""
    found: dict[str, list[str]] = {topic: [] for topic in queries.topics(whole)}
    for passage in queries.text_passages(whole, statement_id):
        for mention in _mentions(whole, passage):
            found[mention.topic].append(passage["passage_id"])
    return {topic: sentences for topic, sentences in found.items() if sentences}


@queries.cached
def _topics(whole: Dataset, statement_id: str) -> str:
    """The list of topics, as HTML."""
    colours, topics = palette.css_colours(queries.codes(whole, "theme")), queries.topics(whole)
    lines = []
    for topic, sentences in _sentences_of_topics(whole, statement_id).items():
        lines.append(
            f'<li><button type="button"><b>{len(sentences)}'
            f'<span class="said"> {"sentence" if len(sentences) == 1 else "sentences"}: </span></b>'
            f'<span class="theme" style="--theme: {colours[topics[topic].theme]}">'
            f"{escape(topics[topic].label)}</span></button></li>"
        )
    count = formatting.plural(len(lines), "topic")
    key = f'<p class="weights">{count} of {len(topics)}, and how many sentences name each</p>'
    return f'{key}<ol class="paragraphs topics" data-text="{escape(statement_id)}">{"".join(lines)}</ol>'
