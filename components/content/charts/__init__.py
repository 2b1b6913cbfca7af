"""Charts: a table in, a Plotly figure or a pydeck deck out; colours; the catalogue of all charts.

Every mark carries the passages behind it: the first entry of its `customdata` is their ids,
`;`-separated, so that a click opens exactly what the mark counted. Bars keep their thickness in
pixels under any filter; rows are as high as their words need.
"""
