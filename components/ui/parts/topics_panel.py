"""The controls and the panel of the page Wording: series, topics, search, and clause histories."""

import streamlit as st

from components.content.charts import wording
from components.content.charts.figure import passages_of
from components.content.text import clause_history, formatting, wording_findings
from components.content.text.clause_history import History
from components.ui.parts.clause_history import clause_histories
from components.ui.parts.finding_list import finding_list
from components.ui.parts.heading import under
from components.ui.parts.page_controls import choose_from_list, choose_one, found_line, search_box
from components.ui.parts.plotly_figure import Mark
from components.ui.session import drawer_request, url_state
from data import queries
from data.queries import View

ALL_SERIES = "all"  # value in the link
_CHOICE = "view"  # parameter of the URL: which topics are shown
_COPY, _LINK = "Copy with citations", "Link"


def with_series(view: View) -> View:
    """The view with the series that the link chooses, by default the first; without any for all of them."""
    options = _options(view)
    linked = url_state.known_values(url_state.SERIES, options)
    name = next(iter([*linked, *options]))
    return view.narrowed(series=() if name == ALL_SERIES else (name,))


def lead(view: View) -> str:
    """What the picture is made of, and of which kind its last meeting is, in a line."""
    held, topics = queries.shown_meetings(view), queries.shown_topics(view)
    texts = sum(len(meeting.texts) for meeting in held)
    sentences = sum(meeting.sentences for meeting in held)
    name = wording_findings.chosen_series(view)
    where = f"{view.labels('series')[name]}: " if name else ""
    return (
        f"{where}{formatting.plural(texts, 'text')} of {formatting.plural(len(held), 'meeting')}, "
        f"{formatting.plural(sentences, 'sentence')}, {formatting.plural(len(topics), 'topic')}"
        f"{under(view.narrowed(series=()))}.{wording_findings.no_statement(view)}"
    )


def panel(view: View) -> View:
    """Draw the controls, and below them the history of the chosen topic or of the search words, or else the
    findings. Returns the view with the topics that the picture shows."""
    choose_one("Series", _options(view), url_state.SERIES)
    of_topics = {topic.topic: topic.label for topic in queries.shown_topics(view)}
    single = bool(wording_findings.chosen_series(view))
    columns = st.columns([3, 4, 4] if single else [1, 1], gap="small")
    choice = wording_findings.ALL
    if single:
        with columns[0]:
            choice = choose_one("Topics shown", wording_findings.CHOICES, _CHOICE, folded=True)
    with columns[-2]:
        topic = choose_from_list(
            "Topic", of_topics, url_state.TOPIC, "Choose a topic", set(queries.topics(view.whole))
        )
    with columns[-1]:
        words = search_box("Search topics and texts", width="stretch")
    if topic:
        _of_topic(view, topic)
    elif words:
        _of_words(view, words)
    elif single:
        finding_list(wording_findings.findings(view), "Key findings")
    else:
        st.markdown("What moved is told of one series: choose one. A topic opens its history in all of them.")
    return view.narrowed(topics=_rows(view, choice, words))


def open_mark(mark: Mark, words: str) -> None:
    """Answer a click on the picture: a disc opens its sentences, a topic its history."""
    topic, meeting_id = wording.topic_of(mark)
    if meeting_id:
        drawer_request.open_with(words, passages_of(mark))
    else:
        url_state.write(url_state.TOPIC, topic)


def no_topic() -> None:
    """Draw that no topic is left to show, and the way back."""
    st.info("No topic fits these words and this choice.", icon=":material/filter_alt:")
    st.button("Show all topics", on_click=_show_all)


def _show_all() -> None:
    url_state.write(url_state.SEARCH, None)
    url_state.write(_CHOICE, wording_findings.ALL)


def _options(view: View) -> dict[str, str]:
    """The choices of series, by their value in the link."""
    return {**queries.series(view.whole), ALL_SERIES: "All"}


def _rows(view: View, choice: str, words: str) -> list[str]:
    """The topics of the picture: as chosen; with search words, those that the words name or whose sentences
    hold them."""
    if not words:
        return wording_findings.topics_by(view, choice, wording_findings.ROWS)
    shown = wording_findings.topics_by(view, wording_findings.ALL, wording_findings.ROWS)
    named = queries.search(view.whole, queries.TOPICS, words).hits
    texts = queries.search(view.whole, queries.CORPUS, words).hits
    holding = {
        mention.topic
        for reference in (queries.parse_reference(view.whole, text) for text in texts)
        if reference
        for mention in queries.topics_of(view.whole, reference)
    }
    return [topic for topic in shown if topic in named or topic in holding]


def _of_topic(view: View, topic: str) -> None:
    """Draw the histories of a topic; where the chosen series does not say it, of those that do as well."""
    chosen = [meeting.series for meeting in queries.shown_meetings(view)]
    of_series = {name: clause_history.history(view.whole, topic, name) for name in queries.series(view.whole)}
    histories = [of_series[name] for name in dict.fromkeys(chosen)]
    if not any(one.references for one in histories):
        histories += [one for one in of_series.values() if one.references]
    clause_histories(view.whole, queries.topics(view.whole)[topic].label, histories)
    _controls(histories)


def _of_words(view: View, words: str) -> None:
    """Draw the sentences of the chosen series that hold the search words."""
    found = queries.search(view.whole, queries.CORPUS, words)
    names = dict.fromkeys(meeting.series for meeting in queries.shown_meetings(view))
    histories = [clause_history.of_words(view.whole, words, name) for name in names]
    references = {reference for one in histories for reference in one.references}
    texts = {reference.statement_id for reference in references}
    found_line(
        found,
        f"**{formatting.plural(len(references), 'sentence')}** in {formatting.plural(len(texts), 'text')}",
    )
    if found.hits:
        clause_histories(view.whole, words, histories)
        _controls(histories)


def _controls(histories: list[History]) -> None:
    """Draw the controls under the histories: their text with citations, and the link."""
    on = st.pills(
        "With this history",
        [_COPY, _LINK],
        selection_mode="multi",
        key="controls-history",
        label_visibility="collapsed",
    )
    if _COPY in on:
        text = "\n\n\n".join(clause_history.as_text(one) for one in histories)
        st.code(text, language=None, wrap_lines=True, height=240)
    if _LINK in on:
        st.code(url_state.address(), language=None, wrap_lines=True)
