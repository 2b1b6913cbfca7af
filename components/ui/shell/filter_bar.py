"""Widgets and URL <-> what is chosen. The only place that knows widget keys and URL names.

`theme` and `actor` belong to every page and are bound to the URL by Streamlit itself. What
belongs to a single page is read, checked and written here, since a bound widget that only
one page draws would break the browser's Back button: the URL is the state, and a widget is
set from it on every run.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape

import streamlit as st

from components.content.charts import palette
from components.content.text import descriptions, formatting
from data import queries
from data.load.dataset import Dataset
from data.queries import Selection

SHARED = descriptions.FILTERS
PASSAGE, SEARCH = "passage", "q"
LONGEST_SEARCH = 100
MOST_NAMED, LONGEST_NAMED = 4, 40  # of what a notice says that the link asked for in vain
GAP = " \u2003"  # a wide space that a line may end before


def choose(ds: Dataset, beside: Callable[[], None] | None = None, slide: bool = False) -> Selection:
    """Draw the shared filters and return what is chosen. Bad values in the link are named once.

    `beside` draws what else stands in their row. On a slide they go without labels and key.
    """
    _warn_of_bad_values(ds)
    with st.container(
        horizontal=True,
        vertical_alignment="center" if slide else "bottom",
        gap="small" if slide else "medium",
    ):
        chosen = {facet: _pills(ds, facet, name, labelled=not slide) for facet, name in SHARED.items()}
        st.button(
            "Clear filters",
            key="clear",
            icon=":material/filter_alt_off:",
            type="tertiary",
            on_click=clear,
            disabled=not any(chosen.values()),
        )
        if beside:
            beside()
    selection = Selection(tuple(chosen["theme"]), tuple(chosen["actor"]))
    if not slide:
        st.markdown(_theme_key(ds, selection), unsafe_allow_html=True)
    return selection


def clear() -> None:
    """Choose nothing: everything shows."""
    for facet in SHARED:
        st.session_state[facet] = []


def empty(ds: Dataset, selection: Selection, what: str) -> None:
    """The empty state: what is missing under which filter, and the way back."""
    st.info(f"No {what} under {descriptions.chosen(ds, selection)}.", icon=":material/filter_alt:")
    st.button("Show all themes and actors", key="loosen", on_click=clear)


def passage(ds: Dataset) -> str | None:
    """The passage that the link selects, or None. An unknown one is dropped and named."""
    asked = st.query_params.get(PASSAGE)
    if not asked or asked in set(ds.passages["passage_id"]):
        return asked or None
    select_passage(None)
    dropped([f"passage {short(asked)}"])
    return None


def select_passage(passage_id: str | None) -> None:
    """Put the passage in the URL; None takes it out."""
    _write(PASSAGE, passage_id)


def words() -> str:
    """The search words of the link, as many as the box has room for."""
    return st.query_params.get(SEARCH, "")[:LONGEST_SEARCH].strip()


def search(label: str) -> str:
    """Draw the search box of a page and return the search words, as in the URL."""
    st.session_state[SEARCH] = words()
    return st.text_input(
        label,
        key=SEARCH,
        placeholder=label,
        label_visibility="collapsed",
        width=420,
        icon=":material/search:",
        max_chars=LONGEST_SEARCH,
        on_change=lambda: _write(SEARCH, st.session_state[SEARCH].strip()),
    ).strip()


def page_pills(label: str, options: Mapping[str, str], name: str) -> list[str]:
    """Choose any of a page's options, given as {value in the URL: word on screen}."""
    st.session_state[name] = _asked(name, options)
    return st.pills(
        label,
        list(options),
        format_func=options.get,
        selection_mode="multi",
        key=name,
        wrap=True,
        on_change=lambda: _write(name, st.session_state[name]),
    )


