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
    entry = citation.bibtex(replace(tiny, descriptor=tiny.descriptor | {"created": "2004-05-06T00:00:00Z"}))
    assert entry.startswith("@misc{acoder2004,\n") and entry.endswith("\n}")
    assert "  title = {{A Statement, as data}}," in entry
