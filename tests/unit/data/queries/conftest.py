"""Views of the tiny dataset: the whole of it, a part of it, and nothing."""

import pytest

from data import queries
from data.load import Dataset
from data.queries import Selection, View


@pytest.fixture
def whole(tiny: Dataset) -> View:
    return queries.select(tiny, Selection())


@pytest.fixture
def trade(tiny: Dataset) -> View:
    """The second and the third sentence, with all three commitments."""
    return queries.select(tiny, Selection(themes=("trade",)))


@pytest.fixture
def nothing(tiny: Dataset) -> View:
    """No sentence is about sport."""
    return queries.select(tiny, Selection(themes=("sport",)))
