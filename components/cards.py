"""Pieces that several pages draw the same way: a heading, a finding, a chart with its table."""

from collections.abc import Callable, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import charts, passage, wording
from data import queries
from data.dataset import Dataset


def heading(title: str, lead: str, how_to_read: str) -> None:
    """A page's opening: the answer in a few words, the live numbers, and how to read the page."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.title(title, anchor=False, width="content")
        with st.popover("How to read this", icon=":material/help:", type="tertiary"):
            st.markdown(how_to_read)
    st.markdown(lead)


def findings(sentences: Sequence[tuple[str, Sequence[str]]], title: str) -> None:
    """Sentences computed from the data, each with a button that opens the passages behind it."""
    with st.container(gap="xxsmall"):
        for number, (text, passage_ids) in enumerate(sentences):
            count = wording.plural(len(set(passage_ids)), "sentence")
            behind(text.replace("$", r"\$"), count, title, passage_ids, f"{title}-{number}")


def behind(text: str, label: str, title: str, passage_ids: Sequence[str], key: str) -> None:
    """Words on the left; on the right the button that opens their passages, if there are any."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(text)
        if passage_ids:
            passage.behind_button(label, title, passage_ids, key)


def chart(
    ds: Dataset, fig: go.Figure, key: str, title: str, alt: str, table: pd.DataFrame,
    on_click: Callable[[dict], None] | None = None,
) -> None:
    """A figure under the title that states its finding; a click on a mark opens its passages,
    or does what `on_click` does with the clicked point.

    `table` says the same in rows, for keyboards and screen readers: it needs the column
    passage_ids, and choosing a row does what a click on the row's mark does.
    """
    st.subheader(title, anchor=False)
    st.plotly_chart(
        _restarted(fig, key), key=key, selection_mode="points", alt=alt,
        on_select=lambda: _clicked(key, on_click or _opener(title)), config=_tools(key),
    )
    st.caption(f"Source: {ds.statement.title}, {wording.day(ds.statement.date)}; coded by Linchpin.")
    with st.expander("The same as a table", icon=":material/table_rows:"):
        passage_table(table, f"{key}_table", title)


def passage_table(table: pd.DataFrame, key: str, title: str) -> None:
    """Rows that open their passages when chosen. `table` needs the column passage_ids."""
    st.caption("Choose a row to read its sentences.")
    st.dataframe(
        table.drop(columns="passage_ids"), key=key, hide_index=True, selection_mode="single-row",
        on_select=lambda: _open_row(table, key, title), height=420 if len(table) > 12 else "content",
    )


