"""A passage on screen: its quote, its codes in words, what was read from it, and its pins."""

from html import escape

import streamlit as st

from components.content.charts import palette
from components.content.text import descriptions, formatting
from components.ui.brief.pin_button import pin_choice
from components.ui.shell import url_state
from data import queries
from data.load import Dataset
from data.queries import Record

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
    style = f"{_QUOTE};font-size:{size};border-color:{colour}"
    st.html(f'<blockquote style="{style}">{text}</blockquote>')


def panel(ds: Dataset, passage: Record) -> None:
    """Draw all about a passage: the card, the second coding's other codes, links to other pages, terms, and
    quote and link to copy."""
    card(ds, passage, link=False)
    for line in _second_coding(ds, passage):
        st.markdown(line)
    _page_links(ds, passage["passage_id"])
    _terms(ds, passage["text"])
    st.caption("Quote, ready to copy")
    st.code(descriptions.citation(ds, passage), language=None, wrap_lines=True)
    st.caption("Link to this sentence")
    link = url_state.address("statement", passage=[passage["passage_id"]])
    st.code(link, language=None, wrap_lines=True)


def _page_links(ds: Dataset, passage_id: str) -> None:
    """Draw links to the pages that show something read from the passage."""
    with st.container(horizontal=True, gap="small"):
        for page, name, table in (
            ("pledges", "Pledges", "pledges"),
            ("map", "Map", "place_mentions"),
            ("commitments", "Commitments", "commitments"),
            ("timeline", "Timeline", "dates"),
        ):
            if queries.of_passage(ds, table, passage_id):
                st.page_link(f"pages/{page}.py", label=name, icon=":material/arrow_forward:")


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
