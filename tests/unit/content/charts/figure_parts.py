"""Figures of a dataset, and how to read them: what is written, which marks there are, how they look."""

import base64
import itertools
import re
from types import SimpleNamespace

import numpy as np

from components.content import charts
from data import queries

MONEY = ["amounts", "per_year", "windows"]
DRAWN = ["fingerprint", "by_theme", "by_actor", "emphasis", "timeline", "followed", *MONEY]


def draw(name, ds, rows=None):
    """A figure of a dataset by name, of no more than so many rows."""
    codes = {facet: queries.codes(ds, facet) for facet in ds.codes["facet"].unique()}
    if name == "fingerprint":
        table = queries.fingerprint(ds, ds)
        return charts.fingerprint(table, codes["theme"], codes["strength"])
    if name == "emphasis":
        return charts.emphasis(queries.emphasis(ds), codes["theme"])
    if name == "followed":
        return charts.followed(queries.outcomes(ds), ds.statement.date)
    if name == "timeline":
        dates = queries.dates(ds).head(rows or 99)
        return charts.timeline(dates, codes["date_kind"], ds.statement.date)
    if name in MONEY:
        sums = queries.sums(ds).head(rows or 99)
        if name == "windows":
            return charts.windows(sums, codes["actor"])
        return charts.amounts(sums, codes["actor"], codes["basis"], per_year=name == "per_year")
    by = name.removeprefix("by_")
    table = queries.ladder(ds) if by == "theme" else queries.who_acts(ds)
    kept = table[table[by].isin(table[by].unique()[:rows])]
    return charts.ladder(kept, codes[by], codes["strength"], by=by)


def texts(fig):
    """The words a figure writes, in order."""
    written = [trace.text for trace in fig.data if getattr(trace, "mode", None) == "text"]
    return [*itertools.chain(*written), *(note.text for note in fig.layout.annotations)]


def marks(fig):
    """What every mark of a figure carries."""
    return [mark for trace in fig.data if trace.customdata is not None for mark in trace.customdata]


def bars(fig):
    """The bars of a figure in order, by the second thing that each carries."""
    (trace,) = [trace for trace in fig.data if trace.type == "bar"]
    base = itertools.repeat(None) if trace.base is None else trace.base
    look = zip(trace.marker.color, trace.marker.pattern.shape or itertools.repeat(""), strict=False)
    return {
        mark[1]: SimpleNamespace(row=y, length=x, base=start, colour=colour, hatch=hatch)
        for mark, x, y, start, (colour, hatch) in zip(
            trace.customdata, trace.x, trace.y, base, look, strict=False
        )
    }


def outlines(fig):
    """Width of the outline of every bar of money."""
    (trace,) = [trace for trace in fig.data if trace.type == "bar"]
    return dict(zip(bars(fig), trace.marker.line.width, strict=True))


def symbols(fig):
    """The shapes of a figure's points."""
    return {
        mark for trace in fig.data if getattr(trace, "mode", "") == "markers" for mark in trace.marker.symbol
    }


def span(axis):
    return abs(axis.range[1] - axis.range[0])


def alpha(rgba):
    return float(re.fullmatch(r"rgba\(\d+, \d+, \d+, ([\d.]+)\)", rgba)[1])


def leaves(value):
    """Every string and number in nested dicts and sequences, Plotly's packed arrays unpacked."""
    if isinstance(value, dict) and "bdata" in value:
        value = np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"])
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, str) or not hasattr(value, "__len__"):
        return [value]
    return [leaf for item in value for leaf in leaves(item)]
