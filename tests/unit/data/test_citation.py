"""A CITATION.cff is YAML that says what the descriptor says, whatever characters are in it."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from data import citation

ROOT = Path(__file__).parents[3]


def read(ds):
    return yaml.safe_load(citation.cff(ds))


def test_a_citation_says_what_the_descriptor_and_the_front_matter_say(shipped):
    assert read(shipped) == {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": shipped.descriptor["title"],
        "authors": [{"name": "Linchpin"}],
        "version": shipped.descriptor["version"],
        "date-released": shipped.descriptor["created"][:10],
        "license": "CC-BY-4.0",
        "references": [
            {
                "type": "generic",
                "title": shipped.statement.title,
                "authors": [{"name": "The White House"}],
                "date-released": "2021-05-21",
                "url": shipped.statement.url,
            }
        ],
    }


@pytest.mark.parametrize(
    "title",
    ['"A": the #1 \\ title', "- a", "*a* & b", "No", "1.10", "a\nb", "{a}", "a " * 100 + "z", "’\U0001f6a2"],
)
def test_a_title_of_any_characters_stays_what_it_is(tiny, title):
    ds = replace(
        tiny,
        descriptor=tiny.descriptor | {"title": title, "version": title},
        statement=replace(tiny.statement, title=title),
    )
    said = read(ds)
    assert (said["title"], said["version"], said["references"][0]["title"]) == (title, title, title)


def test_the_statements_address_is_that_of_the_archive(shipped):
    """The one of 2021 answers no more."""
    archived = shipped.statement.url
    assert archived.startswith(
        "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2021/05/21/"
    )
    for words in (citation.plain(shipped), citation.bibtex(shipped), citation.cff(shipped)):
        assert archived in words and shipped.statement.published_url not in words
    assert [source["path"] for source in shipped.descriptor["sources"]] == [archived]


def test_the_file_at_the_top_of_the_repository_is_made_from_the_data(shipped):
    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8") == citation.cff(shipped)


@pytest.mark.parametrize("entries", [[], [{}], ["text", 5, None], [{"title": "Other"}]])
def test_licence_and_publisher_may_be_missing(tiny, entries):
    said = read(replace(tiny, descriptor=tiny.descriptor | {"licenses": entries, "sources": entries}))
    assert "license" not in said
    assert said["references"][0]["authors"] == [{"name": "A Statement"}]


def test_a_citation_in_a_text_names_the_dataset_and_its_source(tiny):
    descriptor = tiny.descriptor | {"version": "1.2.3", "created": "2004-05-06T00:00:00Z"}
    assert citation.plain(replace(tiny, descriptor=descriptor)) == (
        "A Coder (2004). A Statement, as data. Version 1.2.3 [Data set]. "
        "Read from: A Statement, 2001-02-03, https://example.org"
    )


def test_a_bibtex_entry_keeps_the_capitals_of_the_title(tiny):
    descriptor = tiny.descriptor | {"version": "1.2.3", "created": "2004-05-06T00:00:00Z"}
    assert citation.bibtex(replace(tiny, descriptor=descriptor)).splitlines() == [
        "@misc{acoder2004,",
        "  author = {{A Coder}},",
        "  title = {{A Statement, as data}},",
        "  year = {2004},",
        "  version = {1.2.3},",
        "  note = {Data set. Read from: A Statement, 2001-02-03},",
        "  url = {https://example.org},",
        "}",
    ]


def test_marks_of_tex_in_a_title_are_letters(tiny):
    statement = replace(
        tiny.statement, title=r"R&D: 5% of {x_1} \in #2 ~ $3^4", url="https://a.example/{b}?c=%20&d"
    )
    entry = citation.bibtex(replace(tiny, statement=statement))
    assert r"R\&D: 5\% of \{x\_1\} \textbackslash{}in \#2 \textasciitilde{} \$3\textasciicircum{}4," in entry
    assert "  url = {https://a.example/%7Bb%7D?c=%20&d}," in entry
