"""First steps for new readers: a hint on the start page until it is closed, and the menu under About."""

import streamlit as st

from components.ui.scripts import script

STEPS = {
    "To explore": (
        "Choose a theme in the row at the top: every page shows that theme alone.",
        "Click any bar, tick, circle or row: the sentences behind it open.",
        "Open Statement to read on from there, and Method for how the text was coded.",
    ),
    "To brief": (
        "Press Pin under what you want to show, or take the standard brief on the page Brief.",
        "Press Present: the arrow keys or a remote move on and back, Esc leaves.",
        "Send the address of the page: it holds filters and pins. Or hand out Word or PowerPoint.",
    ),
}
HINT = "New here? Click any bar, square or disc."
# A component, because only a script can store in the browser that the hint was closed.
_mount = st.components.v2.component("linchpin_hint", js=script("onboarding"), isolate_styles=False)


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
