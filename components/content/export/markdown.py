"""A brief as Markdown, to paste into mail or chat."""

import re

from components.content.brief.cards import PassageCard, TopicCard
from components.content.export.handout import (
    NEVER_SUMMED,
    Handout,
    clean,
    codes,
    linked,
    plain_lines,
)
from components.content.text import citations
from components.content.text.clause_history import Run
from components.content.text.formatting import escaped
from components.content.text.word_diff import ADDED, DROPPED, SAME


def markdown(brief: Handout) -> str:
    """The brief as Markdown: title, cards with quotes and codes, table of pledges, sources."""
    parts = [f"# {plain(brief.title)}", plain(brief.head)]
    for number, card in enumerate(brief.cards, start=1):
        parts.append(f"## {number}. {plain(card.heading)}")
        if card.filter_words:
            parts.append(plain(f"Filter: {card.filter_words}."))
        if isinstance(card, PassageCard):
            parts += [f"> {plain(card.passage['text'])}", plain(codes(brief.ds, card))]
        parts.append("\n".join(f"- {plain(line)}" for line in plain_lines(card)))
        if isinstance(card, TopicCard):
            parts += _history(card)
        if note := brief.note(card):
            parts.append(f"Note:\n\n{_fenced(note)}")
        parts.append(f"<{brief.addresses[str(card.pin)]}>")
    pledges = brief.pledges()
    if len(pledges):
        head = "| " + " | ".join(pledges.columns) + " |"
        rule = "|" + " --- |" * len(pledges.columns)
        rows = ["| " + " | ".join(map(plain, row)) + " |" for row in pledges.itertuples(index=False)]
        parts += ["## Money", "\n".join([head, rule, *rows]), NEVER_SUMMED]
    parts += ["## Sources", "\n".join(f"- {_linked(line)}" for line in brief.sources)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _history(card: TopicCard) -> list[str]:
    """A clause history: each meeting in bold, its sentences as quotes with their place and address."""
    parts = []
    for step in card.history.steps:
        when = citations.when(step.meeting)
        parts.append(f"**{when}**" + (f": {step.silence}" if step.silence else ""))
        for line in step.lines:
            parts += [
                f"> {''.join(map(_changed, line.runs))}",
                _linked(citations.full_source(line.text, line.reference)),
            ]
    return parts


def _changed(run: Run) -> str:
    """Words of a history: added ones between <ins> and </ins>, which Markdown has no mark for, dropped ones
    struck through. The spaces around them stay outside, where Markdown wants them."""
    words = escaped(clean(run.text).strip())
    if words and run.kind != SAME:
        words = {ADDED: f"<ins>{words}</ins>", DROPPED: f"~~{words}~~"}[run.kind]
    before = " " * (run.text != run.text.lstrip())
    after = " " * (run.text != run.text.rstrip() and bool(words))
    return f"{before}{words}{after}"


def plain(text: str) -> str:
    """Text on one line, escaped so that Markdown shows it unchanged."""
    line = escaped(" ".join(clean(text).split()))
    return re.sub(r"^([-+=]|\d+(?=[.)]))", _no_list, line)


def _no_list(start: re.Match[str]) -> str:
    """The mark or number at the start of a line, escaped: it must not start a list or underline a heading."""
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"


def _linked(line: str) -> str:
    """A line whose addresses become links and whose other text is escaped."""
    return "".join(f"<{address}>" if address else escaped(text) for text, address in linked(line))


def _fenced(text: str) -> str:
    """A reader's note as a code block, which shows it unchanged. Its fence is longer than any `~~~` in it."""
    longest_run = max((len(run) for run in re.findall("~+", text)), default=0)
    fence = "~" * max(3, longest_run + 1)
    return f"{fence}\n{text}\n{fence}"
