"""The lists of a comparison: kept or reworded, new here, no counterpart found; above them silent topics.

All of it is one piece of HTML, which a browser gets once: lists of two hundred sentences as elements of
Streamlit would be drawn again at every change.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from components.content.text import citations, formatting, links
from components.content.text import comparison as words
from components.content.text.word_diff import ADDED, DROPPED, SAME, Piece, side, word_diff
from components.ui.session import url_state
from data import queries
from data.load import Dataset
from data.queries import Alone, Comparison, Meeting, Pair, Sentence, Silence, View

_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_TAGS = {SAME: "{}", ADDED: "<ins>{}</ins>", DROPPED: "<del>{}</del>"}


def comparison_lists(view: View) -> None:
    """Draw the silent topics and the three lists of the view's comparison."""
    st.html(f"<style>{_STYLE}</style>{_lists(view)}")


@queries.cached
def _lists(view: View) -> str:
    """All lists as HTML; "" where there are no two meetings."""
    compared, pair = queries.compared(view), queries.compared_meetings(view)
    if compared is None or pair is None:
        return ""
    ds, names = view.whole, words.tick_names(pair)
    lists = (
        _list(ds, words.KEPT, [_pair(ds, one, names) for one in compared.pairs], words.reading(compared)),
        _list(ds, words.NEW_HERE, [_alone(ds, one) for one in compared.new_here]),
        _list(ds, words.NOT_FOUND, [_alone(ds, one) for one in compared.no_counterpart]),
    )
    return f'<div class="comparison">{_above(ds, compared, pair)}{"".join(lists)}</div>'


def _list(ds: Dataset, name: str, lines: Sequence[str], more: str = "") -> str:
    """A list with its number and what it means. It can be scrolled by keyboard. more: a further sentence."""
    drawn = f'<ol tabindex="0" aria-label="{escape(name)}">{"".join(lines)}</ol>' if lines else "<p>None.</p>"
    kind = ' class="pairs"' if name == words.KEPT else ""
    meaning = escape(f"{words.meaning(ds, name)} {more}".strip())
    return (
        f"<section{kind}><h2>{escape(name)} <b>{len(lines)}</b></h2>"
        f'<p class="meaning">{meaning}</p>{drawn}</section>'
    )


def _pair(ds: Dataset, pair: Pair, names: tuple[str, str]) -> str:
    """An old and a new sentence side by side: dropped words in the old one, added words in the new one."""
    pieces = word_diff(pair.old.text, pair.new.text)
    told = " · ".join(escape(one) for one in words.told(pair))
    return (
        f"<li><div>{_head(ds, pair.old, names[0])}<p>{_marked(side(pieces, DROPPED))}</p></div>"
        f"<div>{_head(ds, pair.new, names[1])}<p>{_marked(side(pieces, ADDED))}</p></div>"
        f'<p class="told">{told}</p></li>'
    )


def _marked(pieces: Sequence[Piece]) -> str:
    """The pieces as HTML."""
    return "".join(_TAGS[piece.kind].format(escape(piece.text)) for piece in pieces)


def _alone(ds: Dataset, one: Alone) -> str:
    """A sentence without a counterpart, and those that are only related to it, folded."""
    related = ""
    if one.related:
        count = formatting.plural(len(one.related), "sentence")
        others = "".join(_quoted(ds, other) for other in one.related)
        related = f"<details><summary>{count} at most related</summary>{others}</details>"
    return f"<li>{_quoted(ds, one.sentence)}{related}</li>"


def _quoted(ds: Dataset, one: Sentence) -> str:
    return f"<div>{_head(ds, one)}<p>{escape(one.text)}</p></div>"


def _head(ds: Dataset, one: Sentence, name: str = "") -> str:
    """Where a sentence stands, as a link into the text. name: of its meeting, where a line has both."""
    where = ", ".join(filter(None, [name, words.where(ds, one.reference)]))
    if one.reference.statement_id == queries.OWN:
        return f"<small>{escape(where[:1].upper() + where[1:])}</small>"
    address = escape("statement" + links.encoded(url_state.to_sentence(ds, one.reference)))
    return f'<a href="{address}" target="_self">{escape(where[:1].upper() + where[1:])}</a>'


def _above(ds: Dataset, compared: Comparison, pair: tuple[Meeting, Meeting]) -> str:
    """The silent topics, what limits the comparison, and the official pages of the texts."""
    old, new = words.tick_names(pair)
    silent = "".join(
        f"<div><p>Named in {escape(speaking)}, silent in {escape(other)}:</p>"
        f"{''.join(_silence(ds, one) for one in silences)}</div>"
        for silences, speaking, other in ((compared.only_old, old, new), (compared.only_new, new, old))
        if silences
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in words.notes(pair))
    pages = "".join(
        f'<a href="{escape(text.source_url)}" target="_blank" rel="noopener">'
        f"{escape(citations.dated_title(text))}: official page</a>"
        for meeting in pair
        for text in meeting.texts
        if text.source_url
    )
    return f'<div class="silences">{silent}</div><div class="about">{notes}{pages}</div>'


def _silence(ds: Dataset, one: Silence) -> str:
    """A silent topic, which unfolds the sentences that name it and a link to its history."""
    sentences = "".join(_quoted(ds, each) for each in one.named)
    address = escape("wording" + links.encoded({url_state.TOPIC: [one.topic]}))
    history = f'<a href="{address}" target="_self">All meetings on this topic</a>'
    label = escape(words.label(ds, one))
    return f"<details><summary>{label} <b>{len(one.named)}</b></summary>{sentences}{history}</details>"
