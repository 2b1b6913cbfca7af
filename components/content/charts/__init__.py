"""Tables in, Plotly figures out. (no streamlit)

Every mark carries the passages behind it: the first entry of its `customdata` is
their ids, `;`-separated, so that a click opens exactly what the mark counted.
Bars have a fixed thickness in pixels under any filter; rows are as high as their words ask for.
"""

from components.content.charts.counts import cell_of, emphasis, fingerprint, ladder
from components.content.charts.figure import CAPTION, captioned, copy, enlarged, passages_of
from components.content.charts.pledges import amounts, windows
from components.content.charts.timeline import followed, timeline

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
