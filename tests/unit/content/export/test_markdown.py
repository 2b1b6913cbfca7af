"""Markdown, rendered as mail and chat do: words stay words, whatever Markdown would make of them."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import marko  # comes with frictionless
import pytest
from hypothesis import given
from marko.ext.gfm import gfm

from components.content.export.handout import clean
from components.content.export.markdown import markdown
from data.load import TABLES
from tests.hostile import ANY, ATTACKS, examples
from tests.unit.content.export.documents import PINNED, handout, markdown_text, unescaped
from tests.unit.content.export.notes import ANY_NOTES, CARDS, WRITTEN

SHOWN = {  # columns with words that a document may show
    *("label", "title", "name", "short_name", "section", "caveat"),
    *("what", "source_title", "bound", "definition"),
}
PLAIN = {"h1", "h2", "p", "blockquote", "ul", "li", "pre", "code", "a"}
MARKUP = {"img", "script", "iframe", "em", "strong", "del", "svg", "b", "ol"}


class Rendered(HTMLParser):
    """The elements of a page of HTML in order, as (tag, words), and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements, self.links, self._open = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.links += [value for name, value in attributes if name in ("href", "src")]
        self.elements.append([tag, ""])
        self._open.append(self.elements[-1])

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        for element in self._open:
            element[1] += text

    def words(self, tag: str) -> list[str]:
        return [words for name, words in self.elements if name == tag]

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}


def folded(text: str) -> str:
    """Text on one line, its white space as single blanks."""
    return " ".join(text.split())


# What readers write


@given(ANY_NOTES, ANY)
@examples(10)
def test_any_notes_and_title_are_rendered_as_they_were_written(tiny, notes, title):
    page = Rendered(marko.convert(markdown(handout(tiny, CARDS, notes, title))))
    assert [folded(words) for words in page.words("h1")] == [folded(clean(title))]
    assert page.words("code") == [clean(note) + "\n" for note in notes.values() if clean(note)]
    assert not page.tags - PLAIN
    assert all(link.startswith(("https://linchpin.example/", "https://example.org")) for link in page.links)


@pytest.mark.parametrize("what", WRITTEN)
def test_a_note_is_unchanged_in_a_code_fence(tiny, what):
    text = markdown(handout(tiny, ["p01.s1"], {"p01.s1": WRITTEN[what]}))
    fences = re.findall(r"^(~{3,})\n(.*?)\n {0,3}\1~*[ \t]*$", text, re.MULTILINE | re.DOTALL)
    assert [inside for _, inside in fences] == [clean(WRITTEN[what])]
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize("title", ["<script>1</script>", "<b>", "<https:x>", "![a](b)", "a\n# b"])
def test_no_word_is_markup(tiny, title):
    """Sentences of the tiny dataset hold HTML too."""
    text = markdown(handout(tiny, ["p01.s1", "commitment:ships"], title=title))
    assert "<b>is</b>" in unescaped(text)
    assert not re.search(r"(?<!\\)<(?!https://(?:linchpin\.example/|example\.org>))|(?<!\\)[\[*]", text)
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


# What a dataset says


def with_words(ds, words):
    """A dataset with the same words for every word of it that a document may show."""
    tables = {
        name: (table := getattr(ds, name)).assign(**dict.fromkeys(SHOWN.intersection(table.columns), words))
        for name in TABLES
    }
    return replace(ds, statement=replace(ds.statement, title=words), **tables)


def test_any_words_of_a_dataset_are_rendered_as_they_are(tiny):
    marked = [text for text in ATTACKS if text.isprintable() and set(text) & set("<[*_`~#>|&-+=.)")]
    assert len(marked) > 40
    for words in marked:
        brief = handout(with_words(tiny, words), ["p01.s1", "commitment:ships", "pledge:fund"])
        page = Rendered(gfm.convert(markdown(brief)))
        assert page.words("h2")[1:3] == [f"2. {folded(words)}", f"3. {folded(words)}"], words
        assert page.words("td")[0] == folded(words), words
        assert not page.tags & MARKUP, words
        assert all(link.startswith(("http://", "https://", "mailto:")) for link in page.links), words


# Money


def test_the_table_has_a_row_a_pledge_under_its_head(tiny):
    brief = handout(tiny, PINNED)
    lines = [line for line in markdown_text(brief).splitlines() if line.startswith("|")]
    head, rule, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert head == list(brief.pledges().columns) and set(rule) == {"---"}
    assert rows == brief.pledges().to_numpy().tolist()


def test_a_brief_without_money_has_no_table(tiny):
    brief = handout(tiny, ["p01.s1", "commitment:ships"])
    assert "|" not in markdown(brief) and "Money" not in markdown_text(brief)
