"""Briefs of the shipped dataset, and their documents opened again."""

import pytest

from components.content.brief import pins
from components.content.brief.standard_brief import standard_brief
from tests.unit.content.export.documents import CHARTS, handout, open_powerpoint, open_word
from tests.unit.content.views import whole


@pytest.fixture(scope="session")
def standard(shipped):
    """The standard brief of the whole statement."""
    return handout(shipped, standard_brief(whole(shipped)))


@pytest.fixture(scope="session")
def charts(shipped):
    """A brief of every chart and the map."""
    return handout(shipped, [*CHARTS, f"map:{pins.first_view(shipped)}"])


@pytest.fixture(scope="session")
def standard_document(standard):
    return open_word(standard)


@pytest.fixture(scope="session")
def standard_deck(standard):
    return open_powerpoint(standard)


@pytest.fixture(scope="session")
def chart_deck(charts):
    return open_powerpoint(charts)
