"""The briefer's working list: pins in order, to move, to note on, to take back and to hand out."""

import streamlit as st

from components.content import export
from components.content.brief import cards, pins
from components.content.brief.cards import Card
from components.content.text import descriptions, formatting
from components.ui.brief import notes
from components.ui.parts import passage_card
from components.ui.shell import filter_bar, pinned, url_state
from components.ui.shell.view import View

_BEFORE = "brief_before"  # the list as it was before the last change
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
MARKDOWN = "text/markdown"


def gathered(view: View) -> list[Card]:
    """The cards of the pins, in order."""
    return [cards.card(view.whole, pin) for text in pinned.now() if (pin := pins.parse(text, view.whole))]


def standard(view: View) -> list[str]:
    """The pins that one click would put here."""
    return pins.standard(view.whole, view.ds, view.selection)


def preview(view: View, made: list[str]) -> None:
    """The headings of cards that are not pinned yet."""
    cards = [cards.card(view.whole, pins.parse(text, view.whole)) for text in made]
    st.markdown("\n".join(f"1. {formatting.literal(card.heading)}" for card in cards))


def tools(view: View, cards: list[Card], made: list[str]) -> None:
    """What can be done with the whole brief."""
    handout = _handout(view, notes.title(f"Brief on the {view.whole.statement.title}"), cards)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "Standard brief",
            icon=":material/auto_stories:",
            on_click=_change,
            args=(made,),
            disabled=not made,
            help="Key findings, pledges, map and the firmest commitment of each theme, under the filter above.",
        )
        st.button(
            "Present",
            key="present_brief",
            icon=":material/slideshow:",
            on_click=_present,
            disabled=not cards,
        )
        for label, icon, name, mime, write in (
            ("Word", "docs", "brief.docx", WORD, export.word),
            ("PowerPoint", "slide_library", "brief.pptx", POWERPOINT, export.powerpoint),
            ("Markdown", "markdown", "brief.md", MARKDOWN, export.markdown),
        ):
            st.download_button(
                label,
                lambda write=write: write(handout),  # once it is asked for
                name,
                mime,
                icon=f":material/{icon}:",
                on_click="ignore",
                disabled=not cards,
            )
        if _BEFORE in st.session_state:
            st.button("Undo", icon=":material/undo:", type="tertiary", on_click=_undo)
    st.caption(
        "The link holds the cards and their order. Title and notes are yours: they stay in this browser tab "
        "and go into the documents, not into the link."
    )


def row(view: View, card: Card, place: int, count: int) -> None:
    """One card of the list, with its note."""
    pin = str(card.pin)
    under = f"  ·  under {card.under}" if card.under else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{place + 1}. {formatting.literal(card.heading)}**{under}")
        for label, icon, to in (("Up", "arrow_upward", place - 1), ("Down", "arrow_downward", place + 1)):
            st.button(
                label,
                key=f"{label}-{pin}",
                icon=f":material/{icon}:",
                type="tertiary",
                on_click=_move,
                args=(place, to),
                disabled=not 0 <= to < count,
            )
        st.button(
            "Remove",
            key=f"remove-{pin}",
            icon=":material/close:",
            type="tertiary",
            on_click=_change,
            args=([one for one in pinned.now() if one != pin],),
        )
    if card.passage is not None:
        passage_card.quote(view.whole, card.passage, card.clause, size="1rem")
        st.markdown(
            "  ·  ".join([descriptions.place(card.passage), *descriptions.codes(view.whole, card.passage)])
        )
    st.markdown("\n".join(f"- {formatting.literal(line)}" for line in card.lines))
    notes.note(pin, card.heading)


def _handout(view: View, title: str, cards: list[Card]) -> export.Handout:
    return export.Handout(
        ds=view.whole,
        title=title,
        under=descriptions.chosen(view.whole, view.selection),
        made=url_state.today(),
        cards=cards,
        notes=notes.all_notes(),
        addresses={
            str(card.pin): url_state.address("" if card.page == "overview" else card.page, **card.link)
            for card in cards
        },
        address=url_state.address("brief", pin=pinned.now()),
    )


def _change(order: list[str]) -> None:
    """A new list; the old one can be had back."""
    st.session_state[_BEFORE] = pinned.now()
    pinned.put(order)


def _undo() -> None:
    pinned.put(st.session_state.pop(_BEFORE))


def _move(place: int, to: int) -> None:
    order = pinned.now()
    order.insert(to, order.pop(place))
    _change(order)


def _present() -> None:
    """Each chart as it was pinned: what is chosen now would go before its own filter."""
    filter_bar.clear()
    pinned.present(True)
