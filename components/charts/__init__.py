"""Tables in, Plotly figures out. (no streamlit)

Every mark carries the passages behind it: the first entry of its `customdata` is
their ids, `;`-separated, so that a click opens exactly what the mark counted.
Bars have a fixed thickness in pixels under any filter; rows are as high as their words ask for.
"""

from components.charts.base import CAPTION, captioned, copy, enlarged, passages_of
from components.charts.counts import cell_of, emphasis, fingerprint, ladder
from components.charts.money import amounts, windows
from components.charts.rail import followed, timeline

__all__ = [
    "CAPTION",
    "amounts",
    "captioned",
    "cell_of",
    "copy",
    "emphasis",
    "enlarged",
    "fingerprint",
    "followed",
    "ladder",
    "passages_of",
    "timeline",
    "windows",
]
