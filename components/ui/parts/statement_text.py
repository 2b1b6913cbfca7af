"""The statement's text: words that commit are underlined, sentences can be chosen, search hits are marked.

Text and style are the same HTML on every run, so they are sent to a browser once. What changes from run to
run is the data of a component, which also sends back the sentence that the reader chooses. Its code, in
static/scripts/statement_text.js, is fetched later than the text, so the style does not come with it.
"""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

import streamlit as st

from components.content.charts import palette
from components.content.text import citations
from components.ui.scripts import script, sent
from components.ui.session import url_state
from data import queries
from data.load import Dataset
from data.queries import Record, View

_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
LINE = 0.06  # em: the lightest line under words that commit, and by how much each heavier one is thicker
_mount = st.components.v2.component("linchpin_reader", js=script("statement_text"))


def statement_text(view: View, selected: str | None, words: str) -> None:
    """Draw the whole text. Sentences outside the view are muted; hits of the search words are marked.

    selected: the passage_id of the selected sentence. words: what is searched for. Choosing a sentence puts
    it into the URL; choosing it again removes it.
    """
    draw(_text(view.whole), _state(view, words) | {"selected": selected})


def draw(text: str, state: dict[str, object]) -> None:
    """Draw a text. text: HTML as of `page`. state: the data of the component, which marks in
    the text of the same name what is muted, selected and found."""
    with st.container(gap=None):
        st.html(f"<style>{_STYLE}</style>")
        st.html(text)
        _mount(
            key="reader",
            data=state,
            on_chosen_change=_chosen,
            on_text_change=_text_chosen,
            on_reference_change=_reference_chosen,
        )


def page(whole: Dataset, statement_id: str, sections: str, ticks: Iterable[str]) -> str:
    """A text, the strip beside it and the choice of a text above it, as HTML.

    statement_id: "" for the coded statement. ticks: the style of the tick of each sentence, in CSS.
    """
    strip = "".join(f'<div class="tick" style="{style}"></div>' for style in ticks)
    plain = " uncoded" if statement_id else ""
    return f"""<div class="reader{plain}" lang="en" data-text="{escape(statement_id)}">
<div class="bar">{_choice(whole, statement_id)}<div class="hits" hidden>
  <button type="button">Previous hit</button><span role="status"></span>
  <button type="button">Next hit</button>
</div></div>
<article>{sections}</article><div class="strip" aria-hidden="true">{strip}</div>
</div>"""


def paragraph_list(whole: Dataset) -> None:
    """Draw what the lines under the words mean, and a line for each paragraph: its number, its themes and
    how many commitments the view has of it. A click scrolls the text there. Paragraphs outside the view are
    pale. What the view changes comes with the text's state."""
    st.html(_paragraphs(whole))


def _chosen() -> None:
    if isinstance(passage_id := sent("reader", "chosen"), str):  # "" chooses none
        url_state.write(url_state.PASSAGE, passage_id)


def _text_chosen() -> None:
    if isinstance(statement_id := sent("reader", "text"), str):  # "" is the coded statement
        url_state.read_text(statement_id)


def _reference_chosen() -> None:
    if isinstance(reference := sent("reader", "reference"), str):
        statement_id, _, passage_id = reference.partition(":")
        url_state.read_passage(queries.Reference(statement_id, passage_id))


def _choice(whole: Dataset, statement_id: str) -> str:
    """The choice of a text by series and date, as HTML; "" if there is one text alone."""
    groups = []
    for series, label in queries.series(whole).items():
        options = []
        for text in queries.texts(whole).values():
            if text.series == series:
                value = "" if text.coded else text.statement_id
                name = citations.text_name(text) + " (coded)" * text.coded
                chosen = " selected" if value == statement_id else ""
                options.append(f'<option value="{escape(value)}"{chosen}>{escape(name)}</option>')
        groups.append(f'<optgroup label="{escape(label)}">{"".join(options)}</optgroup>')
    return f'<label class="texts">Text <select>{"".join(groups)}</select></label>' if groups else ""


@queries.cached_recent
def _state(view: View, words: str) -> dict[str, object]:
    """What changes from run to run: whether there is a filter, ids of muted passages; start and end of the
    hits in each passage; of each line of the list beside the text the passage that a click scrolls to,
    whether the view has it, and its number of commitments. text: "" for the coded statement."""
    ids = view.whole.passages["passage_id"]
    paragraphs = queries.paragraphs(view)
    return {
        "text": "",
        "lines": paragraphs[["passage_id", "shown", "commitments"]].to_numpy().tolist(),
        "filtered": bool(view.selection.shared),
        "muted": ids[~ids.isin(view.ds.passages["passage_id"])].tolist(),
        "hits": queries.search(view.whole, "passages", words).hits,
        "words": words,
    }


