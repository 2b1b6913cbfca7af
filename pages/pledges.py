"""Who pays, how much, for what, when?"""

from components.content.charts.catalogue import CHARTS
from components.content.text import descriptions, findings
from components.ui.parts.chart import chart
from components.ui.parts.heading import heading
from components.ui.parts.page_controls import choose_any
from components.ui.session import url_state
from components.ui.shell import empty_state, page_frame
from data import queries

AMOUNT, SIZES = "amount", {"scale": "Amounts to scale"}

view = page_frame.view()
if url_state.values(AMOUNT) == ["per-year"]:  # in links from when there were bars per year
    url_state.write(AMOUNT, "scale")
has_sums = not queries.sums(view).empty
to_scale = url_state.known_values(AMOUNT, SIZES) and has_sums
entry = CHARTS["scale" if to_scale else "amounts"]

heading(
    entry.heading(view),
    findings.money_entries(view),
    descriptions.definitions(view.whole, "basis")
    + "\n\nThese are different things, so they are drawn differently and never added. "
    "A solid bar is new money, a hatched bar a total after an increase, an outlined bar an "
    "acknowledged contribution, a dashed shape a rise without a figure. A bar covers the years of its "
    "period; with *Amounts to scale* it is as long as the amount. A dot is a rule about money, which "
    "names no sum. The colour is the theme of the sentence.",
)
if view.ds.pledges.empty:
    empty_state.stop(view, "entry about money")

chart(view, entry, titled=False)
if has_sums:
    choose_any("Length of the bars", SIZES, AMOUNT)
