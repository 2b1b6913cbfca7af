"""Building a brief and presenting it."""
