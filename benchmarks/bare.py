"""A bare Streamlit app with the filter by theme and nothing else, to compare filter changes with."""

import streamlit as st

CHOICES = ["Security", "Climate", "Health", "Technology", "People", "Region", "Economy", "Values", "Framing"]

chosen = st.pills("Theme", CHOICES, selection_mode="multi", key="theme", bind="query-params")
st.title("A bare app")
st.write(f"{len(chosen)} chosen")
