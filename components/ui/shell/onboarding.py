"""First steps for new readers: on the start page until they are closed, and in the menu under About."""

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
# A component, because only a script can store in the browser that the first steps were closed.
_mount = st.components.v2.component(
    "linchpin_welcome",
    html="<section hidden><h2>New here?</h2><div></div>"
    '<button type="button">Don’t show this again</button></section>',
    css="""
section {
  color: var(--st-text-color); border: 1px solid var(--st-border-color); border-width: 1px 0;
  padding: 0.9rem 0
}
section[hidden] { display: none }
div { display: flex; flex-wrap: wrap; gap: 0 3rem }
div > * { flex: 1 1 18rem }
h2 { font: 600 1.25rem/1.2 var(--st-heading-font); margin: 0 0 0.8rem }
h3 { font: 600 1rem/1.4 var(--st-font); margin: 0 }
ol { margin: 0.2rem 0 0.8rem; padding-left: 1.3rem; line-height: 1.6 }
button {
  font: inherit; color: var(--st-link-color); background: none; border: none; padding: 0.2rem 0;
  text-decoration: underline; cursor: pointer
}
""",
    js=(Path(__file__).parent / "onboarding.js").read_text(encoding="utf-8"),
)


def hint() -> None:
    """Draw the first steps, unless the reader has closed them in this browser."""
    _mount(key="welcome", data={"steps": STEPS})


def about() -> str:
    """The first steps as Markdown."""
    paragraphs = []
    for aim, steps in STEPS.items():
        numbered = [f"{number}. {step}" for number, step in enumerate(steps, start=1)]
        paragraphs += [f"**{aim}**", "\n".join(numbered)]
    return "\n\n".join(paragraphs)
