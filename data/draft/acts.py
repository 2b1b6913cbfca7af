"""Speech acts, speakers and commitments, proposed by the cue words of the codebook (CODEBOOK.md)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.draft.files import Row

DECLARATION, COMMISSIVE = "declaration", "commissive"
ASSERTIVE = "assertive"  # what a sentence without a cue word is
# Verbs that take the act of their object, by the codebook's second rule on speech acts.
STATING = r"(?:(?:re)?affirm|(?:re)?iterat|emphasi[sz]|express)\w*|shares?|(?:are )?(?:united|unified) in"
OBJECT = rf"\b(?:{STATING})\b[^;]{{0,60}}?\b"
# Words of others, or of a part of the sentence that is no main clause: "which will", "decision to".
NO_RELATIVE = r"(?<!that )(?<!which )(?<!who )"


@dataclass(frozen=True)
class Cue:
    """Words that tell a speech act and, of a commitment, its strength.

    pattern: its first group that is found holds the words that carry the commitment; else all of it does.
    """

    act: str
    strength: str
    pattern: re.Pattern[str]


def _cue(act: str, strength: str, words: str) -> Cue:
    return Cue(act, strength, re.compile(words, re.IGNORECASE))


# Of two cues at one place the first counts.
CUES = (
    _cue(DECLARATION, "done", r"\b(announc\w+) the (?:termination|end|establishment|launch) of\b"),
    _cue(COMMISSIVE, "considered", r"\b(will (?:also )?(?:consider|explore))\b"),
    _cue(COMMISSIVE, "considered", rf"{OBJECT}(intent(?:ion)?|willingness)\b"),
    _cue(COMMISSIVE, "considered", r"\bare (willing) to\b|\b(seek) a partnership\b"),
    _cue(COMMISSIVE, "considered", r"\b(strives?|intends?) (?:to|for)\b"),
    _cue(COMMISSIVE, "considered", r"\bplace (emphasis) on supporting\b"),
    _cue(COMMISSIVE, "agreed", r"\b(agree[ds]?) (?:to|that (?:we|they|both \w+) will|we will)\b"),
    _cue(COMMISSIVE, "pledged", r"\b(pledge[ds]?) (?:to|an?|their|its|new)\b"),
    _cue(COMMISSIVE, "committed", rf"{OBJECT}(commitments?|determination)\b"),
    _cue(COMMISSIVE, "committed", r"\b((?:re)?commit(?:s|ted)?) (?:to|\w+sel(?:f|ves))\b"),
    _cue(COMMISSIVE, "committed", r"\b(resolve[ds]?|(?<=are )determined|(?<=is )determined) to\b"),
    _cue(COMMISSIVE, "committed", rf"{NO_RELATIVE}\b(will) (?!be\b|remain\b|continue to be\b)"),
    _cue("directive", "", r"\b(call(?:s|ed)? (?:up)?on|call(?:s|ed)? for)\b"),
    _cue("directive", "", r"\b(urge[ds]?|invite[ds]?|invitation)\b"),
    _cue(
        "expressive",
        "",
        r"\b(welcom\w+|condemn\w*|oppos\w+|commend\w*|thank\w*|appreciat\w+|applaud\w*|gratitude"
        r"|look(?:s|ed)? forward to|(?:are|is) pleased|tak\w+ pride|express\w* (?:\w+ )?concern)\b",
    ),
    _cue("expressive", "", rf"{OBJECT}(support)\b|\bsupports? (?=the |our |their )"),
    _cue(
        ASSERTIVE,
        "",
        r"\b(recogni[sz]es?|underscore[ds]?|acknowledges?|emphasi[sz]es?|highlights?|(?:re)?affirms?"
        r"|shares? (?:the|a|common) \w+|outline[ds]?|laid out|notes? that)\b",
    ),
)  # fmt: skip
RANK = (DECLARATION, COMMISSIVE, "directive", "expressive", ASSERTIVE)
TOGETHER = re.compile(r"\b(?:we|our|they|both|two|countries|sides|leaders|presidents)\b", re.IGNORECASE)
SUBJECT = re.compile(
    r"(?:(?:the|both|our) (?:(?:two|both|our) )?(?:presidents|leaders|countries|sides|governments)"
    r"|\bwe|\bthey)(?: also| jointly| further)* $",
    re.IGNORECASE,
)
# What joins a further verb to a sentence: before it, and left over at the end of the words before it.
COORDINATED = re.compile(r"(?:,|\band|\bas well as|\bwhile)(?: also| further)? $")
COORDINATE = re.compile(r"[,\s]+(?:and|as well as|while)(?: also| further)?$")


@dataclass(frozen=True)
class Found:
    """A cue in a sentence. start, end: of the cue's words; verb: those that carry the act."""

    cue: Cue
    start: int
    end: int
    verb: str


