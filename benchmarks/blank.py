"""A blank app: what opening a page is compared with."""

import streamlit as st

st.title("A blank app")
st.write("Nothing else.")
