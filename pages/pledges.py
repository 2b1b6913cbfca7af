"""Who pays, how much, for what, when?"""

import streamlit as st

from components.content.text import descriptions, findings, formatting
from components.ui.parts import chart
from components.ui.parts.finding_list import Line, lines
from components.ui.shell import filter_bar, frame
from data import queries

view = frame.join()
ds = view.ds

actors, bases = queries.codes(ds, "actor"), queries.codes(ds, "basis")

chart.heading(
    "Who pays, how much, and when",
    formatting.literal(findings.money(ds)[0]) if len(ds.pledges) else "No money under this filter.",
    descriptions.definitions(bases)
    + "\n\nThese are different things, so they are drawn differently and never added. "
    "A solid bar is new money, a hatched bar a total after an increase, an outlined bar an "
    "acknowledged contribution, a dashed shape a rise without a figure: it has no length to read. "
    "The colour is the payer's.",
)
if ds.pledges.empty:
    view.empty("undertaking about money")

if not queries.sums(ds).empty:
    amount = filter_bar.page_choice(
        "Show the amount", {"total": "In all", "per-year": "Per year of its period"}, "amount"
    )
    left, right = st.columns(2, gap="large")
    with left:
        chart.chart(view, "per-year" if amount == "per-year" else "amounts")
    with right:
        chart.chart(view, "windows")

silent = queries.money_without_number(ds)
if not silent.empty:
    st.header("Money without a number", anchor=False)
    with st.container(width=960):
        lines(
            [
                Line(
                    f"**{row['title']}**  ·  {actors.at[row['payer'], 'label']}  ·  "
                    f"{bases.at[row['basis'], 'label'].lower()}\n{row['caveat']}",
                    "1 sentence",
                    row["title"],
                    [row["passage_id"]],
                )
                for _, row in silent.iterrows()
            ],
            "money",
        )
