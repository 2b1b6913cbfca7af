"""Charts: tables in, a Plotly figure or a pydeck deck out. Also colours, and the catalogue of all charts.

Every mark that can be clicked has `customdata`, whose first entry is the ids of the passages that the
mark counts, `;`-separated. Bars have the same thickness in pixels under any filter; rows are as high
as their text needs.
"""
