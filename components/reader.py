"""The statement's text as a reading surface: tinted, searchable, each sentence selectable.

A component of Streamlit's second kind, since only it can talk back from running text. Data
reaches the page as text nodes, never as markup.
"""

from pathlib import Path

import streamlit as st

from components import filters, palette
from data import queries
from data.dataset import Dataset

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "linchpin_reader",
    html="""
<div class="reader" lang="en">
  <div class="hits" hidden>
    <button type="button">Previous hit</button><span role="status"></span><button type="button">Next hit</button>
  </div>
  <article></article>
  <div class="strip" aria-hidden="true"></div>
</div>
""",
    css=(_HERE / "reader.css").read_text(encoding="utf-8"),
    js=(_HERE / "reader.js").read_text(encoding="utf-8"),
)


def reader(whole: Dataset, view: Dataset, selected: str | None, words: str) -> None:
    """Draw the whole text: what the view leaves out is muted, hits of the words are marked.

    Choosing a sentence puts it in the URL, choosing it again takes it out.
    """
    data = _data(whole, view, words) | {"selected": selected}
    _mount(key="reader", data=data, on_chosen_change=_choose)


def _choose() -> None:
    filters.select_passage(st.session_state["reader"].chosen or None)


@queries.remembered
def _data(whole: Dataset, view: Dataset, words: str) -> dict:
    table = queries.fingerprint(whole, view).set_index("passage_id")
    strengths = queries.codes(whole, "strength")
    level = {code: len(strengths) - rank for rank, code in enumerate(strengths.index)}
    sentences = [
        {
            "id": row["passage_id"],
            "paragraph": row["paragraph"],
            "section": row["section"],
            "text": row["text"],
            "theme": row["theme"],
            "level": level.get(strength := table.at[row["passage_id"], "strength"], 0),
            "strength": strengths.at[strength, "label"] if strength else "",
            "shown": bool(table.at[row["passage_id"], "shown"]),
            "hits": queries.hits(row["text"], words),
        }
        for row in whole.passages.to_dict("records")
    ]
    themes = queries.codes(whole, "theme")
    return {
        "sentences": sentences,
        "labels": themes["label"].to_dict(),
        "colours": palette.colours(themes),
        "levels": len(strengths),
        "words": words,
    }
