"""The standard views, one for each page."""

from components.content.brief import pins
from components.ui.session import page_names
from components.ui.shell import slides


def test_every_page_but_the_brief_has_a_slide_in_the_order_of_the_navigation():
    assert list(slides.STANDARD) == [page for page in page_names.PAGES if page != slides.BRIEF]


def test_every_standard_view_of_the_shipped_statement_is_there(shipped):
    texts = [text for text in slides.STANDARD.values() if text]
    assert len(texts) == 6
    assert len(pins.kept(texts, shipped)) == len(texts)
