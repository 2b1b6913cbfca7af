"""The two datasets that tests read: the shipped one, and one of three sentences."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.load import Dataset, load


@pytest.fixture(scope="session")
def tiny_folder() -> Path:
    """The files of the tiny dataset. Tests copy them before they change one."""
    return Path(__file__).parent / "fixtures" / "tiny"


@pytest.fixture(scope="session")
def tiny(tiny_folder: Path) -> Dataset:
    """Three sentences, one without a commitment. The second sentence holds two of the three commitments."""
    return load(tiny_folder)


@pytest.fixture(scope="session")
def hangul() -> Dataset:
    """Seven sentences in Korean by four actors, without money, dates, figures and outcomes."""
    return load(Path(__file__).parent / "fixtures" / "hangul")


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    return load()


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """What is logged during a test, as it would be printed."""
    messages: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: messages.append(handler.format(record))
    logging.getLogger().addHandler(handler)
    yield messages
    logging.getLogger().removeHandler(handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by its folder: `-m "not browser"` leaves out those that need Chromium."""
    for item in items:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        if folder != "unit":
            item.add_marker(folder)
