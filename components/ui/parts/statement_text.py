"""The statement's text: tinted by theme, searchable, each sentence selectable.

The text is HTML that is the same on every run, so the browser gets it once. What changes from run to
run goes to a component, since only a component can tell the server which sentence was chosen.
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
    """Draw the whole text: sentences outside the view are muted, hits of the search words are marked.

    Choosing a sentence puts it in the URL; choosing it again removes it.
    """
    with st.container(gap=None):
        st.html(_text(view.whole))
        _mount(key="reader", data=_state(view, words) | {"selected": selected}, on_chosen_change=_chosen)


def _chosen() -> None:
    url_state.write(url_state.PASSAGE, st.session_state["reader"].chosen or None)


@queries.cached
def _state(view: View, words: str) -> dict[str, object]:
    """What changes from run to run: the muted passages, and where hits begin and end in each passage."""
    passages = view.whole.passages
    ids, texts = passages["passage_id"], passages["text"]
    hits = {one: queries.hits(text, words) for one, text in zip(ids, texts, strict=True)}
    return {
        "muted": ids[~ids.isin(view.ds.passages["passage_id"])].tolist(),
        "hits": {one: found for one, found in hits.items() if found},
        "words": words,
    }


@queries.cached
def _text(whole: Dataset) -> str:
    """The text with its tags and strength bars, and the margin strip, as HTML."""
    sentences = _sentences(whole)
    steps = len(queries.codes(whole, "strength"))
    sections = (_section(name, list(group)) for name, group in groupby(sentences, lambda row: row["section"]))
    ticks = (
        f'<div class="tick" style="--theme: {row["colour"]}; --reach: {reach}%"></div>'
        for row in sentences
        if (reach := 30 + 70 * row["level"] // steps)
    )
    return f"""<style>{_STYLE}</style><div class="reader" lang="en">
<div class="hits" hidden>
  <button type="button">Previous hit</button><span role="status"></span>
  <button type="button">Next hit</button>
</div>
<article>{"".join(sections)}</article><div class="strip" aria-hidden="true">{"".join(ticks)}</div>
</div>"""


def _sentences(whole: Dataset) -> list[Record]:
    """The passages with what is drawn of each: level (0 for no commitment, then up to the number of
    strengths), bars, strength in words, theme in words, colour."""
    strengths, themes = queries.codes(whole, "strength"), queries.codes(whole, "theme")
    colours, steps = palette.colours(themes), len(strengths)
    level = {code: steps - rank for rank, code in enumerate(strengths)}
    firmest = queries.fingerprint(queries.select(whole, Selection()))["strength"]
    return [
        passage
        | {
            "level": level.get(strength, 0),
            "bars": "▮" * level.get(strength, 0) + "▯" * (steps - level.get(strength, 0)),
            "firmness": strengths[strength].label if strength else "",
            "label": themes[passage["theme"]].label,
            "colour": colours[passage["theme"]],
        }
        for passage, strength in zip(queries.records(whole.passages), firmest, strict=True)
    ]


def _section(name: str, rows: list[Record]) -> str:
    heading = f"<h2>{escape(name)}</h2>" if name else ""
    paragraphs = (
        _paragraph(number, list(group)) for number, group in groupby(rows, lambda row: row["paragraph"])
    )
    return f"<section>{heading}{''.join(paragraphs)}</section>"


def _paragraph(number: int, rows: list[Record]) -> str:
    """A tag stands wherever the theme changes, and where a paragraph begins."""
    before = [None, *(row["theme"] for row in rows)]
    sentences = (
        _sentence(row, tagged=row["theme"] != theme) for row, theme in zip(rows, before, strict=False)
    )
    return f'<p><span class="number">{number}</span>{" ".join(sentences)}</p>'


def _sentence(row: Record, tagged: bool) -> str:
    tag = f'<span class="tag">{escape(row["label"])}</span>' if tagged else ""
    strength = ""
    if row["level"]:
        label = escape(row["firmness"])
        strength = (
            f'<span class="strength" role="img" title="{label}" aria-label="{label}">{row["bars"]}</span>'
        )
    return (
        f'<span class="sentence" role="button" tabindex="-1" data-id="{escape(row["passage_id"])}" '
        f'style="--theme: {row["colour"]}">{tag}<span class="text">{escape(row["text"])}</span>'
        f"{strength}</span>"
    )
