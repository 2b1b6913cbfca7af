"""The page Wording: topics by meetings, histories, search, and the questions that it answers."""

import json
import math

import pytest

from components.content.charts import wording as chart
from data import queries


def histories(opened) -> list[dict]:
    return json.loads(opened.spec("clause_history"))["histories"]


def said(history: dict) -> dict[str, list[str]]:
    """What each meeting says: its sentences without dropped words."""
    return {
        step["when"]: [
            "".join(text for text, kind, _ in line["runs"] if kind != "dropped") for line in step["lines"]
        ]
        for step in history["steps"]
    }


def addresses(history: dict) -> list[str]:
    return [line["official"] for step in history["steps"] for line in step["lines"]]


def marks(opened) -> list[list]:
    traces = opened.traces("wording")
    return [mark for trace in traces for mark in trace.get("customdata", [])]


def press_mark(opened, topic: str, meeting: str = ""):
    """Click a disc, or a topic where no meeting is given."""
    traces = opened.traces("wording")
    for number, trace in enumerate(traces):
        for point, mark in enumerate(trace.get("customdata", [])):
            if chart.topic_of(mark) == (topic, meeting):
                return opened.open_mark("wording", number, point)
    raise AssertionError(f"no mark of {topic} {meeting}")


# Questions that people ask; each in at most three clicks: the page, a series or a choice, the topic


def test_since_when_of_the_dprk(open_page):
    opened = press_mark(open_page("wording"), "denuclearization-dprk")
    (shown,) = histories(opened)
    assert "in November 2025 “complete denuclearization of the DPRK”" in shown["finding"]
    assert [when for when, sentences in said(shown).items() if sentences] == ["November 2025"]
    assert all("/joint-fact-sheet-" in address for address in addresses(shown))


def test_did_2022_still_name_the_mekong(open_page):
    (shown,) = histories(press_mark(open_page("wording"), "mekong"))
    sentences = said(shown)
    assert sentences["May 2022"] == [] and shown["steps"][1]["silence"] == "not mentioned"
    assert "Mekong" in sentences["May 2021"][0] and "Mekong" in sentences["April 2023"][0]


def test_beside_all_series_stands_where_findings_are(open_page):
    said = "What moved is told of one series: choose one."
    assert any(said in one.value for one in open_page("wording", series="all").app.markdown)
    assert not any(said in one.value for one in open_page("wording").app.markdown)


def test_which_texts_oppose_changing_the_status_quo_in_the_taiwan_strait(open_page):
    opened = press_mark(open_page("wording", series="all"), "taiwan-status-quo")
    shown = {history["series"]: said(history) for history in histories(opened) if history["steps"]}
    named = {series: [when for when, words in steps.items() if words] for series, steps in shown.items()}
    assert named == {"U.S.–ROK": ["November 2025"], "U.S.–Japan": ["February 2025"]}


def test_what_the_washington_declaration_adds_on_extended_deterrence(open_page):
    opened = press_mark(open_page("wording", view="all"), "extended-deterrence")
    (shown,) = histories(opened)
    lines = next(step for step in shown["steps"] if step["when"] == "April 2023")["lines"]
    added = [line for line in lines if "Washington Declaration" in line["where"]]
    assert added and all("washington-declaration" in line["official"] for line in added)
    assert any(kind == "added" for line in added for _, kind, _ in line["runs"])


def test_which_topics_of_2021_are_not_in_november_2025(open_page, shipped):
    opened = open_page("wording", view="went")
    topics = {chart.topic_of(mark)[0] for mark in marks(opened)}
    courses = queries.courses(shipped, "us-rok")
    assert topics == {topic for topic, course in courses.items() if course.went} and len(topics) == 16
    (index,) = [
        at
        for at, (text, _) in enumerate(opened.lines("findings"))
        if text.startswith("**Said in May 2021, not")
    ]
    opened.press("findings", index)
    assert opened.drawer and any("ASEAN centrality" in text for text in opened.drawer)


