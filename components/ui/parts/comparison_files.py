"""The files of a comparison to take away: Word, PowerPoint, Markdown, CSV."""

from functools import partial

import streamlit as st

from components.content.export import comparison
from components.content.export.comparison import ComparisonPaper
from components.ui.session import reader_clock, url_state
from data.queries import View

_OPEN = "application/vnd.openxmlformats-officedocument."
# Label, icon, ending, media type, and what writes it.
DOCUMENTS = (
    (
        "Word, with tracked changes",
        "description",
        "docx",
        f"{_OPEN}wordprocessingml.document",
        comparison.word,
    ),
    ("PowerPoint", "slideshow", "pptx", f"{_OPEN}presentationml.presentation", comparison.powerpoint),
    ("Markdown", "markdown", "md", "text/markdown", comparison.markdown),
    ("CSV", "table", "csv", "text/csv", comparison.csv),
)


def comparison_files(view: View) -> None:
    """Draw the buttons, folded. A file is made when its button is pressed."""
    paper = ComparisonPaper(view, reader_clock.today(), url_state.address())
    with st.popover("Take it away", icon=":material/download:", type="tertiary"):
        for label, icon, ending, media_type, write in DOCUMENTS:
            st.download_button(
                label,
                partial(write, paper),
                f"comparison.{ending}",
                media_type,
                icon=f":material/{icon}:",
                on_click="ignore",
                width="stretch",
                key=f"comparison_{ending}",
            )
