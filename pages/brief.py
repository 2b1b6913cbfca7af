"""What shall be shown, and what handed out?"""

import streamlit as st

from components.content.text import formatting
from components.ui.brief import editor, notes
from components.ui.parts import chart
from components.ui.shell import frame

view = frame.join()
gathered, standard = editor.gathered(view), editor.standard(view)

chart.heading(
    "The brief: what to show, and what to leave behind",
    f"{formatting.plural(len(gathered), 'card')} in the order of the link."
    if gathered
    else "Nothing is pinned yet. **Pin** stands beside every sentence, chart and map. A standard brief would "
    f"have {formatting.plural(len(standard), 'card')}{view.under}.",
    "**Present** shows the cards one by one, full screen: the arrow keys or a remote move on and back, Esc "
    "leaves. A chart keeps the filter it was pinned under; a theme chosen while presenting goes before it, so that "
    "a question can be answered on the spot. **Word**, **PowerPoint** and **Markdown** hold the same cards, with "
    "quotes, paragraph numbers and codes; in PowerPoint the charts can be edited.",
)
if not gathered and not standard:
    view.empty("sentence")

editor.tools(view, gathered, standard)
for place, card in enumerate(gathered):
    st.divider()
    editor.row(view, card, place, len(gathered))
if not gathered:
    st.header("What a standard brief would hold", anchor=False)
    editor.preview(view, standard)
notes.keep()
