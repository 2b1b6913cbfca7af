"""The names of all charts, as links hold them. Kept apart from the charts, so that checking a link does
not import Plotly.
"""

NAMES = (
    *("findings", "fingerprint", "ladder", "actors", "emphasis"),
    *("amounts", "per-year", "windows", "timeline", "followed", "agreement"),
)
# By chart: the field of a Selection that its page lets readers choose, besides the shared filters.
CHOICES = {"timeline": "kinds"}
