"""The statement as a text: a sentence chosen, words found."""

import html
import json
import re
import shutil
from itertools import compress

import pytest

from data import queries
from data.queries import Reference
from tests.pages.views import texts, view_of


def test_a_link_to_a_sentence_selects_it_and_shows_its_words(open_page, shipped):
    opened = open_page("statement", passage="p13.s8")
    assert not opened.app.exception
    assert opened.quotes == texts(shipped, ["p13.s8"])
    assert any("?passage=p13.s8" in code.value for code in opened.app.code)


def test_the_speech_act_of_a_sentence_is_explained(open_page, shipped):
    row = shipped.passages.set_index("passage_id").loc["p13.s8"]
    meaning = queries.codes(shipped, "speech_act")[row["speech_act"]].definition
    shown = [block.value.lower() for block in open_page("statement", passage="p13.s8").app.markdown]
    assert any(f"{row['speech_act']}: {meaning.lower().rstrip('.')}" in text for text in shown)


def test_a_sentence_is_shown_to_a_browser_that_does_not_say_where_it_is(open_page, shipped):
    opened = open_page("statement", browser={}, passage="p13.s8")
    assert not opened.app.exception
    assert opened.quotes == texts(shipped, ["p13.s8"])


def test_sentences_all_over_the_text_can_be_linked_to(open_page, shipped):
    for passage_id in shipped.passages["passage_id"][::8]:
        opened = open_page("statement", passage=passage_id)
        assert not opened.app.exception, passage_id
        assert opened.quotes == texts(shipped, [passage_id])


def test_closing_a_sentence_takes_it_out_of_the_link(open_page):
    opened = open_page("statement", passage="p13.s8")
    (close,) = [button for button in opened.app.button if button.label == "Close"]
    close.click().run()
    assert opened.quotes == [] and opened.app.query_params == {}


@pytest.mark.parametrize("asked", ["p99.s9", "p13.s88", "<b>", "p13"])
def test_a_link_to_an_unknown_sentence_says_so_and_shows_the_text(open_page, cold, asked):
    opened = open_page("statement", passage=asked)
    assert not opened.app.exception
    (warning,) = opened.warnings
    assert f"passage ` {asked} `" in warning
    assert opened.quotes == [] and opened.app.query_params == {}
    assert opened.lead == cold("statement").lead


def test_a_search_counts_hits_and_sentences(open_page, shipped):
    found = queries.search(shipped, "passages", "peace")
    shown = " ".join(text.value for text in open_page("statement", q="peace").app.markdown)
    assert f"**{found.count} hits** in {len(found.hits)} sentences" in shown


@pytest.mark.parametrize("slide", [{}, {"present": "true"}], ids=["page", "slide"])
@pytest.mark.parametrize(
    ("words", "also"),
    [("North Korea", "DPRK"), ("Burma", "Myanmar"), ("denuclearisation", "denuclearization")],
)
def test_a_search_for_another_name_says_what_else_was_searched(open_page, words, also, slide):
    opened = open_page("statement", q=words, **slide)
    (line,) = (text.value for text in opened.app.markdown if "Also searched: " in text.value)
    assert also in line.partition("Also searched: ")[2]
    assert json.loads(opened.spec("reader"))["hits"]


def test_a_search_in_vain_says_so(open_page):
    shown = " ".join(text.value for text in open_page("statement", q=".*[").app.markdown)
    assert "No hit" in shown


def test_a_search_in_vain_offers_what_is_near(open_page, shipped):
    opened = open_page("statement", q="denuclearizaton")
    opened.click("near-denuclearization")
    assert opened.app.query_params == {"q": "denuclearization"}
    assert json.loads(opened.spec("reader"))["hits"]


def test_the_reader_gets_every_sentence_and_which_of_them_the_filter_mutes(open_page, shipped, busy_theme):
    opened = open_page("statement", theme=busy_theme)
    text = re.sub("</?u[^>]*>", "", reader(opened))
    sentences = re.findall(r'data-id="([^"]*)".*?<span class="text">(.*?)</span>', text)
    ids = list(shipped.passages["passage_id"])
    assert [html.unescape(words) for _, words in sentences] == list(shipped.passages["text"])
    assert [passage_id for passage_id, _ in sentences] == ids
    muted = json.loads(opened.spec("reader"))["muted"]
    shown = set(view_of(shipped, busy_theme).ds.passages["passage_id"])
    assert muted == [passage_id for passage_id in ids if passage_id not in shown]


def test_the_words_that_commit_are_underlined(cold, shipped):
    (text,) = (
        block.value for block in cold("statement").app.get("html") if '<div class="reader"' in block.value
    )
    underlined = html.unescape(" ".join(re.findall(r"<u [^>]*>(.*?)</u>", text)))
    assert all(quote in underlined for quote in shipped.commitments["quote"])


