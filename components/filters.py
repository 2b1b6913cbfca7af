"""Widgets and URL <-> what is chosen. The only place that knows widget keys and URL names.

`theme`, `actor` and `present` belong to every page and are bound to the URL by Streamlit
itself. `passage` and `q` belong to single pages and are read, checked and written here:
a bound widget that only one page draws would break the browser's Back button.
"""

import pandas as pd
import streamlit as st

from components import palette, wording
from data import queries
from data.dataset import Dataset
from data.queries import Selection

SHARED = {"theme": "Theme", "actor": "Actor"}  # URL name and codes.csv facet: label on screen
PASSAGE, SEARCH = "passage", "q"
LONGEST_SEARCH = 100


def choose(ds: Dataset) -> Selection:
    """Draw the shared filters and return what is chosen. Bad values in the link are named once."""
    _warn_of_bad_values(ds)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        chosen = {facet: _pills(ds, facet, name) for facet, name in SHARED.items()}
        st.button(
            "Clear filters", key="clear", icon=":material/filter_alt_off:", type="tertiary",
            on_click=clear, disabled=not any(chosen.values()),
        )
    selection = Selection(tuple(chosen["theme"]), tuple(chosen["actor"]))
    _theme_key(ds, selection)
    return selection


def clear() -> None:
    """Choose nothing: everything shows."""
    for facet in SHARED:
        st.session_state[facet] = []


def in_words(ds: Dataset, selection: Selection) -> str:
    """`Theme Health or Climate, actor ROK`; empty text without a choice."""
    parts = []
    for facet, chosen in (("theme", selection.themes), ("actor", selection.actors)):
        if chosen:
            labels = [queries.label(ds, facet, code) for code in chosen]
            parts.append(f"{SHARED[facet].lower()} {wording.listed(labels, 'or')}")
    return ", ".join(parts)


def empty(ds: Dataset, selection: Selection, what: str) -> None:
    """The empty state: what is missing under which filter, and the way back."""
    st.info(f"No {what} under {in_words(ds, selection)}.", icon=":material/filter_alt:")
    st.button("Show all themes and actors", key="loosen", on_click=clear)


def passage(ds: Dataset) -> str | None:
    """The passage that the link selects, or None. An unknown one is dropped and named."""
    asked = st.query_params.get(PASSAGE)
    if not asked or asked in set(ds.passages["passage_id"]):
        return asked or None
    select_passage(None)
    _dropped([f"passage {_short(asked)}"])
    return None


def select_passage(passage_id: str | None) -> None:
    """Put the passage in the URL; None takes it out."""
    _write(PASSAGE, passage_id)


def search() -> str:
    """Draw the search box, filled from the URL, and return the search words."""
    key = "search_words"
    if key not in st.session_state:
        st.session_state[key] = st.query_params.get(SEARCH, "")[:LONGEST_SEARCH]
    return st.text_input(
        "Search the statement", key=key, placeholder="Search the statement for a word or phrase",
        label_visibility="collapsed", icon=":material/search:", max_chars=LONGEST_SEARCH, width=420,
        on_change=lambda: _write(SEARCH, st.session_state[key].strip()),
    ).strip()


def _write(name: str, value: str | None) -> None:
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def _pills(ds: Dataset, facet: str, name: str) -> list[str]:
    """Codes chosen among the facet's labels. The link holds what the pills show, so no format_func."""
    code_of = {row["label"]: code for code, row in queries.codes(ds, facet).iterrows()}
    chosen = st.pills(name, list(code_of), selection_mode="multi", key=facet, bind="query-params")
    return [code_of[label] for label in chosen]


def _theme_key(ds: Dataset, selection: Selection) -> None:
    """The colour key of all pages: each theme's icon and how many sentences a choice of it shows."""
    themes, counts = queries.codes(ds, "theme"), queries.theme_counts(ds, selection)
    items = [
        f'<span style="color:{colour}">:material/{theme["icon"]}:</span> {theme["label"]} **{counts[code]}**'
        for (code, theme), colour in zip(themes.iterrows(), palette.colours(themes).values(), strict=True)
    ]
    st.markdown(
        "Sentences:   " + "   ".join(item.replace(" ", " ") for item in items),
        unsafe_allow_html=True,
    )


def _warn_of_bad_values(ds: Dataset) -> None:
    """Name the values of shared parameters that no code has; Streamlit drops them by itself."""
    bad = []
    for facet, name in SHARED.items():
        labels = set(queries.codes(ds, facet)["label"])
        bad += [f"{name.lower()} {_short(v)}" for v in st.query_params.get_all(facet) if v not in labels]
    if bad:
        _dropped(bad)


def _dropped(what: list[str]) -> None:
    st.warning(
        f"The link names {wording.listed(what)}, which this statement does not have. The rest of the link holds.",
        icon=":material/link_off:",
    )


def _short(value: str) -> str:
    """Foreign text for a notice: one line, in quotes, nothing that Markdown would render."""
    words = " ".join(value.split())
    shown = words if len(words) <= 40 else words[:40] + "…"
    return "“" + "".join(c for c in shown if c.isalnum() or c in " .,-_…’'") + "”"
