"""What readers write, notes and titles, is plain text in every document."""

import re

import pytest
from docx.oxml.ns import qn

from components.content import export
from tests.unit.content.export.documents import (
    FORMATS,
    handout,
    in_markdown,
    opened,
    paragraphs,
    parts,
    shown,
    spoken,
    unescaped,
    words_on,
)

CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
WRITTEN = {
    "HTML": "<script>alert('1')</script> &amp; <b onclick=x>bold</b> ]]> <!-- -->",
    "XML": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:p>&b;</w:p>',
    "a formula": "=cmd|' /C calc'!A0",
    "emoji": "👩‍👩‍👧 🇰🇷 ✍🏽",
    "right to left": "\u202egnp.exe\u202c שלום \u200f",
    "control characters": "a\x00b\x0bc\x0cd\x1be\x7f",
    "half a character": "a\ud800b\udfffc",
    "no characters": "a\ufffeb\uffffc",
    "10,000 letters": "x" * 10_000,
    "10,000 letters in words": "words of hope " * 714,
    "fences of tildes": "~~~\nout?\n~~~~~~~~ html\n<b>\n~~~",
    "fences of backticks": "```\nout?\n```` html\n<b>\n```",
    "Markdown": "# Head\n- [a](javascript:alert(1)) ![b](c) **d** | e\n\n---\n> f \\* g",
    "blanks": "  two before, a tab\there, two after  ",
    "marks of other programs": "{{ 7 * 7 }} ${x} %s {MERGEFIELD a} _x0041_ \\u0041",
}
LINES = {"lines of Windows": "one\r\ntwo\r\n\r\nfour", "lines of old Macs": "one\rtwo\r\rfour"}
NOTED = ["p01.s1", "chart:ladder", "commitment:ships"]


def noted(ds, note):
    return handout(ds, NOTED, dict.fromkeys(NOTED, note))


def fenced(markdown):
    """What stands in fences of tildes: each ends at the first line that is at least as long a fence."""
    return [
        text
        for _, text in re.findall(r"^(~{3,})\n(.*?)\n {0,3}\1~*[ \t]*$", markdown, re.MULTILINE | re.DOTALL)
    ]


@pytest.fixture(params=[*WRITTEN, *LINES])
def note(request):
    """A reader's note, and the plain text that a document holds of it."""
    if request.param in LINES:
        four = "one\ntwo\n\nfour"
        return LINES[request.param], four
    text = WRITTEN[request.param]
    return text, text.translate(CONTROLS)


def test_word_holds_a_note_as_plain_text(tiny, note):
    written, text = note
    document = opened(noted(tiny, written))
    assert paragraphs(document).count(f"Note: {text}") == len(NOTED)
    assert not list(document.element.body.iter(qn("w:rPr"), qn("w:hyperlink"), qn("w:fldSimple")))


def test_powerpoint_holds_a_note_as_plain_text_for_the_speaker_alone(tiny, note):
    written, text = note
    _, *slides, _ = shown(noted(tiny, written)).slides
    assert len(slides) == len(NOTED)
    for slide in slides:
        assert spoken(slide).startswith(f"{text}\n")
        assert text not in words_on(slide)


def test_markdown_holds_a_note_to_the_letter_in_a_fence(tiny, note):
    written, text = note
    markdown = export.markdown(noted(tiny, written))
    assert fenced(markdown) == [text] * len(NOTED)
    assert markdown.encode("utf-8").decode("utf-8") == markdown


@pytest.mark.parametrize("what", WRITTEN)
def test_no_note_makes_a_document_reach_out(tiny, what):
    handed = noted(tiny, WRITTEN[what])
    for content in (export.word(handed), export.powerpoint(handed)):
        assert not any('TargetMode="External"' in text or "<f>" in text for text in parts(content))


@pytest.mark.parametrize("what", [what for what in WRITTEN if "\n" not in WRITTEN[what]])
def test_a_title_is_plain_text_in_every_format(tiny, what):
    title = WRITTEN[what]
    handed, text = handout(tiny, ["p01.s1"], title=title), title.translate(CONTROLS)
    assert opened(handed).paragraphs[0].text == text
    assert shown(handed).slides[0].shapes.title.text == text
    assert in_markdown(handed).splitlines()[0].split() == ["#", *text.split()]


@pytest.mark.parametrize("title", ["<script>1</script>", "<b>", "<https:x>", "![a](b)", "a\n# b"])
def test_no_word_of_markdown_is_markup(tiny, title):
    """Sentences of the tiny dataset hold HTML too."""
    markdown = export.markdown(handout(tiny, ["p01.s1", "commitment:ships"], title=title))
    assert "<b>is</b>" in unescaped(markdown)
    assert not re.search(r"(?<!\\)<(?!https://(?:linchpin\.example/|example\.org>))|(?<!\\)[\[*]", markdown)
    assert len(re.findall(r"^# ", markdown, re.MULTILINE)) == 1


def test_a_card_without_a_note_says_nothing_of_one(tiny):
    handed = handout(tiny, NOTED, {"p01.s1": "\x00", "p09.s9": "Of a card that is gone"})
    for words in FORMATS.values():
        assert "Note:" not in words(handed) and "gone" not in words(handed)
