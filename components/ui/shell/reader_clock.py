"""The only place that reads the clock: what day it is where the reader is."""

import datetime

import streamlit as st


def today() -> datetime.date:
    """The day where the reader is."""
    behind = st.context.timezone_offset or 0  # minutes behind UTC, as JavaScript counts them
    return (datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=behind)).date()
