"""The shell around every page: navigation, filter bar, drawer, slides, empty state, first steps."""
