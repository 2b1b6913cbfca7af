"""Presenting: one card fills the screen, moved by buttons and by the keys of a remote.

On the Brief page the cards are its pins. On every other page, and on a brief without pins, they are
the standard views, one for each page, starting with that page's own. Leaving returns to that page.
"""

import math
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.content.brief import cards, pins
from components.content.brief.cards import Card, ChartCard, MapCard, PassageCard
from components.content.brief.pins import CHART, MAP, NOTHING, Pin
from components.content.charts import figure, map_deck
from components.content.charts.catalogue import CHARTS
from components.content.charts.names import CHOICES
from components.content.text import descriptions, formatting
from components.ui.parts import chart, map_panel, passage_card
from components.ui.parts.statement_text import statement_text
from components.ui.shell import drawer, url_state
from components.ui.shell.filter_bar import filter_bar
from data import queries
from data.load import Dataset
from data.queries import Selection

BRIEF, TEXT = "brief", "statement"  # pages
# The standard views: the pin that each page shows of itself, in the order of the navigation. The
# statement's text has no pin; the map shows its first view.
STANDARD = {
    "overview": "chart:fingerprint",
    "pledges": "chart:amounts",
    "map": "",
    "commitments": "chart:ladder",
    "timeline": "chart:timeline~~~scheduled.deadline",
    TEXT: "",
    "method": "chart:agreement",
}
HEIGHT = 404  # px: what is left for the picture on a screen 720 px high
SMALLEST = 16  # px: words in a chart or a map
_STYLE = (Path(__file__).parent / "slides.css").read_text(encoding="utf-8")


def slide(whole: Dataset, page: str) -> None:
    """Draw the slide of this page, or of the brief, with the filters and the buttons below it."""
    st.html(f"<style>{_STYLE}</style>")
    deck = _deck(whole, page)
    index = _index(deck, page)
    with st.bottom, _unseen_unstyled("slide_bar"):
        selection = filter_bar(whole, lambda: _buttons(index, len(deck)), slide=True)
    pin = [*deck.values()][index]
    with _unseen_unstyled("slide_card"):
        if pin is None:
            _text(whole, selection)
        else:
            _card(whole, cards.card(whole, pin, selection))


def _unseen_unstyled(key: str) -> DeltaGenerator:
    """A container that is too low to be seen until slides.css gives it its height: on the first visit the
    browser draws the slide some tenths of a second before the style arrives."""
    return st.container(key=key, height=1, border=False, gap="small")


def _deck(whole: Dataset, page: str) -> dict[str, Pin | None]:
    """The slides in order: the pins of the brief by their text, or the pages with what each shows. None
    stands for the statement's text."""
    if page == BRIEF and url_state.pinned():
        return {text: pins.parse(text, whole) for text in url_state.pinned()}
    deck = {name: pins.parse(text, whole) for name, text in STANDARD.items()}
    deck[MAP] = Pin(MAP, pins.first_view(whole))
    asked = _own_pin(page)
    known = pins.parse(str(asked), whole) if asked else None
    if page in deck and known:
        deck[page] = known
    return deck


def _own_pin(page: str) -> Pin | None:
    """What this page's own choices in the link show; None if it has none."""
    if page == MAP:
        view, roles = "".join(url_state.values("view")[:1]), tuple(url_state.values("role"))
        return Pin(MAP, view, Selection(roles=roles))
    for name, drawn in CHARTS.items():
        chosen = Selection(kinds=tuple(url_state.values("kind"))) if name in CHOICES else NOTHING
        linked = all(url_state.values(key) == [value] for key, value in drawn.link.items())
        if drawn.page == page and linked and (chosen or drawn.link):
            return Pin(CHART, name, chosen)
    return None


def _index(deck: dict[str, Pin | None], page: str) -> int:
    """Which slide of the deck is shown, from 0: the one in the link, or else the page's own."""
    asked = "".join(url_state.values(url_state.CARD)[:1])
    if asked.isdecimal() and len(asked) < 4:
        return min(max(int(asked), 1), len(deck)) - 1
    return [*deck].index(page) if page in deck else 0


