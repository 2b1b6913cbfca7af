"""A text of the reader's own in place of the newer one: pasted or opened, compared, taken away.

It is kept in the session's state, with the copy of the dataset that has it; no other session and no link
gets it. The server's memory may hold it for longer than the session: views that are narrowed from one of
`_view` are in the cache of `queries.select`, and folded sentences in that of `data.queries.folding.fold`,
until newer ones take their place.
"""

import datetime
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from components.content.export.own_text_folder import own_text_folder
from components.content.text import citations, formatting
from components.content.text import comparison as words
from components.ui.session import reader_clock
from data import queries
from data.load import Dataset
from data.queries import Meeting, OwnText, Selection, View

_KEPT = "own_text"  # of the session state: a _Kept
_REFUSED = "own_text_refused"  # of the session state: why the last text was not read
_PASTED, _FILE, _MEETING = "own_text_pasted", "own_text_file", "own_text_meeting"  # keys of widgets
LIFE = "It is shown in this session alone: nothing of it is kept on disk or logged, and no link can carry it."
ABOUT = (
    "Paste a statement that the corpus does not hold, or open it as a file: up to 200 kB of text. It is "
    f"split into sentences, its topics are found by pattern and its links by rule: **unreviewed**. {LIFE}"
)


@dataclass(frozen=True)
class _Kept:
    """own: the text. meeting_id: what it is compared with. dataset: the one that has it, linked to that
    meeting. notes: what there is to say about how it was read."""

    own: OwnText
    meeting_id: str
    dataset: Dataset
    notes: tuple[str, ...]


def dataset(whole: Dataset) -> Dataset:
    """The dataset with the session's own text; the whole one while there is none."""
    kept: _Kept | None = st.session_state.get(_KEPT)
    return kept.dataset if kept else whole


def compared_with(view: View) -> View | None:
    """The view that compares a meeting with the session's own text; None while there is none.

    view: of the comparison of two meetings, whose filters are kept.
    """
    kept: _Kept | None = st.session_state.get(_KEPT)
    if kept is None:
        return None
    selection = replace(view.selection, meetings=(kept.meeting_id, queries.OWN))
    return _view(kept.dataset, selection)


def beside_the_others(view: View) -> View | None:
    """The view with the session's own text as a meeting of the series that it is compared with; None while
    there is none."""
    kept: _Kept | None = st.session_state.get(_KEPT)
    return None if kept is None else _view(kept.dataset, view.selection)


@queries.cached_recent
def _view(ds: Dataset, selection: Selection) -> View:
    """A view of the session's dataset, kept with it and not in the cache of `select`, which outlives it."""
    return View(ds, ds, selection)


def ask(ds: Dataset, pair: tuple[Meeting, Meeting]) -> None:
    """Draw, folded, the fields for a text, to be compared with the newer of two meetings.

    What cannot be read is said under them.
    """
    from data.documents import ENDINGS  # here: reading documents takes a third of a second to import

    with st.popover("Your own text …", icon=":material/note_add:", type="tertiary"):
        st.markdown(ABOUT)
        st.text_area("Paste it", key=_PASTED, height=160)
        st.file_uploader("Or open a file", [ending[1:] for ending in ENDINGS], key=_FILE)
        st.button("Compare", type="primary", on_click=_read, args=(ds, pair[1].meeting_id))
        if _REFUSED in st.session_state:
            st.error(formatting.literal(st.session_state.pop(_REFUSED)))


def _read(ds: Dataset, meeting_id: str) -> None:
    """Read what was opened or pasted, and keep it; or keep the message why it cannot be read."""
    from data.documents import DocumentError, read_document, read_pasted

    file = st.session_state.get(_FILE)
    try:
        pasted = st.session_state.get(_PASTED) or ""
        document = read_document(file.name, file.getvalue()) if file else read_pasted(pasted)
    except DocumentError as error:
        st.session_state[_REFUSED] = str(error)
        return
    assert ds.corpus is not None
    own = queries.own_text(ds.corpus, document.text, document.title, _day(document.date), document.address)
    notes = document.notes
    if same := queries.same_text(ds, own):
        notes += (f"It has the very sentences of {citations.dated_title(queries.texts(ds)[same])}.",)
    _keep(ds, own, meeting_id, notes)


def _day(stated: str) -> datetime.date:
    """The day that a document states, or today."""
    try:
        return datetime.date.fromisoformat(stated)
    except ValueError:
        return reader_clock.today()


def _keep(ds: Dataset, own: OwnText, meeting_id: str, notes: tuple[str, ...]) -> None:
    """Keep a text in the session, compared with a meeting."""
    dataset = queries.with_own_text(ds, own, [meeting_id])
    st.session_state[_KEPT] = _Kept(own, meeting_id, dataset, notes)


def choose_meeting(ds: Dataset) -> None:
    """Draw what there is to do with the text: compare it with another meeting, take it away, forget it.

    ds: the dataset without it.
    """
    kept: _Kept = st.session_state[_KEPT]
    known = queries.all_meetings(ds)
    labels = {name: words.meeting_label(ds, meeting) for name, meeting in known.items()}

    def choose() -> None:
        _keep(ds, kept.own, st.session_state[_MEETING], kept.notes)

    st.session_state[_MEETING] = kept.meeting_id
    st.selectbox(
        "Your text against", list(labels), format_func=labels.__getitem__, key=_MEETING, on_change=choose
    )
    count = formatting.plural(len(kept.own.sentences), "sentence")
    about = f"**{queries.UNREVIEWED.capitalize()}**: {count}. {LIFE}"
    st.caption(" ".join([about, *map(formatting.literal, kept.notes)]))
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "As a folder",
            partial(own_text_folder, ds, kept.own, known[kept.meeting_id].series),
            "own-text.zip",
            "application/zip",
            icon=":material/folder_zip:",
            type="tertiary",
            on_click="ignore",
            help="Of the corpus’s shape: python -m data.corpus add takes it.",
        )
        st.button("Forget it", icon=":material/delete:", type="tertiary", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(_KEPT, None)  # gone already at the second of two quick presses
