"""A passage on screen: its quote, its codes in words, what was read from it, and its pins."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from components.content.charts import palette
from components.content.text import descriptions, formatting, links, neighbours
from components.ui.parts.pin_button import pin_choice
from components.ui.session import page_names, url_state
from data import queries
from data.load import Dataset
from data.queries import Mention, Record, Reference

# Pages that show something read from a passage, and the table that it stands in.
_SHOWN_ON = {
    "pledges": "pledges",
    "map": "place_mentions",
    "commitments": "commitments",
    "timeline": "dates",
}
_QUOTE = (
    "margin:0;padding:0 0 0 .9rem;border-left:4px solid;font-family:'Source Serif',serif;line-height:1.55"
)


def card(ds: Dataset, passage: Record, link: bool = True, where: str = "page", clause: str = "") -> None:
    """Draw a passage: quote, codes, what was read from it, what followed, and its pins.

    link: with a link to the passage in the statement. where: page or drawer, as in `pin_choice`. clause: the
    part of the text to draw in bold.
    """
    quote(ds, passage, clause)
    st.markdown(_codes(ds, passage))
    lines = descriptions.lines(ds, passage["passage_id"])
    st.markdown("\n".join(f"- {formatting.literal(line)}" for line in lines))
    several = len(queries.of_passage(ds, "commitments", passage["passage_id"])) > 1
    for outcome in queries.outcomes_of(ds, passage["passage_id"]):
        st.markdown(_outcome(ds, outcome, several))
    if link:
        st.page_link(
            "pages/statement.py",
            label="Read it in the statement",
            icon=":material/menu_book:",
            query_params={"passage": passage["passage_id"]},
        )
    pin_choice(_pins(ds, passage["passage_id"]), where)


def quote(ds: Dataset, passage: Record, clause: str = "", size: str = "1.1rem") -> None:
    """Draw the text of a passage with a line in its theme's colour.

    clause: the part of the text to draw in bold. size: of the text, in CSS.
    """
    text = escape(passage["text"])
    if clause:
        text = text.replace(escape(clause), f"<b>{escape(clause)}</b>", 1)
    colour = palette.css_colours(queries.codes(ds, "theme"))[passage["theme"]]
    _quote(text, size, colour)


def plain_quote(text: str) -> None:
    """Draw the text of a passage that has no theme."""
    _quote(escape(text), "1.1rem", "color-mix(in srgb, currentColor 40%, transparent)")


def _quote(text: str, size: str, colour: str) -> None:
    """Draw a quote, given as HTML, with a line of this colour."""
    style = f"{_QUOTE};font-size:{size};border-color:{colour}"
    st.html(f'<blockquote style="{style}">{text}</blockquote>')


def panel(ds: Dataset, passage: Record) -> None:
    """Draw all about a passage: the card, the second coding's other codes, links to other pages, what the
    neighbouring statements say, terms, and quote and link to copy."""
    card(ds, passage, link=False)
    for line in _second_coding(ds, passage):
        st.markdown(line)
    _page_links(ds, passage["passage_id"])
    if coded := queries.coded_text(ds):
        neighbouring(ds, Reference(coded.statement_id, passage["passage_id"]))
    _terms(ds, passage["text"])
    to_copy(ds, passage)


def to_copy(ds: Dataset, passage: Record, **parameters: list[str]) -> None:
    """Draw quote and link of a passage, to copy. ds: the dataset of its statement. parameters: of the link,
    beside the passage."""
    st.caption("Quote, ready to copy")
    st.code(descriptions.citation(ds, passage), language=None, wrap_lines=True)
    st.caption("Link to this sentence")
    link = url_state.address("statement", **parameters, passage=[passage["passage_id"]])
    st.code(link, language=None, wrap_lines=True)


def neighbouring(ds: Dataset, reference: Reference) -> None:
    """Draw the counterparts of a sentence in the neighbouring statements, and links to the histories of its
    topics. A click on a counterpart reads it: statement_text.js."""
    groups = neighbours.counterparts(ds, reference)
    if groups:
        st.html(f'<div class="counterparts">{"".join(_counterparts(ds, group) for group in groups)}</div>')
    mentions = queries.topics_of(ds, reference)
    if mentions:
        st.caption("What it names, through all meetings")
        with st.container(horizontal=True, gap="small"):
            for mention in mentions:
                _history_link(ds, mention)


def _history_link(ds: Dataset, mention: Mention) -> None:
    """Draw the link to the history of a topic, in the series of the sentence that names it."""
    series = queries.texts(ds)[mention.reference.statement_id].series
    st.page_link(
        "pages/wording.py",
        label=queries.topics(ds)[mention.topic].label,
        icon=":material/history:",
        query_params={"topic": mention.topic, "series": series},
    )


def _counterparts(ds: Dataset, group: neighbours.Group) -> str:
    """Counterparts under their heading, as HTML; those that are only related are folded."""
    said = "" if group.same else f"<p>{escape(neighbours.NO_COUNTERPART)}</p>"
    if not group.related:
        return f"<h2>{escape(group.heading)}</h2>{said}{_counterpart_list(ds, group.same)}"
    count = formatting.plural(len(group.related), "related sentence")
    return (
        f"<h2>{escape(group.heading)}</h2>{said}{_counterpart_list(ds, group.same)}"
        f"<details><summary>{count}</summary>{_counterpart_list(ds, group.related)}</details>"
    )


def _counterpart_list(ds: Dataset, lines: Iterable[neighbours.Line]) -> str:
    items = []
    for line in lines:
        query = links.encoded(url_state.to_sentence(ds, line.reference))
        items.append(
            f'<li><a href="{escape(query)}" data-reference="{escape(str(line.reference))}">'
            f"{escape(line.where)}</a> <i>{line.how}</i><q>{escape(line.text)}</q></li>"
        )
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _page_links(ds: Dataset, passage_id: str) -> None:
    """Draw links to the pages that show something read from the passage."""
    with st.container(horizontal=True, gap="small"):
        for page, table in _SHOWN_ON.items():
            if queries.of_passage(ds, table, passage_id):
                label = page_names.PAGES[page]
                st.page_link(f"pages/{page}.py", label=label, icon=":material/arrow_forward:")


def _terms(ds: Dataset, text: str) -> None:
    """Draw explanations of the terms in a text, folded."""
    terms = queries.records(queries.terms_in(ds, text))
    if not terms:
        return
    count = formatting.plural(len(terms), "term")
    with st.expander(f"{count} in this sentence", icon=":material/dictionary:"):
        for term in terms:
            explanation = f"**{term['term']}**, {term['expansion']}. {term['explanation']}"
            source = _source_link(term["source"], term["source_url"])
            st.markdown(f"{formatting.literal(explanation)}  \n*Source: {source}*")


def _pins(ds: Dataset, passage_id: str) -> dict[str, str]:
    """The pins of a passage, its commitments and its pledges, as {pin: label}."""
    commitments = {
        f"commitment:{row['commitment_id']}": f"Commitment: {formatting.literal(row['title'])}"
        for row in queries.of_passage(ds, "commitments", passage_id)
    }
    pledges = {
        f"pledge:{row['pledge_id']}": f"Money: {formatting.literal(row['title'])}"
        for row in queries.of_passage(ds, "pledges", passage_id)
    }
    return {passage_id: "Sentence"} | commitments | pledges


def _second_coding(ds: Dataset, passage: Record) -> list[str]:
    """A line for each facet to which the second coding gave another code."""
    second = queries.of_passage(ds, "second_coding", passage["passage_id"])[0]
    lines = []
    for facet in queries.CODED:
        if second[facet] != passage[facet]:
            label = queries.label(ds, facet, second[facet])
            lines.append(f"*The second coder gave the {facet.replace('_', ' ')} **{label}**.*")
    return lines


def _codes(ds: Dataset, passage: Record) -> str:
    """Where a passage is, and its codes, as Markdown. Few know the speech acts, so theirs is explained."""
    theme, actor, act = descriptions.codes(ds, passage)
    icon = queries.codes(ds, "theme")[passage["theme"]].icon
    meaning = queries.codes(ds, "speech_act")[passage["speech_act"]].definition.rstrip(".")
    meaning = meaning[:1].lower() + meaning[1:]
    where = descriptions.reference(passage)
    return f"**{where}**  ·  :material/{icon}: {theme}  ·  {actor}  ·  {act}: {meaning}"


def _outcome(ds: Dataset, outcome: Record, several: bool) -> str:
    """An outcome as Markdown: marked as not part of the statement, with how it stands to it, and its source.

    several: name the commitment, since its passage holds several.
    """
    relation = f"**{queries.label(ds, 'relation', outcome['relation']).lower()}**"
    if several and outcome["follows"]:
        relation += f" ({formatting.literal(outcome['follows'])})"
    when = formatting.span(outcome["date"], outcome["date"], outcome["precision"])
    source = _source_link(outcome["source_title"], outcome["source_url"])
    return (
        f"*After the statement, {when}, {relation}:* {formatting.literal(outcome['what'])} "
        f"Source: {source}, {outcome['source_publisher']}."
    )


def _source_link(title: str, address: str) -> str:
    """The title of a source as Markdown, a link if it has an address."""
    return f"[{formatting.literal(title)}](<{address}>)" if address else formatting.literal(title)
