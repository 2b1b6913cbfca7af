"""Tables as CSV, and the dataset as a zip."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

TIMESTAMP = (2021, 1, 1, 0, 0, 0)  # of every file in the zip: each download has the same bytes


def csv(table: pd.DataFrame) -> bytes:
    """A table as CSV, as in the dataset: UTF-8, lines end with `\\n`, an empty cell means not stated."""
    out = table.copy()
    for name in out.select_dtypes(bool):
        out[name] = out[name].map({True: "true", False: "false"})
    return out.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode()


def package(folder: Path, generated: Mapping[str, str]) -> bytes:
    """A dataset's folder as a zip: its descriptor, tables and texts unchanged, without outlines and code.

    generated: further files, as {name: text}.
    """
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}
    files["datapackage.json"] = (folder / "datapackage.json").read_bytes()
    files |= {f"tables/{path.name}": path.read_bytes() for path in sorted((folder / "tables").glob("*.csv"))}
    files |= {name: text.encode() for name, text in generated.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, TIMESTAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
