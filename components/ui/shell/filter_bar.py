"""The filter bar: themes and actors, which all pages share."""

from collections.abc import Callable
from html import escape

import streamlit as st

from components.content.charts import palette
from components.content.text import formatting
from components.ui.shell import url_state
from data import queries
from data.load import Dataset
from data.queries import Selection, View

GAP = " \u2003"  # a wide space that a line may end before


def filter_bar(ds: Dataset, beside: Callable[[], None] | None = None, slide: bool = False) -> Selection:
    """Draw the shared filters and return what is chosen. Warns of unknown values in the link.

    `beside` draws what else stands in the row. On a slide the bar has no labels and no colour key.
    """
    url_state.warn_of_unknown_filters(ds)
    with st.container(
        horizontal=True,
        vertical_alignment="center" if slide else "bottom",
        gap="small" if slide else "medium",
    ):
        chosen = {facet: _pills(ds, facet, labelled=not slide) for facet in url_state.SHARED}
        st.button(
            "Clear filters",
            key="clear",
            icon=":material/filter_alt_off:",
            type="tertiary",
            on_click=url_state.clear_filters,
            disabled=not any(chosen.values()),
        )
        if beside:
            beside()
    selection = Selection(tuple(chosen[url_state.THEME]), tuple(chosen[url_state.ACTOR]))
    if not slide:
        st.markdown(_theme_key(queries.select(ds, selection)), unsafe_allow_html=True)
    return selection


def _pills(ds: Dataset, facet: str, labelled: bool) -> list[str]:
    """The chosen codes of a facet, in the codebook's order whichever was clicked first: so the same
    choice is the same view. The URL holds what the pills show, so there is no format_func."""
    code_of = {label: code for code, label in queries.labels(ds, facet).items()}
    chosen = st.pills(
        url_state.SHARED[facet],
        list(code_of),
        selection_mode="multi",
        key=facet,
        bind="query-params",
        wrap=True,
        label_visibility="visible" if labelled else "collapsed",
    )
    return [code for label, code in code_of.items() if label in chosen]


@queries.cached
def _theme_key(view: View) -> str:
    """The colour key of all pages: each theme with its icon, and how many sentences choosing it shows."""
    themes, counts = view.codes("theme"), queries.theme_counts(view)
    colours = palette.colours(themes)
    items = [
        f'{GAP}<span style="white-space:nowrap"><span style="color:{colours[code]}">'
        f":material/{escape(theme.icon)}:</span> {formatting.escaped(theme.label)} "
        f"**{counts[code]}**</span>"
        for code, theme in themes.items()
    ]
    return f"Sentences:{''.join(items)}"
