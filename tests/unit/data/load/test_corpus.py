"""A corpus is loaded with its dataset, and a fault in it is named by file, row and column."""

import shutil
from dataclasses import replace

import pytest

from data.corpus import __main__ as commands
from data.load import FOLDER
from data.load.corpus import CORPUS_TABLES, read_corpus
from tests.unit.data.corpus.three_texts import CODED, STATEMENT, TEXTS, change, write_corpus, write_text


@pytest.fixture(scope="session")
def three_texts(tmp_path_factory):
    return write_corpus(tmp_path_factory.mktemp("three_texts") / "corpus")


@pytest.fixture
def folder(three_texts, tmp_path):
    shutil.copytree(three_texts, tmp_path / "corpus")
    return tmp_path


def load(folder, statement=STATEMENT):
    problems = []
    return read_corpus(folder, FOLDER, statement, CODED, problems), problems


def test_a_corpus_is_loaded(folder):
    corpus, problems = load(folder)
    assert problems == []
    assert corpus.coded == "first"
    assert corpus.statements["date"].dt.year.tolist() == [2001, 2002, 2002]
    assert corpus.topics["order"].dtype == "Int64"
    assert corpus.topic_mentions["checked"].dtype == bool
    assert corpus.passages["lead_in"].tolist() == [""] * 6
    assert len(corpus.links) == 2
    assert corpus.rejected_links.empty


def test_a_dataset_without_a_corpus_has_none(tmp_path):
    assert load(tmp_path) == (None, [])


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "expected"),
    [
        # Cells, keys and references, as in any table
        ("topic_mentions.csv", "strait,first,p01.s1,the Strait,false", "strait,first,p01.s1,the Strait,no",
         ("topic_mentions.csv", 2, "checked"), "true or false"),
        ("topics.csv", "strait,The", "sea,The", ("topic_mentions.csv", 2, "topic"), "a topic of topics.csv"),
        ("links.csv", "second,p01.s1", "second,p09.s9",
         ("links.csv", 2, "new_statement, new_passage"), "of passages.csv"),
        ("statements.csv", ",fact sheet,", ",tweet,", ("statements.csv", 4, "kind"), "one of statement, "),
        ("statements.csv", "annex,two", "second,two", ("statements.csv", 4, "statement_id"), "no other row"),
        ("names.csv", "name,", "label,", ("names.csv", 1, "name"), "a column of this name"),
        # Between tables
        ("topic_mentions.csv", "annex,p01.s1,trade", "annex,p01.s1,Trade",
         ("topic_mentions.csv", 6, "quote"), "words of annex, p01.s1, verbatim"),
        ("links.csv", "first,p01.s1,second,p01.s1", "second,p01.s1,first,p01.s1",
         ("links.csv", 2, "new_statement"), "a later meeting of the series of second"),
        ("links.csv", "first,p01.s1,second,p01.s1", "second,p01.s1,annex,p01.s1",
         ("links.csv", 2, "new_statement"), "a later meeting"),
        # Patterns and themes
        ("topics.csv", r"\btrade\b", "(trade", ("topics.csv", 2, "pattern"), "missing ), unterminated"),
        ("topics.csv", r"\btrade\b", "(trade)?", ("topics.csv", 2, "pattern"), "empty text does not match"),
        ("topics.csv", "Strait,peace", "Strait,war", ("topics.csv", 3, "theme"), "one of peace, trade"),
        ("cues.csv", r"\bpays?\b", "pay(", ("cues.csv", 3, "pattern"), "missing ), unterminated"),
        ("cues.csv", "pay,loose", "pay,soft", ("cues.csv", 3, "strength"), "one of firm, loose"),
        # Texts and their sentences
        ("texts/second.md", "Ships sail.", "Ships sink.", ("texts/second.md", None, "p02.s1"), "Ships sail."),
        ("texts/second.md", "**Peace**", "**War**", ("texts/second.md", None, "p01.s1"), "section of row 4"),
        ("texts/annex.md", "- South pays.", "", ("texts/annex.md", None, "end"), "row 7 of passages"),
        ("texts/annex.md", "pays.", "pays. It does.", ("texts/annex.md", None, "p02.s2"), "csv: missing"),
    ],
)  # fmt: skip
def test_a_fault_is_named(folder, name, old, new, where, expected):
    change(folder / "corpus", name, old, new)
    corpus, problems = load(folder)
    assert corpus is None
    first = problems[0]
    assert (first.file, first.row, first.column) == (f"corpus/{where[0]}", *where[1:])
    assert expected in first.expected


def test_of_many_faults_of_a_file_the_first_are_named(folder):
    path = folder / "corpus" / "links.csv"
    path.write_text(path.read_text() + "first,p01.s1,second,p99.s9,related,rule\n" * 30)
    _, problems = load(folder)
    assert [problem.row for problem in problems] == [None, *range(4, 24)]
    assert (problems[0].value, problems[0].expected) == ("30 faults", "none; 20 of them are named here")


@pytest.mark.parametrize("name", ["links.csv", "datapackage.json", "texts/annex.md"])
def test_a_missing_file_is_named(folder, name):
    (folder / "corpus" / name).unlink()
    corpus, problems = load(folder)
    assert corpus is None
    (problem,) = problems
    assert (problem.file, problem.expected) == (f"corpus/{name}", "a file of this name")


def test_the_coded_statement_is_one_of_the_texts(folder):
    other = replace(STATEMENT, title="Other", text="Nobody said that.")
    corpus, (problem,) = load(folder, other)
    assert corpus is None
    assert str(problem) == (
        "corpus/statements.csv, column statement_id: missing - expected a text with the words of statement.md"
    )


def test_the_coded_statement_has_the_sentences_that_are_coded(folder):
    write_text(folder / "corpus", "first", TEXTS["first"].replace(" Trade", "\n\nTrade"))
    for command in commands.TABLES:
        commands.main([command, str(folder / "corpus")])
    _, problems = load(folder)
    (problem,) = problems
    assert (problem.column, problem.value) == ("first, p02.s1", "Trade, free trade, grows.")
    assert problem.expected.startswith("p01.s2 of tables/passages.csv")


def test_every_table_of_the_corpus_is_described(shipped):
    named = [resource["name"] for resource in shipped.corpus.descriptor["resources"]]
    assert sorted(named) == sorted(CORPUS_TABLES)
    assert sorted(path.stem for path in (FOLDER / "corpus").glob("*.csv")) == sorted(CORPUS_TABLES)
