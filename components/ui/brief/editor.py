"""The page of the brief: its cards in order, with buttons to move, remove, present and download them."""

from functools import partial

import streamlit as st

from components.content.brief import cards, pins
from components.content.brief.cards import Card, PassageCard
from components.content.brief.standard_brief import standard_brief
from components.content.export.handout import Handout
from components.content.export.markdown import markdown
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from components.content.text import descriptions, formatting
from components.ui.brief import card_notes
from components.ui.parts import passage_card
from components.ui.shell import reader_clock, url_state
from data.queries import View

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


def preview(standard: list[Card]) -> None:
    """List the headings of the standard brief, which is not pinned yet."""
    st.markdown("\n".join(f"1. {formatting.literal(card.heading)}" for card in standard))


def toolbar(view: View, pinned: list[Card], standard: list[Card]) -> None:
    """Draw the box for the title, and the buttons for the whole brief: standard, present, download, undo.

    pinned, standard: as from `pinned_cards` and `standard_cards`.
    """
    handout = _handout(view, card_notes.title(f"Brief on the {view.whole.statement.title}"), pinned)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "Standard brief",
            icon=":material/auto_stories:",
            on_click=_change,
            args=([str(card.pin) for card in standard],),
            disabled=not standard,
            help="Key findings, pledges, map and the firmest commitment of each theme, "
            "under the filter above.",
        )
        st.button(
            "Present",
            key="present_brief",
            icon=":material/slideshow:",
            on_click=_present,
            disabled=not pinned,
        )
        for label, icon, file_name, media_type, write in DOCUMENTS:
            st.download_button(
                label,
                partial(write, handout),  # runs when the button is pressed
                file_name,
                media_type,
                icon=f":material/{icon}:",
                on_click="ignore",
                disabled=not pinned,
            )
        if _PINS_BEFORE in st.session_state:
            st.button("Undo", icon=":material/undo:", type="tertiary", on_click=_undo)
    st.caption(
        "The link holds the cards and their order. Title and notes are yours: they stay in this browser tab "
        "and go into the documents, not into the link."
    )


def card_row(view: View, card: Card, index: int, count: int) -> None:
    """Draw a card of the list with its buttons and its note. index: from 0. count: of all cards."""
    under = f"  ·  under {card.filter_words}" if card.filter_words else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{index + 1}. {formatting.literal(card.heading)}**{under}")
        _buttons(str(card.pin), index, count)
    if isinstance(card, PassageCard):
        passage_card.quote(view.whole, card.passage, card.clause, size="1rem")
        where = [descriptions.reference(card.passage), *descriptions.codes(view.whole, card.passage)]
        st.markdown("  ·  ".join(where))
    st.markdown("\n".join(f"- {formatting.literal(line)}" for line in card.lines))
    card_notes.note(str(card.pin), card.heading)


def _buttons(pin: str, index: int, count: int) -> None:
    """Draw Up, Down and Remove for the card at `index` of `count`."""
    for label, icon, new_index in (("Up", "arrow_upward", index - 1), ("Down", "arrow_downward", index + 1)):
        st.button(
            label,
            key=f"{label}-{pin}",
            icon=f":material/{icon}:",
            type="tertiary",
            on_click=_move,
            args=(index, new_index),
            disabled=not 0 <= new_index < count,
        )
    st.button(
        "Remove",
        key=f"remove-{pin}",
        icon=":material/close:",
        type="tertiary",
        on_click=_change,
        args=([text for text in url_state.pinned() if text != pin],),
    )


def _handout(view: View, title: str, pinned: list[Card]) -> Handout:
    addresses = {}
    for card in pinned:
        page = "" if card.page == "overview" else card.page  # the start page has no path
        addresses[str(card.pin)] = url_state.address(page, **card.link)
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
    url_state.set_pins(st.session_state.pop(_PINS_BEFORE))


def _move(index: int, new_index: int) -> None:
    texts = url_state.pinned()
    texts.insert(new_index, texts.pop(index))
    _change(texts)


def _present() -> None:
    """Present the brief. The shared filters are cleared, since they would replace those of the pins."""
    url_state.clear_filters()
    url_state.present(True)