@dataclass(frozen=True)
class Parties:
    """Who can act. names: words for each party, by its code; together: the code of all, "" for none."""

    names: dict[str, list[str]]
    together: str


def cues(text: str) -> list[Found]:
    """The cues of a sentence, in reading order; none begins within another."""
    found: list[Found] = []
    for cue in CUES:
        for match in cue.pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                verb = next((words for words in match.groups() if words), match[0].strip())
                found.append(Found(cue, match.start(), match.end(), verb))
    return sorted(found, key=lambda one: one.start)


def speech_act(text: str) -> tuple[str, str]:
    """The speech act of a sentence, and what it was proposed from. Of several the strongest wins."""
    found = sorted(cues(text), key=lambda one: RANK.index(one.cue.act))
    if not found:
        return ASSERTIVE, f"{ASSERTIVE}: no cue word"
    return found[0].cue.act, f"{found[0].cue.act}: “{found[0].verb}”"


def actor(subject: str, parties: Parties) -> tuple[str, str]:
    """The code of who acts, by the words before the verb, "" if they don't tell; and these words."""
    named = [code for code, names in parties.names.items() if any(_names(subject, name) for name in names)]
    titles = len(re.findall(r"\b(?:President|Prime Minister|Chancellor) [A-Z]\w+(?![\w’'])", subject))
    words = " ".join(subject.split()[-6:])
    if parties.together and (TOGETHER.search(subject) or titles > 1 or len(named) > 1):
        return parties.together, f"actor: “{words}”"
    if len(named) == 1 and not titles:
        return named[0], f"actor: “{words}”"
    return "", f"no actor: who is “{words}”?" if words else "no actor"


def commitments(text: str) -> list[tuple[Found, str]]:
    """The commitments of a sentence: the cue of each, and its words, verbatim.

    The words run from the subject, or the verb where several share one, to the next cue or the end.
    """
    found = cues(text)
    starts = [_with_subject(text, one.start) for one in found]
    quotes = []
    for one, start in zip(found, starts, strict=True):
        if one.cue.strength:
            later = (next_ for next_ in starts if next_ > one.start and COORDINATED.search(text[:next_]))
            words = text[start : next(later, len(text))].rstrip(" .,;")
            quotes.append((one, COORDINATE.sub("", words).rstrip(" .,;")))
    return quotes


def _with_subject(text: str, start: int) -> int:
    """Where the subject of a verb begins that begins at `start`; the verb's own start without a short one."""
    subject = SUBJECT.search(text[:start])
    return subject.start() if subject else start


def title(found: Found, quote: str) -> str:
    """A title: the words of a commitment's quote that follow the verb, up to a list of what is included."""
    _, _, after = quote.partition(found.verb)
    words = re.sub(r"^(?:(?: of [^,]*?)? to| that \w+ will| \w+selves to|)\s+(?:also )?", "", after)
    words = re.split(r",? including ", words)[0].strip() or quote
    return words[:1].upper() + words[1:]


def with_marks(strength: str, marks: Sequence[str]) -> str:
    """The strength of a commitment whose words name these marks of specificity: `commit` then pledges."""
    return "pledged" if strength == "committed" and "true" in marks else strength


def commitment_row(found: Found, quote: str, marks: Row) -> Row:
    """What a cue tells of a commitment. marks: names_amount, names_date and names_mechanism, as written."""
    strength = found.cue.strength
    if "commit" in found.verb.lower():
        strength = with_marks(strength, list(marks.values()))
    verb = found.verb if found.verb in quote else quote.split()[0]
    return {"title": title(found, quote), "strength": strength, "quote": quote, "verb": verb, **marks}


def _names(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
