"""From a Table to the DataFrame that the app reads."""

from typing import Any

import pandas as pd

from data.load.descriptor import Resource, fields_by_name
from data.load.errors import Problem
from data.load.parse import Table

# The pandas dtype of each Table Schema type; all other types are text.
DTYPES = {
    "integer": "Int64",
    "year": "Int64",
    "number": "float64",
    "boolean": "bool",
    "date": "datetime64[us]",
}


def frame(table: Table, resource: Resource, problems: list[Problem]) -> pd.DataFrame:
    """A table as a DataFrame with the dtypes that Dataset promises."""
    types = {name: field.get("type") for name, field in fields_by_name(resource).items()}
    columns = {}
    for name in table.header:
        values = [row[name] for row in table.rows]
        try:
            columns[name] = _series(values, types.get(name))
        except (OverflowError, TypeError) as error:
            # The shipped descriptor's limits refuse numbers this long; another descriptor's may not.
            expected = "numbers of at most 18 digits"
            problems.append(Problem(table.file, None, name, str(error), expected))
    return pd.DataFrame(columns)


def _series(values: list[Any], field_type: str | None) -> pd.Series:
    """The values of one column as a Series; None stands for an empty cell."""
    if field_type not in DTYPES:
        return pd.Series(["" if value is None else str(value) for value in values], dtype="str")
    # A plain bool cannot be empty.
    dtype = "boolean" if field_type == "boolean" and None in values else DTYPES[field_type]
    return pd.Series(values, dtype=dtype)
