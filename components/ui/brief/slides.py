"""Presenting: one card fills the screen, moved by buttons and by the keys of a remote.

On the brief the cards are its pins. On every other page, and on a brief without a pin, they are
the standard views, one a page, starting with its own; leaving returns to where one began.
"""

import math
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.content import charts
from components.content.brief import cards, pins
from components.content.brief.pins import Pin
from components.content.charts import map_deck
from components.content.charts.catalogue import EXHIBITS
from components.content.text import descriptions, formatting
from components.ui.parts import chart, map_panel, passage_card, statement_text
from components.ui.shell import filter_bar, pinned, url_state
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection

BRIEF, TEXT = "brief", "statement"  # pages
# What each page shows of itself, in the order of the navigation. The text is
# no pin, it is itself; the map's first view is the statement's.
STANDARD = {
    "overview": "chart:fingerprint",
    "pledges": "chart:amounts",
    pins.MAP: "",
    "commitments": "chart:ladder",
    "timeline": "chart:timeline~~~scheduled.deadline",
    TEXT: "",
    "method": "chart:agreement",
}
HEIGHT = 404  # px: what 720 have left for the view
WORDS = 16  # px: the smallest in a chart or a map
_STYLE = (Path(__file__).parent / "slides.css").read_text(encoding="utf-8")


def show(whole: Dataset, page: str) -> None:
    """The slide of this page, or of the brief, with the filters and the way on and out below it."""
    st.html(f"<style>{_STYLE}</style>")
    deck = _deck(whole, page)
    at = _place(deck, page)
    with st.bottom, _unseen_unstyled("slide_bar"):
        selection = filter_bar.choose(whole, lambda: _controls(at, len(deck)), slide=True)
    name, pin = [*deck.items()][at]
    with _unseen_unstyled("slide_card"):
        if name == TEXT:
            _text(whole, selection)
        else:
            _card(whole, cards.card(whole, pin, selection))


def _unseen_unstyled(key: str) -> DeltaGenerator:
    """A container too low to be seen until slides.css gives it its height: at the first visit the
    browser draws the slide some tenths of a second before it has the style."""
    return st.container(key=key, height=1, border=False, gap="small")


def _deck(whole: Dataset, page: str) -> dict[str, Pin | None]:
    """What to go through, in order: pins by their text on the brief, else pages with what each shows."""
    if page == BRIEF and pinned.now():
        return {text: pins.parse(text, whole) for text in pinned.now()}
    shown = {name: pins.parse(text, whole) for name, text in STANDARD.items()}
    shown[pins.MAP] = Pin(pins.MAP, pins.first_view(whole))
    asked = pins.parse(str(_asked(page)), whole)
    if page in shown and asked:
        shown[page] = asked
    return shown


def _asked(page: str) -> Pin | None:
    """What this page's own choices in the link show; None if it has none."""
    if page == pins.MAP:
        return Pin(
            pins.MAP, "".join(filter_bar.of_page("view")[:1]), choice=tuple(filter_bar.of_page("role"))
        )
    for name, exhibit in EXHIBITS.items():
        choice = filter_bar.of_page(exhibit.parameter)
        matches = all(filter_bar.of_page(key) == [value] for key, value in exhibit.link.items())
        if exhibit.page == page and matches and (choice or exhibit.link):
            return Pin("chart", name, choice=tuple(choice))
    return None


def _place(deck: dict[str, Pin | None], page: str) -> int:
    """Which card of the deck is shown, from 0: the one in the link, or else the page's own."""
    asked = "".join(filter_bar.of_page(url_state.CARD)[:1])
    if asked.isdecimal() and len(asked) < 4:
        return min(max(int(asked), 1), len(deck)) - 1
    return [*deck].index(page) if page in deck else 0


