"""Notes and titles that a reader may write, and what few expect."""

from hypothesis import strategies as some

from tests.hostile import ANY

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
    "lines of Windows": "one\r\ntwo\r\n\r\nfour",
    "lines of old Macs": "one\rtwo\r\rfour",
}
TITLE = " ".join(text for text in WRITTEN.values() if not set(text) & set("\r\n") and len(text) < 500)

# Any text at all: a note to each of these cards.
CARDS = [
    *("p01.s1", "p01.s2", "p02.s1", "commitment:ships", "commitment:markets", "commitment:tariffs"),
    *("pledge:fund", "pledge:level", "pledge:gift", "pledge:rise", "pledge:rule"),
]
ANY_NOTES = some.tuples(*[ANY] * len(CARDS)).map(lambda notes: dict(zip(CARDS, notes, strict=True)))
