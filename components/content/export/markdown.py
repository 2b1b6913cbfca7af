"""A brief as Markdown, for mail and chat."""

import re

from components.content.brief.cards import PassageCard
from components.content.export.handout import NEVER_SUMMED, Handout, clean, codes, said


def markdown(brief: Handout) -> str:
    """The brief as text: title, cards with quote, place and codes, table of pledges, sources."""
    parts = [f"# {_plain(brief.title)}", _plain(brief.head)]
    for number, card in enumerate(brief.cards, start=1):
        parts.append(f"## {number}. {_plain(card.heading)}")
        if card.under:
            parts.append(_plain(f"Under {card.under}."))
        if isinstance(card, PassageCard):
            parts += [f"> {_plain(card.passage['text'])}", _plain(codes(brief.ds, card))]
        parts.append("\n".join(f"- {_plain(line)}" for line in said(card)))
        if note := brief.note(card):
            parts.append(f"Note:\n\n{_fenced(note)}")
        parts.append(f"<{brief.addresses[str(card.pin)]}>")
    pledges = brief.pledges()
    if len(pledges):
        head = ["| " + " | ".join(pledges.columns) + " |", "|" + " --- |" * len(pledges.columns)]
        lines = ["| " + " | ".join(map(_plain, row)) + " |" for row in pledges.itertuples(index=False)]
        parts += ["## Money", "\n".join(head + lines), NEVER_SUMMED]
    parts += ["## Sources", "\n".join(f"- {_linked(line)}" for line in brief.sources)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain(text: str) -> str:
    """Text as it stands, on one line, whatever Markdown would make of it."""
    words = _escaped(" ".join(clean(text).split()))
    return re.sub(r"^([-+=]|\d+(?=[.)]))", _no_list, words)


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))", r"\\\1", text)


def _no_list(start: re.Match[str]) -> str:
    """A line's first sign or number, so that it begins no list and underlines no heading."""
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"


def _linked(line: str) -> str:
    """A line whose addresses stay addresses, whatever stands in them."""
    parts = re.split(r"(https?://[^\s<>]+)", line)
    return "".join(f"<{part}>" if place % 2 else _escaped(part) for place, part in enumerate(parts))


def _fenced(text: str) -> str:
    """A reader's own words, kept to the letter."""
    longest = max(map(len, re.findall("~+", text)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
