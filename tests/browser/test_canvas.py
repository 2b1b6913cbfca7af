"""What is drawn on a canvas: a map and data tables show something."""

import io

import pytest
from PIL import Image

from tests.browser.conftest import open_tab


def colours(picture: bytes) -> int:
    """How many different colours a picture has."""
    return len(Image.open(io.BytesIO(picture)).convert("RGB").getcolors(2**24))


@pytest.fixture(scope="module")
def tab(server, profile):
    """One tab for all these tests, opened dark."""
    tab = open_tab(profile, server, "/method?part=tables", scheme="dark")
    yield tab
    tab.close()


@pytest.mark.parametrize("name", ["method", "map", "commitments"])
def test_a_canvas_is_not_blank(name, tab):
    tab.follow(name)
    canvas = tab.page.locator(".stDeckGlJsonChart, .stDataFrame").first
    canvas.scroll_into_view_if_needed()
    for _ in range(40):
        if colours(canvas.screenshot()) > 40:
            return
        tab.page.wait_for_timeout(250)
    raise AssertionError("one plain surface")
