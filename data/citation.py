"""How to cite a dataset: as plain text, as BibTeX and as a CITATION.cff, made from its descriptor.

python -m data.citation > CITATION.cff
"""

import re
from typing import Any

import yaml

from data.load import Dataset, load


def plain(ds: Dataset) -> str:
    """`Linchpin (2026). <title>. Version 1.1.0 [Data set].`, then the statement it was read from."""
    return (
        f"{ds.about.author} ({_year(ds)}). {ds.descriptor['title']}. "
        f"Version {ds.descriptor['version']} [Data set]. {_read_from(ds)}, {ds.statement.url}"
    )


def bibtex(ds: Dataset) -> str:
    """One BibTeX entry; double braces keep the capitals of the title. Its url is that of the statement, which
    its note names just before."""
    url = ds.statement.url.replace("{", "%7B").replace("}", "%7D")
    fields = {
        "author": f"{{{_escaped(ds.about.author)}}}",
        "title": f"{{{_escaped(ds.descriptor['title'])}}}",
        "year": _year(ds),
        "version": _escaped(ds.descriptor["version"]),
        "note": _escaped(f"Data set. {_read_from(ds)}"),
        "url": url,  # as it is: styles print it by \url, which reads no marks of TeX
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{_key(ds)},\n{lines}}}"


def cff(ds: Dataset) -> str:
    """The text of a CITATION.cff (Citation File Format 1.2.0)."""
    licence = _first_value(ds.descriptor["licenses"], "name")
    # Without a publisher in the descriptor, the statement's title stands in: a reference needs an author.
    publisher = _first_value(ds.descriptor["sources"], "publisher") or ds.statement.title
    content = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": ds.descriptor["title"],
        "authors": [{"name": ds.about.author}],
        "version": ds.descriptor["version"],
        "date-released": ds.descriptor["created"][:10],
        **({"license": licence} if licence else {}),
        "references": [
            {
                "type": "generic",
                "title": ds.statement.title,
                "authors": [{"name": publisher}],
                "date-released": ds.statement.date.isoformat(),
                "url": ds.statement.url,
            }
        ],
    }
    # Wider than any line: a long title stays on one.
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=10_000)


def _read_from(ds: Dataset) -> str:
    """The statement that the dataset was read from, and its date: `Read from: A Statement, 2001-02-03`."""
    return f"Read from: {ds.statement.title}, {ds.statement.date.isoformat()}"


def _escaped(text: str) -> str:
    """Text in which TeX's marks are letters. Three of them have only words for that."""
    words = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return re.sub(r"[\\~^&%$#_{}]", lambda mark: words.get(mark[0], f"\\{mark[0]}"), text)


def _key(ds: Dataset) -> str:
    """The key of the BibTeX entry: Latin letters of the author, and the year."""
    author = "".join(letter for letter in ds.about.author.lower() if letter.isascii() and letter.isalnum())
    return f"{author or 'dataset'}{_year(ds)}"


def _first_value(entries: list[Any], key: str) -> Any:
    """The value of this key in the first entry of the descriptor's list that has one; None if none has."""
    return next((entry[key] for entry in entries if isinstance(entry, dict) and entry.get(key)), None)


def _year(ds: Dataset) -> str:
    return str(ds.descriptor["created"])[:4]


if __name__ == "__main__":
    print(cff(load()), end="")
