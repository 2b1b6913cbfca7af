"""What is this statement about, and how firmly does it commit?"""

import streamlit as st

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings, formatting, links, tables
from components.ui.parts.chart import chart
from components.ui.parts.finding_list import figure_list, finding_list
from components.ui.parts.heading import heading, under
from components.ui.parts.passage_table import folded_table
from components.ui.session import url_state
from components.ui.shell import empty_state, onboarding, page_frame
from data import queries

view = page_frame.view()
ds = view.ds
ribbon, balance, emphasis = (CHARTS[name] for name in ("ribbon", "balance", "emphasis"))

of_all = f" of {len(view.whole.passages)}" if view.selection else ""
numbers = {
    "statement": formatting.plural(len(ds.passages), "sentence") + of_all,
    "commitments": formatting.plural(len(ds.commitments), "commitment"),
    "pledges": formatting.plural(int(ds.pledges["amount_usd"].notna().sum()), "sum"),
    "map": formatting.plural(len(queries.places(view)), "place"),
    "timeline": formatting.plural(len(ds.dates), "date"),
}
# From the view, not from the address, which is a run late when a chip was pressed.
kept = links.of_filters(view)
if pinned := url_state.pinned():
    kept[url_state.PIN] = pinned
linked = [f"[{words}](<{url_state.address(page, **kept)}>)" for page, words in numbers.items()]
heading(
    ribbon.heading(view),
    f"{ds.statement.title}, {formatting.day(ds.statement.date)}: {', '.join(linked)}{under(view)}.",
    "Every sentence of the statement has one **theme** and one **speech act**. A sentence that "
    "commits the speakers holds one or more **commitments**, graded by the words used:\n\n"
    + descriptions.definitions(view.whole, "strength")
    + "\n\nIn the ribbon a sentence is a tick, as high as its firmest commitment. In the balance a "
    "commitment is a square. Its middle line is a reading aid, not a code. Click any tick, square or bar to "
    "read the sentences behind it; Method says how the codes were made.",
)
if ds.passages.empty:
    empty_state.stop(view, "sentence")

onboarding.hint()
chart(view, ribbon, titled=False)

left, right = st.columns([616, 584], gap="medium")
with left:
    if ds.commitments.empty:
        st.info(descriptions.none("commitment", under(view) and "this filter"), icon=":material/filter_alt:")
    else:
        chart(view, balance)
with right, st.container(key="chart-findings", gap="xsmall"):
    st.header("Key findings", anchor=False)
    finding_list(findings.key(view), "Key findings")

if not ds.commitments.empty and len(queries.emphasis(view)) > 1:  # one theme alone has 100% of both
    chart(view, emphasis)

if not ds.figures.empty:
    st.header("People in numbers", anchor=False)
    figure_list(ds)

if bodies := len(queries.bodies(view)):
    st.header("Who and what is named", anchor=False)
    names = formatting.plural(bodies, "name") + " of bodies, agreements, policies and meetings"
    folded_table(names, lambda: tables.bodies(view), "bodies", "Who and what is named")
