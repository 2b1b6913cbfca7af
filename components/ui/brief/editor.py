"""The page of the brief: its cards in order, with buttons to move, remove, present and download them."""

import textwrap
from functools import partial
from html import escape
from pathlib import Path
from typing import Literal

import streamlit as st

from components.content.brief import cards, pins
from components.content.brief.cards import Card, PassageCard
from components.content.brief.standard_brief import standard_brief
from components.content.brief.thumbnails import thumbnail
from components.content.export.handout import Handout
from components.content.export.markdown import markdown
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from components.content.text import descriptions
from components.ui.brief import card_notes
from components.ui.session import page_names, reader_clock, url_state
from data.queries import View

_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
LONGEST_LINE = 88  # letters of the line about a card
_PINS_BEFORE = "brief_before"  # the pins before the last change, for Undo
# Label, icon, file name, media type and writer of each document.
DOCUMENTS = (
    (
        "Word",
        "docs",
        "brief.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        word,
    ),
    (
        "PowerPoint",
        "slide_library",
        "brief.pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        powerpoint,
    ),
    ("Markdown", "markdown", "brief.md", "text/markdown", markdown),
)


def pinned_cards(view: View) -> list[Card]:
    """The cards of the pins, in order."""
    return _cards(view, url_state.pinned())


def standard_cards(view: View) -> list[Card]:
    """The cards of the standard brief, which the button "Standard brief" pins."""
    return _cards(view, standard_brief(view))


def _cards(view: View, texts: list[str]) -> list[Card]:
    """The cards of these texts of pins; a text that is no pin has none."""
    parsed = [pins.parse(text, view.whole) for text in texts]
    return [cards.card(view.whole, pin) for pin in parsed if pin]


def card_list(view: View, pinned: list[Card]) -> None:
    """Draw the cards, a line each, with their tools: note, up, down, remove."""
    st.html(f"<style>{_STYLE}</style>")
    with st.container(key="brief_cards", gap=None):
        for index, card in enumerate(pinned):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"card-{index}"):
                st.html(_line(view, card, index))
                with st.container(horizontal=True, width="content", key=f"card_tools-{index}"):
                    _tools(card, index, len(pinned))


def preview(view: View, standard: list[Card]) -> None:
    """Draw the cards of the standard brief, which are not pinned yet, pale and without tools."""
    lines = "".join(_line(view, card, index, pale=True) for index, card in enumerate(standard))
    st.html(f"<style>{_STYLE}</style>")
    with st.container(key="brief_cards", gap=None):
        st.html(lines)


def use_standard(standard: list[Card]) -> None:
    """Draw the button that pins the cards of the standard brief, and Undo."""
    _standard_button(
        f"Use these {len(standard)}" if len(standard) > 1 else "Use this one", standard, "secondary"
    )
    _undo_button()


def tools(view: View, pinned: list[Card], standard: list[Card]) -> None:
    """Draw the box for the title, and the buttons for the whole brief: present, documents, standard, undo.

    pinned, standard: as from `pinned_cards` and `standard_cards`.
    """
    handout = _handout(view, card_notes.title(f"Brief on the {view.whole.statement.title}"), pinned)
    st.button(
        "Present",
        key="present_brief",
        icon=":material/slideshow:",
        on_click=_present,
        width="stretch",
    )
    for label, icon, file_name, media_type, write in DOCUMENTS:
        st.download_button(
            label,
            partial(write, handout),  # runs when the button is pressed
            file_name,
            media_type,
            icon=f":material/{icon}:",
            on_click="ignore",
            width="stretch",
        )
    with st.container(horizontal=True, gap="small"):
        _standard_button("Standard brief", standard, "tertiary")
        _undo_button()
    st.caption(
        "The link holds the cards and their order. Title and notes are yours: they stay in this browser tab "
        "and go into the documents, not into the link."
    )


def _standard_button(label: str, standard: list[Card], look: Literal["secondary", "tertiary"]) -> None:
    st.button(
        label,
        key="standard_brief",
        icon=":material/auto_stories:",
        type=look,
        on_click=_change,
        args=([str(card.pin) for card in standard],),
        disabled=not standard,
    )


