"""What a preview of a link says about a page, in a chat or a social network."""

from components.content.text import formatting
from data.load.dataset import Dataset

# What each page shows, by the name of its file.
_SHOWS = {
    "overview": "What it says and how firmly, at a glance.",
    "pledges": "The money: who pays how much, for what, and until when.",
    "map": "The places it names, and what is said of each.",
    "commitments": "What is promised, by whom, how firmly and how specifically.",
    "timeline": "Its dates and deadlines, and what followed.",
    "statement": "The whole text, sentence by sentence, with what was read from each.",
    "wording": "Which topics the neighbouring statements name, since when, and in which words.",
    "compare": "What is new since an earlier meeting, sentence beside sentence.",
    "brief": "A selection of its sentences, charts and maps, to present or to print.",
    "method": "How it was coded, by which rules, and how far two passes agree.",
}


def title(page_title: str, ds: Dataset | None) -> str:
    """The title of the preview: that of the page, and what it is about."""
    return f"{page_title} · {ds.statement.title if ds else 'Linchpin'}"


def description(page: str, ds: Dataset | None) -> str:
    """One or two sentences on what the page shows. page: the name of its file."""
    about = f"{ds.statement.title}, {formatting.day(ds.statement.date)}: " if ds else ""
    return about + _SHOWS.get(page, "A diplomatic statement, read as data.")
