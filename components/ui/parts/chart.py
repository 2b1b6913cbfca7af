"""Pieces that several pages draw the same way: a heading, a finding, a chart with its table."""

from collections.abc import Callable, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.content import charts
from components.content.brief.pins import Pin
from components.content.charts.catalogue import EXHIBITS, Shown
from components.content.charts.pictures import described, picture
from components.content.text import descriptions, formatting
from components.ui.parts import passage_card
from components.ui.parts.finding_list import FIGURES, Line, lines
from components.ui.shell import pinned, url_state
from components.ui.shell.view import View
from data.load.dataset import Dataset

PICTURE = 1000  # px: the width of a downloaded figure
TABLE, PIN, LINK = "Table", "Pin", "Link"  # what goes with a picture


def heading(title: str, lead: str, how_to_read: str) -> None:
    """A page's opening: the answer in a few words, the live numbers, and how to read the page."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.title(title, anchor=False, width="content")
        with st.popover("How to read this", icon=":material/help:", type="tertiary"):
            st.markdown(how_to_read)
    st.markdown(lead)


def findings(sentences: Sequence[tuple[str, Sequence[str]]], title: str) -> None:
    """Sentences computed from the data, each with a button that opens the passages behind it."""
    found = [
        Line(text, formatting.plural(len(set(passage_ids)), "sentence"), title, passage_ids)
        for text, passage_ids in sentences
    ]
    lines(found, "findings")


def chart(
    view: View,
    name: str,
    choice: Sequence[str] = (),
    on_click: Callable[[dict], None] | None = None,
) -> None:
    """An exhibit under the title that states its finding, with its source, its table, and what
    takes it along; a click on a mark opens its passages, or does what `on_click` does with the point.
    """
    exhibit = EXHIBITS[name]
    shown = Shown(view.whole, exhibit.narrow(view.ds, choice))
    st.header(exhibit.title, anchor=False)
    under = descriptions.limited(view.whole, view.selection, exhibit.facet, choice)
    figure(name, shown, under, name, on_click)
    st.caption(exhibit.credit(view.whole))
    if TABLE in along(name, Pin("chart", name, view.selection, tuple(choice)), table=True):
        passage_table(exhibit.table(shown), f"{name}_table", exhibit.title)


def along(name: str, pin: Pin, table: bool = False) -> list[str]:
    """What goes with a chart or a map, as one quiet row: its table, its pin, the link to it. The link
    is drawn here; the answer is what is pressed, for the caller to draw its table."""
    key, text = f"along-{name}", str(pin)
    pressed = [one for one in st.session_state.get(key, []) if one != PIN]
    st.session_state[key] = pressed + [PIN] * (text in pinned.now())

    def changed() -> None:
        if (PIN in st.session_state[key]) != (text in pinned.now()):
            pinned.toggle(text)

    chosen = st.pills(
        "With this picture",
        [*([TABLE] if table else []), PIN, LINK],
        selection_mode="multi",
        key=key,
        label_visibility="collapsed",
        on_change=changed,
    )
    if LINK in chosen:
        st.code(url_state.address(), language=None, wrap_lines=True)
    return chosen


def figure(
    name: str,
    shown: Shown,
    under: str,
    key: str,
    on_click: Callable[[dict], None] | None = None,
    height: int | None = None,
) -> None:
    """The figure alone. `under` is the filter in words; with a `height` in px it is as large as a
    slide wants it."""
    exhibit = EXHIBITS[name]
    fig = picture(name, shown.whole, shown.view, under, height)
    st.plotly_chart(
        _restarted(fig, key),
        key=key,
        theme=None,  # the figure brings its own look, in a tenth of the bytes
        selection_mode="points",
        alt=described(name, shown.whole, shown.view),
        on_select=lambda: _clicked(key, on_click or _opener(exhibit.title)),
        config=_tools(name, fig),
    )


def folded_table(label: str, table: Callable[[], pd.DataFrame], key: str, title: str) -> None:
    """A passage table that is made, sent and drawn only once the reader unfolds it."""
    fold = st.expander(label, icon=":material/table_rows:", key=f"{key}_fold", on_change="rerun")
    if fold.open:
        with fold:
            passage_table(table(), key, title)


def passage_table(table: pd.DataFrame, key: str, title: str) -> None:
    """Rows that open their passages when chosen. `table` needs the column passage_ids."""
    st.caption("Choose a row to read its sentences.")
    st.dataframe(
        table.drop(columns="passage_ids"),
        key=key,
        hide_index=True,
        selection_mode="single-row",
        on_select=lambda: _open_row(table, key, title),
        column_config={"Address": st.column_config.LinkColumn()},
        height=420 if len(table) > 12 else "content",
    )


def figures(ds: Dataset) -> None:
    """Each figure by itself, with its bound: they count unlike things, so they share no scale."""
    found = []
    for _, row in ds.figures.iterrows():
        number = f"{row['bound']} {formatting.count(row['value'])}".strip()
        text = f"**{number}**\n{row['label']}"
        found.append(Line(text, "Read the sentence", row["label"], [row["passage_id"]]))
    lines(found, "figures", FIGURES)


def _clicked(key: str, on_click: Callable[[dict], None]) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[_clicks(key)] = st.session_state.get(_clicks(key), 0) + 1
        on_click(points[0])


def _opener(title: str) -> Callable[[dict], None]:
    return lambda point: passage_card.behind(title, charts.passages_of(point))


def _open_row(table: pd.DataFrame, key: str, title: str) -> None:
    chosen = st.session_state[key].selection.rows
    if chosen:
        passage_card.behind(title, table.iloc[chosen[0]]["passage_ids"].split(";"))


def _restarted(fig: go.Figure, key: str) -> go.Figure:
    """The figure with the number of clicks so far noted in it: a changed figure loses its
    selection in the browser, so that a second click on the same mark opens it again."""
    clicks = st.session_state.get(_clicks(key), 0)
    return charts.copy(fig).update_layout(meta={"clicks": clicks}) if clicks else fig


def _clicks(key: str) -> str:
    return f"{key}_clicks"


def _tools(name: str, fig: go.Figure) -> dict:
    """Plotly's own tool bar, reduced to the camera. The picture is as wide on every screen, and
    keeps three pixels for one."""
    size = {"width": PICTURE, "height": fig.layout.height, "scale": 3}
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"filename": f"linchpin-{name}", **size},
    }
