"""British and American spelling of a word.

Rules for endings, and lists of stems where a rule would also change other words. A rule that makes no word of
a word does no harm: both sides of a comparison go through it.
"""

import re

_OUR = (
    "arm|behavi|cand|col|clam|demean|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|"
    "splend|succ|tum|val|vap|vig"
)
_RE = "calib|cent|fib|lit|lust|meag|met|och|sab|somb|spect|theat"
_LL = (
    "cancel|channel|counsel|equal|fuel|label|level|marshal|model|panel|quarrel|rival|shovel|signal|total|"
    "travel|tunnel"
)
_WORDS = {
    "aeroplane": "airplane", "ageing": "aging", "aluminium": "aluminum", "artefact": "artifact",
    "cheque": "check", "fulfil": "fulfill", "enrol": "enroll", "instalment": "installment", "grey": "gray",
    "judgement": "judgment", "acknowledgement": "acknowledgment", "mould": "mold", "plough": "plow",
    "practise": "practice", "programme": "program", "sceptic": "skeptic", "sulphur": "sulfur",
    "tonne": "ton", "tyre": "tire",
}  # fmt: skip
_RULES = (
    (re.compile(rf"\b({_OUR})our"), r"\1or"),
    (re.compile(rf"\b((?:kilo|milli|centi)?(?:{_RE}))re(?=s?\b|d\b)"), r"\1er"),
    (re.compile(rf"\b({_LL})l(?=(?:ed|ing|er|ers)\b)"), r"\1"),
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)\b)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|er|ers|ing)\b)"), "yz"),
    (re.compile(r"\b(def|off|pret|lic)ence(?=\b|s|d|less)"), r"\1ense"),
    (re.compile(r"(al|mon|cat|an|epil|prol)ogue(?=s?\b)"), r"\1og"),
    (re.compile(r"\b(fulfil|enrol)(?=ment)"), r"\1l"),
    (re.compile(rf"\b({'|'.join(_WORDS)})(?=s?\b)"), lambda match: _WORDS[match[0]]),
)


def american(word: str) -> str:
    """The word, folded, in American spelling: the same for its British and its American form."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
