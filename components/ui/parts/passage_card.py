"""A passage as it is shown, and the drawer that opens the passages behind any mark."""

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

from components.content.charts import palette
from components.content.text import descriptions, formatting
from components.ui.shell import pinned, url_state
from data import queries
from data.load.dataset import Dataset

_REQUEST = "drawer_request"


def behind(title: str, passage_ids: Iterable[str]) -> None:
    """Ask for the drawer with these passages; it opens at the end of the coming run."""
    st.session_state[_REQUEST] = (title, list(passage_ids))


def behind_button(label: str, title: str, passage_ids: Iterable[str], key: str) -> None:
    """A quiet button that opens the passages behind what stands beside it."""
    st.button(
        label,
        key=key,
        type="tertiary",
        icon=":material/format_quote:",
        on_click=behind,
        args=(title, list(passage_ids)),
    )


def drawer(ds: Dataset) -> None:
    """Open the drawer if a mark was clicked since the last run. Esc closes it."""
    if _REQUEST in st.session_state:
        title, passage_ids = st.session_state.pop(_REQUEST)
        _drawn(title, ds, passage_ids)


def card(ds: Dataset, row: pd.Series, link: bool = True, where: str = "page") -> None:
    """One passage: verbatim text, where it stands, its codes in words, what was read from it, and its
    pins. `where` is page or drawer."""
    quote(ds, row)
    st.markdown(_codes(ds, row))
    st.markdown(
        "\n".join(f"- {formatting.literal(line)}" for line in descriptions.lines(ds, row["passage_id"]))
    )
    for outcome in queries.outcomes_of(ds, row["passage_id"]):
        st.markdown(_followed(outcome))
    if link:
        st.page_link(
            "pages/statement.py",
            label="Read it in the statement",
            icon=":material/menu_book:",
            query_params={"passage": row["passage_id"]},
        )
    pinned.choice(_pins(ds, row["passage_id"]), where)


def quote(ds: Dataset, row: pd.Series, clause: str = "", size: str = "1.1rem") -> None:
    """The verbatim text on its theme's edge; `clause`, some of its words, stands out."""
    text = escape(row["text"])
    if clause:
        text = text.replace(escape(clause), f"<b>{escape(clause)}</b>", 1)
    style = f"{_QUOTE};font-size:{size};border-color:{_colour(ds, row)}"
    st.html(f'<blockquote style="{style}">{text}</blockquote>')


def rows(ds: Dataset, passage_ids: Iterable[str]) -> pd.DataFrame:
    """The passages of these ids, in reading order. KeyError for an id that does not exist."""
    return ds.passages.set_index("passage_id", drop=False).loc[
        sorted(set(passage_ids), key=queries.reading_order)
    ]


def detail(ds: Dataset, row: pd.Series) -> None:
    """All about one passage, for its own panel: the card, the other coder, terms, quote and link to copy."""
    card(ds, row, link=False)
    for line in _second_coding(ds, row):
        st.markdown(line)
    with st.container(horizontal=True, gap="small"):
        for page, name, table in (
            ("pledges", "Pledges", ds.pledges),
            ("map", "Map", ds.place_mentions),
            ("commitments", "Commitments", ds.commitments),
            ("timeline", "Timeline", ds.dates),
        ):
            if row["passage_id"] in set(table["passage_id"]):
                st.page_link(f"pages/{page}.py", label=name, icon=":material/arrow_forward:")
    terms = queries.terms_in(ds, row["text"])
    if len(terms):
        with st.expander(
            f"{formatting.plural(len(terms), 'term')} in this sentence", icon=":material/dictionary:"
        ):
            for _, term in terms.iterrows():
                words = f"**{term['term']}**, {term['expansion']}. {term['explanation']}"
                st.markdown(
                    f"{formatting.literal(words)}  \n*Source: {_link(term['source'], term['source_url'])}*"
                )
    st.caption("Quote, ready to copy")
    st.code(descriptions.citation(ds, row), language=None, wrap_lines=True)
    st.caption("Link to this sentence")
    st.code(url_state.address("statement", passage=[row["passage_id"]]), language=None, wrap_lines=True)


def _pins(ds: Dataset, passage_id: str) -> dict[str, str]:
    """What of a passage can be pinned, and what it is called: itself, its commitments, its pledges."""
    said = queries.of_passage(ds.commitments, passage_id)
    paid = queries.of_passage(ds.pledges, passage_id)
    return (
        {passage_id: "Sentence"}
        | {
            f"commitment:{row['commitment_id']}": f"Commitment: {formatting.literal(row['title'])}"
            for row in said
        }
        | {f"pledge:{row['pledge_id']}": f"Money: {formatting.literal(row['title'])}" for row in paid}
    )


def _second_coding(ds: Dataset, row: pd.Series) -> list[str]:
    """A line per facet where the second pass gives another code."""
    other = ds.second_coding.set_index("passage_id").loc[row["passage_id"]]
    return [
        f"*The second coder gave the {facet.replace('_', ' ')} **{queries.label(ds, facet, other[facet])}**.*"
        for facet in ("theme", "speech_act", "actor")
        if other[facet] != row[facet]
    ]


_QUOTE = (
    "margin:0;padding:0 0 0 .9rem;border-left:4px solid;font-family:'Source Serif',serif;line-height:1.55"
)


def _drawn(title: str, ds: Dataset, passage_ids: list[str]) -> None:
    # What was pinned in the drawer goes into the link when it closes.
    @st.dialog(formatting.literal(title), position="right", width="medium", on_dismiss="rerun")
    def show() -> None:
        found = rows(ds, passage_ids)
        st.caption(f"{formatting.plural(len(found), 'sentence')} of {ds.statement.title}, in reading order")
        for _, row in found.iterrows():
            card(ds, row, where="drawer")
            st.divider()

    show()


def _codes(ds: Dataset, row: pd.Series) -> str:
    """Where it stands and its codes; the speech act with what it means, since few know the words."""
    theme, actor, act = descriptions.codes(ds, row)
    icon = queries.codes(ds, "theme").at[row["theme"], "icon"]
    meaning = queries.codes(ds, "speech_act").at[row["speech_act"], "definition"].rstrip(".")
    meaning = meaning[:1].lower() + meaning[1:]
    return f"**{descriptions.place(row)}**  ·  :material/{icon}: {theme}  ·  {actor}  ·  {act}: {meaning}"


def _followed(outcome: dict) -> str:
    """What followed, marked as no part of the statement, with its source."""
    when = formatting.span(outcome["date"], outcome["date"], outcome["precision"])
    return (
        f"*After the statement, {when}:* {formatting.literal(outcome['what'])} "
        f"Source: {_link(outcome['source_title'], outcome['source_url'])}, {outcome['source_publisher']}."
    )


def _link(words: str, address: str) -> str:
    return f"[{formatting.literal(words)}](<{address}>)" if address else formatting.literal(words)


def _colour(ds: Dataset, row: pd.Series) -> str:
    return palette.colours(queries.codes(ds, "theme"))[row["theme"]]
