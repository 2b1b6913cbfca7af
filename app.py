"""Linchpin: one diplomatic statement, read as data. Start with `streamlit run app.py`."""

from components.ui.shell import page_frame

page_frame.run()
