"""Linchpin: one diplomatic statement, read as data. Start with `streamlit run app.py`."""

from components import frame

frame.run()
