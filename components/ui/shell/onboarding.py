"""First steps for new readers: a hint on the start page until it is closed, and the menu under About."""

from pathlib import Path

import streamlit as st

STEPS = {
    "To explore": (
        "Choose a theme in the row at the top: every page shows that theme alone.",
        "Click any bar, tick, circle or row: the sentences behind it open.",
        "Open Statement to read on from there, and Method for how the text was coded.",
    ),
    "To brief": (
        "Press Pin under what you want to show, or Standard brief on the page Brief.",
        "Press Present: the arrow keys or a remote move on and back, Esc leaves.",
        "Send the address of the page: it holds filters and pins. Or hand out Word or PowerPoint.",
    ),
}
HINT = "New here? Click any mark to read its sentences."
# A component, because only a script can store in the browser that the hint was closed.
_mount = st.components.v2.component(
    "linchpin_welcome",
    html='<p hidden><span></span><button type="button" aria-label="Close the hint">×</button></p>',
    css="""
p {
  color: var(--st-text-color); font: 0.875rem/1.5rem var(--st-font); height: 1.5rem; margin: 0;
  display: flex; gap: 0.5rem; overflow: hidden; white-space: nowrap;
}
p[hidden] { display: none }
button { font: inherit; color: inherit; background: none; border: none; padding: 0 0.5rem; cursor: pointer }
""",
    js=(Path(__file__).parent / "onboarding.js").read_text(encoding="utf-8"),
)


def hint() -> None:
    """Draw the hint, unless the reader has closed it in this browser."""
    _mount(key="welcome", data={"hint": HINT})


def about() -> str:
    """The first steps as Markdown."""
    paragraphs = []
    for aim, steps in STEPS.items():
        numbered = [f"{number}. {step}" for number, step in enumerate(steps, start=1)]
        paragraphs += [f"**{aim}**", "\n".join(numbered)]
    return "\n\n".join(paragraphs)
