"""What a page gets from the frame."""

from dataclasses import dataclass

import streamlit as st

from components.content.text import descriptions
from components.ui.parts import passage_card
from components.ui.shell import filter_bar
from data.load.dataset import Dataset
from data.queries import Selection


@dataclass(frozen=True)
class View:
    """What a page shows: the whole dataset, the part that the filters leave, and the choice."""

    whole: Dataset
    ds: Dataset
    selection: Selection

    @property
    def under(self) -> str:
        """`, under theme Health`: the filter in words, for the end of a clause; empty without one."""
        words = descriptions.chosen(self.whole, self.selection)
        return f", under {words}" if words else ""

    def empty(self, what: str) -> None:
        """The page's empty state: draws it and ends the page's run."""
        filter_bar.empty(self.whole, self.selection, what)
        passage_card.drawer(self.whole)
        st.stop()
