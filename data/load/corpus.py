"""The corpus: the neighbouring statements, what their words name, and which sentence took up which."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import pandas as pd

from data.load.corpus_rules import check_coded, check_corpus
from data.load.descriptor import check_descriptor, read_descriptor, resources_by_name
from data.load.errors import Problem
from data.load.files import read_grid, read_text
from data.load.frames import frame
from data.load.parse import Table, parse_tables
from data.load.source_text import Statement, fold, split_front_matter

NAMED = 20  # problems of a file, at most
CORPUS = "corpus"  # its folder in the folder of a dataset


@dataclass(frozen=True, eq=False)
class Corpus:
    """Joint statements of several series: columns as descriptor["resources"] says, typed as in Dataset.

    coded: the statement_id of the statement that the dataset codes.
    """

    coded: str
    descriptor: dict[str, Any]
    series: pd.DataFrame
    statements: pd.DataFrame
    names: pd.DataFrame
    cues: pd.DataFrame
    passages: pd.DataFrame
    topics: pd.DataFrame
    topic_mentions: pd.DataFrame
    rejected_mentions: pd.DataFrame
    links: pd.DataFrame
    rejected_links: pd.DataFrame

    @property
    def about(self) -> dict[str, str]:
        """What the descriptor says of the making, in words: reviewer (who read mentions and links), new_here
        and no_counterpart (how often such a sentence had a counterpart in a check). Any may be missing."""
        return {key: str(words) for key, words in self.descriptor.get("about", {}).items()}


CORPUS_TABLES = tuple(column.name for column in fields(Corpus) if column.type is pd.DataFrame)


def read_corpus(
    folder: Path,
    shipped_folder: Path,
    statement: Statement | None,
    tables: dict[str, Table],
    problems: list[Problem],
) -> Corpus | None:
    """The corpus of a dataset's folder; None if it has no folder corpus, or after adding Problems.

    Of the Problems of a file, the first are added, and how many there are.
    shipped_folder: the dataset whose descriptor of a corpus says what this one needs. statement, tables:
    the coded statement, and the tables of the dataset.
    """
    if not (folder / CORPUS).is_dir():
        return None
    found: list[Problem] = []
    corpus = _read(folder / CORPUS, shipped_folder / CORPUS, statement, tables, found)
    problems.extend(replace(problem, file=f"{CORPUS}/{problem.file}") for problem in _first(found))
    return None if found else corpus


def check_folder(folder: Path, shipped_folder: Path) -> list[Problem]:
    """The Problems of a corpus's folder by itself, of each file the first; not whether a dataset codes it."""
    problems: list[Problem] = []
    _read(folder, shipped_folder / CORPUS, None, {}, problems)
    return list(_first(problems))


def _first(problems: list[Problem]) -> Iterator[Problem]:
    """The first problems of each file, and how many there are: one wrong id can break a thousand rows."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.file].append(problem)
    for file, found in by_file.items():
        if len(found) > NAMED:
            yield Problem(file, None, "", f"{len(found):,} faults", f"none; {NAMED} of them are named here")
        yield from found[:NAMED]


def _read(
    folder: Path,
    shipped_folder: Path,
    statement: Statement | None,
    coded_tables: dict[str, Table],
    problems: list[Problem],
) -> Corpus | None:
    own = read_descriptor(folder, problems)
    shipped = own if folder == shipped_folder else read_descriptor(shipped_folder, problems)
    files = {name: read_grid(folder / f"{name}.csv", problems) for name in CORPUS_TABLES}
    if own is None or shipped is None:
        return None
    if faults := list(check_descriptor(own, shipped)):
        problems.extend(faults)
        return None
    resources = resources_by_name(own)
    grids = {name: grid for name, grid in files.items() if grid is not None}
    tables = parse_tables(grids, resources, problems)
    texts = _read_texts(folder, tables.get("statements"), problems)
    problems.extend(check_corpus(tables, texts))
    if problems or statement is None:
        return None
    words = fold(statement.text)
    coded = next((name for name, text in texts.items() if fold(text) == words), None)
    problems.extend(check_coded(coded, tables, coded_tables))
    if problems or coded is None:
        return None
    frames = {name: frame(table, resources[name], problems) for name, table in tables.items()}
    return None if problems else Corpus(coded, own, **frames)


def _read_texts(folder: Path, statements: Table | None, problems: list[Problem]) -> dict[str, str]:
    """The text below the front matter of each statement, by statement_id; those that can be read."""
    texts = {}
    for row in statements.rows if statements else ():
        if statement_id := row.get("statement_id"):
            found: list[Problem] = []
            source = read_text(folder / "texts" / f"{statement_id}.md", found)
            problems.extend(replace(problem, file=f"texts/{problem.file}") for problem in found)
            if source is not None:
                texts[statement_id] = split_front_matter(source)[1]
    return texts
