"""The frame around every page: navigation, shared filters, and the drawer of passages.

To add a page: write pages/<name>.py, whose first statement is `view = frame.view()`, and give it a
line in PAGES.
"""

from contextvars import ContextVar
from pathlib import Path
from urllib.parse import quote

import streamlit as st

from components.content.text import formatting
from components.ui.brief.pin_button import present_button
from components.ui.brief.slides import BRIEF, slide
from components.ui.shell import dataset, drawer, onboarding, reader_clock, url_state
from components.ui.shell.filter_bar import filter_bar
from data.load import DatasetError
from data.queries import View, select

# File and title of each page, in the order of the navigation; the first is the start page.
PAGES = {
    "overview": "Overview",
    "pledges": "Pledges",
    "map": "Map",
    "commitments": "Commitments",
    "timeline": "Timeline",
    "statement": "Statement",
    "brief": "Brief",
    "method": "Method",
}
_STYLE = (Path(__file__).parent / "frame.css").read_text(encoding="utf-8")
# The browser draws data tables as a picture, which keeps the dark scheme's colours on paper.
_DARK_ON_PAPER = "@media print { .stDataFrame canvas { filter: invert(1) hue-rotate(180deg) } }"

# The view of the page that is running. Not in session state: a run that the next one cuts short
# could leave it there.
_VIEW: ContextVar[View | None] = ContextVar("view", default=None)


def run() -> None:
    """Draw the frame and, inside it, the page that the address names."""
    presenting = url_state.presenting()
    page = st.navigation(_pages(len(url_state.pinned())), position="hidden" if presenting else "top")
    name = page.url_path or next(iter(PAGES))
    st.set_page_config(
        page_title=f"{PAGES[name]} · Linchpin",
        page_icon="app/static/favicon.png",
        layout="wide",
        menu_items={"About": onboarding.about()},
    )
    try:
        whole = dataset.load()
    except DatasetError as error:
        _refuse(error)
        return
    dark = _DARK_ON_PAPER if st.context.theme.type == "dark" else ""
    st.html(f"<style>{_STYLE}{dark}{_page_margins()}</style>")
    if presenting:
        url_state.carry(whole)
        slide(whole, name)
    else:
        selection = filter_bar(whole, beside=present_button if name != BRIEF else None)
        url_state.carry(whole)
        running = _VIEW.set(select(whole, selection))
        try:
            page.run()
        finally:
            _VIEW.reset(running)
    drawer.draw(whole)


def view() -> View:
    """The view for the calling page: whole dataset, filtered dataset, selection.

    Streamlit may run a page's file without app.py: on a fresh server, a link to a page does so until
    some session has called `st.navigation`. Then no frame was drawn. This draws it, which runs the page
    again inside it, and ends this first run.
    """
    found = _VIEW.get()
    if found is None:
        run()
        st.stop()
    return found


def _pages(pins: int) -> list[st.Page]:
    """The pages; the title of the Brief says how many pins it holds."""
    titles = PAGES | ({"brief": f"{PAGES['brief']} ({pins})"} if pins else {})
    return [
        st.Page(f"pages/{name}.py", title=title, url_path=name, default=not index)
        for index, (name, title) in enumerate(titles.items())
    ]


def _page_margins() -> str:
    """CSS that prints the address, the day and the page number in the margins of every sheet."""
    address = quote(url_state.address(), safe=":/?&=%-._~+")
    left = f"{address}  ·  {formatting.day(reader_clock.today())}"
    font = "font: 8pt sans-serif; color: black"
    return (
        f'@page {{ margin: 14mm 12mm 16mm; @bottom-left {{ content: "{left}"; {font} }} '
        f'@bottom-right {{ content: counter(page) " of " counter(pages); {font} }} }}'
    )


def _refuse(error: DatasetError) -> None:
    st.title("The dataset cannot be shown")
    st.write("These files do not match datapackage.json. Fix them and reload. Nothing was changed.")
    for problem in error.problems:
        st.code(str(problem), language=None, wrap_lines=True)
