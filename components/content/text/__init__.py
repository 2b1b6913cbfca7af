"""Numbers, dates and words; sentences and readable tables computed from a view."""
