"""The statement's text as a reading surface: tinted, searchable, each sentence selectable.

The text is HTML, the same on every run, so that the browser gets it once. What changes from run to
run goes to a component of Streamlit's second kind, since only such a one can talk back from running
text.
"""

from html import escape
from itertools import groupby
from pathlib import Path

import streamlit as st

from components.content.charts import palette
from components.ui.shell import filter_bar
from data import queries
from data.load.dataset import Dataset

_HERE = Path(__file__).parent
_STYLE = (_HERE / "statement_text.css").read_text(encoding="utf-8")
_attend = st.components.v2.component(
    "linchpin_reader", js=(_HERE / "statement_text.js").read_text(encoding="utf-8")
)


def reader(whole: Dataset, view: Dataset, selected: str | None, words: str) -> None:
    """Draw the whole text: what the view leaves out is muted, hits of the words are marked.

    Choosing a sentence puts it in the URL, choosing it again takes it out.
    """
    with st.container(gap=None):
        st.html(_text(whole))
        _attend(
            key="reader", data=_state(whole, view, words) | {"selected": selected}, on_chosen_change=_choose
        )


def _choose() -> None:
    filter_bar.select_passage(st.session_state["reader"].chosen or None)


@queries.remembered
def _state(whole: Dataset, view: Dataset, words: str) -> dict:
    """What changes: the passages that are muted, and of each that is hit where the hits begin and end."""
    ids, texts = whole.passages["passage_id"], whole.passages["text"]
    hits = {one: queries.hits(text, words) for one, text in zip(ids, texts, strict=True)}
    return {
        "muted": ids[~ids.isin(view.passages["passage_id"])].tolist(),
        "hits": {one: found for one, found in hits.items() if found},
        "words": words,
    }


@queries.remembered
def _text(whole: Dataset) -> str:
    """The text with its marks, and the margin, as HTML."""
    strengths, themes = queries.codes(whole, "strength"), queries.codes(whole, "theme")
    levels = {code: len(strengths) - rank for rank, code in enumerate(strengths.index)} | {"": 0}
    table = queries.fingerprint(whole, whole).assign(
        text=whole.passages["text"],
        paragraph=whole.passages["paragraph"],
        level=lambda rows: rows["strength"].map(levels),
        bars=lambda rows: rows["level"].map(lambda level: "▮" * level + "▯" * (len(strengths) - level)),
        binding=lambda rows: rows["strength"].map(strengths["label"]),
        label=lambda rows: rows["theme"].map(themes["label"]),
        colour=lambda rows: rows["theme"].map(palette.colours(themes)),
    )
    rows = table.to_dict("records")
    sections = (_section(name, list(group)) for name, group in groupby(rows, lambda row: row["section"]))
    ticks = (
        f'<div class="tick" style="--theme: {row["colour"]}; --reach: {30 + 70 * row["level"] // len(strengths)}%"></div>'
        for row in rows
    )
    return f"""<style>{_STYLE}</style><div class="reader" lang="en">
<div class="hits" hidden>
  <button type="button">Previous hit</button><span role="status"></span><button type="button">Next hit</button>
</div>
<article>{"".join(sections)}</article><div class="strip" aria-hidden="true">{"".join(ticks)}</div>
</div>"""


def _section(name: str, rows: list[dict]) -> str:
    heading = f"<h2>{escape(name)}</h2>" if name else ""
    paragraphs = (
        _paragraph(number, list(group)) for number, group in groupby(rows, lambda row: row["paragraph"])
    )
    return f"<section>{heading}{''.join(paragraphs)}</section>"


def _paragraph(number: int, rows: list[dict]) -> str:
    """A tag stands wherever the theme changes, and where a paragraph begins."""
    before = [None, *(row["theme"] for row in rows)]
    sentences = (
        _sentence(row, tagged=row["theme"] != theme) for row, theme in zip(rows, before, strict=False)
    )
    return f'<p><span class="number">{number}</span>{" ".join(sentences)}</p>'


def _sentence(row: dict, tagged: bool) -> str:
    tag = f'<span class="tag">{escape(row["label"])}</span>' if tagged else ""
    strength = ""
    if row["level"]:
        label = escape(row["binding"])
        strength = (
            f'<span class="strength" role="img" title="{label}" aria-label="{label}">{row["bars"]}</span>'
        )
    return (
        f'<span class="sentence" role="button" tabindex="-1" data-id="{escape(row["passage_id"])}" '
        f'style="--theme: {row["colour"]}">{tag}<span class="text">{escape(row["text"])}</span>{strength}</span>'
    )
