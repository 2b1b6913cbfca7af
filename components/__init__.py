"""What pages are made of: content without Streamlit, and the user interface that draws it."""
