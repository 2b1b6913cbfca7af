"""Tables as CSV, and the dataset as a zip."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.load.corpus import CORPUS

# UTF-8 after a byte order mark. Without the mark Excel reads a file in the code page of its system, and every
# dash and quotation mark of the text is spoilt.
ENCODING = "utf-8-sig"
TIMESTAMP = (2021, 1, 1, 0, 0, 0)  # of every file in the zip: each download has the same bytes


def csv(table: pd.DataFrame) -> bytes:
    """A table as CSV: its cells as in the dataset's files, lines end with `\\n`, in ENCODING."""
    out = table.copy()
    for name in out.select_dtypes(bool):
        out[name] = out[name].map({True: "true", False: "false"})
    return out.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode(ENCODING)


def package(folder: Path, generated: Mapping[str, str]) -> bytes:
    """A dataset's folder as a zip: its descriptor, tables and texts, and those of its corpus, if it has one.
    Outlines and code are left out.

    The tables are in ENCODING, and the descriptors say so; else nothing differs from the folder.
    generated: further files, as {name: text}.
    """
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}
    files["datapackage.json"] = _descriptor(folder / "datapackage.json")
    files |= {f"tables/{path.name}": _marked(path) for path in sorted((folder / "tables").glob("*.csv"))}
    if (folder / CORPUS).is_dir():
        files |= _corpus(folder)
    return zipped(files | {name: text.encode() for name, text in generated.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip. files: content by path in it. The same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, TIMESTAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _corpus(folder: Path) -> dict[str, bytes]:
    """The files of the corpus in a dataset's folder, by their path in the zip."""
    corpus = folder / CORPUS
    texts = [*corpus.glob("*.md"), *corpus.glob("texts/*.md")]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in texts}
    files |= {f"{CORPUS}/{path.name}": _marked(path) for path in corpus.glob("*.csv")}
    return files | {f"{CORPUS}/datapackage.json": _descriptor(corpus / "datapackage.json")}


def _marked(path: Path) -> bytes:
    """The bytes of a table's file, which may have a byte order mark or not, in ENCODING."""
    return path.read_bytes().decode("utf-8-sig").encode(ENCODING)


def _descriptor(path: Path) -> bytes:
    """The bytes of a descriptor that says of each table that it is in ENCODING."""
    descriptor = json.loads(path.read_bytes().decode("utf-8-sig"))
    resources = [resource | {"encoding": ENCODING} for resource in descriptor["resources"]]
    return json.dumps(descriptor | {"resources": resources}, ensure_ascii=False, indent=2).encode() + b"\n"
