"""The standard brief: what one click pins."""

from components.content.brief.pins import CHART, MAP, Pin, first_view
from data import queries
from data.queries import View


@queries.cached
def standard_brief(view: View) -> list[str]:
    """The standard brief of a view, as texts of pins: key findings, the pledges with an amount, the map, and
    the firmest commitment of each theme."""
    if view.ds.passages.empty:
        return []
    pledges = view.ds.pledges[view.ds.pledges["amount_usd"].notna()]
    brief = [Pin(CHART, "findings", view.selection)]
    brief += [Pin("pledge", pledge_id) for pledge_id in pledges["pledge_id"]]
    if len(view.ds.place_mentions):
        brief.append(Pin(MAP, first_view(view.whole), view.selection))
    firmest = queries.commitments(view).drop_duplicates("theme")
    order = {code: rank for rank, code in enumerate(view.codes("theme"))}
    firmest = firmest.sort_values("theme", key=lambda column: column.map(order))
    brief += [Pin("commitment", commitment_id) for commitment_id in firmest["commitment_id"]]
    return [str(pin) for pin in brief]
