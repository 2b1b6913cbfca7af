"""What every page stands in: navigation, shared filters, and the drawer of passages.

To add a page: write pages/<name>.py, whose first statement is `view = frame.join()`, and
give it a line in PAGES.
"""

from contextvars import ContextVar
from dataclasses import dataclass

import streamlit as st

from components import dataset, filters, passage
from data.dataset import Dataset, DatasetError
from data.queries import Selection, select

# File and title, in the order of the navigation; the first is the start page.
PAGES = {
    "overview": "Overview",
    "pledges": "Pledges",
    "map": "Map",
    "commitments": "Commitments",
    "timeline": "Timeline",
    "statement": "Statement",
    "method": "Method",
}
# Plotly's own text is too pale on the light ground (3.7:1) and keeps its colour when the reader
# switches between light and dark; the page's text colour does neither.
_STYLE = "<style>.js-plotly-plot text { fill: currentColor !important }</style>"


@dataclass(frozen=True)
class View:
    """What a page shows: the whole dataset, the part that the filters leave, and the choice."""

    whole: Dataset
    ds: Dataset
    selection: Selection

    @property
    def under(self) -> str:
        """`, under theme Health`: the filter in words, for the end of a clause; empty without one."""
        words = filters.in_words(self.whole, self.selection)
        return f", under {words}" if words else ""

    def empty(self, what: str) -> None:
        """The page's empty state: draws it and ends the page's run."""
        filters.empty(self.whole, self.selection, what)
        passage.drawer(self.whole)
        st.stop()


# Set while a page runs inside the frame. Not in session state: a run that is cut short by
# the next one could leave it there.
_VIEW: ContextVar[View | None] = ContextVar("view", default=None)


def run() -> None:
    """Draw the frame and, inside it, the page that the address names."""
    st.set_page_config(page_title="Linchpin", page_icon="static/favicon.png", layout="wide")
    pages = [
        st.Page(f"pages/{name}.py", title=title, url_path=name, default=not place)
        for place, (name, title) in enumerate(PAGES.items())
    ]
    page = st.navigation(pages, position="top")
    try:
        whole = dataset.load()
    except DatasetError as error:
        _refuse(error)
        return
    st.set_page_config(page_title=f"{page.title} · Linchpin")
    st.html(_STYLE)
    selection = filters.choose(whole)
    drawn = _VIEW.set(View(whole, select(whole, selection), selection))
    try:
        page.run()
    finally:
        _VIEW.reset(drawn)
    passage.drawer(whole)


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
