"""The names of all charts, as links hold them. Kept apart from the charts, so that checking a link does
not import Plotly.
"""

NAMES = (
    *("findings", "fingerprint", "ladder", "actors", "emphasis"),
    *("amounts", "scale", "timeline", "followed", "agreement"),
)
# Names in links that people saved: of charts that are gone, each with the one that shows the same now.
RENAMED = {"per-year": "amounts", "windows": "amounts"}
# By chart: the field of a Selection that its page lets readers choose, besides the shared filters.
CHOICES = {"timeline": "kinds"}
