"""Hostile input: texts that attack a browser, a document or a parser, and settings for tests with them."""

from hypothesis import Phase, settings
from hypothesis import strategies as st

PWNED = "window.pwned = 1"  # shows that an injected script has run
ATTACKS = (
    *(
        f"<script>{PWNED}</script>",
        f'<img src=x onerror="{PWNED}">',
        f"<svg/onload='{PWNED}'>",
        "</style><b>",
    ),
    *(f"[x](javascript:{PWNED})", f'<a href="javascript:{PWNED}">x</a>', "<iframe src=//attacker.example>"),
    *("![x](https://attacker.example/x.png)", "https://attacker.example", "a www.attacker.example b"),
    *("mail@attacker.example", "<https://attacker.example>", "[x]: https://attacker.example"),
    *(":red[x]", ":material/home:", ":smile: x", "$x^2$", "$$x$$", "`x` ``y``", "**x** __y__ *z* _a_ ~~b~~"),
    *(
        "# x",
        "- x",
        "+ x",
        "1. x",
        "2) x",
        "> x",
        "---",
        "===",
        "| a | b |\n| - | - |",
        "x\n===",
        "    x",
        "~~~",
    ),
    *("&lt;b&gt; &amp; &#60;", "<!-- x", "]]>", "<?xml version='1.0'?>", '"x"; } body { display: none', "\\"),
    *("../../etc/passwd", "..\\..\\x", "file:///etc/passwd", "C:\\x", "/dev/null", "a/b"),
    *(
        "x\r\n2021-05-21 WARNING forged",
        "x\nforged",
        "\x1b[31mred",
        "\x00",
        "\x07\x08\x7f\x9b",
        "x\u2028y\u2029z\x85",
    ),
    *(
        "\u202egnp.exe",
        "\ufeffx",
        "\u200b",
        "שלום",
        "İ ß ﬁ ς",
        "👩‍👩‍👧 🇰🇷",
        "e\u0301\u0327",
        "\ufffe\uffff",
        "\U0010ffff",
    ),
    *("(a+)+$", "(.*a){20}", "[", "(?P<x>", "*", ".", "^(\\w+\\s?)*$", "a" * 2_000, " " * 1_000, "aab" * 700),
    *("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1+1"),
    *(
        "{{7*7}}",
        "${7*7}",
        "%s %(x)s %n",
        "{0.__class__}",
        "__class__",
        "'; DROP TABLE x; --",
        "%00",
        "%0d%0a",
        "null",
    ),
)
# Text that can come from an address or a box: without lone surrogates.
TEXT = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(max_size=60),
    st.tuples(st.sampled_from(ATTACKS), st.text(max_size=9)).map("".join),
)
# Any text, with lone surrogates.
ANY = st.one_of(TEXT, st.text(st.characters(exclude_categories=()), max_size=60))


def examples(count: int) -> settings:
    """Settings for `count` examples, the same at every run, without a time limit."""
    # A page takes too long to look for the smallest failing example.
    phases = (Phase.explicit, Phase.generate)
    return settings(max_examples=count, derandomize=True, deadline=None, database=None, phases=phases)
