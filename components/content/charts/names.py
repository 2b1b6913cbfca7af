"""The names of all charts, as they stand in links. Without Plotly: whoever checks a link draws nothing."""

NAMES = (
    *("findings", "fingerprint", "ladder", "actors", "emphasis"),
    *("amounts", "per-year", "windows", "timeline", "followed", "agreement"),
)
# The field of a Selection that readers choose on a chart's page, beyond the shared filters.
CHOICES = {"timeline": "kinds"}
