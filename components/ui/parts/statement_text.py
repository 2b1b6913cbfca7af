"""The statement's text: tinted by theme, with search hits, and sentences that can be chosen.

The text is the same HTML on every run, so it is sent to a browser once. What changes from run to run is
the data of a component, which also sends back the sentence that the reader chooses.
"""

from html import escape
from itertools import groupby
from pathlib import Path

import streamlit as st

from components.content.charts import palette
from components.ui.shell import url_state
from data import queries
from data.load import Dataset
from data.queries import Record, Selection, View

_HERE = Path(__file__).parent
_STYLE = (_HERE / "statement_text.css").read_text(encoding="utf-8")
_mount = st.components.v2.component(
    "linchpin_reader", js=(_HERE / "statement_text.js").read_text(encoding="utf-8")
)


def statement_text(view: View, selected: str | None, words: str) -> None:
    """Draw the whole text. Sentences outside the view are muted; hits of the search words are marked.

    selected: the passage_id of the selected sentence. words: what is searched for. Choosing a sentence puts
    it into the URL; choosing it again removes it.
    """
    with st.container(gap=None):
        st.html(_text(view.whole))
        _mount(key="reader", data=_state(view, words) | {"selected": selected}, on_chosen_change=_chosen)


def _chosen() -> None:
    url_state.write(url_state.PASSAGE, st.session_state["reader"].chosen or None)


@queries.cached
def _state(view: View, words: str) -> dict[str, object]:
    """What changes from run to run: ids of muted passages; start and end of the hits in each passage."""
    passages = view.whole.passages
    ids, texts = passages["passage_id"], passages["text"]
    hits = {passage_id: queries.hits(text, words) for passage_id, text in zip(ids, texts, strict=True)}
    return {
        "muted": ids[~ids.isin(view.ds.passages["passage_id"])].tolist(),
        "hits": {passage_id: spans for passage_id, spans in hits.items() if spans},
        "words": words,
    }


@queries.cached
def _text(whole: Dataset) -> str:
    """The text with its tags and strength bars, and the strip beside it with a tick per sentence, as HTML."""
    sentences = _sentences(whole)
    steps = len(queries.codes(whole, "strength"))
    sections = (_section(name, list(group)) for name, group in groupby(sentences, lambda row: row["section"]))
    ticks = []
    for row in sentences:
        width = 30 + 70 * row["level"] // steps  # percent of the strip
        ticks.append(f'<div class="tick" style="--theme: {row["colour"]}; --reach: {width}%"></div>')
    return f"""<style>{_STYLE}</style><div class="reader" lang="en">
<div class="hits" hidden>
  <button type="button">Previous hit</button><span role="status"></span>
  <button type="button">Next hit</button>
</div>
<article>{"".join(sections)}</article><div class="strip" aria-hidden="true">{"".join(ticks)}</div>
</div>"""


def _sentences(whole: Dataset) -> list[Record]:
    """The passages with what is drawn of each.

    Adds level (of the firmest commitment: 0 for none, up to the number of strengths), bars (the level
    drawn), strength_label, theme_label, and colour (of the theme).
    """
    strengths, themes = queries.codes(whole, "strength"), queries.codes(whole, "theme")
    colours, steps = palette.css_colours(themes), len(strengths)
    level_of = {"": 0} | {strength: steps - rank for rank, strength in enumerate(strengths)}
    firmest = queries.fingerprint(queries.select(whole, Selection()))["strength"]
    sentences = []
    for passage, strength in zip(queries.records(whole.passages), firmest, strict=True):
        level = level_of[strength]
        drawn = {
            "level": level,
            "bars": "▮" * level + "▯" * (steps - level),
            "strength_label": strengths[strength].label if strength else "",
            "theme_label": themes[passage["theme"]].label,
            "colour": colours[passage["theme"]],
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
    """A paragraph with its number. Its first sentence has a tag, and so has each with a new theme."""
    sentences = []
    theme_before = None
    for row in rows:
        sentences.append(_sentence(row, tagged=row["theme"] != theme_before))
        theme_before = row["theme"]
    return f'<p><span class="number">{number}</span>{" ".join(sentences)}</p>'


def _sentence(row: Record, tagged: bool) -> str:
    """A sentence with its tag (the theme) and its strength bars, if it has them."""
    tag = f'<span class="tag">{escape(row["theme_label"])}</span>' if tagged else ""
    strength = ""
    if row["level"]:
        label = escape(row["strength_label"])
        strength = (
            f'<span class="strength" role="img" title="{label}" aria-label="{label}">{row["bars"]}</span>'
        )
    return (
        f'<span class="sentence" role="button" tabindex="-1" data-id="{escape(row["passage_id"])}" '
        f'style="--theme: {row["colour"]}">{tag}<span class="text">{escape(row["text"])}</span>'
        f"{strength}</span>"
    )
