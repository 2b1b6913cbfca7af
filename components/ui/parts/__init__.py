"""Parts that pages are made of: charts, the map, passages, tables."""
