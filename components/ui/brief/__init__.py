"""The brief: the page that builds it, its notes, its slides, and the buttons that pin."""
