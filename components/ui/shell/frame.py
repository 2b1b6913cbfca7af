"""What every page stands in: navigation, shared filters, and the drawer of passages.

To add a page: write pages/<name>.py, whose first statement is `view = frame.join()`, and
give it a line in PAGES.
"""

from contextvars import ContextVar
from pathlib import Path

import streamlit as st

from components.ui.brief import slides
from components.ui.parts import passage_card
from components.ui.shell import dataset, filter_bar, onboarding, pinned, url_state
from components.ui.shell.view import View
from data.load.dataset import DatasetError
from data.queries import select

# File and title, in the order of the navigation; the first is the start page.
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
# What is drawn by the browser as a picture has the colours of its scheme even on paper.
_DARK_ON_PAPER = "@media print { .stDataFrame canvas { filter: invert(1) hue-rotate(180deg) } }"

# Set while a page runs inside the frame. Not in session state: a run that is cut short by
# the next one could leave it there.
_VIEW: ContextVar[View | None] = ContextVar("view", default=None)


def run() -> None:
    """Draw the frame and, inside it, the page that the address names."""
    presenting = pinned.presenting()
    page = st.navigation(_pages(len(pinned.now())), position="hidden" if presenting else "top")
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
    st.html(f"<style>{_STYLE}{dark}{url_state.on_paper()}</style>")
    if presenting:
        pinned.carry(whole)
        slides.show(whole, name)
    else:
        selection = filter_bar.choose(whole, beside=pinned.present_button if name != slides.BRIEF else None)
        pinned.carry(whole)
        drawn = _VIEW.set(View(whole, select(whole, selection), selection))
        try:
            page.run()
        finally:
            _VIEW.reset(drawn)
    passage_card.drawer(whole)


def _pages(pins: int) -> list[st.Page]:
    """The pages; the brief's says how many pins it holds."""
    titles = PAGES | ({"brief": f"{PAGES['brief']} ({pins})"} if pins else {})
    return [
        st.Page(f"pages/{name}.py", title=title, url_path=name, default=not place)
        for place, (name, title) in enumerate(titles.items())
    ]


def join() -> View:
    """The view of the frame around the calling page.

    Streamlit may run a page's file alone (a cold deep link on a fresh server, before any
    session has called st.navigation). Then there is no frame yet: draw it, page and all.
    """
    view = _VIEW.get()
    if view is None:
        run()
        st.stop()
    return view


def _refuse(error: DatasetError) -> None:
    st.title("The dataset cannot be shown")
    st.write(
        "It does not hold what its description promises. Nothing was changed; mend these places and reload."
    )
    for problem in error.problems:
        st.code(str(problem), language=None, wrap_lines=True)
