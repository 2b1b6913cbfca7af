"""How to cite a dataset: in plain words, as BibTeX and as a CITATION.cff. All from its own descriptor.

python -m data.citation > CITATION.cff
"""

from data.load.dataset import Dataset, load

AUTHOR = "Linchpin"


def plain(ds: Dataset) -> str:
    """`Linchpin (2026). <title>. Version 1.1.0 [Data set].`, with the statement's own reference."""
    return (
        f"{AUTHOR} ({_year(ds)}). {ds.descriptor['title']}. Version {ds.descriptor['version']} [Data set]. "
        f"Read from: {ds.statement.title}, {ds.statement.date.isoformat()}, {ds.statement.url}"
    )


def bibtex(ds: Dataset) -> str:
    """One BibTeX entry; braces keep the capitals of the title."""
    return "\n".join(
        [
            f"@misc{{linchpin{_year(ds)},",
            f"  author = {{{{{AUTHOR}}}}},",
            f"  title = {{{{{ds.descriptor['title']}}}}},",
            f"  year = {{{_year(ds)}}},",
            f"  version = {{{ds.descriptor['version']}}},",
            "  note = {Data set},",
            "}",
        ]
    )


def cff(ds: Dataset) -> str:
    """The text of a CITATION.cff (Citation File Format 1.2.0)."""
    return "\n".join(
        [
            "cff-version: 1.2.0",
            "message: If you use this dataset, please cite it as below.",
            "type: dataset",
            f'title: "{ds.descriptor["title"]}"',
            "authors:",
            f"  - name: {AUTHOR}",
            f'version: "{ds.descriptor["version"]}"',
            f'date-released: "{ds.descriptor["created"][:10]}"',
            *(
                f"license: {licence['name']}"
                for licence in ds.descriptor["licenses"][:1]
                if "name" in licence
            ),
            "references:",
            "  - type: generic",
            f'    title: "{ds.statement.title}"',
            "    authors:",
            f'      - name: "{_publisher(ds)}"',
            f'    date-released: "{ds.statement.date.isoformat()}"',
            f'    url: "{ds.statement.url}"',
            "",
        ]
    )


def _publisher(ds: Dataset) -> str:
    """Who published the statement; its title where the descriptor names nobody."""
    return next(
        (source["publisher"] for source in ds.descriptor["sources"] if "publisher" in source),
        ds.statement.title,
    )


def _year(ds: Dataset) -> str:
    return ds.descriptor["created"][:4]


if __name__ == "__main__":
    print(cff(load()), end="")