def test_where_china_is_named(open_page):
    opened = press_mark(open_page("wording", series="all"), "china")
    named = [history["series"] for history in histories(opened) if history["steps"]]
    assert named == ["U.S.–Japan", "U.S.–Japan–ROK"]
    here = histories(open_page("wording", topic="china"))
    assert here[0]["finding"] == "Not mentioned at any of 5 meetings."
    assert [history["series"] for history in here[1:]] == named


# The page


def test_a_disc_opens_its_sentences_with_text_date_paragraph_and_addresses(open_page, shipped):
    opened = press_mark(open_page("wording"), "opcon", "us-rok-2022-05")
    (mention,) = queries.mentions(shipped, "opcon", "us-rok-2022-05")
    text = queries.corpus_passage(shipped, mention.reference)["text"]
    assert opened.drawer == [text]
    shown = " ".join(element.value for element in opened.app.markdown)
    assert "Leaders’ Joint Statement, 21 May 2022" in shown and "Paragraph 3, sentence 4" in shown
    assert any(
        "bidenwhitehouse.archives.gov" in code.value and text in code.value for code in opened.app.code
    )


def test_a_history_and_a_meeting_of_it_can_be_pinned(open_page):
    opened = open_page("wording", topic="opcon").send("clause_history", "asked", ["pin", 0, -1, -1])
    opened.send("clause_history", "asked", ["pin", 0, 1, -1])
    assert opened.app.query_params["pin"] == ["topic:opcon~us-rok", "topic:opcon~us-rok~us-rok-2022-05"]
    assert histories(opened)[0]["pin"] == "Pinned"


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        ["pin"],
        ["read", 9, 9, 9],
        ["x", 0, 0, 0],
        "pin",
        ["pin", "a", 0, 0],
        ["pin", math.inf, 0, 0],
    ],
)
def test_whatever_a_browser_asks_the_page_stays(open_page, asked):
    opened = open_page("wording", topic="opcon").send("clause_history", "asked", asked)
    assert not opened.app.exception and histories(opened)


def test_search_finds_topics_and_sentences(open_page):
    opened = open_page("wording", q="Mekong")
    assert "mekong" in {chart.topic_of(mark)[0] for mark in marks(opened)}
    (shown,) = histories(opened)
    assert shown["finding"] == "“Mekong”: 2 sentences at 2 of 5 meetings."
    nothing = open_page("wording", q="xylophone")
    assert nothing.notices == ["No topic fits these words and this choice."]
    nothing.click(*nothing.buttons("^Show all topics"))
    assert not nothing.notices and len({chart.topic_of(mark)[0] for mark in marks(nothing)}) == 48


def test_the_theme_goes_by_the_topics(open_page, shipped):
    opened = open_page("wording", theme="Health", view="all")
    themes = {queries.topics(shipped)[chart.topic_of(mark)[0]].theme for mark in marks(opened)}
    assert themes == {"health"}
    empty = open_page("wording", theme="Framing")
    assert empty.notices == ["No topic under theme Framing."]
    assert marks(empty.click(*empty.buttons("^Show all")))


def test_a_bad_link_is_named_and_the_page_is_good(open_page):
    opened = open_page("wording", topic="no-such", series="nor-this")
    assert not opened.app.exception and marks(opened)
    named = " ".join(opened.warnings)
    assert "topic ` no-such `" in named and "series ` nor-this `" in named


def test_a_history_sends_little(open_page, shipped):
    for topic in ("opcon", "taiwan-strait", "nuclear-consultation", "ai"):
        assert len(open_page("wording", topic=topic).spec("clause_history")) < 15_000, topic


def test_a_history_is_a_slide(open_page):
    opened = open_page("wording", topic="opcon", present="true")
    assert opened.titles == ["Wartime control (OPCON), U.S.–ROK"]
    (slide,) = [one.value for one in opened.app.get("html") if 'class="history"' in one.value]
    assert "<del>" in slide and "<ins>" in slide and "not mentioned in either text" in slide
