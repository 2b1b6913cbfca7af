"""A Streamlit app with a heading and a line, to compare opening a page with."""

import streamlit as st

st.title("A blank app")
st.write("Nothing else.")
