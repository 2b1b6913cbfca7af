"""Parts of pages: charts, the map, passages, tables, controls, pin buttons."""
