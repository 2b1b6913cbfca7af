"""What is shown, made without Streamlit: figures, sentences, tables and files."""