def page_choice(label: str, options: Mapping[str, str], name: str) -> str:
    """Choose one of a page's options; the first is what a link without the parameter shows."""
    first = next(iter(options))
    st.session_state[name] = next(iter(_asked(name, options)), first)
    return st.segmented_control(
        label,
        list(options),
        format_func=options.get,
        required=True,
        key=name,
        on_change=lambda: _write(name, None if st.session_state[name] == first else st.session_state[name]),
    )


def page_select(
    label: str, options: Mapping[str, str], name: str, hint: str, known: Collection[str]
) -> str | None:
    """Choose one of a page's many options from a list, or none.

    A value that is `known` but no option under the present filter stays in the link, unchosen.
    """
    asked = next(iter(_asked(name, known)), None)
    st.session_state[name] = asked if asked in options else None
    return st.selectbox(
        label,
        list(options),
        format_func=options.get,
        index=None,
        key=name,
        placeholder=hint,
        on_change=lambda: _write(name, st.session_state[name]),
    )


def asked(*names: str) -> bool:
    """Whether the link asks for any of these parameters."""
    return any(name in st.query_params for name in names)


def of_page(name: str) -> list[str]:
    """What the link says of a page's own choice, unchecked."""
    return st.query_params.get_all(name)


def set_page(name: str, values: Sequence[str]) -> None:
    """Choose a page's options from elsewhere: a click on a chart, a button."""
    _write(name, list(values))


def _asked(name: str, options: Collection[str]) -> list[str]:
    """The options that the link asks for; unknown ones are dropped from it and named."""
    asked = list(dict.fromkeys(st.query_params.get_all(name)))
    known = [value for value in asked if value in options]
    if known != asked:
        _write(name, known)
        dropped([f"{name} {short(value)}" for value in asked if value not in options])
    return known


def _write(name: str, value: str | list[str] | None) -> None:
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def _pills(ds: Dataset, facet: str, name: str, labelled: bool) -> list[str]:
    """Codes chosen among the facet's labels, in their own order, whichever was clicked first: then it
    is one view. The link holds what the pills show, so no format_func."""
    codes = queries.codes(ds, facet)["label"]
    code_of = dict(zip(codes, codes.index, strict=True))
    chosen = st.pills(
        name,
        list(code_of),
        selection_mode="multi",
        key=facet,
        bind="query-params",
        wrap=True,
        label_visibility="visible" if labelled else "collapsed",
    )
    return [code for label, code in code_of.items() if label in chosen]


@queries.remembered
def _theme_key(ds: Dataset, selection: Selection) -> str:
    """The colour key of all pages: each theme's icon and how many sentences a choice of it shows."""
    themes, counts = queries.codes(ds, "theme"), queries.theme_counts(ds, selection)
    items = [
        f'{GAP}<span style="white-space:nowrap"><span style="color:{colour}">:material/{escape(theme["icon"])}:'
        f"</span> {formatting.escaped(theme['label'])} **{counts[code]}**</span>"
        for (code, theme), colour in zip(themes.iterrows(), palette.colours(themes).values(), strict=True)
    ]
    return f"Sentences:{''.join(items)}"


def _warn_of_bad_values(ds: Dataset) -> None:
    """Name the values of shared parameters that no code has; Streamlit drops them by itself."""
    bad = []
    for facet, name in SHARED.items():
        labels = set(queries.codes(ds, facet)["label"])
        bad += [f"{name.lower()} {short(v)}" for v in st.query_params.get_all(facet) if v not in labels]
    if bad:
        dropped(bad)


def dropped(what: list[str]) -> None:
    """Say what the link asked for in vain, a few by name."""
    shown = MOST_NAMED if len(what) <= MOST_NAMED else MOST_NAMED - 1
    named = what[:shown] + ([f"{len(what) - shown} more"] if what[shown:] else [])
    st.warning(
        f"The link names {formatting.listed(named)}, which this statement does not have. The rest of the link holds.",
        icon=":material/link_off:",
    )


def short(value: str) -> str:
    """Text of a link for a notice."""
    return formatting.foreign(value, LONGEST_NAMED)
