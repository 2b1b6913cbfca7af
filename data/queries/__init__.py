"""Questions to the dataset: tables in, tables out. Nothing here draws or caches.

A chart table has one row per mark: what the mark stands for, its figure, and
`passage_ids` (`;`-separated), the sentences that a click on the mark opens.
"""

from data.queries.aggregates import (
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
from data.queries.cache import remembered
from data.queries.lookup import codes, joined, label, of_passage, reading_order, with_passage
from data.queries.outcomes import outcomes, outcomes_of
from data.queries.places import narrowest_place, places
from data.queries.reliability import CODED, agreement, differences, reliability
from data.queries.search import hits, search, terms_in
from data.queries.selection import (
    Selection,
    nearest,
    nearest_dates,
    nearest_outcomes,
    select,
    with_kinds,
    with_roles,
)

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