def test_each_strength_has_a_line_of_its_own_under_its_words(cold, shipped):
    blocks = "".join(block.value for block in cold("statement").app.get("html"))
    (key,) = re.findall(r'<p class="weights">(.*?)</p>', blocks)
    lines = re.findall(r'<u style="--line: (\w+); --weight: ([\d.]+)em">(.*?)</u>', key)
    firm = [queries.labels(shipped, "strength")[code].lower() for code in queries.firm(shipped)]
    assert {label for line, _, label in lines if line == "solid"} == set(firm)
    assert len({line[:2] for line in lines}) == len(lines) == len(queries.codes(shipped, "strength"))
    weights = [float(weight) for _, weight, _ in lines]
    assert weights == sorted(weights)  # the key begins with the loosest


def test_without_a_sentence_the_panel_lists_the_paragraphs(open_page, shipped, busy_theme):
    view = view_of(shipped, busy_theme)
    opened = open_page("statement", theme=busy_theme)
    lines = json.loads(opened.spec("reader"))["lines"]
    first, shown, commitments = zip(*lines, strict=True)
    buttons = re.findall("<button ", beside(opened, "paragraphs"))
    assert len(buttons) == len(lines) == shipped.passages["paragraph"].nunique()
    assert sum(commitments) == len(view.ds.commitments)
    assert sum(shown) == view.ds.passages["paragraph"].nunique()
    assert set(compress(first, shown)) <= set(view.ds.passages["passage_id"])


# The neighbouring statements


def reader(opened) -> str:
    """The text on the page, as HTML."""
    (text,) = (block.value for block in opened.app.get("html") if '<div class="reader' in block.value)
    return text


def beside(opened, part: str) -> str:
    """The HTML of a part of the panel, by its class; "" without it."""
    return "".join(block.value for block in opened.app.get("html") if f'class="{part}"' in block.value)


def neighbour(shipped, same_series: bool = True) -> queries.Text:
    """The first statement after the coded one, in its series or in another."""
    coded, texts = queries.coded_text(shipped), queries.texts(shipped).values()
    return next(
        text for text in texts if text.date > coded.date and (text.series == coded.series) is same_series
    )


def linked(shipped, text) -> Reference:
    """The first sentence of a text that makes the same point as one of an earlier meeting."""
    for passage in queries.text_passages(shipped, text.statement_id):
        reference = Reference(text.statement_id, passage["passage_id"])
        if any(one.relation == queries.SAME_POINT for one in queries.counterparts(shipped, reference).before):
            return reference
    raise AssertionError(text)


def test_every_text_is_read_whole_and_says_that_nobody_coded_it(open_page, shipped):
    for text in queries.texts(shipped).values():
        opened = open_page("statement", text=text.statement_id)
        assert not opened.app.exception and not opened.warnings
        drawn = re.sub("</?u[^>]*>", "", reader(opened))
        sentences = [html.unescape(words) for words in re.findall(r'<span class="text">(.*?)</span>', drawn)]
        passages = queries.text_passages(shipped, text.statement_id)
        assert sentences == [passage["text"] for passage in passages]
        assert ("Not coded" in opened.lead and text.source_url in opened.lead) is not text.coded


def test_another_text_is_chosen_by_series_and_date(open_page, shipped):
    opened = open_page("statement", passage="p13.s8")
    options = re.findall(r'<option value="(.*?)"', reader(opened))
    assert len(options) == len(shipped.corpus.statements) and options.count("") == 1
    assert [html.unescape(name) for name in re.findall(r'<optgroup label="(.*?)"', reader(opened))] == list(
        queries.series(shipped).values()
    )
    text = neighbour(shipped)
    opened.send("reader", "text", text.statement_id)
    assert opened.app.query_params == {"text": text.statement_id} and opened.quotes == []
    assert json.loads(opened.spec("reader"))["text"] == text.statement_id
    opened.send("reader", "text", "")
    assert opened.app.query_params == {} and "Not coded" not in opened.lead


