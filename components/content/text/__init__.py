"""Numbers and dates in words; sentences and tables for readers, computed from a view."""