def _buttons(index: int, count: int) -> None:
    """Previous, which of how many, next, and leave: by button and by key."""

    def step(to: int, label: str, icon: str, key: str, shortcut: str) -> None:
        st.button(
            label,
            key=key,
            icon=icon,
            shortcut=shortcut,
            disabled=not 0 <= to < count,
            on_click=url_state.write,
            args=(url_state.CARD, [str(to + 1)]),
        )

    step(index - 1, "Previous", ":material/arrow_back:", "slide_back", "Left")
    st.markdown(f"{index + 1} of {count}", width="content")
    step(index + 1, "Next", ":material/arrow_forward:", "slide_on", "Right")
    st.button("Leave", key="leave", icon=":material/close:", shortcut="Escape", on_click=_leave)
    with st.container(key="more_keys"):  # the keys that presentation remotes send
        step(index - 1, "Previous", "", "slide_back_too", "PageUp")
        step(index + 1, "Next", "", "slide_on_too", "PageDown")


def _leave() -> None:
    url_state.present(False)
    url_state.write(url_state.CARD, None)


def _card(whole: Dataset, card: Card) -> None:
    st.title(card.heading, anchor=False)
    with st.container(key="slide", height=HEIGHT, border=False, gap="small"):
        if card.empty:
            st.info(f"Nothing to show here under {card.filter_words}.", icon=":material/filter_alt:")
        else:
            match card:
                case MapCard():
                    _map(card)
                case PassageCard():
                    _passage(whole, card)
                case ChartCard() if card.chart.draw:
                    height = HEIGHT - figure.CAPTION_HEIGHTS[1]
                    chart.figure(card.chart, card.view, f"slide-{card.pin}", height=height)
                case ChartCard():
                    st.markdown(formatting.literal("\n".join(f"- {line}" for line in card.lines)))
    st.markdown(f":small[{card.source(whole)}]")


def _map(card: MapCard) -> None:
    """The map as wide as on its page, for which its presets were chosen, and the places in words."""
    drawn, beside = st.columns([3, 2], gap="medium")
    with drawn:
        scale = SMALLEST / map_deck.LABEL_SIZE
        map_panel.map_panel(card.view, card.preset["view"], None, height=HEIGHT - 112, scale=scale)
    with beside:
        st.markdown(formatting.literal("\n".join(card.lines)))
        for place in queries.records(queries.places(card.view)):
            if place["place_id"] == card.preset["place_id"]:
                ids = place["passage_ids"].split(";")
                label = f"{place['name']}: read {formatting.plural(len(ids), 'sentence')}"
                drawer.open_button(label, place["name"], ids, "slide-place")


def _passage(whole: Dataset, card: PassageCard) -> None:
    text = card.passage["text"]
    rem, letters, line = (1.3, 85, 47) if len(text) < 220 else (1.1, 100, 40)
    passage_card.quote(whole, card.passage, card.clause, size=f"{rem}rem")
    where = [descriptions.reference(card.passage), *descriptions.codes(whole, card.passage)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("  ·  ".join(where), width="content")
        ids = [card.passage["passage_id"]]
        drawer.open_button("All that was read from it", card.heading, ids, "slide-behind")
    room = HEIGHT - 124 - line * math.ceil(len(text) / letters)
    st.markdown(formatting.literal("\n".join(f"- {line}" for line in _fitting(card.lines, room))))


def _fitting(lines: Sequence[str], room: int) -> list[str]:
    """As many of the first lines as fit into so many px; the drawer has them all."""
    heights = accumulate(42 + 36 * (len(line) // 95) for line in lines)
    return [line for line, height in zip(lines, heights, strict=True) if height <= room]


def _text(whole: Dataset, selection: Selection) -> None:
    """The statement's text, at the sentence that the link names."""
    st.title("The statement, sentence by sentence", anchor=False)
    with st.container(key="slide", height=HEIGHT, border=False):
        view = queries.select(whole, selection)
        statement_text(view, url_state.selected_passage(whole), url_state.search_words())
    st.markdown(f":small[{whole.statement.title}, {whole.statement.url}]")
