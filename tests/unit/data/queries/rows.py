"""Short ways to write and to read a table."""

import pandas as pd


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns.split())


def records(table: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(table[list(columns)].itertuples(index=False, name=None))


def ids(table: pd.DataFrame, column: str = "passage_id") -> list[str]:
    return table[column].tolist()
