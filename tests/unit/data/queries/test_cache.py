"""A result is kept with the view or the dataset that it is about, and goes with it."""

import gc
import weakref
from dataclasses import replace

import pytest

from data import queries
from data.queries import Selection, View, cache, selection


@pytest.fixture
def view(tiny):
    """A view that `select` does not keep."""
    return View(tiny, tiny, Selection())


@pytest.fixture
def asked():
    """A cached question, and what it was asked."""
    questions = []

    @cache.cached
    def ask(view, *words, **named):
        questions.append((words, named))

    return ask, questions


def test_a_result_is_the_same_object_for_every_reader(view):
    assert queries.places(view) is queries.places(view)


def test_views_and_datasets_have_results_of_their_own(tiny, whole, trade):
    assert queries.places(whole) is not queries.places(trade)
    copy = replace(tiny)
    assert copy.results == {}
    assert queries.codes(copy, "theme") is not queries.codes(tiny, "theme")


def test_a_question_is_asked_once_for_the_same_words_even_if_the_answer_is_none(view, asked):
    ask, questions = asked
    for _ in range(2):
        ask(view)
        ask(view, "a")
        ask(view, "b", most=1)
        ask(view, "b", most=2)
    assert questions == [((), {}), (("a",), {}), (("b",), {"most": 1}), (("b",), {"most": 2})]


def test_named_words_may_come_in_any_order(view, asked):
    ask, questions = asked
    ask(view, most=1, least=0)
    ask(view, least=0, most=1)
    assert len(questions) == 1


def test_a_view_keeps_so_many_results_and_then_begins_anew(view, asked, monkeypatch):
    monkeypatch.setattr(cache, "MOST_RESULTS", 3)
    ask, questions = asked
    for word in "abc":
        ask(view, word)
    assert len(view.results) == 3
    ask(view, "d")
    assert len(view.results) == 1
    ask(view, "d")
    ask(view, "a")
    assert [words for words, _ in questions] == [("a",), ("b",), ("c",), ("d",), ("a",)]


def test_of_what_readers_write_the_last_results_are_kept(view, monkeypatch):
    monkeypatch.setattr(cache, "MOST_RECENT", 2)
    questions = []

    @cache.cached_recent
    def ask(view, words):
        questions.append(words)

    for words in ("a", "b", "a", "c", "a", "b"):
        ask(view, words)
    assert questions == ["a", "b", "c", "b"]


def test_a_view_that_nobody_holds_goes_at_once_with_what_readers_wrote(tiny):
    @cache.cached_recent
    def ask(view, words):
        return words

    view = View(tiny, tiny, Selection())
    ask(view, "a")
    gone = weakref.ref(view)
    gc.disable()
    try:
        del view
        assert gone() is None
    finally:
        gc.enable()


def test_many_search_words_leave_all_else_that_is_kept(tiny):
    themes = queries.codes(tiny, "theme")
    for number in range(2 * cache.MOST_RECENT):
        queries.search(tiny, "passages", f"sea {number}")
    assert queries.codes(tiny, "theme") is themes


def test_a_view_that_nobody_holds_goes_with_its_results(tiny):
    view = View(tiny, tiny, Selection())
    held = [weakref.ref(one) for one in (view, queries.places(view), queries.nearest_dates(view, 1))]
    del view
    gc.collect()
    assert [ref() for ref in held] == [None, None, None]


def test_the_same_selection_gives_the_same_view(tiny):
    view = queries.select(tiny, Selection(("trade",), ("south",)))
    assert queries.select(tiny, Selection(("trade",), ("south",))) is view
    assert queries.select(tiny, Selection(("trade",))) is not view
    assert queries.select(replace(tiny), Selection(("trade",), ("south",))) is not view


def test_of_many_selections_the_last_ones_are_kept(tiny):
    gone = weakref.ref(queries.select(tiny, Selection(roles=("no role",))))
    for number in range(selection.MOST_VIEWS):
        queries.select(tiny, Selection(roles=(f"no role {number}",)))
    gc.collect()
    assert gone() is None
