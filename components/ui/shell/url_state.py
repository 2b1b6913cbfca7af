"""Where and when the reader is: links to what is shown, and the day."""

import datetime
from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from components.content.text import formatting

PIN, PRESENT, CARD = "pin", "present", "card"
NOT_SHARED = (PIN, PRESENT, CARD)  # a link to a view says nothing of the reader's brief


def today() -> datetime.date:
    """The day where the reader is."""
    ahead = st.context.timezone_offset or 0  # minutes west of Greenwich, as JavaScript counts
    return (datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=ahead)).date()


def address(page: str | None = None, **parameters: Sequence[str]) -> str:
    """The link to a page with these parameters; without a page, to this one as it is shown."""
    now = urlsplit(st.context.url or "")
    site = f"{now.scheme}://{now.netloc}"
    if page is not None:
        return f"{site}{now.path.rpartition('/')[0]}/{page}" + _query(parameters)
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    shown = {name: values for name, values in asked.items() if name not in NOT_SHARED}
    return f"{site}{now.path or '/'}" + _query(shown)


def on_paper() -> str:
    """CSS that prints the address, the day and the page number in the margin of every sheet."""
    words = f"{quote(address(), safe=':/?&=%-._~+')}  ·  {formatting.day(today())}"
    font = "font: 8pt sans-serif; color: black"
    return (
        f'@page {{ margin: 14mm 12mm 16mm; @bottom-left {{ content: "{words}"; {font} }} '
        f'@bottom-right {{ content: counter(page) " of " counter(pages); {font} }} }}'
    )


def _query(parameters: Mapping[str, Sequence[str]]) -> str:
    return f"?{urlencode(parameters, doseq=True)}" if parameters else ""
