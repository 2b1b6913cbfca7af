"""A time axis of panels, each a stretch of years with a scale of its own. Places are shares of the width."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

MOST_FAR_PANELS = 3  # of years after that of the statement
GAP = 0.012  # between two panels
RIGHT = 0.985  # where the last panel ends


class Panel(NamedTuple):
    """A stretch of the axis: its days, and where it begins and ends."""

    start: pd.Timestamp
    end: pd.Timestamp
    left: float
    right: float

    def at(self, day: pd.Timestamp) -> float:
        """Where a day is."""
        share = (day - self.start) / (self.end - self.start)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True)
class TimeAxis:
    """The panels of the axis from the left to the right."""

    panels: list[Panel]

    @classmethod
    def of(cls, days: Iterable[pd.Timestamp], day: pd.Timestamp, left: float, own_year: float) -> "TimeAxis":
        """An axis for days, the statement's among them: years far before the statement, the year before it,
        its own, and up to three later stretches.

        left: where it begins. own_year: how wide the statement's year is, as a weight; five later years
        have 0.17.
        """
        years = sorted({one.year for one in (*days, day)})
        spans = []  # (first year, last year, weight)
        early = [year for year in years if year < day.year - 1]
        if early:
            spans.append((early[0], day.year - 2, 0.15))
        if day.year - 1 in years:
            spans.append((day.year - 1, day.year - 1, 0.1))
        spans.append((day.year, day.year, own_year))
        later = _stretches([year for year in years if year > day.year], day.year)
        spans += [(first, last, 0.11 + 0.014 * min(last - first, 6)) for first, last in later]
        room = RIGHT - left - GAP * (len(spans) - 1)
        scale = room / sum(weight for *_, weight in spans)
        panels = []
        for first, last, weight in spans:
            width = weight * scale
            start, end = pd.Timestamp(first, 1, 1), pd.Timestamp(last + 1, 1, 1)
            panels.append(Panel(start, end, left, left + width))
            left += width + GAP
        return cls(panels)

    def at(self, day: pd.Timestamp) -> float:
        """Where a day is."""
        for panel in self.panels:
            if day < panel.end:
                return max(panel.at(day), panel.left)
        return self.panels[-1].right


def _stretches(years: list[int], after: int) -> list[tuple[int, int]]:
    """Years in a few stretches, as (first, last), with a break where many years between are empty. The first
    begins with the year after `after`, unless that is far."""
    for most_empty in (2, 5, 10, 30, 100, 10_000):
        found: list[list[int]] = []
        for year in years:
            if found and year - found[-1][1] <= most_empty:
                found[-1][1] = year
            elif not found and year - after - 1 <= 5:
                found.append([after + 1, year])
            else:
                found.append([year, year])
        if len(found) <= MOST_FAR_PANELS:
            break
    return [(first, last) for first, last in found]
