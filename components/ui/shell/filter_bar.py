"""The filter bar: themes with their counts, and actors, which all pages share.

Two widgets bound to the URL hold what is chosen; they are drawn and never seen, like the pins
(url_state). What readers see is a component: its chips answer before the server does.
"""

from typing import Any

import streamlit as st

from components.content.charts import palette
from components.ui.scripts import script, sent
from components.ui.session import link_memory, url_state
from data import queries
from data.load import Dataset
from data.queries import Selection, View

_KEY, _CLICKS = "filter_bar", "filter_clicks"
_mount = st.components.v2.component(
    "linchpin_filter_bar",
    js=script("filter_bar"),
    isolate_styles=False,  # it sticks to the top of the page, which a shadow tree would not see
)


def selected(ds: Dataset) -> Selection:
    """What the link selects, with a warning about unknown values in it. Draws the hidden widgets."""
    url_state.warn_of_unknown_filters(ds)
    with st.container(key=url_state.CARRIED_FILTERS):
        chosen = {facet: _pills(ds, facet) for facet in url_state.SHARED}
    return Selection(tuple(chosen[url_state.THEME]), tuple(chosen[url_state.ACTOR]))


def filter_bar(ds: Dataset, selection: Selection) -> None:
    """Draw the chips of the shared filters. selection: as from `selected`."""
    _mount(
        key=_KEY,
        data={
            "groups": _groups(queries.select(ds, selection)),
            "answered": st.session_state.get(_CLICKS, 0),
        },
        on_chosen_change=lambda: _choose(ds, sent(_KEY, "chosen")),
    )


def _pills(ds: Dataset, facet: str) -> list[str]:
    """Draw the hidden widget of a facet. Returns the chosen codes.

    They are in the codebook's order, so that the order of clicks does not make another view. The options
    are labels, not codes with a format_func, because the widget writes its options into the URL.
    """
    code_of = {label: code for code, label in queries.labels(ds, facet).items()}
    link_memory.give_widget(facet)
    chosen = st.pills(
        url_state.SHARED[facet],
        list(code_of),
        selection_mode="multi",
        key=facet,
        bind="query-params",
    )
    link_memory.keep(facet, chosen)
    return [code for label, code in code_of.items() if label in chosen]


def _choose(ds: Dataset, asked: Any) -> None:
    """Take over what the browser says is chosen, as far as it exists: it may say anything."""
    if not isinstance(asked, dict):
        return
    for facet in url_state.SHARED:
        labels = asked.get(facet)
        if isinstance(labels, list):
            known = set(queries.labels(ds, facet).values())
            link_memory.keep(facet, [one for one in labels if isinstance(one, str) and one in known])
    if type(asked.get("clicks")) is int:
        st.session_state[_CLICKS] = asked["clicks"]


@queries.cached
def _groups(view: View) -> list[dict[str, Any]]:
    """The chips as the component gets them: label, number of sentences, colour, whether it is chosen."""
    counts, colours = queries.theme_counts(view), palette.css_colours(view.codes("theme"))
    themes = [
        {
            "label": label,
            "count": int(counts[code]),
            "colour": colours[code],
            "on": code in view.selection.themes,
        }
        for code, label in view.labels("theme").items()
    ]
    actors = [
        {"label": label, "count": None, "colour": "", "on": code in view.selection.actors}
        for code, label in view.labels("actor").items()
    ]
    return [
        {"facet": url_state.THEME, "label": "Theme", "options": themes},
        {"facet": url_state.ACTOR, "label": "Actor", "options": actors},
    ]
