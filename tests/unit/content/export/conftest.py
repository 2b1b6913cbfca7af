"""Hand-outs of the shipped dataset."""

import pytest

from components.content.brief import pins
from tests.unit.content.export.documents import CHARTS, handout


@pytest.fixture(scope="session")
def standard(shipped):
    """The standard brief of the whole statement."""
    return handout(shipped, pins.standard(shipped, shipped, pins.NONE))


@pytest.fixture(scope="session")
def charts(shipped):
    """A brief of every chart and the map."""
    return handout(shipped, [*CHARTS, f"map:{pins.first_view(shipped)}"])