@queries.cached
def _text(whole: Dataset) -> str:
    """The coded statement as HTML of `page`; the tick of a sentence is the longer the firmer it commits."""
    sentences = _sentences(whole)
    steps = len(queries.codes(whole, "strength"))
    sections = (_section(name, list(group)) for name, group in groupby(sentences, lambda row: row["section"]))
    ticks = []
    for row in sentences:
        width = 30 + 70 * row["level"] // max(steps, 1)  # percent of the strip
        ticks.append(f"--theme: {row['colour']}; --reach: {width}%; --length: {len(row['text'])}")
    return page(whole, "", "".join(sections), ticks)


@queries.cached
def _paragraphs(whole: Dataset) -> str:
    """The key to the lines under words, and the list of paragraphs, as HTML."""
    view = queries.select(whole, queries.Selection())
    labels, underlines = view.labels("strength"), _underlines(whole)
    weights = "".join(
        f'<u style="{underlines[code]}">{escape(labels[code].lower())}</u>' for code in reversed(underlines)
    )
    themes, colours = view.labels("theme"), palette.css_colours(view.codes("theme"))
    lines = []
    for row in queries.records(queries.paragraphs(view)):
        names = "".join(
            f'<span class="theme" style="--theme: {colours[code]}">{escape(themes[code])}</span>'
            for code in row["themes"].split(";")
        )
        lines.append(
            f'<li><button type="button"><b><span class="said">Paragraph </span>{row["paragraph"]}</b>'
            f'<span>{names}</span><span class="units"></span><span class="count"></span></button></li>'
        )
    key = f'<p class="weights">Words that commit: {weights}</p>'
    return f'{key}<ol class="paragraphs" data-text="">{"".join(lines)}</ol>'


def _underlines(whole: Dataset) -> dict[str, str]:
    """The line under words of each strength, as CSS: dashed for a loose one, solid for a firm one, and the
    thicker the firmer."""
    firm, levels = queries.firm(whole), queries.levels(queries.codes(whole, "strength"))
    loose = len(levels) - len(firm)
    return {
        strength: f"--line: {'solid' if strength in firm else 'dashed'}; "
        # The loosest firm one is as thick as the firmest loose one.
        f"--weight: {LINE * (level - (level > loose > 0)):.2f}em"
        for strength, level in levels.items()
    }


def _sentences(whole: Dataset) -> list[Record]:
    """The passages with what is drawn of each.

    Adds level (of the firmest commitment: 0 for none, up to the number of strengths), strength_label,
    theme_label, colour (of the theme), words (the text as HTML, the words that commit underlined).
    """
    strengths, themes = queries.labels(whole, "strength"), queries.labels(whole, "theme")
    colours = palette.css_colours(queries.codes(whole, "theme"))
    levels = queries.levels(queries.codes(whole, "strength"))
    underlines = _underlines(whole)
    sentences = []
    for passage in queries.records(whole.passages):
        clauses = queries.clauses(whole)[passage["passage_id"]]
        words = "".join(
            f'<u style="{underlines[clause.strength]}">{escape(clause.text)}</u>'
            if clause.strength
            else escape(clause.text)
            for clause in clauses
        )
        firmest = max((clause.strength for clause in clauses), key=lambda code: levels.get(code, 0))
        drawn = {
            "level": levels.get(firmest, 0),
            "strength_label": strengths.get(firmest, ""),
            "theme_label": themes[passage["theme"]],
            "colour": colours[passage["theme"]],
            "words": words,
        }
        sentences.append(passage | drawn)
    return sentences


def _section(name: str, rows: list[Record]) -> str:
    """A section with its heading, if it has one, and its paragraphs."""
    heading = f"<h2>{escape(name)}</h2>" if name else ""
    paragraphs = (
        _paragraph(number, list(group)) for number, group in groupby(rows, lambda row: row["paragraph"])
    )
    return f"<section>{heading}{''.join(paragraphs)}</section>"


def _paragraph(number: int, rows: list[Record]) -> str:
    """A paragraph with its number. Its first sentence has the name of its theme before it, and so has each
    with a new theme."""
    runs = (list(group) for _, group in groupby(rows, lambda row: row["theme"]))
    sentences = " ".join(_sentence(row, row is run[0]) for run in runs for row in run)
    return f'<p><span class="number">{number}</span>{sentences}</p>'


def _sentence(row: Record, named: bool) -> str:
    """A sentence. named: with the name of its theme before it."""
    style = f'style="--theme: {row["colour"]}"'
    run = f'<span class="run" {style}>{escape(row["theme_label"])}</span>' if named else ""
    said = ""
    if row["level"]:
        said = f'<span class="said">Commitment: {escape(row["strength_label"].lower())}.</span>'
    return (
        f'{run}<span class="sentence" role="button" tabindex="-1" data-id="{escape(row["passage_id"])}" '
        f'{style}><span class="text">{row["words"]}</span>{said}</span>'
    )
