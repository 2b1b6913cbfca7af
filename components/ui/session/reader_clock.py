"""Today's date where the reader is. No other module reads the clock."""

import datetime

import streamlit as st


def today() -> datetime.date:
    """Today's date in the time zone of the reader's browser."""
    minutes_behind_utc = st.context.timezone_offset or 0
    utc = datetime.datetime.now(datetime.UTC)
    return (utc - datetime.timedelta(minutes=minutes_behind_utc)).date()
