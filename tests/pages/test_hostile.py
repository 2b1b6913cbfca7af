"""Links, search words and notes that nobody should send: every page stands, and shows them as words."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from components.content.text.links import LONGEST_SEARCH
from components.ui.session import url_state
from data import queries
from tests.hostile import PWNED, TEXT, examples
from tests.watched import overheard, watched

SHARED = ("theme", "actor", "passage", "q", "pin", "present", "card", "embed", "x", "__class__", "")
OWN = ("view", "role", "place", "strength", "names", "cell", "kind", "layer", "by", "amount", "part")
MARK = "zqx"  # stands in every value, so that it can be found again
KNOWN = {"theme": "Health", "passage": "p13.s8", "pin": "chart:balance~health", "kind": "past"}
# Where a reader's words may stand: boxes, text to copy, data of our components, and notices.
PLACES = {"text_input", "text_area", "code", "bidi_component", "warning", "info"}
NOTICE = re.compile(r"(`+) .*? \1(?!`)|“”")


@some.composite
def links(draw, known: dict[str, str]) -> dict[str, list[str]]:
    """Parameters with hostile values, and after them a good one now and then."""
    names = draw(some.lists(some.sampled_from(SHARED + OWN), min_size=4, max_size=12, unique=True))
    link = {
        name: [MARK + value for value in draw(some.lists(TEXT, min_size=1, max_size=6))] for name in names
    }
    return link | {
        name: [*link[name], known[name]] for name in names if name in known and draw(some.booleans())
    }


def assert_stands(opened) -> None:
    """The page is there, and a reader's words are words in it wherever they are."""
    assert not opened.app.exception
    (title,) = opened.titles
    assert title and MARK not in title
    assert len(opened.warnings) <= 9
    for warning in opened.warnings:
        assert len(warning) < 700
        assert re.fullmatch(r"[\w\s.,]*", NOTICE.sub("", warning)), warning
    for element in opened.app:
        shown = str(getattr(element, "proto", ""))
        if element.type == "markdown":  # there a reader's words are code, as in a notice
            assert MARK not in NOTICE.sub("", element.value)
        elif MARK in shown and element.type not in PLACES:
            assert element.type == "html", (element.type, shown)
            assert_words(element.value)


def assert_words(markup: str) -> None:
    """A card of the brief shows a note: what was written is text, and no tag or attribute holds any of it."""
    tags: list[tuple] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
    parser.feed(markup)
    assert {tag for tag, _ in tags} <= {"div", "span", "i", "b", "p"}, tags
    names = {name for _, attributes in tags for name, _ in attributes}
    assert names <= {"class", "style", "aria-hidden", "title"}, names
    assert MARK not in str([value for _, attributes in tags for _, value in attributes])


# Links


def test_every_page_stands_whatever_a_link_says(page, open_page):
    assert_stands_for(links(KNOWN), 4, page, open_page)


def test_every_slide_stands_whatever_a_link_says(page, open_page):
    asked = links({}).map(lambda link: link | {"present": ["true"]})
    assert_stands_for(asked, 2, page, open_page)


def assert_stands_for(asked, count, page, open_page) -> None:
    @given(asked)
    @examples(count)
    def stands(link):
        with overheard() as lines, watched() as seen:
            opened = open_page(page, **link)
        assert_stands(opened)
        assert lines == [] and seen == []

    stands()


# Search words


@pytest.mark.parametrize("name", ["statement", "commitments"])
def test_search_words_are_words_however_they_are_typed(name, open_page):
    opened = open_page(name)

    @given(TEXT)
    @examples(5)
    def stands(words):
        with overheard() as lines, watched() as seen:
            opened.app.text_input(key=url_state.SEARCH).set_value(MARK + words).run()
        assert_stands(opened)
        assert lines == [] and seen == []
        assert opened.app.text_input(key=url_state.SEARCH).value == (MARK + words)[:LONGEST_SEARCH].strip()

    stands()


@pytest.mark.parametrize(
    ("letter", "present"), [("x", {}), ("y", {"present": "true"})], ids=["page", "slide"]
)
def test_no_more_words_are_searched_for_than_the_box_has_room_for(letter, present, open_page, monkeypatch):
    searched = set()
    search = queries.search
    monkeypatch.setattr(
        queries, "search", lambda ds, table, words: searched.add(words) or search(ds, table, words)
    )
    opened = open_page("statement", q=letter * 9_999, **present)
    assert not opened.app.exception
    assert searched == {letter * LONGEST_SEARCH}


# Notes


def test_notes_are_words_and_stay_in_their_boxes(open_page):
    opened = open_page("brief", pin=["p13.s8", "chart:balance"])

    @given(TEXT, TEXT)
    @examples(5)
    def stands(written, name):
        with overheard() as lines, watched() as seen:
            opened.app.text_area(key="note-chart:balance").set_value(MARK + written)
            opened.app.text_input(key="note-").set_value(MARK + name).run()
        assert_stands(opened)
        assert lines == [] and seen == []
        assert opened.app.text_area(key="note-chart:balance").value == MARK + written
        assert opened.app.query_params["pin"] == ["p13.s8", "chart:balance"]

    stands()


# Another statement


SPIKE = f"""'"></span></style><img src=x onerror='{PWNED}'><script>{PWNED}</script>"""
ELEMENT = re.compile(r"(?<!\\)<(img|script|/style)")  # but for those that Markdown takes for words


@pytest.fixture
def spiked(other_data):
    """Another statement, in whose labels, texts and colours HTML stands."""
    tables, description = other_data / "tables", other_data / "datapackage.json"
    loose = description.read_text(encoding="utf-8").replace('"^#[0-9A-Fa-f]{6}$"', '"^.+$"')
    description.write_text(loose, encoding="utf-8")
    for name, columns in {
        "codes": ["label", "colour"],
        "figures": ["label", "bound"],
        "commitments": ["title"],
    }.items():
        table = pd.read_csv(tables / f"{name}.csv", dtype="str", keep_default_na=False)
        table[columns] += SPIKE
        table.to_csv(tables / f"{name}.csv", index=False)


def test_no_word_of_a_dataset_is_an_element(spiked, open_page):
    shown = [open_page(name, passage="p13.s8") for name in ("overview", "commitments", "statement")]
    shown.append(open_page("statement", present="true"))
    for opened in shown:
        assert not opened.app.exception
        html = [one for one in opened.app if one.type == "html" or getattr(one, "allow_html", False)]
        assert html
        for element in html:
            assert not ELEMENT.search(re.sub("^<style>.*?</style>", "", element.value, flags=re.DOTALL))
