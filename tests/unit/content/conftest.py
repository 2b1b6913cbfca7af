"""Views of the shipped dataset, made once."""

import pytest

from data.queries import View
from tests.unit.content.views import filtered


@pytest.fixture(scope="session")
def filtered_views(shipped) -> list[View]:
    """The views of the shipped dataset under every theme and actor, with their results so far."""
    return filtered(shipped)
