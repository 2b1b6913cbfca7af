"""Queries of the dataset: a view in, a table out. Nothing here draws.

The table of a chart has one row per mark: what the mark stands for, its number, and `passage_ids`, the ids
of the passages that a click on the mark opens, `;`-separated.
"""

from data.queries.aggregates import (
    MARKS,
    balance,
    bodies,
    commitments,
    dates,
    emphasis,
    pledges,
    ribbon,
    sums,
    theme_counts,
    verbs,
)
from data.queries.cache import cached
from data.queries.lookup import (
    Code,
    Codes,
    Record,
    codes,
    firm,
    joined,
    label,
    labels,
    of_passage,
    passage,
    passages,
    reading_order,
    records,
    with_passage,
)
from data.queries.outcomes import REVERSED, outcomes, outcomes_of, relations
from data.queries.places import AREA, CITY, SEA, narrowest_place, nested_places, place_groups, places
from data.queries.reliability import CODED, agreement, differences, reliability
from data.queries.search import Found, search, terms_in
from data.queries.selection import FACETS, Selection, View, nearest, nearest_dates, nearest_outcomes, select
from data.queries.text import Clause, clauses, paragraphs

__all__ = [
    "AREA",
    "CITY",
    "CODED",
    "FACETS",
    "MARKS",
    "REVERSED",
    "SEA",
    "Clause",
    "Code",
    "Codes",
    "Found",
    "Record",
    "Selection",
    "View",
    "agreement",
    "balance",
    "bodies",
    "cached",
    "clauses",
    "codes",
    "commitments",
    "dates",
    "differences",
    "emphasis",
    "firm",
    "joined",
    "label",
    "labels",
    "narrowest_place",
    "nearest",
    "nearest_dates",
    "nearest_outcomes",
    "nested_places",
    "of_passage",
    "outcomes",
    "outcomes_of",
    "paragraphs",
    "passage",
    "passages",
    "place_groups",
    "places",
    "pledges",
    "reading_order",
    "records",
    "relations",
    "reliability",
    "ribbon",
    "search",
    "select",
    "sums",
    "terms_in",
    "theme_counts",
    "verbs",
    "with_passage",
]