def _undo_button() -> None:
    if _PINS_BEFORE in st.session_state:
        st.button("Undo", key="undo_brief", icon=":material/undo:", type="tertiary", on_click=_undo)


def _line(view: View, card: Card, index: int, pale: bool = False) -> str:
    """A card of the list as HTML: number, picture, title, a line about it, and its note. index: from 0."""
    note = card_notes.all_notes().get(str(card.pin), "")
    lines = [_about(card)] + [f"Note: {textwrap.shorten(note, LONGEST_LINE, placeholder=' …')}"] * bool(note)
    about = "".join(f'<div class="line">{escape(line)}</div>' for line in lines)
    return (
        f'<div class="brief-card{" pale" if pale else ""}"><span class="number">{index + 1}</span>'
        f"{thumbnail(view.whole, card.pin)}"
        f'<div class="words"><div class="title">{escape(card.heading)}</div>{about}</div></div>'
    )


def _about(card: Card) -> str:
    """One line about a card: the words that it is about, or its first sentence, with its filter."""
    if isinstance(card, PassageCard):
        reference = descriptions.reference(card.passage)
        parts = [reference] * (card.heading != reference) + [f"“{card.clause or card.passage['text']}”"]
    else:
        filtered = f"Filter: {card.filter_words}" if card.filter_words else ""
        parts = [filtered] * bool(filtered) + [descriptions.plain(line) for line in card.lines[:1]]
    return textwrap.shorten("  ·  ".join(parts), LONGEST_LINE, placeholder=" …")


def _tools(card: Card, index: int, count: int) -> None:
    """Draw Note, Up, Down and Remove for the card at `index` of `count`."""
    pin = str(card.pin)
    with st.popover("Note", icon=":material/edit_note:", type="tertiary", key=f"note_fold-{pin}"):
        card_notes.note(pin, card.heading)
    _buttons(pin, index, count)


def _buttons(pin: str, index: int, count: int) -> None:
    """Draw Up, Down and Remove for the card at `index` of `count`."""
    for label, icon, step in (("Up", "arrow_upward", -1), ("Down", "arrow_downward", 1)):
        st.button(
            label,
            key=f"{label}-{pin}",
            icon=f":material/{icon}:",
            type="tertiary",
            on_click=_move,
            args=(pin, step),
            disabled=not 0 <= index + step < count,
        )
    st.button(
        "Remove",
        key=f"remove-{pin}",
        icon=":material/close:",
        type="tertiary",
        on_click=_remove,
        args=(pin,),
    )


def _handout(view: View, title: str, pinned: list[Card]) -> Handout:
    addresses = {}
    for card in pinned:
        addresses[str(card.pin)] = url_state.address(page_names.path(card.page), **card.link)
    return Handout(
        ds=view.whole,
        title=title,
        filter_words=descriptions.chosen(view.whole, view.selection),
        date=reader_clock.today(),
        cards=pinned,
        notes=card_notes.all_notes(),
        addresses=addresses,
        address=url_state.address("brief", pin=url_state.pinned()),
    )


def _change(texts: list[str]) -> None:
    """Replace the pins, and keep the old ones for Undo."""
    st.session_state[_PINS_BEFORE] = url_state.pinned()
    url_state.set_pins(texts)


def _undo() -> None:
    before = st.session_state.pop(_PINS_BEFORE, None)
    if before is not None:  # done already at the second of two quick presses
        url_state.set_pins(before)


# Both look at the brief as it is when the button's press arrives: it may be the second of two.


def _move(pin: str, step: int) -> None:
    """Move a pin up (-1) or down (1) by one place, if it can."""
    texts = url_state.pinned()
    if pin in texts:
        index = texts.index(pin)
        texts.insert(max(index + step, 0), texts.pop(index))
        _change(texts)


def _remove(pin: str) -> None:
    _change([text for text in url_state.pinned() if text != pin])


def _present() -> None:
    """Present the brief. The shared filters are cleared, since they would replace those of the pins."""
    url_state.clear_filters()
    url_state.present(True)
