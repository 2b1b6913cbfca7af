"""Tables and the dataset as files."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

STAMP = (2021, 1, 1, 0, 0, 0)  # the same bytes at every download


def csv(table: pd.DataFrame) -> bytes:
    """A table in the shape of its file: UTF-8, `\\n`, empty where nothing is stated."""
    out = table.copy()
    for name in out.select_dtypes(bool):
        out[name] = out[name].map({True: "true", False: "false"})
    return out.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode()


def package(folder: Path, written: Mapping[str, str]) -> bytes:
    """A dataset's folder as a zip: its descriptor, tables and texts as they stand, and `written`,
    further files as {name: text}. Outlines and code stay behind."""
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}
    files["datapackage.json"] = (folder / "datapackage.json").read_bytes()
    files |= {f"tables/{path.name}": path.read_bytes() for path in sorted((folder / "tables").glob("*.csv"))}
    files |= {name: text.encode() for name, text in written.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
