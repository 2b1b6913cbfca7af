"""Questions to the dataset: tables in, tables out. Nothing here draws or caches.

A chart table has one row per mark: what the mark stands for, its figure, and
`passage_ids` (`;`-separated), the sentences that a click on the mark opens.
"""

from data.queries.after import outcomes, outcomes_of
from data.queries.agreement import CODED, agreement, differences, reliability
from data.queries.geography import narrowest_place, places
from data.queries.labels import (
    codes,
    joined,
    label,
    of_passage,
    reading_order,
    with_passage,
)
from data.queries.remembered import remembered
from data.queries.selection import (
    Selection,
    nearest,
    nearest_dates,
    nearest_outcomes,
    select,
    with_kinds,
    with_roles,
)
from data.queries.tables import (
    MARKS,
    bodies,
    commitments,
    dates,
    emphasis,
    fingerprint,
    ladder,
    money_without_number,
    sums,
    theme_counts,
    who_acts,
)
from data.queries.words import hits, search, terms_in

__all__ = [
    "CODED",
    "MARKS",
    "Selection",
    "agreement",
    "bodies",
    "codes",
    "commitments",
    "dates",
    "differences",
    "emphasis",
    "fingerprint",
    "hits",
    "joined",
    "label",
    "ladder",
    "money_without_number",
    "narrowest_place",
    "nearest",
    "nearest_dates",
    "nearest_outcomes",
    "of_passage",
    "outcomes",
    "outcomes_of",
    "places",
    "reading_order",
    "reliability",
    "remembered",
    "search",
    "select",
    "sums",
    "terms_in",
    "theme_counts",
    "who_acts",
    "with_kinds",
    "with_passage",
    "with_roles",
]
