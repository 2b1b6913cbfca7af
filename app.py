"""Linchpin: one diplomatic statement, read as data. Start with `streamlit run app.py`."""

from components.ui.shell import frame

frame.run()
