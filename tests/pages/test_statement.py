"""The statement as a text: a sentence chosen, words found."""

import html
import json
import re

import pytest

from data import queries
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


@pytest.mark.parametrize("asked", ["p99.s9", "<b>", "p13"])
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
    app = open_page("statement", theme=busy_theme).app
    (text,) = (block.value for block in app.get("html") if '<div class="reader"' in block.value)
    sentences = re.findall(
        r'data-id="([^"]*)".*?<span class="text">(.*?)</span>', re.sub("</?u[^>]*>", "", text)
    )
    ids = list(shipped.passages["passage_id"])
    assert [html.unescape(words) for _, words in sentences] == list(shipped.passages["text"])
    assert [passage_id for passage_id, _ in sentences] == ids
    muted = json.loads(app.get_by_key("reader").proto.json)["muted"]
    shown = set(view_of(shipped, busy_theme).ds.passages["passage_id"])
    assert muted == [passage_id for passage_id in ids if passage_id not in shown]


def test_the_words_that_commit_are_underlined(cold, shipped):
    (text,) = (
        block.value for block in cold("statement").app.get("html") if '<div class="reader"' in block.value
    )
    underlined = html.unescape(" ".join(re.findall(r"<u [^>]*>(.*?)</u>", text)))
    assert all(quote in underlined for quote in shipped.commitments["quote"])


def test_without_a_sentence_the_panel_lists_the_paragraphs(open_page, shipped, busy_theme):
    view = view_of(shipped, busy_theme)
    app = open_page("statement", theme=busy_theme).app
    (panel,) = (block.value for block in app.get("html") if 'class="paragraphs"' in block.value)
    lines = re.findall(r"<button [^>]*>.*?</button>", panel)
    assert len(lines) == shipped.passages["paragraph"].nunique()
    said = sum(int(count) for count in re.findall(r"<span>(\d+) commitments?</span>", panel))
    assert said == len(view.ds.commitments)
    pale = sum("class=pale" in line for line in lines)
    assert pale == len(lines) - view.ds.passages["paragraph"].nunique()
