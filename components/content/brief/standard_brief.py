"""The standard brief: what one click pins."""

from components.content.brief.pins import CHART, MAP, Pin, first_view
from components.content.charts.catalogue import CHARTS
from data import queries
from data.queries import View

WORDS, FIRMNESS, MONEY, WHEN = ("findings", "ribbon"), "balance", "amounts", "timeline"  # charts


@queries.cached
def standard_brief(view: View) -> list[str]:
    """The standard brief of a view, as texts of pins, in the order in which a briefer speaks: what it says,
    what is promised and how firmly, money, where, when. No sentence comes twice, and what the view has
    nothing of is left out."""
    if view.ds.passages.empty:
        return []
    pledges = view.ds.pledges[view.ds.pledges["amount_usd"].notna()].drop_duplicates("passage_id")
    brief = [
        *_charts(view, *WORDS),
        *_charts(view, FIRMNESS),
        *(Pin("commitment", name) for name in _firmest(view, set(pledges["passage_id"]))),
        *_charts(view, MONEY),
        *(Pin("pledge", name) for name in pledges["pledge_id"]),
    ]
    if len(view.ds.place_mentions):
        brief.append(Pin(MAP, first_view(view.whole), view.selection))
    brief += _charts(view, WHEN)
    return [str(pin) for pin in brief]


def _charts(view: View, *names: str) -> list[Pin]:
    """The pins of those charts that have something to show, under the view's filter."""
    return [Pin(CHART, name, view.selection) for name in names if not CHARTS[name].empty(view)]


def _firmest(view: View, money: set[str]) -> list[str]:
    """The id of the firmest commitment of each theme, in the order of the themes. A theme whose firmest ones
    all stand in sentences that come under money has none. money: ids of these sentences."""
    table = queries.commitments(view)
    firmest = table[table["strength"] == table.groupby("theme", observed=True)["strength"].transform("first")]
    firmest = firmest[~firmest["passage_id"].isin(money)].drop_duplicates("theme")
    order = queries.ranks(view.whole, "theme")
    return list(firmest.sort_values("theme", key=lambda column: column.map(order))["commitment_id"])
