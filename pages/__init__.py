"""One question per file: words and layout."""
