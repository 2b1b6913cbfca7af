"""A sentence of a neighbouring statement on screen: its words, its text, and where to read on."""

import streamlit as st

from components.content.text import citations, formatting
from components.ui.parts import passage_card
from components.ui.session import url_state
from data import queries
from data.load import Dataset
from data.queries import Reference


def card(ds: Dataset, reference: Reference) -> None:
    """Draw a sentence with its text, date and paragraph, its topics, a link into the reader, the official
    address, and quote and citation to copy."""
    text = queries.texts(ds)[reference.statement_id]
    words = queries.corpus_passage(ds, reference)["text"]
    passage_card.plain_quote(words)
    labels = [queries.topics(ds)[one.topic].label for one in queries.topics_of(ds, reference)]
    about = f"**{citations.source(text)}**  ·  {citations.place(reference)}"
    topics = f"  \nTopics: {', '.join(labels)}" if labels else ""
    st.markdown(formatting.literal(about + topics))
    if reference.statement_id == queries.OWN:
        return
    with st.container(horizontal=True, gap="small"):
        st.page_link(
            "pages/statement.py",
            label="Read it in its text",
            icon=":material/menu_book:",
            query_params=url_state.to_sentence(ds, reference),
        )
        st.page_link(text.source_url, label="Official page", icon=":material/open_in_new:")
    st.code(citations.citation(ds, reference), language=None, wrap_lines=True)
