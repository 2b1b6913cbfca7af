"""What leaves the screen: a figure's picture, and pages on paper."""

import pytest
from PIL import Image

from components.content.charts.figure import CAPTION_HEIGHTS
from components.ui.parts import chart
from tests.browser.paper import assert_black_on_white, letters, printed

PHONE = {"width": 390, "height": 844}


def test_a_page_opened_dark_prints_black_on_white_with_its_filter_in_the_address(visit, tmp_path):
    text, sheets = printed(visit("/commitments?theme=Health", scheme="dark"), tmp_path, "Letter")
    assert "/commitments?theme=Health" in text
    assert f"1 of {len(sheets)}" in text
    for sheet in sheets:
        assert_black_on_white(sheet)


def test_the_statement_prints_whole(visit, dataset, tmp_path):
    tab = visit("/statement")
    tab.sentence(dataset.passages["passage_id"].iloc[-1]).wait_for()
    text, _ = printed(tab, tmp_path)
    found = letters(text)
    for passage in dataset.passages["text"]:
        words = passage.split()
        # A sheet may end within either, not within both.
        assert letters("".join(words[:5])) in found or letters("".join(words[-5:])) in found, passage


def test_figures_print_whole(visit, tmp_path):
    tab = visit("/commitments")
    tab.page.locator(".st-key-ladder .bars .point").first.wait_for()
    text, _ = printed(tab, tmp_path)
    for head in ("Done", "Pledged", "Committed", "Agreed", "Considered"):
        assert head in text


@pytest.mark.parametrize("window", [PHONE, {"width": 1280, "height": 720}], ids=["phone", "laptop"])
def test_the_picture_of_a_figure_carries_title_filter_and_source(window, visit):
    tab = visit("/commitments?theme=Health", window=window, scheme="dark")
    figure = tab.page.locator(".st-key-ladder")
    figure.locator(".bars .point").first.wait_for()
    with tab.page.expect_download() as waiting:
        figure.locator(".modebar-btn").dispatch_event("click")
    picture = Image.open(waiting.value.path()).convert("L")
    assert picture.width == 3 * chart.PICTURE_WIDTH
    above, below = (3 * room for room in CAPTION_HEIGHTS)
    for top, bottom in ((0, above // 2), (above // 2, above), (picture.height - below, picture.height)):
        shades = picture.crop((0, top, picture.width, bottom)).getextrema()
        assert shades[0] < 100 < 240 < shades[1], "no words on a light ground"