def labelled(table: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """A counted table with labels for codes: what a chart's table shows."""
    words = {
        facet.replace("_", " ").capitalize(): table[facet].map(queries.codes(ds, facet)["label"])
        for facet in ("theme", "actor", "strength") if facet in table
    }
    return pd.DataFrame(words).assign(Commitments=table["count"], passage_ids=table["passage_ids"])


def fingerprint_rows(whole: Dataset, view: Dataset) -> pd.DataFrame:
    """The fingerprint's table: the sentences that the view keeps, in reading order."""
    table = queries.fingerprint(whole, view)
    table = table[table["shown"]]
    strength = table["strength"].map(queries.codes(whole, "strength")["label"]).fillna("none")
    texts = whole.passages.set_index("passage_id")["text"]
    return pd.DataFrame({
        "Sentence": table["passage_id"],
        "Theme": table["theme"].map(queries.codes(whole, "theme")["label"]),
        "Firmest commitment": strength,
        "Text": table["passage_id"].map(texts),
        "passage_ids": table["passage_id"],
    })


def money_rows(pledges: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Pledges with full figures and their caveat."""
    return pd.DataFrame({
        "Pledge": pledges["title"],
        "Payer": pledges["payer"].map(queries.codes(ds, "actor")["label"]),
        "Kind": pledges["basis"].map(queries.codes(ds, "basis")["label"]),
        "US dollars": pledges["amount_usd"],
        "US dollars a year": pledges["per_year"],
        "From": pledges["period_start"],
        "To": pledges["period_end"],
        "Caveat": pledges["caveat"],
        "passage_ids": pledges["passage_id"],
    })


def place_rows(places: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Places with their mentions, roles and main theme in words."""
    role = queries.codes(ds, "role")["label"]
    return pd.DataFrame({
        "Place": places["short_name"],
        "Mentions": places["mentions"],
        "Main theme": places["theme"].map(queries.codes(ds, "theme")["label"]),
        "Role": [wording.listed([role[code].lower() for code in codes.split(";")]) for codes in places["roles"]],
        "passage_ids": places["passage_ids"],
    })


def body_rows(bodies: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Bodies with their kind, mentions and themes in words."""
    theme = queries.codes(ds, "theme")["label"]
    return pd.DataFrame({
        "Name": bodies["name"],
        "Short": bodies["acronym"],
        "Kind": bodies["kind"].map(queries.codes(ds, "body_kind")["label"]),
        "Mentions": bodies["mentions"],
        "Themes": [wording.listed([theme[code] for code in codes.split(";")]) for codes in bodies["themes"]],
        "passage_ids": bodies["passage_ids"],
    })


def figures(ds: Dataset) -> None:
    """Each figure by itself, with its bound: they count unlike things, so they share no scale."""
    for column, (_, row) in zip(st.columns(max(4, len(ds.figures))), ds.figures.iterrows()):
        with column:
            st.caption(f"{row['bound']} …" if row["bound"] else "", width="content")
            st.markdown(f"## {wording.count(row['value'])}")
            st.markdown(row["label"])
            passage.behind_button("Read the sentence", row["label"], [row["passage_id"]], f"figure-{row['figure_id']}")


def date_rows(dates: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Dates in words, with what is implied and from where."""
    return pd.DataFrame({
        "When": [wording.span(row["start"], row["end"], row["precision"]) for _, row in dates.iterrows()],
        "What": dates["label"],
        "Kind": dates["kind"].map(queries.codes(ds, "date_kind")["label"]),
        "Words": dates["quote"],
        "Implied": dates["note"],
        "Source": dates["source"],
        "passage_ids": dates["passage_id"],
    })


def differences(both: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Sentences that two passes code differently: the codes of each where they differ."""
    def pair(facet: str) -> list[str]:
        words = queries.codes(ds, facet)["label"]
        return [
            words[one] if one == two else f"{words[one]} / {words[two]}"
            for one, two in zip(both[f"{facet}_1"], both[f"{facet}_2"], strict=True)
        ]

    columns = {facet.replace("_", " ").capitalize(): pair(facet) for facet in ("theme", "speech_act", "actor")}
    texts = ds.passages.set_index("passage_id")["text"]
    return pd.DataFrame({"Sentence": both["passage_id"], **columns}).assign(
        Text=list(both["passage_id"].map(texts)), passage_ids=both["passage_id"]
    )


def _clicked(key: str, on_click: Callable[[dict], None]) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[_clicks(key)] = st.session_state.get(_clicks(key), 0) + 1
        on_click(points[0])


def _opener(title: str) -> Callable[[dict], None]:
    return lambda point: passage.behind(title, charts.passages_of(point))


def _open_row(table: pd.DataFrame, key: str, title: str) -> None:
    chosen = st.session_state[key].selection.rows
    if chosen:
        passage.behind(title, table.iloc[chosen[0]]["passage_ids"].split(";"))


def _restarted(fig: go.Figure, key: str) -> go.Figure:
    """The figure with the number of clicks so far noted in it: a changed figure loses its
    selection in the browser, so that a second click on the same mark opens it again."""
    return fig.update_layout(meta={"clicks": st.session_state.get(_clicks(key), 0)})


def _clicks(key: str) -> str:
    return f"{key}_clicks"


def _tools(key: str) -> dict:
    """Plotly's own tool bar, reduced to the camera; the picture keeps three pixels for one."""
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"filename": f"linchpin-{key}", "scale": 3},
    }
