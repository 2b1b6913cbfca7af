"""The choice of two meetings to compare: the older, the newer, and the next two of the series."""

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.content.text import comparison as words
from components.ui.session import url_state
from data import queries
from data.load import Dataset
from data.queries import Meeting, View

OLD, NEW = "old", "new"  # parameters of the URL, and keys of the two lists
LINKS, REVIEWED = "links", {queries.REVIEWED: "Reviewed links only"}  # a parameter of the URL, and its values
# The picture comes first, on a phone above the lists; where there is room, it stands at the right.
_STYLE = """@media (min-width: 641px) { .st-key-meetings > * > * { flex-direction: row-reverse } }
.st-key-meetings input { text-overflow: ellipsis }"""


def picture_and_choice() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The columns for the picture and, left of it, for the choice of meetings."""
    st.html(f"<style>{_STYLE}</style>")
    with st.container(key="meetings"):
        picture, choice = st.columns([868, 348], gap="small")
    return picture, choice


def _linked_meetings(ds: Dataset) -> tuple[str, ...]:
    """The ids of the two meetings in the link; () for none, and for those that the page opens with.

    Of a link with one of them, the other one is its neighbour. A newer one that cannot be compared with the
    older one is removed, with a warning.
    """
    known = queries.all_meetings(ds)
    old, new = (next(iter(url_state.known_values(name, known)), None) for name in (OLD, NEW))
    if old and new:
        pair = queries.meeting_pair(ds, (old, new))
        if pair is None:
            url_state.write(NEW, None)
            url_state.warn_dropped([f"{NEW} {url_state.shortened(new)}"])
            pair = queries.neighbours(ds, old)
    elif old or new:
        pair = queries.neighbours(ds, old) if old else queries.neighbours(ds, str(new), before=True)
    else:
        pair = None
    return () if pair is None or pair == queries.first_meetings(ds) else _ids(pair)


def linked_comparison(view: View) -> View:
    """The view with the two meetings, the search words and the choice of links in the link."""
    reviewed = bool(url_state.known_values(LINKS, REVIEWED))
    return view.comparing(_linked_meetings(view.whole), url_state.search_words(), reviewed)


def choose_meetings(ds: Dataset, pair: tuple[Meeting, Meeting]) -> None:
    """Draw the two lists of meetings, and between them Next pair. pair: the chosen meetings.

    Chosen the other way round they change places: nothing is new in the older of two texts.
    """
    old, new = pair
    peers = queries.meetings(ds, old.series)
    comparable = [one for one in queries.all_meetings(ds).values() if queries.neighbours(ds, one.meeting_id)]

    def choose(chosen: str, kept: Meeting) -> None:
        found = queries.meeting_pair(ds, (chosen, kept.meeting_id)) or queries.neighbours(ds, chosen)
        _write(ds, _ids(found) if found else ())

    _choice(ds, "Older text", OLD, comparable, old, lambda chosen: choose(chosen, new))
    after = peers.index(new) + 1
    next_pair = (new.meeting_id, peers[after].meeting_id) if after < len(peers) else ()
    st.button(
        "Next pair",
        icon=":material/arrow_forward:",
        type="tertiary",
        disabled=not next_pair,
        on_click=_write,
        args=(ds, next_pair),
    )
    others = [meeting for meeting in peers if meeting != old]
    _choice(ds, "Newer text", NEW, others, new, lambda chosen: choose(chosen, old))


def clear_filters() -> None:
    """Clear the shared filters, the search words and the filter of links; the two meetings stay."""
    url_state.clear_filters()
    for name in (url_state.SEARCH, LINKS):
        url_state.write(name, None)


def _choice(
    ds: Dataset,
    label: str,
    name: str,
    options: Sequence[Meeting],
    chosen: Meeting,
    on_choose: Callable[[str], None],
) -> None:
    """Draw a list of meetings. on_choose: gets the id of the chosen one."""
    labels = {one.meeting_id: words.meeting_label(ds, one) for one in options}
    st.session_state[name] = chosen.meeting_id
    st.selectbox(
        label,
        list(labels),
        format_func=labels.__getitem__,
        key=name,
        on_change=lambda: on_choose(st.session_state[name]),
    )


def _ids(pair: tuple[Meeting, Meeting]) -> tuple[str, ...]:
    return tuple(meeting.meeting_id for meeting in pair)


def _write(ds: Dataset, ids: tuple[str, ...]) -> None:
    """Put two meetings into the URL, which does not hold those that the page opens with."""
    first = queries.first_meetings(ds)
    shown = not ids or (first is not None and ids == _ids(first))
    for name, meeting_id in zip((OLD, NEW), ids, strict=False):
        url_state.write(name, None if shown else meeting_id)
