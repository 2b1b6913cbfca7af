"""What `python -m data.corpus add` puts into a corpus, and what it refuses without changing a file."""

import datetime
import shutil
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from components.content.export.own_text_folder import own_text_folder
from data import queries
from data.corpus import __main__ as commands
from data.corpus.tables import read
from data.load.corpus import check_folder
from data.load.dataset import FOLDER
from tests.unit.data.corpus.three_texts import change, write_corpus

TEXT = "North and South stress peace and stability in the Strait.\n\nIn the Strait, free trade grows.\n"
OPTIONS = {
    "series": "n-s", "date": "2003-05-06", "title": "A third", "parties": "N;S", "url": "https://example.org/4"
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "third.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def add(folder, source, **options):
    commands.main(["add", str(source), "--to", str(folder), *(f"--{k}={v}" for k, v in options.items())])


def content(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_document_is_split_linked_and_searched_with_its_review_to_do(folder, source, capsys):
    before = {name: read(folder, name) for name in ("passages", "topic_mentions", "links")}
    add(folder, source, **OPTIONS)
    assert check_folder(folder, FOLDER) == []
    assert read(folder, "statements")[-1]["statement_id"] == "n-s-2003-05"
    added = {name: [row for row in read(folder, name) if row not in rows] for name, rows in before.items()}
    assert [row["passage_id"] for row in added["passages"]] == ["p01.s1", "p02.s1"]
    assert {row["checked"] for row in added["topic_mentions"]} == {"false"}
    linked = {(row["old_statement"], row["how"]) for row in added["links"]}
    assert linked >= {("first", "rule"), ("second", "rule")}
    said = capsys.readouterr().out
    assert "Added n-s-2003-05. Nobody has reviewed it yet." in said
    assert "1 topics with one hit" in said and "trade, p02.s1, “trade”" in said
    assert "links with a score from .26" in said


def test_a_reviewed_folder_keeps_what_its_reader_wrote(folder, source, tmp_path):
    add(folder, source, **OPTIONS)
    own = tmp_path / "own"
    (own / "texts").mkdir(parents=True)
    (own / "texts" / "n-s-2003-05.md").write_bytes((folder / "texts" / "n-s-2003-05.md").read_bytes())
    for name in ("statements", "topic_mentions", "links"):
        lines = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines[1:] if "n-s-2003-05" in line]
        (own / f"{name}.csv").write_text("\n".join([lines[0], *kept]) + "\n", encoding="utf-8")
    hit = "trade,n-s-2003-05,p02.s1,trade,"
    change(own, "topic_mentions.csv", f"{hit}false", f"{hit}true")
    (own / "rejected_links.csv").write_text(
        "old_statement,old_passage,new_statement,new_passage,reason\nfirst,p01.s1,n-s-2003-05,p01.s1,No\n"
    )
    fresh = write_corpus(tmp_path / "fresh")
    add(fresh, own)
    assert f"{hit}true" in (fresh / "topic_mentions.csv").read_text(encoding="utf-8")
    assert ("first", "p01.s1", "n-s-2003-05") not in [tuple(row.values())[:3] for row in read(fresh, "links")]


def test_further_texts_of_a_month_have_names_of_their_own(shipped):
    own = queries.own_text(shipped.corpus, "Ships sail.", "A title", datetime.date(2023, 4, 26), "")
    taken = ["us-rok-2023-04", "us-rok-2023-04-2", "us-rok-2023-04-3"]
    statements = shipped.corpus.statements.assign(
        statement_id=[*taken, *shipped.corpus.statements["statement_id"][len(taken) :]]
    )
    ds = replace(shipped, corpus=replace(shipped.corpus, statements=statements))
    assert queries.own_statement(ds, own, "us-rok")["statement_id"] == "us-rok-2023-04-4"


def test_the_folder_of_an_own_text_added_shows_the_same(shipped, tmp_path):
    old = queries.meetings(shipped, queries.coded_text(shipped).series)[0]
    rows = queries.text_passages(shipped, old.texts[0].statement_id)
    text = "\n\n".join(row["text"].replace("and", "as well as") for row in rows)
    own = queries.own_text(
        shipped.corpus, text, "A title", datetime.date(2030, 1, 2), "https://example.org/5"
    )
    path = tmp_path / "own.zip"
    path.write_bytes(own_text_folder(shipped, own, old.series))
    corpus = tmp_path / "corpus"
    shutil.copytree(FOLDER / "corpus", corpus)
    add(corpus, path)
    (name,) = [row["statement_id"] for row in read(corpus, "statements") if row["date"] == "2030-01-02"]
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as archive:
        for table in ("passages", "topic_mentions", "links"):
            column = "new_statement" if table == "links" else "statement_id"
            lines = archive.read(f"{table}.csv").decode("utf-8-sig").splitlines()[1:]
            added = [row for row in read(corpus, table) if row[column] == name]
            assert len(added) == len(lines) > 10
            assert {row.get("how", "rule") for row in added} == {"rule"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"url": ""}, "source_url missing: fill in the table, or give --url"),
        ({"date": "6 May 2003"}, "date ‘6 May 2003’ - expected a day like"),
        ({"series": "other"}, "a series of series.csv"),
        ({"kind": "tweet"}, "one of statement"),
        ({"id": "first"}, "has first already"),
        ({"id": "../x"}, "lower-case words"),
        ({"title": "=1+1"}, "formula"),
    ],
)
def test_what_breaks_a_rule_is_named_and_changes_nothing(folder, source, capsys, options, said):
    before = content(folder)
    with pytest.raises(SystemExit):
        add(folder, source, **OPTIONS | options)
    assert said in capsys.readouterr().err
    assert content(folder) == before


def test_a_text_between_two_of_one_meeting_comes_after_that_meeting(folder, source):
    add(folder, source, **OPTIONS | {"id": "late", "meeting": "two", "date": "2003-08-09"})
    source.write_text("Free trade grows in the Strait, and peace and stability matter.\n", encoding="utf-8")
    add(folder, source, **OPTIONS)
    assert check_folder(folder, FOLDER) == []
    linked = {row["old_statement"] for row in read(folder, "links") if row["new_statement"] == "n-s-2003-05"}
    assert "late" in linked


def test_words_that_the_corpus_has_are_named(folder, source, capsys):
    source.write_bytes((folder / "texts" / "first.md").read_bytes())
    with pytest.raises(SystemExit):
        add(folder, source, **OPTIONS)
    assert "the very words of first" in capsys.readouterr().err


def test_a_zip_that_would_unpack_to_too_much_is_not_unpacked(folder, tmp_path, capsys):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("statements.csv", b"0" * 40_000_000)
    with pytest.raises(SystemExit):
        add(folder, path)
    assert "Unpacked" in capsys.readouterr().err
