"""A bare app with the same filter and nothing else: what the ratios compare with."""

import streamlit as st

CHOICES = ["Security", "Climate", "Health", "Technology", "People", "Region", "Economy", "Values", "Framing"]

chosen = st.pills("Theme", CHOICES, selection_mode="multi", key="theme", bind="query-params")
st.title("A bare app")
st.write(f"{len(chosen)} chosen")
