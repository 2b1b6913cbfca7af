"""The exhibits as they are shown, kept for the next reader: a figure with the words that its picture
takes along, and what it shows in words. (no streamlit)"""

import plotly.graph_objects as go

from components.content import charts
from components.content.charts.catalogue import EXHIBITS, Shown
from components.content.text import descriptions
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection


def prepare(whole: Dataset) -> None:
    """Draw and describe what a page shows of the whole statement and of each theme, to be kept: what
    most readers choose, nobody waits for."""
    themes = queries.codes(whole, "theme").index
    for selection in (Selection(), *(Selection(themes=(theme,)) for theme in themes)):
        view, under = queries.select(whole, selection), descriptions.chosen(whole, selection)
        for name, exhibit in EXHIBITS.items():
            if exhibit.figure and not exhibit.empty(Shown(whole, view)):
                picture(name, whole, view, under, None)
                described(name, whole, view)


@queries.remembered
def described(name: str, whole: Dataset, view: Dataset) -> str:
    """What an exhibit draws, and what it says, in words: for those who do not see it."""
    exhibit = EXHIBITS[name]
    return " ".join([exhibit.alt, *map(descriptions.plain, exhibit.said(Shown(whole, view)))])


@queries.remembered
def picture(name: str, whole: Dataset, view: Dataset, under: str, height: int | None) -> go.Figure:
    """An exhibit's figure with the words that its picture takes along; with a height, in px, for a slide."""
    exhibit = EXHIBITS[name]
    shown = Shown(whole, view)
    fig = exhibit.figure(exhibit.on_slide(shown) if height else shown)
    words = f"Filter: {under}" if under else "The whole statement"
    return charts.captioned(
        charts.enlarged(fig, height) if height else fig, exhibit.title, words, exhibit.credit(whole)
    )
