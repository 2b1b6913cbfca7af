"""What a session remembers of a link that the browser may not have yet."""

import pytest

from components.ui.session import link_memory, url_state


@pytest.mark.parametrize(
    ("page", "link", "widget", "behind"),
    [
        ("pledges", {"theme": ["Health"]}, ["Health"], False),
        ("pledges", {}, ["Health"], True),  # pressed before the new link came
        ("pledges", {"theme": ["Health"]}, [], True),  # and before the widget was drawn with its new value
        ("map", {}, ["Health"], False),  # another page's link is never written over
    ],
)
def test_a_link_is_sent_again_if_the_browser_did_not_have_it(reader, monkeypatch, page, link, widget, behind):
    asked = ("pledges", {})
    sent = []
    monkeypatch.setattr(link_memory, "_link", lambda: asked)
    monkeypatch.setattr(reader.link, "update", sent.append, raising=False)
    link_memory.begin_run()
    link_memory.send_again()
    link_memory.keep(url_state.THEME, ["Health"])  # a press
    reader.session[url_state.THEME] = []
    link_memory.begin_run()
    assert sent == []
    asked = (page, link)
    reader.session[url_state.THEME] = widget
    link_memory.begin_run()
    link_memory.send_again()
    assert bool(sent) == behind
