"""The shell around every page: navigation, filter bar, URL state, drawer, empty state, first steps."""
