"""The brief: the page that builds it, and its notes."""
