"""The shipped corpus: the texts as published, and tables that the commands make again."""

import re
import shutil
from collections import Counter

import pytest
import yaml
from frictionless import Package

from data.corpus import links, mentions, passages
from data.corpus.tables import HERE, read, write
from data.load.source_text import split_front_matter
from data.load.splitter import Part, parts, plain

SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / "texts").glob("*.md"))}
# Letters, digits and marks of punctuation; not the marks of markdown.
SEEN = re.compile(r"[^\W_]|[.,;:!?()“”’‘%$&/–—-]")


def without_markup(text: str) -> str:
    """Apart from the splitter: what a browser would show of a text, in its way through letters and marks."""
    shown = re.sub(
        r"\]\(https:[^)]*\)|<[^>]*>|\xad|^\\?[#*-]{3,}\s*$|^\s*-\s+|^—\s*$", "", text, flags=re.MULTILINE
    )
    return "".join(SEEN.findall(shown))


def test_frictionless_accepts_the_package():
    report = Package.from_descriptor(str(HERE / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "message"])


def test_a_statement_is_listed_as_its_text_says():
    rows = {row["statement_id"]: row for row in read(HERE, "statements")}
    assert set(SOURCES) == set(rows)
    assert len(rows) == 22
    for name, source in SOURCES.items():
        said = yaml.safe_load(split_front_matter(source)[0])
        listed = (rows[name]["date"], rows[name]["title"], rows[name]["source_url"])
        assert (str(said["date"]), " ".join(said["title"].split()), said["source_url"]) == listed


def test_the_passages_are_the_sentences_of_the_texts():
    assert read(HERE, "passages") == passages.make(HERE)


def test_the_coded_statement_has_its_sentences_ids_and_sections(shipped):
    corpus = shipped.corpus
    own = corpus.passages[corpus.passages["statement_id"] == corpus.coded].reset_index(drop=True)
    columns = ["passage_id", "section", "text"]
    assert own[columns].equals(shipped.passages[columns])
    assert len(own) == 89


def test_texts_have_as_many_sentences_as_a_reader_counts(shipped):
    count = Counter(shipped.corpus.passages["statement_id"])
    names = ("us-rok-2022-05", "us-rok-2023-04", "us-rok-2023-04-washington", "us-rok-2025-11-jfs")
    assert [count[name] for name in names] == [90, 83, 22, 72]


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_of_a_text_is_lost_or_doubled(name):
    text = split_front_matter(SOURCES[name])[1]
    joined = "".join(part.text for part in parts(text))
    assert joined.replace(" ", "") == plain(text).replace(" ", "")
    assert "".join(SEEN.findall(joined)) == without_markup(text)


def test_no_sentence_holds_marks_or_ends_within_a_name():
    sentences = [part for text in SOURCES.values() for part in parts(split_front_matter(text)[1])]
    assert not [part for part in sentences if re.search(r"[<>*\\\xad]|\]\(|\s\s|[a-z]{2}\.[A-Z]", part.text)]
    ends = re.compile(r"(?:\b[A-Z]|\bJr|\bNo)\.$")
    assert not [part for part in sentences if part.kind == "sentence" and ends.search(part.text)]


def test_headings_are_found_in_bold_in_spans_and_run_in():
    def headings(name: str) -> list[Part]:
        return [part.text for part in parts(split_front_matter(SOURCES[name])[1]) if part.kind == "heading"]

    assert headings("us-japan-2022-05")[:2] == [
        "Advancing a “Free and Open Indo-Pacific”",
        "Regional Issues: Responding to an Increasingly Challenging Regional Security Environment",
    ]
    assert "Space" in headings("quad-2022-05")
    assert headings("us-japan-rok-2022-11")[0] == "I. SECURE THE INDO-PACIFIC AND BEYOND"
    assert headings("us-rok-2025-11-jfs")[1] == "FOREIGN EXCHANGE MARKET STABILITY:"


def test_the_mentions_are_made_again():
    assert read(HERE, "topic_mentions") == mentions.make(HERE)


def test_the_links_of_a_series_are_made_again(tmp_path):
    """Of one series, to be quick: the others are made in the same way."""
    series = "us-rok"
    folder = shutil.copytree(HERE, tmp_path / "corpus")
    statements = [row for row in read(HERE, "statements") if row["series"] == series]
    names = {row["statement_id"] for row in statements}
    expected = [row for row in read(HERE, "links") if row["old_statement"] in names]
    write(folder, "statements", statements[0], statements)
    write(folder, "links", links.COLUMNS, [row for row in expected if row["how"] == "reviewed"])
    assert links.make(folder) == expected
    assert len(expected) > 300
