"""The brief's page: its cards in order, to move, annotate, remove, present and hand out."""

from functools import partial

import streamlit as st

from components.content.brief import cards, pins
from components.content.brief.cards import Card, PassageCard
from components.content.export.handout import Handout
from components.content.export.markdown import markdown
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from components.content.text import descriptions, formatting
from components.ui.brief import notes
from components.ui.parts import passage_card
from components.ui.shell import reader_clock, url_state
from data.queries import View

_BEFORE = "brief_before"  # the pins as they were before the last change
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
    found = [pins.parse(text, view.whole) for text in url_state.pinned()]
    return [cards.card(view.whole, pin) for pin in found if pin]


def standard_cards(view: View) -> list[Card]:
    """The cards of the standard brief, which one click pins."""
    found = [pins.parse(text, view.whole) for text in pins.standard(view)]
    return [cards.card(view.whole, pin) for pin in found if pin]


def preview(made: list[Card]) -> None:
    """List the headings of cards that are not pinned yet."""
    st.markdown("\n".join(f"1. {formatting.literal(card.heading)}" for card in made))


def toolbar(view: View, made: list[Card], standard: list[Card]) -> None:
    """Draw the title and the buttons for the whole brief."""
    handout = _handout(view, notes.title(f"Brief on the {view.whole.statement.title}"), made)
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
            disabled=not made,
        )
        for label, icon, name, mime, write in DOCUMENTS:
            st.download_button(
                label,
                partial(write, handout),  # written when it is asked for
                name,
                mime,
                icon=f":material/{icon}:",
                on_click="ignore",
                disabled=not made,
            )
        if _BEFORE in st.session_state:
            st.button("Undo", icon=":material/undo:", type="tertiary", on_click=_undo)
    st.caption(
        "The link holds the cards and their order. Title and notes are yours: they stay in this browser tab "
        "and go into the documents, not into the link."
    )


def card_row(view: View, card: Card, index: int, count: int) -> None:
    """Draw one card of the list (`index` from 0, of `count`) with its buttons and its note."""
    under = f"  ·  under {card.filter_words}" if card.filter_words else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{index + 1}. {formatting.literal(card.heading)}**{under}")
        _buttons(str(card.pin), index, count)
    if isinstance(card, PassageCard):
        passage_card.quote(view.whole, card.passage, card.clause, size="1rem")
        where = [descriptions.reference(card.passage), *descriptions.codes(view.whole, card.passage)]
        st.markdown("  ·  ".join(where))
    st.markdown("\n".join(f"- {formatting.literal(line)}" for line in card.lines))
    notes.note(str(card.pin), card.heading)


def _buttons(pin: str, index: int, count: int) -> None:
    """Up, Down and Remove."""
    for label, icon, to in (("Up", "arrow_upward", index - 1), ("Down", "arrow_downward", index + 1)):
        st.button(
            label,
            key=f"{label}-{pin}",
            icon=f":material/{icon}:",
            type="tertiary",
            on_click=_move,
            args=(index, to),
            disabled=not 0 <= to < count,
        )
    st.button(
        "Remove",
        key=f"remove-{pin}",
        icon=":material/close:",
        type="tertiary",
        on_click=_change,
        args=([one for one in url_state.pinned() if one != pin],),
    )


def _handout(view: View, title: str, made: list[Card]) -> Handout:
    return Handout(
        ds=view.whole,
        title=title,
        filter_words=descriptions.chosen(view.whole, view.selection),
        date=reader_clock.today(),
        cards=made,
        notes=notes.all_notes(),
        addresses={
            str(card.pin): url_state.address("" if card.page == "overview" else card.page, **card.link)
            for card in made
        },
        address=url_state.address("brief", pin=url_state.pinned()),
    )


def _change(texts: list[str]) -> None:
    """Replace the pins; Undo brings the old ones back."""
    st.session_state[_BEFORE] = url_state.pinned()
    url_state.set_pins(texts)


def _undo() -> None:
    url_state.set_pins(st.session_state.pop(_BEFORE))


def _move(index: int, to: int) -> None:
    texts = url_state.pinned()
    texts.insert(to, texts.pop(index))
    _change(texts)


def _present() -> None:
    """Present each chart as it was pinned: the filters of now would replace its own."""
    url_state.clear_filters()
    url_state.present(True)
