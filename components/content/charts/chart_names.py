"""The names of all charts, as links hold them. Kept apart from the charts, so that checking a link does
not import Plotly.
"""

NAMES = (
    *("findings", "ribbon", "balance", "emphasis"),
    *("amounts", "scale", "timeline", "followed", "agreement", "verbs", "wording", "compare"),
)
# By the name of a chart that is gone, which links may hold: the chart that stands in its place.
RENAMED = {
    "fingerprint": "ribbon",
    "ladder": "balance",
    "actors": "balance",
    "per-year": "amounts",
    "windows": "amounts",
}
# By chart: the fields of a Selection that its page lets readers choose, besides the shared filters.
CHOICES = {"timeline": ("kinds",), "wording": ("series",), "compare": ("meetings", "reviewed", "words")}
