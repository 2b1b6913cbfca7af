"""What the app shows, made without Streamlit: charts, sentences, tables, cards and files."""
