"""The frame around every page: navigation, shared filters, and the drawer of passages.

To add a page, write pages/<name>.py, whose first statement is `view = page_frame.view()`, and add a line
to PAGES in page_names.py.
"""

from contextlib import suppress
from contextvars import ContextVar
from pathlib import Path

import streamlit as st

from components.content.brief import pins
from components.ui.parts import own_text
from components.ui.session import link_memory, loaded_dataset, page_names, presses, url_state
from components.ui.session.page_names import PAGES
from components.ui.shell import drawer, empty_state, onboarding
from components.ui.shell.filter_bar import filter_bar, selected
from components.ui.shell.slides import BRIEF, slide
from data.load import DatasetError
from data.queries import View, select

_STYLE = (Path(__file__).parent / "page_frame.css").read_text(encoding="utf-8")
# Streamlit draws tables on a canvas, whose dark colours CSS can only invert for paper.
_PRINT_DARK_TABLES = "@media print { .stDataFrame canvas { filter: invert(1) hue-rotate(180deg) } }"

_REWRITTEN = "Rewritten"  # title of a page that only opens the one which a rewritten address means

presses.keep_all()

# The view for the page that is running. Not in the session state, since a run that is stopped early would
# leave it there.
_VIEW: ContextVar[View | None] = ContextVar("view", default=None)


def run() -> None:
    """Draw the frame and, inside it, the page in the address, or its slide."""
    link_memory.begin_run()
    presenting = url_state.presenting()
    page = st.navigation(_pages(_pin_count()), position="hidden" if presenting else "top")
    if page.title == _REWRITTEN:
        page.run()
    name = page.url_path or page_names.START
    st.set_page_config(
        page_title=f"{PAGES[name]} · Linchpin",
        page_icon="app/static/favicon.png",
        layout="wide",
        menu_items={"About": onboarding.about()},
    )
    try:
        whole = loaded_dataset.load()
    except DatasetError as error:
        _refuse(error)
        return
    url_state.tidy(whole)
    scheme = st.context.theme.type or "light"
    dark_tables = _PRINT_DARK_TABLES if scheme == "dark" else ""
    # Streamlit gives its pages a colour scheme, but not what it draws outside of them, such as the drawer.
    # The same text on every run: with a new one, browsers compute the style of the whole page again.
    st.html(f"<style>:root {{ color-scheme: {scheme} }} {_STYLE}{dark_tables}</style>")
    has_drawer = drawer.draw(own_text.dataset(whole))  # its sentences can be asked for, too
    if presenting:
        url_state.carry(whole)
        slide(whole, name)
    else:
        selection = selected(whole)
        filter_bar(whole, selection)
        url_state.carry(whole)
        token = _VIEW.set(select(whole, selection))
        try:
            with st.container(key="page", gap="xsmall"), suppress(empty_state.PageEnd):
                page.run()
        finally:
            _VIEW.reset(token)
    if has_drawer:
        drawer.pins_button()
    link_memory.send_again()


def view() -> View:
    """The view for the calling page.

    Streamlit may run the page's file without app.py: after a start of the server, a link to a page does so
    until some session has called `st.navigation`. Then there is no frame and no view. This function draws
    the frame, which runs the page inside it, and stops the run without a frame.
    """
    current = _VIEW.get()
    if current is None:
        run()
        st.stop()
    return current


def _pin_count() -> int:
    """How many pins of the link are known."""
    try:
        return len(pins.kept(url_state.pinned(), loaded_dataset.load()))
    except DatasetError:
        return 0


def _pages(pin_count: int) -> list[st.Page]:
    """The pages for the navigation. The title of the brief has the number of pins, if there are any."""
    titles = dict(PAGES)
    if pin_count:
        titles[BRIEF] += f" ({pin_count})"
    pages = {
        name: st.Page(
            f"pages/{name}.py", title=title, url_path=page_names.path(name), default=name == page_names.START
        )
        for name, title in titles.items()
    }
    asked, meant = url_state.asked_page(pages)
    if not meant or asked == pages[meant].url_path:
        return list(pages.values())

    def go_there() -> None:
        st.switch_page(pages[meant], query_params=url_state.all_values())

    rewritten = st.Page(go_there, title=_REWRITTEN, url_path=asked, visibility="hidden")
    return [*pages.values(), rewritten]


def _refuse(error: DatasetError) -> None:
    """Draw what is wrong with the dataset, in place of the page."""
    st.title("The dataset cannot be shown")
    st.write("These files do not match datapackage.json. Fix them and reload. Nothing was changed.")
    for problem in error.problems:
        st.code(str(problem), language=None, wrap_lines=True)
