"""A tab without a browser, told by hand-made messages what a server would send."""

from urllib.parse import parse_qs

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.protocol import Tab
from benchmarks.widgets import Press

MAIN, PAGE, OTHER = "main", "page", "other"
THEME, WORDS = "$$ID-1-theme", "$$ID-2-q"


def begun() -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.main_script_hash, message.new_session.page_script_hash = MAIN, PAGE
    message.new_session.initialize.session_id = "session"
    message.new_session.config.max_cached_message_age = 2
    return message


def pages() -> ForwardMsg:
    message = ForwardMsg()
    message.navigation.page_script_hash = PAGE
    for path, script in (("", PAGE), ("other", OTHER)):
        message.navigation.app_pages.add(url_pathname=path, page_script_hash=script)
    return message


def element(script: str = PAGE, name: str = "", cacheable: bool = False) -> ForwardMsg:
    message = ForwardMsg(hash=name)
    message.metadata.active_script_hash, message.metadata.cacheable = script, cacheable
    return message


def theme(*chosen: str) -> ForwardMsg:
    """The filter that the frame draws, set by the server if anything is given."""
    message = element(MAIN)
    group = message.delta.new_element.button_group
    group.id, group.query_param_key, group.set_value = THEME, "theme", bool(chosen)
    group.raw_values.extend(chosen)
    for label in ("Peace", "Trade"):
        group.options.add(content=label)
    return message


def box() -> ForwardMsg:
    """A search box that only the page has."""
    message = element()
    message.delta.new_element.text_input.id = WORDS
    return message


def picture(name: str) -> ForwardMsg:
    """An element large enough to be kept."""
    message = element(name=name, cacheable=True)
    message.delta.new_element.markdown.body = name
    return message


def reference(name: str) -> ForwardMsg:
    message = element()
    message.ref_hash = name
    return message


def ended(status: int = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(script_finished=status)


def take(tab: Tab, *drawn: ForwardMsg) -> None:
    """A whole run."""
    *before, last = [tab.receive(one.SerializeToString()) for one in (begun(), pages(), *drawn, ended())]
    assert last and not any(before)


def asked(message: bytes) -> BackMsg:
    return BackMsg.FromString(message).rerun_script


def states(message: bytes) -> dict[str, object]:
    found = {one.id: one for one in asked(message).widget_states.widgets}
    return {name: getattr(one, one.WhichOneof("value")) for name, one in found.items()}


@pytest.fixture
def tab() -> Tab:
    tab = Tab("http://localhost", "", "theme=Peace")
    tab.opening()
    take(tab, theme("Peace"), box())
    return tab


def test_a_tab_opens_by_the_name_of_its_page_and_comes_back_by_its_hash(tab):
    fresh = asked(Tab("http://localhost", "other", "theme=Peace").opening())
    assert (fresh.page_name, fresh.page_script_hash, fresh.query_string) == ("other", "", "theme=Peace")
    assert fresh.context_info.url == "http://localhost/other"
    back = asked(tab.opening())
    assert (back.page_name, back.page_script_hash, tab.session) == ("", PAGE, "session")


def test_a_change_carries_every_value_and_stands_in_the_address(tab):
    message = tab.changing({THEME: ["Peace", "Trade"]})
    assert list(states(message)[THEME].data) == ["Peace", "Trade"]
    assert states(message)[WORDS] == ""
    assert parse_qs(asked(message).query_string) == {"theme": ["Peace", "Trade"]}
    assert asked(message).page_script_hash == PAGE


def test_no_choice_is_sent_as_such_and_leaves_the_address(tab):
    message = tab.changing({THEME: []})
    assert list(states(message)[THEME].data) == []
    assert asked(message).query_string == ""


def test_a_value_stays_until_the_server_sets_another(tab):
    tab.changing({THEME: ["Trade"]})
    take(tab, theme(), box())
    assert tab.widget("theme").value == ["Trade"]
    take(tab, theme("Peace"), box())
    assert tab.widget("theme").value == ["Peace"]


def test_a_widget_that_is_no_longer_drawn_is_no_longer_sent(tab):
    take(tab, theme())
    assert set(states(tab.changing({}))) == {THEME}


def test_only_what_the_frame_drew_goes_to_another_page(tab):
    tab.receive(ForwardMsg(page_info_changed={"query_string": "theme=Peace&q=war"}).SerializeToString())
    message = tab.changing_page("other")
    assert set(states(message)) == {THEME}
    assert (asked(message).query_string, asked(message).page_script_hash) == ("theme=Peace", OTHER)


def test_a_click_is_sent_once(tab):
    assert states(tab.pressing("$$ID-3-go"))["$$ID-3-go"] is True
    said = states(tab.pressing("$$ID-4-reader", Press("chosen", "p1")))
    assert said["$$STREAMLIT_INTERNAL_KEY_$$ID-4-reader__events"] == '[{"event": "chosen", "value": "p1"}]'
    assert set(states(tab.changing({}))) == {THEME, WORDS}


def test_large_messages_are_kept_for_two_runs_after_their_last_use(tab):
    take(tab, theme(), box(), picture("a"))
    for drawn in ([], [reference("a")], []):
        assert list(asked(tab.changing({})).cached_message_hashes) == ["a"]
        take(tab, theme(), box(), *drawn)
    assert list(asked(tab.changing({})).cached_message_hashes) == ["a"]
    take(tab, theme(), box())
    assert list(asked(tab.changing({})).cached_message_hashes) == []
    take(tab, reference("a"))
    assert tab.run.errors == ["a reference to a message that is not kept"]


def test_what_the_page_drew_tells_one_view_from_another_and_references_count(tab):
    tab.changing({})
    take(tab, theme(), picture("a"))
    first = tab.run.drawn
    tab.changing({})
    take(tab, theme(), reference("a"))
    assert tab.run.drawn == first == {"a"}
    tab.changing({})
    take(tab, theme(), picture("b"))
    assert tab.run.drawn == {"b"}


def test_an_exception_on_the_page_is_an_error(tab):
    message = element()
    message.delta.new_element.exception.type = "ValueError"
    message.delta.new_element.exception.message = "no"
    take(tab, message)
    assert tab.run.errors == ["exception: ValueError no"]
    tab.changing({})
    assert tab.run.errors == []


def test_a_run_that_was_cut_short_is_not_the_end(tab):
    assert not tab.receive(ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN).SerializeToString())
    assert tab.receive(ended(ForwardMsg.FINISHED_WITH_COMPILE_ERROR).SerializeToString())
