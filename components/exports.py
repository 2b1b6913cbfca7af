"""What readers take away, as bytes. (no streamlit)"""

import pandas as pd


def csv(table: pd.DataFrame) -> bytes:
    """A table in the shape of its file: UTF-8, `\\n`, empty where nothing is stated."""
    out = table.copy()
    for name in out.select_dtypes(bool):
        out[name] = out[name].map({True: "true", False: "false"})
    return out.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode()
