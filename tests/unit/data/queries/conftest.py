"""The dataset of four sentences, and a view of it that nothing is left in."""

import datetime

import pytest

from data import queries
from data.load.dataset import Dataset, Statement
from data.queries import Selection
from tests.unit.data.queries.four_sentences import TEXTS, table


@pytest.fixture(scope="module")
def ds() -> Dataset:
    statement = Statement("A Statement", datetime.date(2001, 2, 3), "https://example.org", "")
    return Dataset(statement, {}, **{name: table(text) for name, text in TEXTS.items()})


@pytest.fixture(scope="module")
def nothing(ds: Dataset) -> Dataset:
    return queries.select(ds, Selection(("sport",), ("north",)))
