"""The filter bar: the filters by theme and actor, which all pages share."""

from collections.abc import Callable
from html import escape

import streamlit as st

from components.content.charts import palette
from components.content.text import formatting
from components.ui.shell import url_state
from data import queries
from data.load import Dataset
from data.queries import Selection, View

GAP = " \u2003"  # a space at which a line may end, and a wide space


def filter_bar(ds: Dataset, beside: Callable[[], None] | None = None, slide: bool = False) -> Selection:
    """Draw the shared filters, with a warning about unknown values in the link. Returns the selection.

    beside: draws more widgets in the same row. slide: without labels and without the key of themes.
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
    """Draw the filter of a facet. Returns the chosen codes.

    They are in the codebook's order, so that the order of clicks does not make another view. The options
    are labels, not codes with a format_func, because the widget writes its options into the URL.
    """
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
    """The key of themes as HTML: each theme's icon, colour and label, and how many sentences it has."""
    themes, counts = view.codes("theme"), queries.theme_counts(view)
    colours = palette.colours(themes)
    items = [
        f'{GAP}<span style="white-space:nowrap"><span style="color:{colours[code]}">'
        f":material/{escape(theme.icon)}:</span> {formatting.escaped(theme.label)} "
        f"**{counts[code]}**</span>"
        for code, theme in themes.items()
    ]
    return f"Sentences:{''.join(items)}"
