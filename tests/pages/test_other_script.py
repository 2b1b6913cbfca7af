"""Every page over a dataset in another script, with four actors and without money, dates, figures, outcomes
and neighbouring statements."""

from pathlib import Path

import pytest

from data.load import load
from tests.pages import views
from tests.pages.conftest import forget

HANGUL = Path(__file__).parents[1] / "fixtures" / "hangul"


@pytest.fixture(scope="module")
def dataset():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LINCHPIN_DATA", str(HANGUL))
        forget()
        yield load(HANGUL)
    forget()


def test_it_opens_cold_or_says_what_the_statement_lacks(open_page, page, dataset):
    opened = open_page(page)
    assert not opened.app.exception and not opened.warnings
    assert len(opened.titles) == 1 and opened.titles[0]
    if views.has_nothing(dataset, page):
        (notice,) = opened.notices
        assert notice.startswith("The statement has no ")
        assert not opened.buttons("^Show all")
    else:
        assert opened.numbers and not opened.notices


def test_it_opens_as_a_slide(open_page, page, dataset):
    opened = open_page(page, present="true")
    assert not opened.app.exception
    assert len(opened.titles) == 1 and opened.titles[0]


def test_it_follows_a_theme_of_its_own(open_page, page, dataset):
    label = views.busy_theme(dataset)
    opened = open_page(page, theme=label)
    assert not opened.app.exception and not opened.warnings
    assert opened.chosen == {"theme": [label], "actor": []}
    assert opened.numbers or views.has_nothing(dataset, page)


def test_under_a_filter_that_leaves_nothing_it_offers_the_way_back(open_page, coded_page, dataset):
    choice = views.empty_choice(dataset)
    opened = open_page(coded_page, **choice)
    assert not opened.app.exception
    (notice,) = opened.notices
    assert all(label in notice for label in choice.values())
    (way_back,) = opened.buttons("^Show all")
    opened.click(way_back)
    assert opened.chosen == {"theme": [], "actor": []}
