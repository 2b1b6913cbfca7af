"""Presenting: one card fills the screen. Buttons, arrow keys and a presentation remote move between cards.

On the page Brief, the slides are its pins. On every other page, and without pins, there is one slide for
each page, starting with that of the current page. Leaving returns to the page.
"""

import math
from collections.abc import Sequence
from html import escape
from itertools import accumulate
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.content.brief import cards, pins
from components.content.brief.cards import Card, ChartCard, MapCard, PassageCard, TopicCard
from components.content.brief.pins import CHART, MAP, NOTHING, TOPIC, Pin
from components.content.charts.catalogue import CHARTS
from components.content.text import citations, clause_history, descriptions, formatting
from components.content.text.links import LONGEST_SEARCH
from components.content.text.word_diff import ADDED, DROPPED
from components.ui.parts import chart, map_panel, meeting_choice, passage_card, topics_panel, uncoded_text
from components.ui.parts.statement_text import statement_text
from components.ui.session import drawer_request, url_state
from components.ui.shell.filter_bar import filter_bar, selected
from data import queries
from data.load import Dataset
from data.queries import Selection

BRIEF, TEXT, WORDING = "brief", "statement", "wording"  # pages
# The slide of each page, as a pin, in the order of the navigation. Statement shows its text, which has no
# pin; the pins of map and wording are made in `_deck`. Without a corpus, Wording has no slide.
STANDARD = {
    "overview": "chart:ribbon",
    "pledges": "chart:amounts",
    "map": "",
    "commitments": "chart:balance",
    "timeline": "chart:timeline~~~scheduled.deadline",
    TEXT: "",
    WORDING: "",
    "compare": "chart:compare",
    "method": "chart:agreement",
}
HEIGHT = 546  # px for the card, on a screen 720 px high; a larger screen enlarges all
MAP_CREDIT = 64  # px for the line below the map
_STYLE = (Path(__file__).parent / "slides.css").read_text(encoding="utf-8")


def slide(whole: Dataset, page: str) -> None:
    """Draw the current slide, with the filters and the buttons below it. page: a name of PAGES."""
    st.html(f"<style>{_STYLE}</style>")
    deck = _deck(whole, page)
    index = _index(deck, page)
    with st.bottom, _hidden_until_styled("slide_bar"):
        selection = selected(whole)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _buttons(index, len(deck))
            words = descriptions.chosen(whole, selection) or "all themes and actors"
            with st.popover(words[0].upper() + words[1:], icon=":material/filter_alt:", type="tertiary"):
                filter_bar(whole, selection)
            st.button("Leave", key="leave", icon=":material/close:", shortcut="Escape", on_click=_leave)
    pin = list(deck.values())[index]
    with _hidden_until_styled("slide_card"):
        if pin is None:
            _text(whole, selection)
        else:
            _card(whole, cards.card(whole, pin, selection))


def _hidden_until_styled(key: str) -> DeltaGenerator:
    """A container 1 px high until slides.css gives it its height.

    On the first visit the style arrives some tenths of a second after the slide, which would be seen
    unstyled.
    """
    return st.container(key=key, height=1, border=False, gap="small")


def _deck(whole: Dataset, page: str) -> dict[str, Pin | None]:
    """The pins of the slides, in order, by text of the pin (brief) or name of the page. None is the slide of
    the statement's text."""
    if page == BRIEF and url_state.pinned():
        return {text: pins.parse(text, whole) for text in url_state.pinned()}
    deck = {name: pins.parse(text, whole) for name, text in STANDARD.items()}
    deck[MAP] = Pin(MAP, pins.first_view(whole))
    if series := tuple(queries.series(whole))[:1]:
        deck[WORDING] = Pin(CHART, WORDING, Selection(series=series))
    else:
        del deck[WORDING]
    if page in deck and (own_pin := _own_pin(whole, page)):
        deck[page] = pins.parse(str(own_pin), whole)  # a topic's pin gets its series
    return deck


def _own_pin(whole: Dataset, page: str) -> Pin | None:
    """The pin of what the page's own parameters in the link show; None for what has none, or the standard."""
    everything = queries.select(whole, NOTHING)
    match page:
        case "map":
            preset = next(
                iter(url_state.known_values("view", whole.map_views["view"])), pins.first_view(whole)
            )
            roles = url_state.known_values("role", queries.codes(whole, "role"))
            return Pin(MAP, preset, Selection(roles=tuple(roles)))
        case "wording" if queries.series(whole):
            chosen = topics_panel.with_series(everything).selection
            topics = url_state.known_values(url_state.TOPIC, queries.topics(whole))
            return Pin(TOPIC, topics[0], scope=chosen.series) if topics else Pin(CHART, WORDING, chosen)
        case "compare":
            return Pin(CHART, page, meeting_choice.linked_comparison(everything).selection)
        case "timeline" if kinds := url_state.known_values("kind", queries.codes(whole, "date_kind")):
            return Pin(CHART, page, Selection(kinds=tuple(kinds)))
    for name, chart_of_page in CHARTS.items():
        own = chart_of_page.link
        if chart_of_page.page == page and own and all(url_state.values(key) == [own[key]] for key in own):
            return Pin(CHART, name)
    return None


def _index(deck: dict[str, Pin | None], page: str) -> int:
    """The index of the current slide, from 0. The link counts from 1; without one it is the page's own."""
    number = "".join(url_state.values(url_state.CARD)[:1])
    if number.isdecimal() and len(number) < 4:
        return min(max(int(number), 1), len(deck)) - 1
    return list(deck).index(page) if page in deck else 0


