"""What is drawn on a canvas: a map and data tables show something."""

import io

import pytest
from PIL import Image


def colours(picture: bytes) -> int:
    """How many different colours a picture has."""
    return len(Image.open(io.BytesIO(picture)).convert("RGB").getcolors(2**24))


@pytest.mark.parametrize("path", ["/method?part=tables", "/map", "/commitments"])
def test_a_canvas_is_not_blank_in_the_dark(path, go):
    tab = go(path)
    tab.page.emulate_media(color_scheme="dark")
    canvas = tab.page.locator(".stDeckGlJsonChart, .stDataFrame").first
    canvas.scroll_into_view_if_needed()
    for _ in range(40):
        if colours(canvas.screenshot()) > 40:
            return
        tab.page.wait_for_timeout(250)
    raise AssertionError("one plain surface")
