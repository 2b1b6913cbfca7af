"""Names and values of a link: read, checked, written, and shared."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from components.content.brief import pins
from components.ui.session import url_state
from tests.hostile import TEXT, examples
from tests.unit.ui.conftest import SITE

# What belongs to one page


def test_values_are_written_and_removed(reader):
    url_state.write("kind", ["past", "deadline"])
    url_state.write("view", "world")
    assert url_state.values("kind") == ["past", "deadline"] and url_state.values("view") == ["world"]
    assert url_state.any_set("kind", "role") and not url_state.any_set("role")
    url_state.write("kind", [])
    url_state.write("view", None)
    url_state.write("place", None)
    assert reader.link == {}


def test_a_parameter_that_links_would_lose_is_refused(reader):
    for use in (url_state.values, lambda name: url_state.write(name, "x")):
        with pytest.raises(KeyError, match="add it to"):
            use("never")


def test_known_values_are_kept_once_and_the_others_removed_with_a_warning(reader):
    reader.link["kind"] = ["past", "war", "past", "deadline"]
    assert url_state.known_values("kind", ["deadline", "past"]) == ["past", "deadline"]
    assert url_state.values("kind") == ["past", "deadline"]
    assert reader.warnings == [
        "The link names kind ` war `, unknown here. The other settings in the link were kept."
    ]


def test_known_values_give_no_warning(reader):
    reader.link["kind"] = ["past"]
    assert url_state.known_values("kind", ["past"]) == ["past"] and url_state.known_values("role", []) == []
    assert reader.warnings == []


def test_an_unknown_passage_is_removed_with_a_warning(reader, tiny):
    assert url_state.selected_passage(tiny) is None
    reader.link["passage"] = "p01.s2"
    assert url_state.selected_passage(tiny) == "p01.s2" and reader.warnings == []
    reader.link["passage"] = "p09.s9"
    assert url_state.selected_passage(tiny) is None and url_state.values("passage") == []
    assert "passage ` p09.s9 `" in reader.warnings[0]


def test_search_words_are_no_longer_than_the_search_box(reader):
    assert url_state.search_words() == ""
    reader.link["q"] = "  ships " + "x" * 1000
    assert url_state.search_words().startswith("ships x") and len(url_state.search_words()) < 100


def test_unknown_filters_are_named(reader, tiny):
    reader.link["theme"], reader.link["actor"] = ["Trade", "War"], ["North", "East"]
    url_state.warn_of_unknown_filters(tiny)
    (said,) = reader.warnings
    assert "theme ` War ` and actor ` East `" in said and "Trade" not in said


# Links that tools have rewritten


@pytest.mark.parametrize("passage", ["p01.s2.", "p01.s2)", "p01.s2%3E", " p01.s2", "P01.S2"])
def test_a_passage_is_read_as_a_tool_has_rewritten_it(reader, tiny, passage):
    reader.link["passage"] = passage
    assert url_state.selected_passage(tiny) == "p01.s2" and url_state.values("passage") == ["p01.s2"]
    assert reader.warnings == []


def test_a_link_as_it_should_be_is_left_alone(reader, tiny):
    reader.link.update({"theme": ["Trade"], "q": ["a&b"], "x": ["1"], "utm_source": ["mail"]})
    before = dict(reader.link)
    url_state.tidy(tiny)
    assert reader.link == before
    assert url_state.address() == f"{SITE}/statement?theme=Trade&q=a%26b"


def test_a_link_is_written_as_the_app_would(tiny):
    link = {
        "Theme": ["TRADE&present=True."],
        "passage": ["P01.S2."],
        "pin": [" p01.s1", "x"],
        "fbclid": ["1"],
    }
    clean = {"theme": ["Trade"], "present": ["true"], "passage": ["p01.s2"], "pin": ["p01.s1", "x"]}
    assert url_state.canonical(link | {"y": ["2"]}, tiny) == clean | {"y": ["2"]}


@pytest.mark.parametrize(
    ("path", "page"), [("/Map.", "map"), ("/map", "map"), ("/", None), ("/maps", None), ("/x/MAP", "map")]
)
def test_a_page_is_found_by_a_rewritten_address(reader, monkeypatch, path, page):
    monkeypatch.setattr(st.context, "url", SITE + path)
    assert url_state.asked_page(["map", "brief"])[1] == page


def test_a_warning_names_a_few_values_and_counts_the_rest(reader):
    url_state.warn_dropped(["a", "b", "c", "d"])
    url_state.warn_dropped(["a", "b", "c", "d", "e"])
    four, five = reader.warnings
    assert "names a, b, c and d, unknown" in four and "names a, b, c and 2 more, unknown" in five


# Pins and presenting


def test_a_pin_is_set_and_taken_back(reader):
    reader.link["pin"] = ["p01.s1"]
    url_state.toggle_pin("p01.s2")
    assert url_state.pinned() == ["p01.s1", "p01.s2"]
    url_state.toggle_pin("p01.s1")
    assert url_state.pinned() == ["p01.s2"] and reader.toasts == []


def test_a_full_brief_stays_as_it_is_and_says_so(reader):
    full = [f"p01.s{number}" for number in range(pins.MOST)]
    url_state.set_pins(full)
    url_state.toggle_pin("p02.s1")
    assert url_state.pinned() == full
    assert reader.toasts == ["The brief is full: it holds 40 pins."]


def test_presenting_is_known_from_the_link_and_then_from_the_session(reader):
    assert not url_state.presenting()
    reader.link["present"] = "true"
    assert url_state.presenting()
    url_state.present(False)
    assert not url_state.presenting()


# Links to share


def test_what_a_copied_link_leaves_out_is_left_out_of_a_printed_one_too():
    script = (Path(__file__).parents[4] / "static" / "scripts" / "print.js").read_text(encoding="utf-8")
    (names,) = re.findall(r"^const NOT_ON_PAPER = (\[.*?\])", script, re.MULTILINE)
    assert json.loads(names) == list(url_state.NOT_IN_LINKS)


def test_a_link_to_this_page_leaves_the_readers_brief_out(reader):
    reader.link["theme"], reader.link["pin"], reader.link["present"] = ["Trade", "Peace"], ["p01.s1"], "true"
    assert url_state.address() == f"{SITE}/statement?theme=Trade&theme=Peace"
    assert url_state.address("brief", pin=["p01.s1"]) == f"{SITE}/brief?pin=p01.s1"
    assert url_state.address("") == f"{SITE}/"


NAME = TEXT.filter(lambda name: name not in ("", "page"))


@given(some.dictionaries(NAME, some.lists(TEXT, min_size=1, max_size=3), max_size=3))
@settings(examples(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_link_holds_what_it_was_given_and_nothing_else(reader, parameters):
    link = url_state.address("brief", **parameters)
    _, _, query = link.partition(f"{SITE}/brief?")
    assert parse_qs(query, keep_blank_values=True, strict_parsing=bool(query)) == parameters
    assert link.isascii() and link.isprintable() and set(link).isdisjoint("<>\"'`\\ #")


@pytest.mark.parametrize("url", [None, "", f"{SITE}"])
def test_a_browser_that_does_not_say_where_it_is_gets_a_link_all_the_same(reader, monkeypatch, url):
    monkeypatch.setattr(st.context, "url", url)
    assert url_state.address("map", view=["world"]).endswith("/map?view=world")
