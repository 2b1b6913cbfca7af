"""What every peer shows: the ribbon, the balance and the key findings of the themes that are chosen."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.content.charts.catalogue import CHARTS
from components.content.text import findings
from data import queries
from data.load import load
from data.queries import Selection

_DS = load()
_CODE = {label: code for code, label in queries.labels(_DS, "theme").items()}
THEMES = list(_CODE)


def ribbon(themes: Sequence[str]) -> go.Figure:
    """The ribbon of themes, by their labels; of the whole statement if there are none."""
    return CHARTS["ribbon"].figure(_view(themes))


def balance(themes: Sequence[str]) -> go.Figure:
    """The balance of themes, as `ribbon`."""
    return CHARTS["balance"].figure(_view(themes))


def key_findings(themes: Sequence[str]) -> list[str]:
    """The key findings of themes, as `ribbon`; Markdown."""
    return [sentence for sentence, _ in findings.key(_view(themes))]


def _view(themes: Sequence[str]) -> queries.View:
    return queries.select(_DS, Selection(tuple(_CODE[label] for label in themes)))
