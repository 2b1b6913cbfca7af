"""A CITATION.cff is YAML that says what the descriptor says, whatever characters are in it."""

from dataclasses import replace

import pytest
import yaml

from data import citation
from data.load import load


@pytest.fixture(scope="module")
def shipped():
    return load()


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
def test_a_title_of_any_characters_stays_what_it_is(shipped, title):
    ds = replace(
        shipped,
        descriptor=shipped.descriptor | {"title": title, "version": title},
        statement=replace(shipped.statement, title=title),
    )
    said = read(ds)
    assert (said["title"], said["version"], said["references"][0]["title"]) == (title, title, title)


@pytest.mark.parametrize("entries", [[], [{}], ["text", 5, None], [{"title": "Other"}]])
def test_licence_and_publisher_may_be_missing(shipped, entries):
    said = read(replace(shipped, descriptor=shipped.descriptor | {"licenses": entries, "sources": entries}))
    assert "license" not in said
    assert said["references"][0]["authors"] == [{"name": shipped.statement.title}]