def _controls(at: int, count: int) -> None:
    """Previous, where we are, next, and out: by button and by key."""

    def step(to: int, label: str, icon: str, key: str, shortcut: str) -> None:
        st.button(
            label,
            key=key,
            icon=icon,
            shortcut=shortcut,
            disabled=not 0 <= to < count,
            on_click=filter_bar.set_page,
            args=(url_state.CARD, [str(to + 1)]),
        )

    step(at - 1, "Previous", ":material/arrow_back:", "slide_back", "Left")
    st.markdown(f"{at + 1} of {count}", width="content")
    step(at + 1, "Next", ":material/arrow_forward:", "slide_on", "Right")
    st.button("Leave", key="leave", icon=":material/close:", shortcut="Escape", on_click=_leave)
    with st.container(key="more_keys"):  # what presentation remotes send
        step(at - 1, "Previous", "", "slide_back_too", "PageUp")
        step(at + 1, "Next", "", "slide_on_too", "PageDown")


def _leave() -> None:
    pinned.present(False)
    filter_bar.set_page(url_state.CARD, [])


def _card(whole: Dataset, card: cards.Card) -> None:
    st.title(card.heading, anchor=False)
    with st.container(key="slide", height=HEIGHT, border=False, gap="small"):
        if card.empty:
            st.info(f"Nothing to show here under {card.under}.", icon=":material/filter_alt:")
        elif card.map_view is not None:
            _map(card)
        elif card.passage is not None:
            _sentence(whole, card)
        elif card.exhibit.figure:
            chart.figure(
                card.pin.name, card.shown, card.under, f"slide-{card.pin}", height=HEIGHT - charts.CAPTION[1]
            )
        else:
            st.markdown(formatting.literal("\n".join(f"- {line}" for line in card.lines)))
    st.markdown(f":small[{card.source(whole)}]")


def _map(card: cards.Card) -> None:
    """The map as wide as on its page, where its views were chosen to fit, and the places in words."""
    places = queries.places(card.shown.view)
    drawn, beside = st.columns([3, 2], gap="medium")
    with drawn:
        view = card.map_view["view"]
        map_panel.draw(card.shown.view, view, None, height=HEIGHT - 112, scale=WORDS / map_deck.SMALL)
    with beside:
        st.markdown(formatting.literal("\n".join(card.lines)))
        chosen = places[places["place_id"] == card.map_view["place_id"]]
        for _, place in chosen.iterrows():
            ids = place["passage_ids"].split(";")
            label = f"{place['name']}: read {formatting.plural(len(ids), 'sentence')}"
            passage_card.behind_button(label, place["name"], ids, "slide-place")


def _sentence(whole: Dataset, card: cards.Card) -> None:
    text = card.passage["text"]
    rem, letters, tall = (1.3, 85, 47) if len(text) < 220 else (1.1, 100, 40)
    passage_card.quote(whole, card.passage, card.clause, size=f"{rem}rem")
    place = [descriptions.place(card.passage), *descriptions.codes(whole, card.passage)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("  ·  ".join(place), width="content")
        ids = [card.passage["passage_id"]]
        passage_card.behind_button("All that was read from it", card.heading, ids, "slide-behind")
    room = HEIGHT - 124 - tall * math.ceil(len(text) / letters)
    st.markdown(formatting.literal("\n".join(f"- {line}" for line in _fitting(card.lines, room))))


def _fitting(lines: Sequence[str], room: int) -> list[str]:
    """As many of the first lines as so many px have room for; the drawer has them all."""
    taken = accumulate(42 + 36 * (len(line) // 95) for line in lines)
    return [line for line, height in zip(lines, taken, strict=True) if height <= room]


def _text(whole: Dataset, selection: Selection) -> None:
    """The statement itself, at the sentence that the link names."""
    st.title("The statement, sentence by sentence", anchor=False)
    with st.container(key="slide", height=HEIGHT, border=False):
        view = queries.select(whole, selection)
        statement_text.reader(whole, view, filter_bar.passage(whole), filter_bar.words())
    st.markdown(f":small[{whole.statement.title}, {whole.statement.url}]")