def _buttons(index: int, count: int) -> None:
    """Draw Previous, the number of the slide, and Next. Each has a keyboard shortcut."""

    def step(new_index: int, label: str, icon: str, key: str, shortcut: str) -> None:
        st.button(
            label,
            key=key,
            icon=icon,
            shortcut=shortcut,
            disabled=not 0 <= new_index < count,
            on_click=url_state.write,
            args=(url_state.CARD, [str(new_index + 1)]),
        )

    step(index - 1, "Previous", ":material/arrow_back:", "slide_back", "Left")
    st.markdown(f"{index + 1} of {count}", width="content")
    step(index + 1, "Next", ":material/arrow_forward:", "slide_on", "Right")
    with st.container(key="more_keys"):  # the keys that presentation remotes send
        step(index - 1, "Previous", "", "slide_back_too", "PageUp")
        step(index + 1, "Next", "", "slide_on_too", "PageDown")


def _leave() -> None:
    url_state.present(False)
    url_state.write(url_state.CARD, None)


def _card(whole: Dataset, card: Card) -> None:
    st.title(formatting.literal(card.heading), anchor=False)
    with st.container(key="slide", height=HEIGHT, border=False, gap="small"):
        if card.empty:
            st.info(_safe(card, descriptions.nothing(card.filter_words)), icon=":material/filter_alt:")
        else:
            match card:
                case MapCard():
                    _map(card)
                case PassageCard():
                    _passage(whole, card)
                case TopicCard():
                    _history(card)
                case ChartCard() if card.chart.draw:
                    chart.figure(card.chart, card.view, f"slide-{card.pin}", height=HEIGHT)
                case ChartCard():
                    st.markdown(formatting.literal("\n".join(f"- {line}" for line in card.lines)))
    legend = card.chart.legend(card.view) if isinstance(card, ChartCard) and not card.empty else ""
    rest = card.fitted.left_out if isinstance(card, TopicCard) else ""
    _source(" ".join(filter(None, (legend, rest, _safe(card, card.source(whole))))))


def _safe(card: Card, text: str) -> str:
    """A text about a card, safe to show in Markdown: a reader's search words stand in it as code."""
    words = card.view.selection.words if isinstance(card, ChartCard) else ""
    return text.replace(f"“{words}”", formatting.foreign(words, LONGEST_SEARCH)) if words else text


def _map(card: MapCard) -> None:
    """Draw the map over the whole slide. Its places stand in words on the page."""
    map_panel.map_panel(card.view, card.preset, None, height=HEIGHT - MAP_CREDIT, slide=True)


def _history(card: TopicCard) -> None:
    """Draw the words of each meeting: added ones underlined, dropped ones struck through and pale."""
    st.markdown(formatting.literal(f"**{card.lines[0]}**"))
    rows = []
    for step in card.fitted.steps:
        when = escape(citations.when(step.meeting))
        said = "<br>".join(f"“{''.join(map(_run, line.runs))}”" for line in step.lines)
        rows.append(f"<dt>{when}</dt><dd>{said or escape(step.silence) or '…'}</dd>")
    st.html(f'<dl class="history">{"".join(rows)}</dl>')


def _run(run: clause_history.Run) -> str:
    """Some words of a history as HTML."""
    words = f"<b>{escape(run.text)}</b>" if run.named else escape(run.text)
    tag = {ADDED: "ins", DROPPED: "del"}.get(run.kind)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _passage(whole: Dataset, card: PassageCard) -> None:
    text = card.passage["text"]
    # Size of the quote in rem, letters on a line, height of a line in px.
    size, letters_per_line, line_height = (1.3, 85, 47) if len(text) < 220 else (1.1, 100, 40)
    passage_card.quote(whole, card.passage, card.clause, size=f"{size}rem")
    codes = [descriptions.reference(card.passage), *descriptions.codes(whole, card.passage)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("  ·  ".join(codes), width="content")
        ids = [card.passage["passage_id"]]
        drawer_request.open_button("All that was read from it", card.heading, ids, "slide-behind")
    free_height = HEIGHT - 124 - line_height * math.ceil(len(text) / letters_per_line)
    lines = _fitting(card.lines, free_height)
    st.markdown(formatting.literal("\n".join(f"- {line}" for line in lines)))


def _fitting(lines: Sequence[str], height: int) -> list[str]:
    """The first lines, as many as fit into `height` px. The drawer has them all."""
    bottoms = accumulate(42 + 36 * (len(line) // 95) for line in lines)
    return [line for line, bottom in zip(lines, bottoms, strict=True) if bottom <= height]


def _text(whole: Dataset, selection: Selection) -> None:
    """Draw the text that the link selects, at the passage that it selects."""
    uncoded = url_state.selected_text(whole)
    title = uncoded_text.title(whole, uncoded) if uncoded else "The statement, sentence by sentence"
    st.title(formatting.literal(title), anchor=False)
    text = queries.uncoded(whole, uncoded) if uncoded else whole
    with st.container(key="slide", height=HEIGHT, border=False):
        view = queries.select(whole, selection)
        selected, words = url_state.selected_passage(text), url_state.search_words()
        if uncoded:
            uncoded_text.uncoded_text(view, uncoded, selected, words)
        else:
            statement_text(view, selected, words)
    searched = descriptions.searched(queries.search(text, "passages", words))
    not_coded = ["Not coded"] if uncoded else []
    _source("  ·  ".join([f"{text.statement.title}, {text.statement.url}", *not_coded, *searched]))


def _source(words: str) -> None:
    with st.container(key="source"):
        st.markdown(words)