def test_the_words_that_name_a_topic_are_marked_and_a_theme_leaves_those_of_its_topics(
    open_page, shipped, busy_theme
):
    text = neighbour(shipped)
    opened = open_page("statement", text=text.statement_id, theme=busy_theme)
    mentions = {
        passage["passage_id"]: queries.topics_of(shipped, Reference(text.statement_id, passage["passage_id"]))
        for passage in queries.text_passages(shipped, text.statement_id)
    }
    marked = html.unescape(" ".join(re.findall(r'<u class="topic">(.*?)</u>', reader(opened))))
    assert all(quote in marked for found in mentions.values() for one in found for quote in one.quotes)
    (theme,) = view_of(shipped, busy_theme).selection.themes
    topics = queries.topics(shipped)
    others = [
        passage_id
        for passage_id, found in mentions.items()
        if not any(topics[one.topic].theme == theme for one in found)
    ]
    drawn = json.loads(opened.spec("reader"))
    assert drawn["muted"] == others
    named = {one.topic for found in mentions.values() for one in found}
    buttons = re.findall("<button ", beside(opened, "paragraphs topics"))
    assert len(buttons) == len(drawn["lines"]) == len(named)
    for first, shown in drawn["lines"]:
        assert first in mentions
        assert not shown or first not in others
    assert sum(shown for _, shown in drawn["lines"]) == sum(topics[name].theme == theme for name in named)


@pytest.mark.parametrize("event", ["chosen", "text", "reference"])
def test_half_a_character_from_a_browser_is_no_link(open_page, event):
    opened = open_page("statement").send("reader", event, "\ud800")
    assert not opened.app.exception
    opened.choose(theme=["Health"])
    assert not opened.app.exception and opened.chosen["theme"] == ["Health"]


def test_a_counterpart_in_the_coded_statement_is_one_click_away(open_page, shipped):
    reference = linked(shipped, neighbour(shipped))
    opened = open_page("statement", text=reference.statement_id, passage=reference.passage_id)
    there = str(queries.counterparts(shipped, reference).before[0].reference)
    panel = beside(opened, "counterparts")
    assert "In the coded statement" in panel and f'data-reference="{there}"' in panel
    opened.send("reader", "reference", there)
    statement_id, passage_id = there.split(":")
    assert opened.app.query_params == {"text": statement_id, "passage": passage_id}
    assert opened.quotes == texts(shipped, [passage_id])
    back = beside(opened, "counterparts")
    assert "After: the same point in 2022" in back and f'data-reference="{reference}"' in back


def test_a_topic_of_a_sentence_leads_to_its_history(open_page, shipped):
    coded = queries.coded_text(shipped)
    passage_id, topic = next(
        (mention.reference.passage_id, mention.topic)
        for topic in queries.topics(shipped)
        for mention in queries.mentions(shipped, topic, coded.meeting_id)
    )
    opened = open_page("statement", passage=passage_id)
    queried = [link.proto.query_string for link in opened.app.get("page_link")]
    assert f"topic={topic}&series={coded.series}" in queried


def test_nothing_is_said_of_the_coded_statement_where_no_counterparts_were_looked_for(open_page, shipped):
    text = neighbour(shipped, same_series=False)
    opened = open_page("statement", text=text.statement_id, passage="p01.s1")
    assert opened.quotes and "coded statement" not in beside(opened, "counterparts")


@pytest.mark.parametrize("slide", [{}, {"present": "true"}], ids=["page", "slide"])
def test_a_link_to_an_unknown_text_says_so_and_selects_no_sentence_of_another(open_page, slide):
    opened = open_page("statement", text="us-rok-1953", passage="p02.s1", **slide)
    assert not opened.app.exception and opened.quotes == []
    (warning,) = opened.warnings
    assert "text ` us-rok-1953 ` and passage ` p02.s1 `" in warning
    assert set(opened.app.query_params) == set(slide)
    assert '<div class="reader"' in reader(opened)


def test_a_passage_that_another_text_has_is_unknown_in_this_one(open_page, shipped):
    short = min(queries.texts(shipped).values(), key=lambda text: text.sentences)
    opened = open_page("statement", text=short.statement_id, passage="p13.s8")
    (warning,) = opened.warnings
    assert "passage ` p13.s8 `" in warning and opened.app.query_params == {"text": short.statement_id}


def test_an_uncoded_text_is_searched_and_presented(open_page, shipped):
    text = neighbour(shipped)
    for slide in ({}, {"present": "true"}):
        opened = open_page("statement", text=text.statement_id, q="supply chain", **slide)
        assert not opened.app.exception
        hits = json.loads(opened.spec("reader"))["hits"]
        found = [
            row for row in queries.text_passages(shipped, text.statement_id) if "supply chain" in row["text"]
        ]
        assert list(hits) == [row["passage_id"] for row in found] and found


def test_without_a_corpus_there_is_one_text_to_read(open_page, other_data):
    shutil.rmtree(other_data / "corpus")
    opened = open_page("statement", passage="p13.s8", text="us-rok-2022-05")
    assert not opened.app.exception and len(opened.warnings) == 1
    assert "<select" not in reader(opened) and beside(opened, "counterparts") == ""
    assert "corpus" not in open_page("method").app.segmented_control(key="part").options
