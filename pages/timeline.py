"""When?"""

import streamlit as st

from components import cards, charts, filters, findings, frame, rows
from data import queries

view = frame.join()
whole, ds = view.whole, view.ds

kinds = queries.codes(ds, "date_kind")

cards.heading(
    "When it happened, happens, or is due",
    findings.dates(ds),
    "The rail gives the more room the closer a day is to the statement: its middle is the day it was made, "
    "decades are narrow at both ends. "
    + "; ".join(f"**{row['label']}**: {row['definition']}" for _, row in kinds.iterrows())
    + " A dashed line has no stated end. *Implied* means that the text does not print "
    "the date; the list says where it is from.",
)
if ds.dates.empty:
    view.empty("date")

wanted = filters.page_pills("Kind", kinds["label"].to_dict(), "kind")
dates = queries.dates(ds, wanted)
if dates.empty:
    st.info("No date of this kind under the filter.", icon=":material/filter_alt:")
    st.button("Show all kinds", on_click=filters.set_page, args=("kind", []))
else:
    cards.chart(
        whole,
        charts.timeline(dates, kinds, whole.statement.date),
        key="timeline",
        title="The statement's dates on one rail",
        alt="Every date the statement names or implies, from the earliest to the latest.",
        table=lambda: rows.dates(dates, ds),
    )

outcomes = queries.outcomes(ds)
if not outcomes.empty and filters.page_pills(
    "Beyond the statement", {"after": "Show what followed"}, "layer"
):
    cards.chart(
        whole,
        charts.followed(outcomes, whole.statement.date),
        key="followed",
        title="After the statement: what followed, from other documents",
        alt="Dated events that follow up a commitment or a pledge, from the earliest to the latest.",
        table=lambda: rows.outcomes(outcomes, ds),
        source="Sources: a document for each event, named in the table and beside the sentence. "
        "That an event follows up a commitment is this dataset’s reading; no row is no finding.",
    )
